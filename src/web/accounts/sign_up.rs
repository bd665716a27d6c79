//! Signing up.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Form, Mistakes, Page, Remote, Sheet, filters, html, html_with, redirect,
    urls,
};
use super::{length, name, note_weakness, slow_down};
use crate::account::{self, NewAccount, Paced, Password};
use crate::values::Email;

#[derive(Template)]
#[template(path = "accounts/sign_up.html")]
struct NewPage {
    page: Page,
    form: Sheet,
}

#[derive(Template)]
#[template(path = "accounts/sent.html")]
struct SentPage {
    page: Page,
    title_key: &'static str,
    text_key: &'static str,
    again: &'static str,
}

/// The form.
pub async fn new(chrome: Chrome) -> Answer {
    let (page, form) = (chrome.page(), Sheet::empty());
    html(chrome.lang, NewPage { page, form })
}

/// Signs up. Whether there is an account already, only the letter says.
pub async fn create(
    State(app): State<App>,
    chrome: Chrome,
    remote: Remote,
    Form(mut fields): Form,
) -> Answer {
    let mut reader = fields.reader();
    let name = reader.required("name", name);
    let email = reader.required("email", Email::parse);
    reader.required("password", length);
    let text = fields.get("password").to_owned();
    let mut mistakes = reader.done().err().unwrap_or_default();
    let password = strong(&mut mistakes, &text, email.as_ref(), name.as_deref()).await?;
    let (Some(email), Some(name), Some(password)) = (email, name, password) else {
        fields.remove("password");
        let (page, form) = (chrome.page(), Sheet::with(fields, mistakes));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return html_with(status, chrome.lang, NewPage { page, form });
    };
    let lang = chrome.lang;
    let new = NewAccount {
        email,
        name,
        lang,
        password,
    };
    match account::sign_up(&app.db, &remote.key(), new).await? {
        Paced::Done(committed) => redirect(committed, urls::SIGN_UP_SENT),
        Paced::Wait(wait) => Err(slow_down(wait)),
    }
}

/// A password that will do, if its length already does.
async fn strong(
    mistakes: &mut Mistakes,
    text: &str,
    email: Option<&Email>,
    name: Option<&str>,
) -> crate::Result<Option<Password>> {
    if length(text).is_err() {
        return Ok(None);
    }
    let personal = [email.map_or("", Email::as_str), name.unwrap_or_default()];
    match Password::choose(text, &personal).await? {
        Ok(password) => Ok(Some(password)),
        Err(weak) => {
            note_weakness(mistakes, "password", weak);
            Ok(None)
        }
    }
}

/// What to do next: look for the letter.
pub async fn show(chrome: Chrome) -> Answer {
    let sent = SentPage {
        page: chrome.page(),
        title_key: "account-sent-title",
        text_key: "account-sent-sign-up",
        again: urls::SIGN_UP,
    };
    html(chrome.lang, sent)
}

/// The same page for a new password.
pub(super) fn sent_reset(chrome: &Chrome) -> Answer {
    let sent = SentPage {
        page: chrome.page(),
        title_key: "account-sent-title",
        text_key: "account-sent-reset",
        again: urls::PASSWORD_RESET,
    };
    html(chrome.lang, sent)
}
