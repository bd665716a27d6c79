//! The name, and the language of letters.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse};

use super::super::{
    Answer, App, Chrome, Error, Fields, Form, Page, Sheet, cookies, filters, html, html_with,
    redirect_with_flash, say, urls,
};
use super::{TWO_WEEKS, lang, langs, name};
use crate::account::{self, policy};
use crate::actor::Actor;
use crate::db::{Read, Tx};

#[derive(Template)]
#[template(path = "accounts/details.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    langs: Vec<(&'static str, &'static str)>,
}

/// The form, with what is known.
pub async fn edit(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let own = policy::own(&actor)?;
    let vault = read.vault();
    let account = account::find(&mut read, &vault, own.person().id).await?;
    let account = account.ok_or(Error::NotFound)?;
    let known: Fields = [
        ("name", account.name.as_str()),
        ("lang", account.lang.code()),
    ]
    .into_iter()
    .collect();
    let (page, form, langs) = (page(&chrome), Sheet::of(known), langs());
    html(chrome.lang, EditPage { page, form, langs })
}

/// Changes both. The pages follow the language of letters, which one can change back at the top of each.
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Form(fields): Form,
) -> Answer {
    let own = policy::own(&actor)?;
    let mut reader = fields.reader();
    let name = reader.required("name", name);
    let lang = reader.required("lang", lang);
    let mistakes = reader.done().err().unwrap_or_default();
    let (Some(name), Some(lang)) = (name, lang) else {
        let (page, form) = (page(&chrome), Sheet::with(fields, mistakes));
        let langs = langs();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return html_with(status, chrome.lang, EditPage { page, form, langs });
    };
    account::update(&mut tx, &own, &name, lang).await?;
    let answer = redirect_with_flash(
        &app,
        tx.commit().await?,
        urls::ACCOUNT,
        "flash-account-updated",
    )?;
    let cookie = cookies::set(&app, cookies::LANGUAGE, lang.code(), 26 * TWO_WEEKS);
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), answer).into_response())
}

/// A page under one's account.
pub(super) fn page(chrome: &Chrome) -> Page {
    chrome
        .page()
        .crumb(urls::ACCOUNT, say::t(chrome.lang, "account-title"))
}
