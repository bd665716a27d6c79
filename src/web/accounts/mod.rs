//! Accounts: signing up and in, and what people do with their own account.

mod absence;
mod closure;
mod confirmation;
mod details;
mod email;
mod letters;
mod password;
mod reset;
mod session;
mod show;
mod sign_in;
mod sign_up;
mod unsubscribe;

#[cfg(test)]
mod urls_test;

use std::time::Duration;

use axum::Router;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse};
use axum::routing::{get, post};

use super::{Answer, App, Error, cookies};
use crate::account::{LONGEST, SHORTEST, Token, Weak};
use crate::values::{Lang, Line, Problem};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/sign-up", get(sign_up::new).post(sign_up::create))
        .route("/sign-up/sent", get(sign_up::show))
        .route(
            "/confirmation/{token}",
            get(confirmation::new).post(confirmation::create),
        )
        .route("/sign-in", get(sign_in::new).post(sign_in::create))
        .route("/sign-out", post(sign_in::destroy))
        .route("/password-reset", get(reset::new).post(reset::create))
        .route("/password-reset/sent", get(reset::show))
        .route(
            "/password-reset/{token}",
            get(reset::edit).post(reset::update),
        )
        .route(
            "/email-change/{token}",
            get(email::confirm).post(email::update),
        )
        .route("/account", get(show::show))
        .route("/account/details", get(details::edit).post(details::update))
        .route("/account/email", get(email::edit).post(email::create))
        .route(
            "/account/password",
            get(password::edit).post(password::update),
        )
        .route("/account/absence", get(absence::edit).post(absence::update))
        .route("/account/absence/ending", post(absence::destroy))
        .route("/account/letters", get(letters::edit).post(letters::update))
        .route(
            "/unsubscribe/{token}",
            get(unsubscribe::new).post(unsubscribe::create),
        )
        .route("/account/closure", get(closure::new).post(closure::create))
        .route("/account/sessions/{id}/end", post(session::destroy))
}

/// How long browsers keep the cookie; the session itself ends sooner for most.
const TWO_WEEKS: u64 = 14 * 24 * 60 * 60;

/// An answer that also gives the browser the token of its session.
pub(super) fn with_session(app: &App, token: &Token, answer: Answer) -> Answer {
    let name = cookies::session_name(app.config.secure);
    let cookie = cookies::set(app, name, token.expose(), TWO_WEEKS);
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), answer?).into_response())
}

/// An answer that also takes the token away.
fn without_session(app: &App, answer: Answer) -> Answer {
    let name = cookies::session_name(app.config.secure);
    let cookie = cookies::set(app, name, "", 0);
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), answer?).into_response())
}

/// Too many tries: how long to wait.
fn slow_down(wait: Duration) -> Error {
    Error::SlowDown(wait.as_secs() + 1)
}

/// What a person is called.
pub(super) fn name(text: &str) -> Result<Line, Problem> {
    Line::parse(text, 100)
}

/// A language of the portal.
fn lang(text: &str) -> Result<Lang, Problem> {
    Lang::parse(text)
}

/// The languages from which one chooses, each in itself.
fn langs() -> Vec<(&'static str, &'static str)> {
    Lang::ALL
        .iter()
        .map(|lang| (lang.code(), lang.autonym()))
        .collect()
}

/// Notes why a password cannot be chosen.
pub(super) fn note_weakness(mistakes: &mut super::Mistakes, field: &str, weak: Weak) {
    mistakes.add_with(field, weak.key(), weak.args());
}

/// The length of a password, known before anything is looked up.
pub(super) fn length(text: &str) -> Result<(), Problem> {
    match text.chars().count() {
        0 => Err(Problem::Required),
        n if n < SHORTEST => Err(Problem::TooShort { min: SHORTEST }),
        n if n > LONGEST => Err(Problem::TooLong { max: LONGEST }),
        _ => Ok(()),
    }
}

/// A password that is there for proof; whether it is right is not seen by looking at it.
fn proof(text: &str) -> Result<crate::account::Password, Problem> {
    match text {
        "" => Err(Problem::Required),
        text if text.chars().count() > LONGEST => Err(Problem::TooLong { max: LONGEST }),
        text => Ok(crate::account::Password::typed(text)),
    }
}
