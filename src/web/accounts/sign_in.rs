//! Signing in and out.

use askama::Template;
use axum::extract::State;
use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, StatusCode};

use super::super::{
    Answer, App, Chrome, Fields, Form, Page, Query, Remote, Sheet, cookies, filters, html,
    html_with, redirect, redirect_with_flash, see, urls,
};
use super::{proof, slow_down, with_session, without_session};
use crate::account::{self, Attempt, Paced, policy};
use crate::actor::Actor;
use crate::case;
use crate::db::Tx;
use crate::values::Email;

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct NewPage {
    page: Page,
    form: Sheet,
}

/// The form; whoever is signed in already goes on.
pub async fn new(actor: Actor, chrome: Chrome, Query(query): Query) -> Answer {
    if actor.person().is_ok() {
        return see(onward(&actor, query.get("back")));
    }
    let back: Fields = [("back", query.get("back"))].into_iter().collect();
    let (page, form) = (chrome.page(), Sheet::of(back));
    html(chrome.lang, NewPage { page, form })
}

/// Signs in.
pub async fn create(
    State(app): State<App>,
    chrome: Chrome,
    remote: Remote,
    headers: HeaderMap,
    Form(mut fields): Form,
) -> Answer {
    let mut reader = fields.reader();
    let email = reader.required("email", Email::parse);
    let password = reader.required("password", proof);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(email), Some(password)) = (&email, &password) {
        let agent = headers.get(USER_AGENT).and_then(|it| it.to_str().ok());
        let attempt = Attempt {
            email,
            password,
            remote: &remote.key(),
            agent: agent.unwrap_or_default(),
            before: cookies::get(&headers, cookies::session_name(app.config.secure)),
        };
        match account::sign_in(&app.db, attempt).await? {
            Paced::Wait(wait) => return Err(slow_down(wait)),
            Paced::Done(Some(welcome)) => {
                let actor = Actor::Person(welcome.person);
                let to = onward(&actor, fields.get("back"));
                return with_session(&app, &welcome.token, redirect(welcome.committed, to));
            }
            Paced::Done(None) => mistakes.add("email", "sign-in-wrong"),
        }
    }
    fields.remove("password");
    let (page, form) = (chrome.page(), Sheet::with(fields, mistakes));
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    html_with(status, chrome.lang, NewPage { page, form })
}

/// Signs out. Whoever is signed out already is as well off.
pub async fn destroy(State(app): State<App>, actor: Actor, mut tx: Tx) -> Answer {
    if let Ok(own) = policy::own(&actor) {
        // Nobody waits for somebody who is gone.
        case::release_all(&mut tx, &actor).await?;
        account::sign_out(&mut tx, &own).await?;
    }
    let answer = redirect_with_flash(&app, tx.commit().await?, urls::SIGN_IN, "flash-signed-out");
    without_session(&app, answer)
}

/// Where a person goes from the sign-in page: back to where they wanted to be, or to their own first page.
fn onward<'a>(actor: &Actor, back: &'a str) -> &'a str {
    match urls::local(back) {
        Some(back) if !back.starts_with(urls::SIGN_IN) => back,
        _ if actor.has_desk() => "/desk",
        _ => "/home",
    }
}
