//! The page of the numbers, and one of its tables as CSV.

use askama::Template;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use url::form_urlencoded::Serializer;

use super::chart::Chart;
use super::tables::{self, Table};
use crate::actor::Actor;
use crate::case::numbers::policy::{CanSeeNumbers, People as Whose};
use crate::case::numbers::{self, Month, Numbers, Period, policy};
use crate::db::{Dated, Read, Tx};
use crate::roster::write::CellWriter;
use crate::say;
use crate::values::Lang;
use crate::web::desk::People;
use crate::web::{Answer, App, Chrome, Error, Fields, Page, Query, Sheet, filters, html, urls};

#[derive(Template)]
#[template(path = "numbers/index.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    months: Vec<(String, String)>,
    charts: Vec<Chart>,
    tables: Vec<Shown>,
}

/// A table with the way to its file.
struct Shown {
    table: Table,
    file: String,
}

/// `GET /desk/numbers`
pub async fn index(chrome: Chrome, actor: Actor, Query(fields): Query, mut read: Read) -> Answer {
    let granted = policy::see(&actor)?;
    let (lang, today) = (chrome.lang, read.today());
    let period = asked(&fields, today);
    let first = numbers::first_month(&mut read, &granted).await?;
    let numbers = numbers::numbers(&mut read, &granted, period).await?;
    let tables = tables(&mut read, lang, &granted, &numbers).await?;
    let mut months = Month::all(first.min(period.first()), Month::of(today));
    months.reverse();
    let mut known = Fields::default();
    known.set("from", period.first().to_string());
    known.set("to", period.last().to_string());
    let page = IndexPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb("", say::t(lang, "numbers-title")),
        form: Sheet::of(known),
        months: months
            .into_iter()
            .map(|month| (month.to_string(), tables::month_name(lang, month)))
            .collect(),
        charts: vec![Chart::months(lang, &numbers), Chart::ages(lang, &numbers)],
        tables: tables
            .into_iter()
            .map(|table| Shown {
                file: file_of(table.id, period),
                table,
            })
            .collect(),
    };
    html(lang, page)
}

/// `GET /desk/numbers.csv`: counts alone, and of applicants nobody.
pub async fn file(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Query(fields): Query,
    mut tx: Tx,
) -> Answer {
    let granted = policy::see(&actor)?;
    let period = asked(&fields, tx.today());
    let numbers = numbers::numbers(&mut tx, &granted, period).await?;
    let wanted = fields.get("table");
    let table = tables(&mut tx, chrome.lang, &granted, &numbers)
        .await?
        .into_iter()
        .find(|table| table.id == wanted)
        .ok_or(Error::NotFound)?;
    // That it left is on record before it leaves.
    let rows = table.rows.len();
    numbers::taken_away(&mut tx, &granted, (table.id, period), rows).await?;
    let _ = tx.commit().await?;
    let broken = |error: std::io::Error| Error::Internal(error.to_string());
    let mut writer = CellWriter::new(Vec::new(), true).map_err(broken)?;
    writer.write(&table.head).map_err(broken)?;
    for row in &table.rows {
        writer.write(row).map_err(broken)?;
    }
    let day = app.db.clock().now().date_naive();
    Ok((
        [
            (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"desk-{}-{day}.csv\"", table.id),
            ),
        ],
        writer.finish().map_err(broken)?,
    )
        .into_response())
}

/// The period that an address names; the year up to now, where it names none.
fn asked(fields: &Fields, today: chrono::NaiveDate) -> Period {
    let month = |name| Month::parse(fields.get(name));
    Period::new(month("from"), month("to"), today)
}

fn file_of(table: &str, period: Period) -> String {
    let mut query = Serializer::new(String::new());
    query
        .append_pair("table", table)
        .append_pair("from", &period.first().to_string())
        .append_pair("to", &period.last().to_string());
    format!("{}?{}", urls::DESK_NUMBERS_FILE, query.finish())
}

async fn tables<C: Dated>(
    conn: &mut C,
    lang: Lang,
    granted: &CanSeeNumbers,
    numbers: &Numbers,
) -> crate::Result<Vec<Table>> {
    let vault = conn.vault();
    let accounts = numbers.people.iter().flatten().map(|it| it.account);
    let people = People::of(conn, &vault, accounts).await?;
    let is_own = matches!(granted.people(), Whose::Own(_));
    Ok(tables::all(lang, numbers, &people, is_own))
}
