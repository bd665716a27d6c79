//! Confirming an address. Programs that look through mail follow its links, so the link shows a page and its button acts.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Page, Path, filters, html, html_with, redirect_with_flash, urls,
};
use crate::account::{self, Purpose, Token};
use crate::db::{Read, Tx};

#[derive(Template)]
#[template(path = "accounts/confirmation.html")]
pub(super) struct ConfirmPage {
    pub page: Page,
    /// What is confirmed.
    pub title_key: &'static str,
    pub text_key: &'static str,
    pub action: String,
}

#[derive(Template)]
#[template(path = "accounts/bad_link.html")]
struct BadLinkPage {
    page: Page,
    again: &'static str,
}

/// The page of a link that does not work, or not any more.
pub(super) fn bad_link(chrome: &Chrome, again: &'static str) -> Answer {
    let page = chrome.page();
    let lang = chrome.lang;
    html_with(StatusCode::NOT_FOUND, lang, BadLinkPage { page, again })
}

/// The token of a link, if the link works.
pub(super) async fn working(
    read: &mut Read,
    purpose: Purpose,
    token: &str,
) -> crate::Result<Option<Token>> {
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    let now = read.now();
    let works = account::works(read, purpose, &token, now).await?;
    Ok(works.then_some(token))
}

/// The page with the button.
pub async fn new(chrome: Chrome, Path(token): Path<String>, mut read: Read) -> Answer {
    let Some(token) = working(&mut read, Purpose::Confirmation, &token).await? else {
        return bad_link(&chrome, urls::SIGN_UP);
    };
    let page = ConfirmPage {
        page: chrome.page(),
        title_key: "account-confirm-title",
        text_key: "account-confirm-text",
        action: urls::confirmation(token.expose()),
    };
    html(chrome.lang, page)
}

/// Confirms.
pub async fn create(
    State(app): State<App>,
    chrome: Chrome,
    Path(token): Path<String>,
    mut tx: Tx,
) -> Answer {
    let confirmed = match Token::parse(&token) {
        Some(token) => account::confirm(&mut tx, &token).await?,
        None => None,
    };
    if confirmed.is_none() {
        return bad_link(&chrome, urls::SIGN_UP);
    }
    redirect_with_flash(
        &app,
        tx.commit().await?,
        urls::SIGN_IN,
        "flash-account-confirmed",
    )
}
