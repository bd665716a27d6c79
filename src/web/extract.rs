//! What handlers ask of a request: addresses, queries, forms, transactions. A refusal is a page of ours, never plain text of a library.

use std::time::Duration;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::{App, Error, Fields, frame};
use crate::db::{Read, Tx};

/// The most bytes of a form without files.
const FORM_MAX: usize = 2 * 1024 * 1024;

/// The longest that a form may take to arrive: whoever sends it byte by byte wants the connection, not an answer.
const FORM_ARRIVES: Duration = Duration::from_secs(15);

/// What stands in the path of the address; anything that does not fit is not there.
#[derive(Debug)]
pub struct Path<T>(pub T);

/// The query of the address.
#[derive(Debug)]
pub struct Query(pub Fields);

/// A form that was sent.
#[derive(Debug)]
pub struct Form(pub Fields);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Error;

    #[expect(clippy::disallowed_types, reason = "the one place that wraps it")]
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        match axum::extract::Path::<T>::from_request_parts(parts, app).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            Err(_) => Err(Error::NotFound),
        }
    }
}

impl FromRequestParts<App> for Query {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Error> {
        let query = parts.uri.query().unwrap_or_default();
        Fields::parse(query.as_bytes())
            .map(Self)
            .ok_or(Error::TooLarge)
    }
}

impl FromRequest<App> for Form {
    type Rejection = Error;

    async fn from_request(request: Request, _: &App) -> Result<Self, Error> {
        let kind = request.headers().get(CONTENT_TYPE);
        let is_form = kind.is_some_and(|kind| {
            kind.as_bytes()
                .to_ascii_lowercase()
                .starts_with(b"application/x-www-form-urlencoded")
        });
        let (parts, body) = request.into_parts();
        let body = axum::body::to_bytes(body, FORM_MAX);
        let body = tokio::time::timeout(FORM_ARRIVES, body)
            .await
            .map_err(|_| Error::Timeout)?
            .map_err(|_| Error::TooLarge)?;
        // A form of one button has no fields, and some clients then say nothing of its kind.
        if !is_form && !body.is_empty() {
            return Err(Error::UnknownKind);
        }
        let fields = Fields::parse(&body).ok_or(Error::TooLarge)?;
        frame::remember_words(&parts, &fields);
        Ok(Self(fields))
    }
}

impl FromRequestParts<App> for Tx {
    type Rejection = Error;

    async fn from_request_parts(_: &mut Parts, app: &App) -> Result<Self, Error> {
        Ok(app.db.begin().await?)
    }
}

impl FromRequestParts<App> for Read {
    type Rejection = Error;

    async fn from_request_parts(_: &mut Parts, app: &App) -> Result<Self, Error> {
        Ok(app.db.read().await?)
    }
}
