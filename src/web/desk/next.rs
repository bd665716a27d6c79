//! The next case: one press takes the oldest that waits.

use axum::extract::State;

use crate::account;
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::Tx;
use crate::web::{Answer, App, redirect, redirect_with_flash, urls};

/// `POST /desk/next`
pub async fn create(actor: Actor, State(app): State<App>, mut tx: Tx) -> Answer {
    let granted = policy::take_next(&actor)?;
    // Nothing is handed to whoever said that they are away.
    let (person, vault, today) = (actor.person()?.id, tx.vault(), tx.today());
    if !account::away(&mut tx, &vault, &[person], today)
        .await?
        .is_empty()
    {
        let unchanged = tx.commit().await?;
        return redirect_with_flash(&app, unchanged, urls::DESK, "flash-desk-next-away");
    }
    let next = case::take_next(&mut tx, granted).await?;
    let committed = tx.commit().await?;
    match next {
        Some(id) => redirect(committed, urls::desk_case(id)),
        None => redirect_with_flash(&app, committed, urls::DESK, "flash-desk-nothing-next"),
    }
}
