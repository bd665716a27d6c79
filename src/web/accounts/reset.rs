//! A new password for somebody who forgot theirs.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Form, Mistakes, Page, Path, Remote, Sheet, filters, html, html_with,
    redirect, redirect_with_flash, urls,
};
use super::confirmation::{bad_link, working};
use super::{note_weakness, slow_down, without_session};
use crate::account::{self, Paced, Purpose, Reset, Token};
use crate::db::Read;
use crate::values::Email;

#[derive(Template)]
#[template(path = "accounts/reset.html")]
struct NewPage {
    page: Page,
    form: Sheet,
}

#[derive(Template)]
#[template(path = "accounts/new_password.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    action: String,
}

/// The form that asks for a link.
pub async fn new(chrome: Chrome) -> Answer {
    let (page, form) = (chrome.page(), Sheet::empty());
    html(chrome.lang, NewPage { page, form })
}

/// Sends a link, if there is an account.
pub async fn create(
    State(app): State<App>,
    chrome: Chrome,
    remote: Remote,
    Form(fields): Form,
) -> Answer {
    let mut reader = fields.reader();
    let email = reader.required("email", Email::parse);
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(email) = email else {
        let (page, form) = (chrome.page(), Sheet::with(fields, mistakes));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return html_with(status, chrome.lang, NewPage { page, form });
    };
    match account::ask(&app.db, &remote.key(), &email).await? {
        Paced::Done(committed) => redirect(committed, urls::PASSWORD_RESET_SENT),
        Paced::Wait(wait) => Err(slow_down(wait)),
    }
}

/// What to do next: look for the letter.
pub async fn show(chrome: Chrome) -> Answer {
    super::sign_up::sent_reset(&chrome)
}

/// The form for the new password.
pub async fn edit(chrome: Chrome, Path(token): Path<String>, mut read: Read) -> Answer {
    let Some(token) = working(&mut read, Purpose::Password, &token).await? else {
        return bad_link(&chrome, urls::PASSWORD_RESET);
    };
    let action = urls::password_reset(token.expose());
    let (page, form) = (chrome.page(), Sheet::empty());
    html(chrome.lang, EditPage { page, form, action })
}

/// Sets the new password.
pub async fn update(
    State(app): State<App>,
    chrome: Chrome,
    Path(token): Path<String>,
    Form(fields): Form,
) -> Answer {
    let Some(token) = Token::parse(&token) else {
        return bad_link(&chrome, urls::PASSWORD_RESET);
    };
    match account::reset(&app.db, &token, fields.get("password")).await? {
        Reset::BadLink => bad_link(&chrome, urls::PASSWORD_RESET),
        Reset::Weak(weak) => {
            let mut mistakes = Mistakes::default();
            note_weakness(&mut mistakes, "password", weak);
            let action = urls::password_reset(token.expose());
            let (page, form) = (chrome.page(), Sheet::with(Default::default(), mistakes));
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            html_with(status, chrome.lang, EditPage { page, form, action })
        }
        Reset::Done(committed) => {
            let answer =
                redirect_with_flash(&app, committed, urls::SIGN_IN, "flash-password-reset");
            without_session(&app, answer)
        }
    }
}
