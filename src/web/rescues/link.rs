//! The page behind the link of a letter by which an owner stops a rescue. Only its button acts.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;

use crate::account::Token;
use crate::db::{Read, Tx};
use crate::organization::{self, Organization};
use crate::rescue::{self, Stage, policy};
use crate::web::{
    Answer, App, Chrome, Error, Page, Path, filters, html, html_with, redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "rescues/link.html")]
struct ShowPage {
    page: Page,
    organization: Organization,
    until: NaiveDate,
    here: String,
}

#[derive(Template)]
#[template(path = "rescues/over.html")]
struct OverPage {
    page: Page,
}

impl ShowPage {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }
}

fn over(chrome: &Chrome) -> Answer {
    let page = chrome.page();
    html_with(StatusCode::NOT_FOUND, chrome.lang, OverPage { page })
}

/// `GET /rescues/{token}`
pub async fn show(chrome: Chrome, mut conn: Read, Path(token): Path<String>) -> Answer {
    let Some(token) = Token::parse(&token) else {
        return over(&chrome);
    };
    let vault = conn.vault();
    let Some((found, _)) = rescue::of_link(&mut conn, &vault, &token).await? else {
        return over(&chrome);
    };
    let Stage::Cooling { until } = found.stage else {
        return over(&chrome);
    };
    let organization = organization::find(&mut conn, found.organization)
        .await?
        .ok_or(Error::NotFound)?;
    let show = ShowPage {
        page: chrome.page(),
        organization,
        until,
        here: urls::rescue_link(token.expose()),
    };
    html(chrome.lang, show)
}

/// `POST /rescues/{token}`
pub async fn destroy(
    State(app): State<App>,
    chrome: Chrome,
    mut tx: Tx,
    Path(token): Path<String>,
) -> Answer {
    let Some(token) = Token::parse(&token) else {
        return over(&chrome);
    };
    let vault = tx.vault();
    let Some(found) = rescue::of_link(&mut tx, &vault, &token).await? else {
        return over(&chrome);
    };
    rescue::stop(&mut tx, policy::stop_by_link(found)?).await?;
    redirect_with_flash(&app, tx.commit().await?, "/", "flash-rescue-stopped")
}
