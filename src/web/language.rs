//! The switch of languages: remembered in a cookie, back to the page it was pressed on.

use axum::Router;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse};
use axum::routing::post;

use super::{Answer, App, Form, cookies, see, urls};
use crate::values::Lang;

/// A year, in seconds.
const YEAR: u64 = 365 * 24 * 60 * 60;

pub fn routes() -> Router<App> {
    Router::new().route("/language", post(update))
}

async fn update(State(app): State<App>, Form(fields): Form) -> Answer {
    let back = see(urls::local(fields.get("back")).unwrap_or("/"))?;
    // A language that there is not changes nothing; the page that it was asked on says which there are.
    let Some(lang) = Lang::from_code(fields.get("lang")) else {
        return Ok(back);
    };
    let cookie = cookies::set(&app, cookies::LANGUAGE, lang.code(), YEAR);
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), back).into_response())
}
