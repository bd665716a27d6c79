//! The registration form on paper, made of the same sections and fields as the form of the portal.

use askama::Template;
use axum::http::StatusCode;

use super::words::{Languages, Words};
use crate::db::Read;
use crate::document::{self, Scheme};
use crate::organization::Section;
use crate::say;
use crate::values::{CaseKind, Country, Kind, Lang};
use crate::web::registrations::{
    AREAS, Asks, How, Part, asks_alone, asks_in, heading_of, is_optional, parts, rows_on_paper,
    singles, units,
};
use crate::web::{Answer, Chrome, Page, Query, Sheet, filters, html_with};

#[derive(Template)]
#[template(path = "blanks/registration.html")]
struct BlankPage {
    page: Page,
    form: Sheet,
    words: Languages,
    sections: Vec<Block>,
    papers: Vec<Paper>,
    /// For which country and kind the papers are.
    papers_for: String,
    languages: Vec<(&'static str, &'static str)>,
    countries: Vec<(&'static str, &'static str)>,
    kinds: Vec<(&'static str, String)>,
}

/// A section of the form.
struct Block {
    number: usize,
    title: Words,
    lead: Words,
    optional: bool,
    alone: Vec<Field>,
    parts: Vec<Rows>,
}

/// A part with rows.
struct Rows {
    title: Option<Words>,
    hint: Option<Words>,
    optional: bool,
    rows: Vec<(usize, Vec<Field>)>,
}

/// A field.
struct Field {
    label: Words,
    hint: Option<Words>,
    optional: bool,
    how: Shown,
}

/// How it is answered.
enum Shown {
    Lines(usize),
    Boxes(Vec<Words>),
    Tick,
}

/// A paper that goes with the form.
struct Paper {
    title: Words,
    hint: Option<Words>,
    needed: bool,
}

impl BlankPage {
    fn t(&self, key: &str) -> Words {
        self.words.t(key)
    }
}

/// `GET /forms/registration`
pub async fn show(mut chrome: Chrome, mut conn: Read, Query(sent): Query) -> Answer {
    let mut r = sent.reader();
    let first = r.optional("language", Lang::parse);
    let second = r.optional("with", Lang::parse);
    let host = r.optional("host_country", Country::parse);
    let kind = r.optional("kind", Kind::parse);
    let mistakes = r.done().err().unwrap_or_default();
    if let Some(lang) = first {
        chrome.lang = lang;
    }
    let lang = chrome.lang;
    let words = Languages {
        first: lang,
        second: second.filter(|second| *second != lang),
    };
    let scheme = Scheme {
        case: Some(CaseKind::Registration),
        kind,
        host,
        // The scan of the paper is made by whoever types it in.
        on_paper: false,
    };
    let papers = document::asked_for(&mut conn, scheme).await?;
    let status = match mistakes.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut fields = sent;
    if !fields.sent("language") {
        fields.set("language", lang.code());
    }
    let papers_for: Vec<String> = host
        .map(|host| host.name(lang).to_owned())
        .into_iter()
        .chain(kind.map(|kind| say::t(lang, kind.key())))
        .collect();
    let page = BlankPage {
        page: chrome.page().crumb("", say::t(lang, "blank-title")),
        form: Sheet::with(fields, mistakes),
        sections: (1..)
            .zip(Section::ALL)
            .map(|(number, section)| block(words, number, *section))
            .collect(),
        papers: papers
            .iter()
            .map(|item| {
                let (title, hint) = words.item(item);
                let needed = item.asks.needed;
                Paper {
                    title,
                    hint,
                    needed,
                }
            })
            .collect(),
        papers_for: papers_for.join(" · "),
        languages: crate::web::teams::langs(),
        countries: Country::sorted(lang)
            .iter()
            .map(|country| (country.code(), country.name(lang)))
            .collect(),
        kinds: Kind::ALL
            .iter()
            .map(|kind| (kind.code(), say::t(lang, kind.key())))
            .collect(),
        words,
    };
    html_with(status, lang, page)
}

fn block(words: Languages, number: usize, section: Section) -> Block {
    let is_alone = |unit: &&str| singles(section).contains(unit) || *unit == AREAS;
    // Rows are numbered through a section, so that another sheet can name one.
    let mut numbers = 1..;
    Block {
        number,
        title: words.t(section.key()),
        lead: words.t(&format!("registration-lead-{section}")),
        optional: section.is_optional(),
        alone: units(section)
            .into_iter()
            .filter(is_alone)
            .filter_map(|unit| Some(field(words, asks_alone(unit)?)))
            .collect(),
        parts: parts(section)
            .iter()
            .map(|part| rows(words, *part, &mut numbers))
            .collect(),
    }
}

fn rows(words: Languages, part: Part, numbers: &mut impl Iterator<Item = usize>) -> Rows {
    let (title, hint) = heading_of(part);
    let row = |at: usize| -> Vec<Field> {
        part.fields
            .iter()
            .filter_map(|name| Some(field(words, asks_in(part, at, name)?)))
            .collect()
    };
    let rows: Vec<Vec<Field>> = (0..rows_on_paper(part)).map(row).collect();
    // Rows of one field stand beside each other.
    let rows = match part.fields {
        [_] => vec![rows.into_iter().flatten().collect()],
        _ => rows,
    };
    Rows {
        title: words.maybe(title),
        hint: words.maybe(hint),
        optional: is_optional(part),
        rows: rows
            .into_iter()
            .zip(numbers)
            .map(|(row, number)| (number, row))
            .collect(),
    }
}

fn field(words: Languages, asks: Asks) -> Field {
    Field {
        label: words.t(asks.label),
        hint: words.maybe(asks.hint),
        optional: asks.optional,
        how: match asks.how {
            How::Line => Shown::Lines(1),
            How::Lines(count) => Shown::Lines(count),
            How::Tick => Shown::Tick,
            How::One(keys) | How::Any(keys) => {
                Shown::Boxes(keys.into_iter().map(|key| words.t(key)).collect())
            }
        },
    }
}
