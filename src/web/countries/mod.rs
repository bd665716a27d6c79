//! A country's page: which organizations work there, and which are of people who come from there.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;

use super::directory::Finder;
use super::{Answer, App, Chrome, Error, Fields, Page, Path, filters, html, say};
use crate::db::Read;
use crate::search::{Facet, Filter};
use crate::values::Country;

const FACETS: &[Facet] = &[
    Facet::Community,
    Facet::Homeland,
    Facet::City,
    Facet::Area,
    Facet::Kind,
    Facet::Standing,
];

#[derive(Template)]
#[template(path = "countries/show.html")]
struct ShowPage {
    page: Page,
    country: Country,
    finder: Finder,
    /// How many organizations are of people who come from here.
    from_here: u64,
}

pub fn routes() -> Router<App> {
    Router::new().route("/countries/{code}", get(show))
}

async fn show(
    State(app): State<App>,
    chrome: Chrome,
    mut read: Read,
    Path(code): Path<String>,
) -> Answer {
    let country = Country::from_code(&code).ok_or(Error::NotFound)?;
    let fields: Fields = [("host", country.code())].into_iter().collect();
    // Its links lead on into the directory, where more can be asked.
    let finder = Finder::find(
        &app.directory,
        &mut read,
        chrome.lang,
        "/directory",
        &fields,
        FACETS,
    )
    .await?;
    let from = Filter {
        homeland: vec![country],
        ..Filter::default()
    };
    let from_here = app.directory.count(&mut read, &from).await?;
    let page = chrome
        .page()
        .crumb("/directory", say::t(chrome.lang, "directory-title"));
    html(
        chrome.lang,
        ShowPage {
            page,
            country,
            finder,
            from_here,
        },
    )
}
