//! The initiatives, as the desk sees them: searched, filtered, in pages.

use askama::Template;

use crate::actor::Actor;
use crate::db::Read;
use crate::ids::InitiativeId;
use crate::initiative::{self, Filter, policy, proposal};
use crate::values::{Country, InitiativeStage};
use crate::web::coordination::{Spoken, choices};
use crate::web::{Answer, Chrome, Fields, Page, Query, Sheet, areas, filters, html, urls};

/// How many stand on a page.
const PER_PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "initiatives/index.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    stages: Vec<(&'static str, String)>,
    areas: Vec<(String, String)>,
    count: i64,
    is_filtered: bool,
    rows: Vec<Row>,
    previous: String,
    next: String,
    may_create: bool,
    waiting: i64,
}

struct Row {
    id: InitiativeId,
    title: Spoken,
    stage: InitiativeStage,
    areas: String,
    country: Option<Country>,
    city: String,
    partners: i64,
    is_published: bool,
}

/// `GET /desk/initiatives`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Query(mut query): Query,
) -> Answer {
    let scope = policy::desk(&actor)?;
    let lang = chrome.lang;
    let filter = Filter {
        words: query.get("q").to_owned(),
        stage: InitiativeStage::from_code(query.get("stage")),
        area: areas::renew(&mut query, "area"),
    };
    let count = initiative::count(&mut conn, scope, &filter).await?;
    let last = (count - 1).max(0) / PER_PAGE + 1;
    let number = query.get("page").parse().unwrap_or(1).clamp(1, last);
    let offset = (number - 1) * PER_PAGE;
    let found = initiative::list(&mut conn, scope, &filter, offset, PER_PAGE).await?;
    let seen = policy::see_proposals(&actor)?;
    let waiting = proposal::count_waiting(&mut conn, &seen).await?;
    let to = |number: i64, there: bool| match there {
        true => page_of(&query, number),
        false => String::new(),
    };
    html(
        lang,
        IndexPage {
            page: chrome.page(),
            stages: choices(
                lang,
                InitiativeStage::ALL,
                InitiativeStage::code,
                InitiativeStage::key,
            ),
            areas: areas::options(lang, filter.area),
            count,
            waiting,
            is_filtered: !filter.words.is_empty()
                || filter.stage.is_some()
                || filter.area.is_some(),
            previous: to(number - 1, number > 1),
            next: to(number + 1, number < last),
            may_create: policy::keep(&actor).is_ok(),
            rows: found
                .into_iter()
                .map(|row| Row {
                    id: row.id,
                    title: Spoken::title(&row.texts, lang),
                    stage: row.stage,
                    areas: areas::names(lang, &row.areas).join(" · "),
                    country: row.host_country,
                    city: row.city.map(String::from).unwrap_or_default(),
                    partners: row.partners,
                    is_published: row.is_published,
                })
                .collect(),
            form: Sheet::of(query),
        },
    )
}

fn page_of(query: &Fields, number: i64) -> String {
    let number = number.to_string();
    let query = query.query_with(&[("page", Some(&number))]);
    format!("{}?{query}", urls::DESK_INITIATIVES)
}
