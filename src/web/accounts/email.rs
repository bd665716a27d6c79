//! Another address.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Form, Page, Path, Sheet, filters, html, html_with, redirect_with_flash,
    urls,
};
use super::confirmation::{ConfirmPage, bad_link, working};
use super::details::page;
use super::{proof, slow_down};
use crate::account::{self, Paced, Protected, Purpose, Token, policy};
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::values::Email;

#[derive(Template)]
#[template(path = "accounts/email.html")]
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

/// Sends a link to the new address.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    Form(mut fields): Form,
) -> Answer {
    let own = policy::own(&actor)?;
    let mut reader = fields.reader();
    let email = reader.required("email", Email::parse);
    let password = reader.required("password", proof);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(email), Some(password)) = (&email, &password) {
        match account::ask_for_email(&app.db, &own, password, email).await? {
            Paced::Wait(wait) => return Err(slow_down(wait)),
            Paced::Done(Protected::Made(committed)) => {
                return redirect_with_flash(&app, committed, urls::ACCOUNT, "flash-email-asked");
            }
            Paced::Done(Protected::WrongPassword) => {
                mistakes.add("password", "account-wrong-password");
            }
        }
    }
    fields.remove("password");
    let (page, form) = (page(&chrome), Sheet::with(fields, mistakes));
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    html_with(status, chrome.lang, EditPage { page, form })
}

/// The page of the link, with the button.
pub async fn confirm(chrome: Chrome, Path(token): Path<String>, mut read: Read) -> Answer {
    let Some(token) = working(&mut read, Purpose::Email, &token).await? else {
        return bad_link(&chrome, urls::ACCOUNT_EMAIL);
    };
    let page = ConfirmPage {
        page: chrome.page(),
        title_key: "account-confirm-email-title",
        text_key: "account-confirm-email-text",
        action: urls::email_change(token.expose()),
    };
    html(chrome.lang, page)
}

/// Moves the account.
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    Path(token): Path<String>,
    mut tx: Tx,
) -> Answer {
    let moved = match Token::parse(&token) {
        Some(token) => account::change_email(&mut tx, &actor, &token).await?,
        None => false,
    };
    if !moved {
        return bad_link(&chrome, urls::ACCOUNT_EMAIL);
    }
    redirect_with_flash(
        &app,
        tx.commit().await?,
        urls::ACCOUNT,
        "flash-email-changed",
    )
}
