//! The secret address at which a leader's own calendar asks for the meetings at which they sit: made and ended on the page of their
//! consents.

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse as _;

use super::themselves::{load, whose};
use crate::actor::Actor;
use crate::db::Tx;
use crate::meeting::{self, policy};
use crate::web::{Answer, App, Chrome, Path, Sheet, html_with, redirect_with_flash, urls};

/// `POST /consents/{token}/calendar`: the page with the address, which is shown this once.
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
) -> Answer {
    let vault = tx.vault();
    let (id, can) = whose(&mut tx, &vault, &actor, &token).await?;
    let granted = policy::follow_themselves(&can, id)?;
    let secret = meeting::make_feed(&mut tx, &granted).await?;
    let address = format!("{}{}", app.config.url, urls::calendar(secret.expose()));
    let mut page = load(
        &mut tx,
        (&actor, &chrome),
        (&token, id, &can),
        Sheet::empty(),
    )
    .await?;
    page.calendar = page.calendar.map(|it| it.shown(address));
    let _ = tx.commit().await?;
    let answer = html_with(StatusCode::OK, chrome.lang, page)?;
    Ok(([(CACHE_CONTROL, "no-store")], answer).into_response())
}

/// `POST /consents/{token}/calendar/revocation`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
) -> Answer {
    let vault = tx.vault();
    let (id, can) = whose(&mut tx, &vault, &actor, &token).await?;
    let granted = policy::follow_themselves(&can, id)?;
    meeting::revoke_feed(&mut tx, &granted).await?;
    let (done, to) = (tx.commit().await?, urls::consents(&token));
    redirect_with_flash(&app, done, to, "flash-calendar-revoked")
}
