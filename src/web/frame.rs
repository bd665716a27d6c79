//! The frame around all handlers: it makes error pages in the reader's language, and forgets sentences that were shown.

use std::sync::{Arc, OnceLock};

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::REFERER;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::answer::{forget_flash, html_with, see};
use super::error::Failure;
use super::{App, Chrome, Error, Fields, Page, filters, urls};
use crate::actor::Actor;

/// Who sent the request, once somebody has looked.
#[derive(Clone, Default)]
struct Seen(Arc<OnceLock<Actor>>);

/// What somebody wrote in the form that they sent, once somebody has read it.
#[derive(Clone, Default)]
struct Written(Arc<OnceLock<Vec<String>>>);

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    failure: Failure,
    /// What they had written, where somebody else was faster: nothing typed is lost.
    written: Vec<String>,
    /// The page on which they did what came too late; empty where nobody knows.
    back: String,
}

/// Notes who sent the request, for an error page that may follow.
pub(super) fn remember(parts: &Parts, actor: &Actor) {
    if let Some(seen) = parts.extensions.get::<Seen>() {
        // A second look finds the same.
        let _ = seen.0.set(actor.clone());
    }
}

/// Notes what somebody wrote, for a page that may say that somebody else was faster.
pub(super) fn remember_words(parts: &Parts, fields: &Fields) {
    if let Some(written) = parts.extensions.get::<Written>() {
        let _ = written.0.set(words_of(fields));
    }
}

/// What of a form is words of a person: keys, codes, numbers and choices are one word each. A secret is never shown again.
fn words_of(fields: &Fields) -> Vec<String> {
    let is_secret = |name: &str| name.contains("password") || name.contains("code");
    fields
        .iter()
        .filter(|(name, value)| {
            !is_secret(name) && (value.trim().contains(char::is_whitespace) || value.contains('@'))
        })
        .map(|(_, value)| value.trim().to_owned())
        .collect()
}

/// The page of this site from which a form was sent, as the browser says it (RFC 9110, section 10.1.3).
fn came_from(parts: &Parts) -> String {
    let said = parts.headers.get(REFERER).and_then(|it| it.to_str().ok());
    let Some(url) = said.and_then(|it| url::Url::parse(it).ok()) else {
        return String::new();
    };
    let path = url.path();
    // Two strokes would begin another site's address.
    if path.starts_with("//") {
        return String::new();
    }
    match url.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    }
}

/// The path of an address without its query.
pub(super) fn path_of(address: &str) -> &str {
    address.split('?').next().unwrap_or_default()
}

/// The layer.
pub(super) async fn frame(State(app): State<App>, request: Request, next: Next) -> Response {
    let seen = Seen::default();
    let (mut parts, body) = request.into_parts();
    let written = Written::default();
    parts.extensions.insert(seen.clone());
    parts.extensions.insert(written.clone());
    let kept = parts.clone();
    let is_get = kept.method == axum::http::Method::GET;
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let actor = seen.0.get().cloned().unwrap_or(Actor::Visitor);
    let page = Chrome::of(&kept, &app, actor).page();
    if response.status() == StatusCode::REQUEST_TIMEOUT {
        response = Error::Timeout.into_response();
    }
    let Some(failure) = response.extensions_mut().remove::<Failure>() else {
        if response.status().is_success() && is_get {
            forget_flash(&app, &page, &mut response);
        }
        return response;
    };
    if failure.sign_in && is_get {
        return see(urls::sign_in_then(&page.path)).unwrap_or(response);
    }
    let status = response.status();
    let lang = page.lang;
    let written = match status {
        StatusCode::CONFLICT => written.0.get().cloned().unwrap_or_default(),
        _ => Vec::new(),
    };
    let back = match status {
        StatusCode::CONFLICT if !is_get => came_from(&kept),
        _ => String::new(),
    };
    let shown = ErrorPage {
        page,
        failure,
        written,
        back,
    };
    match html_with(status, lang, shown) {
        Ok(mut shown) => {
            for (name, value) in response.headers() {
                if name == axum::http::header::RETRY_AFTER {
                    shown.headers_mut().insert(name, value.clone());
                }
            }
            shown
        }
        Err(_) => response,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_is_to_a_page_of_this_site() {
        let back = |referer: &str| {
            let request = Request::builder().header(REFERER, referer);
            came_from(
                &request
                    .body(axum::body::Body::empty())
                    .unwrap()
                    .into_parts()
                    .0,
            )
        };
        let here = "https://concord.example/desk/groups/1/facts?a=b%20c#part";
        assert_eq!(back(here), "/desk/groups/1/facts?a=b%20c");
        for nowhere in [
            "",
            "nonsense",
            "https://concord.example//elsewhere.example/",
        ] {
            assert_eq!(back(nowhere), "", "{nowhere}");
        }
    }

    #[test]
    fn words_come_back_and_secrets_and_choices_do_not() {
        let fields: Fields = [
            ("reason", "It is true, and here is why."),
            ("email", "ani@example.org"),
            ("password", "correct horse battery staple"),
            ("new_password", "correct horse battery staple"),
            ("code", "1234 5678"),
            ("role", "member"),
            ("seen", "7"),
            ("empty", "  "),
        ]
        .into_iter()
        .collect();
        assert_eq!(
            words_of(&fields),
            ["It is true, and here is why.", "ani@example.org"]
        );
    }
}
