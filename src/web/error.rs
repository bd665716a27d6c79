//! Everything that a request can fail by, and what people see then: a sentence, a way onward, and for our own faults a number that the log knows.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::actor::Denied;
use crate::db::DbError;
use crate::ids::IncidentId;
use crate::vault::VaultError;

/// Why a request fails.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing is there, or nothing for this person.
    #[error("not found")]
    NotFound,
    /// It was there for anybody, and was taken away.
    #[error("gone")]
    Gone,
    /// A link that was ended, or is too old.
    #[error("a link that was ended")]
    LinkEnded,
    /// Theirs to see, and not to do.
    #[error("forbidden")]
    Forbidden,
    /// Whoever it is must sign in first.
    #[error("nobody is signed in")]
    SignIn,
    /// Somebody else was faster.
    #[error("overtaken")]
    Overtaken,
    /// It could be done until a moment that has passed.
    #[error("the time for it is over")]
    TooLate,
    /// More than is taken.
    #[error("too large")]
    TooLarge,
    /// Not a form.
    #[error("unknown kind of content")]
    UnknownKind,
    /// Too many tries; how many seconds to wait.
    #[error("too many tries")]
    SlowDown(u64),
    /// Sent from another site's page.
    #[error("cross-site")]
    CrossSite,
    /// It took too long.
    #[error("timeout")]
    Timeout,
    /// All connections to the database are busy.
    #[error("busy")]
    Busy,
    /// Our own fault; what happened is for the log alone.
    #[error("internal: {0}")]
    Internal(String),
}

/// The result of a handler.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What the frame makes an error page of.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The key of the page's title; `…-text` is the sentence.
    pub key: &'static str,
    /// The number that the log has beside the cause.
    pub incident: Option<IncidentId>,
    /// Seconds to wait.
    pub wait: Option<u64>,
    /// Whether signing in would help.
    pub sign_in: bool,
}

impl Error {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone | Self::LinkEnded => StatusCode::GONE,
            Self::Forbidden | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Overtaken | Self::TooLate => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnknownKind => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::SlowDown(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Timeout => StatusCode::REQUEST_TIMEOUT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    const fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "error-not-found",
            Self::Gone => "error-gone",
            Self::LinkEnded => "error-link-ended",
            Self::Forbidden => "error-forbidden",
            Self::SignIn => "error-sign-in",
            Self::Overtaken => "error-overtaken",
            Self::TooLate => "error-too-late",
            Self::TooLarge => "error-too-large",
            Self::UnknownKind => "error-unknown-kind",
            Self::SlowDown(_) => "error-slow-down",
            Self::CrossSite => "error-cross-site",
            Self::Timeout => "error-timeout",
            Self::Busy => "error-busy",
            Self::Internal(_) => "error-internal",
        }
    }
}

impl IntoResponse for Error {
    /// A response without a body; the frame around all handlers makes a page of it in the reader's language.
    fn into_response(self) -> Response {
        let incident = match &self {
            Self::Internal(what) => {
                let incident = IncidentId::fresh();
                tracing::error!(%incident, what, "a request failed");
                Some(incident)
            }
            _ => None,
        };
        let failure = Failure {
            key: self.key(),
            incident,
            wait: match self {
                Self::SlowDown(seconds) => Some(seconds),
                _ => None,
            },
            sign_in: matches!(self, Self::SignIn),
        };
        let mut response = self.status().into_response();
        if let Some(wait) = failure.wait {
            response
                .headers_mut()
                .insert(axum::http::header::RETRY_AFTER, wait.into());
        }
        response.extensions_mut().insert(failure);
        response
    }
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Hidden => Self::NotFound,
            Denied::Forbidden => Self::Forbidden,
            Denied::SignIn => Self::SignIn,
        }
    }
}

impl From<crate::Error> for Error {
    fn from(error: crate::Error) -> Self {
        match error {
            crate::Error::NotFound => Self::NotFound,
            crate::Error::Denied(denied) => denied.into(),
            crate::Error::Overtaken => Self::Overtaken,
            crate::Error::TooLate => Self::TooLate,
            crate::Error::Ended => Self::LinkEnded,
            crate::Error::Db(error) => error.into(),
            crate::Error::Vault(error) => error.into(),
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<VaultError> for Error {
    fn from(error: VaultError) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Internal(format!("a template: {error}"))
    }
}

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut => Self::Busy,
            other => Self::Internal(crate::error::for_log(other)),
        }
    }
}

impl Failure {
    /// The key of the sentence under the title.
    pub fn text_key(&self) -> String {
        format!("{}-text", self.key)
    }
}
