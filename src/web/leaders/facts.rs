//! What is known of a leader as a page shows it: field by field, and who said it when.

use std::collections::BTreeMap;

use crate::leader::{ConsentField, Deed, Facts, Keeper, Reference, Source};
use crate::say;
use crate::values::{Arg, Lang};
use crate::web::coordination::Spoken;
use crate::web::particulars::date;
use crate::web::urls;

/// What is known in a field.
pub struct Shown {
    /// The key of the field.
    pub key: &'static str,
    /// What is known.
    pub lines: Vec<Line>,
    /// Who said it, and when; empty where that is not for the reader.
    pub said: String,
}

/// One thing that is known.
#[derive(Default)]
pub struct Line {
    /// The words.
    pub text: Spoken,
    /// What stands beside them.
    pub note: String,
    /// Where they lead.
    pub href: String,
    /// Where it can be read, as words or as an address.
    pub source: String,
    /// The address of that.
    pub source_href: String,
}

impl Line {
    fn plain(text: impl Into<String>) -> Self {
        Self {
            text: Spoken::new(text, None),
            ..Self::default()
        }
    }

    fn with(text: Spoken, note: String) -> Self {
        Self {
            text,
            note,
            ..Self::default()
        }
    }
}

/// Everything that is known, without what is not.
pub fn shown(lang: Lang, facts: &Facts, sources: &BTreeMap<ConsentField, Source>) -> Vec<Shown> {
    ConsentField::of_profile()
        .map(|field| Shown {
            key: field.key(),
            lines: lines(lang, facts, field),
            said: sources
                .get(&field)
                .map(|it| said(lang, it))
                .unwrap_or_default(),
        })
        .filter(|it| !it.lines.is_empty())
        .collect()
}

/// How they prefer to be addressed, for readers of a language.
pub fn addresses(lang: Lang, facts: &Facts) -> Vec<Line> {
    facts
        .address
        .iter()
        .map(|it| {
            let text = Spoken::new(it.text.as_str(), Some(&it.language));
            Line::with(text, it.language.name(lang))
        })
        .collect()
}

fn lines(lang: Lang, facts: &Facts, field: ConsentField) -> Vec<Line> {
    let deeds = |all: &[Deed]| all.iter().map(|it| deed(lang, it)).collect();
    match field {
        ConsentField::Office => Vec::new(),
        ConsentField::Name => names(lang, facts),
        ConsentField::Languages => {
            let all = facts.languages.iter();
            all.map(|tag| Line::plain(tag.name(lang))).collect()
        }
        ConsentField::Contact => contact(facts),
        ConsentField::Areas => {
            let all = facts.areas.iter();
            all.map(|area| Line::plain(area.name(lang))).collect()
        }
        ConsentField::Countries => facts
            .countries
            .iter()
            .map(|country| Line {
                href: urls::country(*country),
                ..Line::plain(country.name(lang))
            })
            .collect(),
        ConsentField::Honours => deeds(&facts.honours),
        ConsentField::Statements => deeds(&facts.statements),
        ConsentField::Engagements => deeds(&facts.engagements),
    }
}

fn names(lang: Lang, facts: &Facts) -> Vec<Line> {
    let names = facts.names.iter().map(|it| {
        let language = it.language.as_ref().map(|tag| tag.name(lang));
        let text = Spoken::new(it.text.as_str(), it.language.as_ref());
        Line::with(text, language.unwrap_or_default())
    });
    let addressed = say::t(lang, "leaders-address");
    let addresses = addresses(lang, facts).into_iter().map(|line| Line {
        note: format!("{addressed} · {}", line.note),
        ..line
    });
    names.chain(addresses).collect()
}

fn contact(facts: &Facts) -> Vec<Line> {
    let email = facts.email.iter().map(|it| Line {
        href: format!("mailto:{}", it.readable()),
        ..Line::plain(it.readable())
    });
    let phone = facts.phone.iter().map(|it| Line {
        href: it.link(),
        ..Line::plain(it.as_str())
    });
    email.chain(phone).collect()
}

fn deed(lang: Lang, deed: &Deed) -> Line {
    let (source, source_href) = match &deed.source {
        Reference::Address(page) => (page.host_label(), page.to_string()),
        Reference::Words(words) => (words.to_string(), String::new()),
    };
    Line {
        source,
        source_href,
        ..Line::with(Spoken::new(deed.title.as_str(), None), date(lang, deed.on))
    }
}

/// Who said something, and when.
pub fn said(lang: Lang, source: &Source) -> String {
    let on = ("date", Arg::Text(say::day(lang, source.at.date_naive())));
    match (source.keeper, &source.organization) {
        (Keeper::Organization, Some((_, number))) => {
            let number = ("number", Arg::Text(number.to_string()));
            say::with(lang, "leaders-said-organization", &[number, on])
        }
        (Keeper::Themselves, _) => say::with(lang, "leaders-said-themselves", &[on]),
        _ => say::with(lang, "leaders-said-board", &[on]),
    }
}
