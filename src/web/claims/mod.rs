//! Claiming an organization that is listed and that nobody looks after.

mod evidence;
mod new;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

use super::App;
use crate::organization::Organization;
use crate::say;
use crate::values::{Problem, Prose, RegistryNumber};
use crate::web::documents::Shown;
use crate::web::{Answer, Chrome, Page, Sheet, filters, html_with, urls};

/// The longest evidence.
const EVIDENCE_MOST: usize = 6_000;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/organizations/{number}/claim",
            get(new::new).post(new::create),
        )
        .route(
            "/cases/{id}/evidence",
            get(evidence::edit).post(evidence::update),
        )
}

#[derive(Template)]
#[template(path = "claims/form.html")]
struct FormPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    action: String,
    /// What the board asks for, if the claim came back.
    asked: Option<String>,
    /// Whether somebody is its owner already.
    has_owner: bool,
    /// The papers that prove it; none before the claim is begun.
    papers: Vec<Shown>,
}

/// What the page is about, besides the organization.
struct About {
    action: String,
    asked: Option<String>,
    has_owner: bool,
    papers: Vec<Shown>,
}

impl About {
    /// A claim that nobody began yet.
    fn new(number: RegistryNumber, has_owner: bool) -> Self {
        Self {
            action: urls::claim(number),
            asked: None,
            has_owner,
            papers: Vec::new(),
        }
    }
}

impl FormPage {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }
}

/// Evidence as it was typed.
fn evidence(text: &str) -> Result<Prose, Problem> {
    Prose::parse(text, EVIDENCE_MOST)
}

fn page(
    chrome: &Chrome,
    organization: Organization,
    about: About,
    status: StatusCode,
    form: Sheet,
) -> Answer {
    let page = chrome
        .page()
        .crumb(
            urls::organization(organization.number),
            organization.name.clone(),
        )
        .crumb("", say::t(chrome.lang, "claim-title"));
    let form = FormPage {
        page,
        form,
        organization,
        action: about.action,
        asked: about.asked,
        has_owner: about.has_owner,
        papers: about.papers,
    };
    html_with(status, chrome.lang, form)
}
