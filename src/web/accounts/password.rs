//! Another password, by somebody who knows the old one.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Form, Mistakes, Page, Sheet, filters, html, html_with,
    redirect_with_flash, urls,
};
use super::details::page;
use super::{length, note_weakness, proof, slow_down, with_session};
use crate::account::{self, Paced, Protected, policy};
use crate::actor::Actor;

#[derive(Template)]
#[template(path = "accounts/password.html")]
struct EditPage {
    page: Page,
    form: Sheet,
}

/// The form.
pub async fn edit(actor: Actor, chrome: Chrome) -> Answer {
    policy::own(&actor)?;
    let (page, form) = (page(&chrome), Sheet::empty());
    html(chrome.lang, EditPage { page, form })
}

/// Changes it. Other sessions end, and this one goes on.
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    Form(fields): Form,
) -> Answer {
    let own = policy::own(&actor)?;
    let mut reader = fields.reader();
    let old = reader.required("old", proof);
    let new = reader.required("password", length);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(old), Some(())) = (old, new) {
        let text = fields.get("password");
        match account::change_password(&app.db, &own, &old, text).await? {
            Paced::Wait(wait) => return Err(slow_down(wait)),
            Paced::Done(Protected::Made(Ok((token, committed)))) => {
                let answer =
                    redirect_with_flash(&app, committed, urls::ACCOUNT, "flash-password-changed");
                return with_session(&app, &token, answer);
            }
            Paced::Done(Protected::WrongPassword) => mistakes.add("old", "account-wrong-password"),
            Paced::Done(Protected::Made(Err(weak))) => {
                note_weakness(&mut mistakes, "password", weak)
            }
        }
    }
    again(&chrome, mistakes)
}

/// The form once more, without the secrets that were in it.
fn again(chrome: &Chrome, mistakes: Mistakes) -> Answer {
    let (page, form) = (page(chrome), Sheet::with(Default::default(), mistakes));
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    html_with(status, chrome.lang, EditPage { page, form })
}
