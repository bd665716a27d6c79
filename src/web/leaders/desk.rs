//! All leaders at the desk: a list that is looked through by name, language, field of work and country. Whoever looks is on record.

use askama::Template;
use axum::http::StatusCode;

use super::mine::unkept;
use crate::actor::Actor;
use crate::db::Tx;
use crate::leader::{self, ListedLeader, WantedLeaders, policy};
use crate::say;
use crate::values::{Area, Country, Lang, LanguageTag, Line, RegistryNumber};
use crate::web::coordination::{Spoken, countries, languages, term};
use crate::web::{
    Answer, Chrome, Fields, Mistakes, Page, Query, Sheet, areas, filters, html_with, urls,
};

/// The last page that is turned to.
const LAST: i64 = 10_000;

#[derive(Template)]
#[template(path = "leaders/desk.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    languages: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    countries: Vec<(&'static str, &'static str)>,
    rows: Vec<Row>,
    /// Whether somebody is looked for, and not all are listed.
    is_search: bool,
    sees_everything: bool,
    previous: String,
    next: String,
}

struct Row {
    name: Spoken,
    href: String,
    title: Spoken,
    dates: String,
    organization: Spoken,
    number: RegistryNumber,
    country: Country,
    languages: String,
}

impl Row {
    fn new(lang: Lang, one: &ListedLeader) -> Self {
        let languages: Vec<String> = one.languages.iter().map(|it| it.name(lang)).collect();
        Self {
            name: Spoken::leader(&one.names, lang),
            href: urls::desk_leader(one.organization.number, one.id),
            title: Spoken::office(&one.office, lang),
            dates: match one.office.is_mistaken {
                true => say::t(lang, "leaders-mistaken"),
                false => term(lang, one.office.since, one.office.until),
            },
            organization: Spoken::organization(&one.organization),
            number: one.organization.number,
            country: one.organization.host_country,
            languages: say::list(lang, &languages),
        }
    }
}

fn read(fields: &Fields) -> (WantedLeaders, Mistakes) {
    let mut reader = fields.reader();
    let wanted = WantedLeaders {
        name: reader.optional("name", |text| Line::parse(text, 300)),
        language: reader.optional("language", LanguageTag::parse),
        area: reader.optional("area", Area::parse),
        country: reader.optional("country", Country::parse),
        host: reader.optional("host", Country::parse),
    };
    (wanted, reader.done().err().unwrap_or_default())
}

/// `GET /desk/leaders?name=&language=&area=&country=&host=&page=`. It writes down that somebody looked, and nothing else.
pub async fn index(actor: Actor, chrome: Chrome, mut tx: Tx, Query(query): Query) -> Answer {
    let granted = policy::look_through(&actor)?;
    let lang = chrome.lang;
    let (wanted, mistakes) = read(&query);
    let number = query.get("page").parse().unwrap_or(1).clamp(1, LAST);
    let is_wrong = !mistakes.is_empty();
    let (found, has_more) = match is_wrong {
        true => (Vec::new(), false),
        false => leader::look_through(&mut tx, &granted, &wanted, number - 1).await?,
    };
    let _ = tx.commit().await?;
    let to = |number: i64, there: bool| match there {
        true => {
            let number = number.to_string();
            let query = query.query_with(&[("page", Some(&number))]);
            format!("{}?{query}", urls::DESK_LEADERS)
        }
        false => String::new(),
    };
    let page = IndexPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "nav-desk"))
            .crumb("", say::t(lang, "leaders-title")),
        languages: languages(lang),
        areas: areas::options(lang, wanted.area),
        countries: countries(lang),
        rows: found.iter().map(|it| Row::new(lang, it)).collect(),
        is_search: ["name", "language", "area", "country", "host"]
            .iter()
            .any(|field| !query.get(field).trim().is_empty()),
        sees_everything: granted.hosts().is_none(),
        previous: to(number - 1, number > 1),
        next: to(number + 1, has_more),
        form: Sheet::with(query, mistakes),
    };
    let status = match is_wrong {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    Ok(unkept(html_with(status, lang, page)?))
}
