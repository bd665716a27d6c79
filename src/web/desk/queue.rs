//! The queue: every case that somebody of the desk sees, by search and filter, the oldest first.

use askama::Template;

use super::filter::{self, Chosen};
use super::view::{People, Row};
use crate::actor::{Actor, Denied};
use crate::case::{self, Scope, StageCode};
use crate::db::Read;
use crate::ids::CaseId;
use crate::say;
use crate::values::{Area, CaseKind, Country, Lang};
use crate::web::{Answer, Chrome, Page, Query, Sheet, areas, filters, html, urls};

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    choices: Choices,
    chosen: Vec<Chosen>,
    stages: Vec<Facet>,
    total: i64,
    cases: Vec<Row>,
    previous: String,
    next: String,
}

/// What the lists of the filter offer.
struct Choices {
    kinds: Vec<(&'static str, String)>,
    countries: Vec<(&'static str, &'static str)>,
    areas: Vec<(String, String)>,
    held: Vec<(&'static str, String)>,
}

/// A stage with how many cases of the filter stand there.
struct Facet {
    stage: StageCode,
    count: i64,
    on: bool,
    href: String,
}

/// `GET /desk/cases`
pub async fn index(
    chrome: Chrome,
    actor: Actor,
    Query(mut fields): Query,
    mut read: Read,
) -> Answer {
    let person = actor.person()?;
    if !actor.has_desk() {
        return Err(Denied::Hidden.into());
    }
    areas::renew(&mut fields, "area");
    let (vault, today, lang) = (read.vault(), read.today(), chrome.lang);
    let asked = filter::read(&fields, person.id);
    let scope = Scope::of(&mut read, &actor).await?;
    let counts = case::count_by_stage(&mut read, &scope, &asked.filter).await?;
    let found = case::list(&mut read, &scope, &asked.filter, asked.cursor).await?;
    let holders = found.cases.iter().filter_map(|it| it.holder_id);
    let people = People::of(&mut read, &vault, holders)
        .await?
        .and_absences(&mut read, &vault, today)
        .await?;

    let stage = asked.filter.stage;
    let total = counts
        .iter()
        .filter(|(code, _)| stage.is_none_or(|stage| stage == *code))
        .map(|(_, count)| count)
        .sum();
    let stages = counts
        .into_iter()
        .filter(|(code, count)| *count > 0 || stage == Some(*code))
        .map(|(code, count)| {
            let on = stage == Some(code);
            Facet {
                stage: code,
                count,
                on,
                href: filter::address(&fields, &[("stage", (!on).then_some(code.code()))]),
            }
        })
        .collect();
    let page = |name, case: Option<CaseId>| {
        case.map(|case| filter::address(&fields, &[(name, Some(&case.to_string()))]))
            .unwrap_or_default()
    };
    html(
        lang,
        IndexPage {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb("", say::t(lang, "desk-cases-title")),
            choices: Choices::of(lang, asked.filter.area),
            chosen: filter::chosen(lang, &fields, &asked.filter),
            stages,
            total,
            cases: found
                .cases
                .iter()
                .map(|case| Row::of(lang, today, &people, case))
                .collect(),
            previous: page("before", found.previous),
            next: page("after", found.next),
            form: Sheet::of(fields),
        },
    )
}

impl Choices {
    fn of(lang: Lang, area: Option<Area>) -> Self {
        let named = |code, key| (code, say::t(lang, key));
        Self {
            kinds: CaseKind::ALL
                .iter()
                .map(|it| named(it.code(), it.key()))
                .collect(),
            countries: Country::sorted(lang)
                .iter()
                .map(|it| (it.code(), it.name(lang)))
                .collect(),
            areas: areas::options(lang, area),
            held: vec![
                named("me", "desk-held-me"),
                named("nobody", "desk-held-nobody"),
            ],
        }
    }
}
