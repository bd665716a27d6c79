//! Closing one's own account.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Form, Page, Sheet, filters, html, html_with, redirect_with_flash, urls,
};
use super::details::page;
use super::{proof, slow_down, without_session};
use crate::account::{self, Paced, Protected, policy};
use crate::actor::Actor;
use crate::leader;
use crate::organization::Organization;

#[derive(Template)]
#[template(path = "accounts/closure.html")]
struct NewPage {
    page: Page,
    form: Sheet,
}

/// An organization that would be without an owner.
struct Orphan {
    name: String,
    lang: String,
    href: String,
}

#[derive(Template)]
#[template(path = "accounts/only_owner.html")]
struct OnlyOwnerPage {
    page: Page,
    orphans: Vec<Orphan>,
}

/// Why an account cannot be closed now, and what to do first.
fn only_owner(chrome: &Chrome, orphans: Vec<Organization>) -> Answer {
    let orphans = orphans
        .into_iter()
        .map(|organization| Orphan {
            lang: organization
                .name_language
                .map(|language| language.to_string())
                .unwrap_or_default(),
            href: urls::my_team(organization.number),
            name: organization.name,
        })
        .collect();
    let page = page(chrome);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    html_with(status, chrome.lang, OnlyOwnerPage { page, orphans })
}

/// What it means, and the form.
pub async fn new(actor: Actor, chrome: Chrome) -> Answer {
    policy::own(&actor)?;
    let (page, form) = (page(&chrome), Sheet::empty());
    html(chrome.lang, NewPage { page, form })
}

/// Closes it.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    Form(fields): Form,
) -> Answer {
    let own = policy::own(&actor)?;
    let mut reader = fields.reader();
    let password = reader.required("password", proof);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let Some(password) = password {
        match account::prove_own(&app.db, &own, &password).await? {
            Paced::Wait(wait) => return Err(slow_down(wait)),
            Paced::Done(Protected::Made(proven)) => {
                let mut tx = app.db.begin().await?;
                match leader::close_account(&mut tx, proven).await? {
                    Ok(()) => {
                        let done = tx.commit().await?;
                        let to = urls::SIGN_IN;
                        let answer = redirect_with_flash(&app, done, to, "flash-account-closed");
                        return without_session(&app, answer);
                    }
                    Err(orphans) => return only_owner(&chrome, orphans),
                }
            }
            Paced::Done(Protected::WrongPassword) => {
                mistakes.add("password", "account-wrong-password");
            }
        }
    }
    let (page, form) = (page(&chrome), Sheet::with(Default::default(), mistakes));
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    html_with(status, chrome.lang, NewPage { page, form })
}
