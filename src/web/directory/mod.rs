//! The directory: anybody finds an organization, and whoever has a number learns what it stands for.

mod finder;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;

pub use finder::{Finder, city_name, dir_of};

use super::{Answer, App, Chrome, Page, Query, filters, html, say, see, urls};
use crate::db::Read;
use crate::organization;
use crate::search::{Facet, Filter, Hit};
use crate::values::RegistryNumber;

/// What visitors narrow the directory by.
const FACETS: &[Facet] = &[
    Facet::Standing,
    Facet::Kind,
    Facet::Area,
    Facet::Homeland,
    Facet::Community,
    Facet::Host,
    Facet::City,
    Facet::Language,
];

#[derive(Template)]
#[template(path = "directory/index.html")]
struct IndexPage {
    page: Page,
    finder: Finder,
    /// A registry number was typed, and nobody has it.
    unknown: Option<RegistryNumber>,
    /// Something like a registry number was typed, and a digit of it is wrong.
    mistyped: bool,
}

pub fn routes() -> Router<App> {
    Router::new()
        .route("/directory", get(index))
        .route("/directory/suggestions", get(suggestions))
}

async fn index(
    State(app): State<App>,
    chrome: Chrome,
    mut read: Read,
    Query(fields): Query,
) -> Answer {
    let text = fields.get("q");
    let number = RegistryNumber::parse(text).ok();
    if let Some(number) = number
        && organization::mention_by_number(&mut read, number)
            .await?
            .is_some()
    {
        return see(urls::organization(number));
    }
    let finder = Finder::find(
        &app.directory,
        &mut read,
        chrome.lang,
        "/directory",
        &fields,
        FACETS,
    )
    .await?;
    let page = chrome.page();
    html(
        chrome.lang,
        IndexPage {
            unknown: number,
            mistyped: number.is_none() && is_like_a_number(text),
            finder,
            page,
        },
    )
}

/// How many organizations are suggested to somebody who types.
const SUGGESTED: usize = 8;

/// What somebody may be typing, in the form of OpenSearch Suggestions 1.1: names, where they are, their pages. Our own
/// script shows it under the search box, and reads out the sentence at its end.
async fn suggestions(
    State(app): State<App>,
    chrome: Chrome,
    mut read: Read,
    Query(fields): Query,
) -> Answer {
    let filter = Filter::of_pairs([(Filter::TEXT, fields.get(Filter::TEXT))]);
    let hits = match filter.text.is_empty() {
        true => Vec::new(),
        false => app.directory.first(&mut read, &filter, SUGGESTED).await?,
    };
    let place = |hit: &Hit| {
        let country = hit.host_country.name(chrome.lang);
        hit.city.as_ref().map_or_else(
            || country.to_owned(),
            |city| say::list(chrome.lang, &[city.as_str(), country]),
        )
    };
    // Whoever is found by meaning says why, behind the place.
    let place = |hit: &Hit| {
        let pairs = hit.by_meaning.iter();
        let pairs: Vec<String> = pairs
            .map(|one| {
                format!(
                    "\u{2068}{}\u{2069} = \u{2068}{}\u{2069}",
                    one.typed, one.written
                )
            })
            .collect();
        match pairs.is_empty() {
            true => place(hit),
            false => format!(
                "{} · {} {}",
                place(hit),
                say::t(chrome.lang, "directory-by-meaning"),
                say::list(chrome.lang, &pairs)
            ),
        }
    };
    let names: Vec<&str> = hits.iter().map(|hit| hit.name.as_str()).collect();
    let places: Vec<String> = hits.iter().map(place).collect();
    let pages: Vec<String> = hits
        .iter()
        .map(|hit| urls::organization(hit.number))
        .collect();
    let said = say::t1(chrome.lang, "directory-suggestions", "count", hits.len());
    let body = serde_json::json!([filter.text, names, places, pages, { "said": said }]);
    let kind = [(CONTENT_TYPE, "application/x-suggestions+json")];
    Ok((kind, body.to_string()).into_response())
}

/// Whether somebody meant to type a registry number: its letters, and digits.
fn is_like_a_number(text: &str) -> bool {
    let plain: String = text
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .collect::<String>()
        .to_ascii_uppercase();
    plain
        .strip_prefix(RegistryNumber::PREFIX)
        .is_some_and(|digits| digits.len() >= 6 && digits.bytes().all(|b| b.is_ascii_digit()))
}

impl IndexPage {
    /// A title for the page: what is looked for, or the section.
    fn title(&self) -> String {
        let lang = self.page.lang;
        match self.finder.filter.text.as_str() {
            "" => say::t(lang, "directory-title"),
            text => say::t1(lang, "directory-title-of", "text", text.to_owned()),
        }
    }
}
