//! The secret address at which a calendar asks for meetings: making it, ending it, and what stands there.

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse as _;

use super::own::load;
use crate::account::Token;
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::meeting::{self, policy};
use crate::web::teams::own;
use crate::web::{Answer, App, Chrome, Error, Fields, Path, html_with, redirect_with_flash, urls};

/// What a page says of the secret address of a calendar.
pub struct Secret {
    /// The key of what it is for.
    pub text_key: &'static str,
    /// Whether there is one.
    pub is_there: bool,
    /// It itself, when it was just made.
    pub address: Option<String>,
    /// Where it is made.
    pub make: String,
    /// Where it is ended.
    pub revoke: String,
}

impl Secret {
    /// The same, just made.
    #[must_use]
    pub fn shown(self, address: String) -> Self {
        Self {
            is_there: true,
            address: Some(address),
            ..self
        }
    }
}

/// `POST /home/organizations/{number}/calendar`: the page with the address, which is shown this once.
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<String>,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, &number).await?;
    let granted = policy::follow(&actor, &organization, role)?;
    let token = meeting::make_feed(&mut tx, &granted).await?;
    let address = format!("{}{}", app.config.url, urls::calendar(token.expose()));
    let (who, first) = ((&actor, &chrome), Fields::default());
    let page = load(&mut tx, who, (organization, &first), Some(address)).await?;
    let _ = tx.commit().await?;
    let answer = html_with(StatusCode::OK, chrome.lang, page)?;
    Ok(([(CACHE_CONTROL, "no-store")], answer).into_response())
}

/// `POST /home/organizations/{number}/calendar/revocation`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<String>,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, &number).await?;
    let granted = policy::follow(&actor, &organization, role)?;
    meeting::revoke_feed(&mut tx, &granted).await?;
    let (done, to) = (tx.commit().await?, urls::my_meetings(organization.number));
    redirect_with_flash(&app, done, to, "flash-calendar-revoked")
}

/// `GET /calendars/{token}`
pub async fn show(State(app): State<App>, mut conn: Read, Path(token): Path<String>) -> Answer {
    let token = Token::parse(&token).ok_or(Error::NotFound)?;
    let now = conn.now();
    let calendar = meeting::follow_feed(&mut conn, &token, &app.config.url, now)
        .await?
        .ok_or(Error::NotFound)?;
    let kind = "text/calendar; charset=utf-8";
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store")];
    Ok((headers, calendar).into_response())
}
