//! Answers: a page, or the way to one.

use askama::Template;
use axum::http::header::{CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Response};

use super::filters::Reading;
use super::{App, Error, Page, Result, cookies};
use crate::db::Committed;
use crate::values::Lang;

/// What handlers give back.
pub type Answer = Result<Response>;

/// A page, 200.
pub fn html(lang: Lang, page: impl Template) -> Answer {
    html_with(StatusCode::OK, lang, page)
}

/// A page with another status, such as 422 for a form that came back.
pub fn html_with(status: StatusCode, lang: Lang, page: impl Template) -> Answer {
    let body = page.render_with_values(&Reading(lang))?;
    Ok((status, [(CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response())
}

/// To a page that shows what was done (303). Only a write that landed has somewhere to go.
pub fn redirect(_: Committed, to: impl AsRef<str>) -> Answer {
    see(to)
}

/// The same, with a sentence for that page.
pub fn redirect_with_flash(
    app: &App,
    _: Committed,
    to: impl AsRef<str>,
    flash: &'static str,
) -> Answer {
    see_with_flash(app, to, flash)
}

/// To another page, where nothing was written.
pub fn see(to: impl AsRef<str>) -> Answer {
    let to = HeaderValue::try_from(to.as_ref()).map_err(|_| Error::NotFound)?;
    Ok((StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response())
}

/// The same, with a sentence for that page.
pub fn see_with_flash(app: &App, to: impl AsRef<str>, flash: &'static str) -> Answer {
    let cookie = cookies::set(app, cookies::FLASH, flash, 60);
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), see(to)?).into_response())
}

/// To where something is for good (308). No cache keeps it, because what was merged may be taken back.
pub fn moved(to: impl AsRef<str>) -> Answer {
    let to = HeaderValue::try_from(to.as_ref()).map_err(|_| Error::NotFound)?;
    Ok((StatusCode::PERMANENT_REDIRECT, [(LOCATION, to)]).into_response())
}

/// A sentence that was shown is not shown again.
pub(super) fn forget_flash(app: &App, page: &Page, response: &mut Response) {
    if page.flash.is_some()
        && let Ok(cookie) = cookies::set(app, cookies::FLASH, "", 0).parse()
    {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}
