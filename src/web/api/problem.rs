//! What went wrong, for programs (RFC 9457).

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::values::Lang;
use crate::web::error::Failure;
use crate::web::say;

/// A problem with a sentence that says what to do about it.
pub(super) fn problem(status: StatusCode, detail: &str) -> Response {
    let body = json!({
        "type": "about:blank",
        "title": status.canonical_reason().unwrap_or_default(),
        "status": status.as_u16(),
        "detail": detail,
    });
    let kind = [(CONTENT_TYPE, "application/problem+json")];
    (status, kind, body.to_string()).into_response()
}

/// What a page would say.
pub(super) fn of_failure(status: StatusCode, failure: &Failure) -> Response {
    problem(status, &say::t(Lang::En, &failure.text_key()))
}
