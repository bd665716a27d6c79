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

#[derive(Template)]
#[template(path = "accounts/closure.html")]
struct NewPage {
    page: Page,
    form: Sheet,
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
        match account::close(&app.db, &own, &password).await? {
            Paced::Wait(wait) => return Err(slow_down(wait)),
            Paced::Done(Protected::Made(committed)) => {
                let answer =
                    redirect_with_flash(&app, committed, urls::SIGN_IN, "flash-account-closed");
                return without_session(&app, answer);
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
