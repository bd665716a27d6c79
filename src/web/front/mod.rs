//! The home page, and what machines ask every site for.

mod machines;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;

use super::{Answer, App, Chrome, Page, filters, html, urls};
use crate::db::Read;
use crate::search::{Facet, Filter, Totals};
use crate::values::Country;

/// How many countries the home page names.
const COUNTRIES: usize = 12;

#[derive(Template)]
#[template(path = "front/index.html")]
struct IndexPage {
    page: Page,
    totals: Totals,
    countries: Vec<Place>,
}

/// A country and how many organizations work there.
struct Place {
    href: String,
    name: &'static str,
    count: u64,
}

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(index))
        .route("/robots.txt", get(machines::robots))
        .route("/sitemap.xml", get(machines::sitemap))
        .route("/.well-known/security.txt", get(machines::security))
        .route("/sitemaps/pages.xml", get(machines::sitemap_of_pages))
        .route(
            "/sitemaps/organizations.xml",
            get(machines::sitemap_of_organizations),
        )
        .route("/opensearch.xml", get(machines::opensearch))
}

async fn index(State(app): State<App>, chrome: Chrome, mut read: Read) -> Answer {
    let totals = app.directory.totals(&mut read).await?;
    let all = Filter::default();
    let hosts = app.directory.values(&mut read, &all, Facet::Host).await?;
    let countries = hosts
        .iter()
        .take(COUNTRIES)
        .filter_map(|bucket| {
            let country = Country::from_code(&bucket.value)?;
            Some(Place {
                href: urls::country(country),
                name: country.name(chrome.lang),
                count: bucket.count,
            })
        })
        .collect();
    html(
        chrome.lang,
        IndexPage {
            page: chrome.page(),
            totals,
            countries,
        },
    )
}
