//! The initiatives, as the desk sees them and as everybody does: searched, filtered, in pages.

use askama::Template;
use sqlx::PgConnection;

use crate::actor::Actor;
use crate::db::Read;
use crate::ids::InitiativeId;
use crate::initiative::policy::{self, Scope};
use crate::initiative::{self, Filter, proposal};
use crate::values::{Country, InitiativeStage};
use crate::web::coordination::{Spoken, choices, countries};
use crate::web::{Answer, Chrome, Fields, Page, Query, Result, Sheet, areas, filters, html, urls};

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
    countries: Vec<(&'static str, &'static str)>,
    rows: Vec<Row>,
    previous: String,
    next: String,
    /// Where the list is.
    here: &'static str,
    /// What the desk sees besides; nothing for everybody else.
    desk: Option<Desk>,
}

/// What only the desk sees.
struct Desk {
    may_create: bool,
    /// How many proposals wait.
    waiting: i64,
}

struct Row {
    href: String,
    title: Spoken,
    stage: InitiativeStage,
    areas: String,
    country: Option<Country>,
    city: String,
    partners: i64,
    is_published: bool,
}

/// `GET /desk/initiatives`
pub async fn index(actor: Actor, chrome: Chrome, mut conn: Read, Query(query): Query) -> Answer {
    let scope = policy::desk(&actor)?;
    let seen = policy::see_proposals(&actor)?;
    let desk = Desk {
        may_create: policy::keep(&actor).is_ok(),
        waiting: proposal::count_waiting(&mut conn, &seen).await?,
    };
    let page = load(&mut conn, &chrome, scope, query, Some(desk)).await?;
    html(chrome.lang, page)
}

/// `GET /initiatives`: those that are published.
pub async fn public(chrome: Chrome, mut conn: Read, Query(query): Query) -> Answer {
    let page = load(&mut conn, &chrome, policy::public(), query, None).await?;
    html(chrome.lang, page)
}

async fn load(
    conn: &mut PgConnection,
    chrome: &Chrome,
    scope: Scope,
    mut query: Fields,
    desk: Option<Desk>,
) -> Result<IndexPage> {
    let lang = chrome.lang;
    let filter = Filter {
        words: query.get("q").to_owned(),
        stage: InitiativeStage::from_code(query.get("stage")),
        area: areas::renew(&mut query, "area"),
        country: Country::from_code(query.get("country")),
    };
    let (here, to_one): (_, fn(InitiativeId) -> String) = match desk {
        Some(_) => (urls::DESK_INITIATIVES, urls::desk_initiative),
        None => (urls::INITIATIVES, urls::initiative),
    };
    let count = initiative::count(conn, scope, &filter).await?;
    let last = (count - 1).max(0) / PER_PAGE + 1;
    let number = query.get("page").parse().unwrap_or(1).clamp(1, last);
    let offset = (number - 1) * PER_PAGE;
    let found = initiative::list(conn, scope, &filter, offset, PER_PAGE).await?;
    let to = |number: i64, there: bool| match there {
        true => {
            let number = number.to_string();
            let query = query.query_with(&[("page", Some(&number))]);
            format!("{here}?{query}")
        }
        false => String::new(),
    };
    Ok(IndexPage {
        page: chrome.page(),
        stages: choices(
            lang,
            InitiativeStage::ALL,
            InitiativeStage::code,
            InitiativeStage::key,
        ),
        areas: areas::options(lang, filter.area),
        countries: countries(lang),
        count,
        is_filtered: !filter.words.is_empty()
            || filter.stage.is_some()
            || filter.area.is_some()
            || filter.country.is_some(),
        previous: to(number - 1, number > 1),
        next: to(number + 1, number < last),
        here,
        desk,
        rows: found
            .into_iter()
            .map(|row| Row {
                href: to_one(row.id),
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
    })
}
