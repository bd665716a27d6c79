//! The pairs that the radar suggests, those first that overlap most.

use askama::Template;

use super::view::{Written, by_id, percent, reasons};
use crate::actor::Actor;
use crate::db::Read;
use crate::ids::InitiativeId;
use crate::radar::{self, Filter, OverlapState, policy};
use crate::say;
use crate::values::Country;
use crate::web::coordination::{Spoken, choices, countries};
use crate::web::{Answer, Chrome, Page, Query, Sheet, areas, filters, html, urls};

/// How many stand on a page.
const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "overlaps/index.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    states: Vec<(&'static str, String)>,
    countries: Vec<(&'static str, &'static str)>,
    areas: Vec<(String, String)>,
    count: i64,
    rows: Vec<Row>,
    previous: String,
    next: String,
}

struct Row {
    href: String,
    one: Spoken,
    other: Spoken,
    score: i64,
    reasons: Vec<String>,
}

/// `GET /desk/radar`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Query(mut query): Query,
) -> Answer {
    let granted = policy::see(&actor)?;
    let lang = chrome.lang;
    let filter = Filter {
        state: OverlapState::from_code(query.get("state")),
        country: Country::from_code(query.get("country")),
        area: areas::renew(&mut query, "area"),
    };
    let count = radar::count(&mut conn, &granted, &filter).await?;
    let last = (count - 1).max(0) / PER_PAGE + 1;
    let number = query.get("page").parse().unwrap_or(1).clamp(1, last);
    let found = radar::list(
        &mut conn,
        &granted,
        &filter,
        (number - 1) * PER_PAGE,
        PER_PAGE,
    )
    .await?;
    let ids: Vec<InitiativeId> = found
        .iter()
        .flat_map(|pair| [pair.one, pair.other])
        .collect();
    let initiatives = by_id(&mut conn, granted.scope(), &ids).await?;
    let written = Written::of(initiatives.values(), false);
    let title = |id| {
        let found = initiatives.get(&id);
        found.map_or_else(Spoken::default, |it| Spoken::title(&it.said.texts, lang))
    };
    let to = |number: i64, there: bool| match there {
        true => {
            let number = number.to_string();
            let query = query.query_with(&[("page", Some(&number))]);
            format!("{}?{query}", urls::DESK_RADAR)
        }
        false => String::new(),
    };
    let page = chrome
        .page()
        .crumb(urls::DESK_INITIATIVES, say::t(lang, "nav-initiatives"))
        .crumb("", say::t(lang, "radar-title"));
    html(
        lang,
        IndexPage {
            page,
            states: choices(
                lang,
                OverlapState::ALL,
                OverlapState::code,
                OverlapState::key,
            ),
            countries: countries(lang),
            areas: areas::options(lang, filter.area),
            count,
            rows: found
                .iter()
                .map(|pair| Row {
                    href: urls::desk_overlap(pair.id),
                    one: title(pair.one),
                    other: title(pair.other),
                    score: percent(pair.score),
                    reasons: reasons(lang, pair, &written, true),
                })
                .collect(),
            previous: to(number - 1, number > 1),
            next: to(number + 1, number < last),
            form: Sheet::of(query),
        },
    )
}
