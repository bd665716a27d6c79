//! Ending the link of a leader's letter, as they themselves: the old one is dead at once, and another goes to the address on the
//! entry.

use axum::extract::State;

use super::themselves::whose;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::LeaderId;
use crate::leader;
use crate::web::{Answer, App, Error, Form, Path, redirect_with_flash, urls};

/// `POST /consents/{token}/link`
pub async fn create(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
    Form(fields): Form,
) -> Answer {
    let vault = tx.vault();
    let (id, can) = whose(&mut tx, &vault, &actor, &token).await?;
    let can = can.profile().ok_or(Error::NotFound)?;
    let seen = fields.get("seen").parse().map_err(|_| Error::NotFound)?;
    let is_sent = leader::renew_link(&mut tx, &can, id, seen).await?;
    // Whoever came by the link does not reach the entry by it any more.
    let to = match token.parse::<LeaderId>() {
        Ok(_) => urls::consents(&token),
        Err(_) => "/".to_owned(),
    };
    redirect_with_flash(&app, tx.commit().await?, to, said(is_sent))
}

/// What is said of a link that was ended.
pub const fn said(is_sent: bool) -> &'static str {
    match is_sent {
        true => "flash-leader-link-renewed",
        false => "flash-leader-link-ended",
    }
}
