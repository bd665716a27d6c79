//! The next case: one press takes one that waits, of one's lanes if one has some.

use axum::extract::State;

use crate::account;
use crate::actor::Actor;
use crate::case::{self, Desk, policy};
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
    let desk = Desk::of(&mut tx, &actor).await?;
    let lanes = case::lanes(&mut tx, &actor).await?;
    let next = case::take_next(&mut tx, granted, &desk, &lanes).await?;
    let committed = tx.commit().await?;
    let nothing = match lanes.is_empty() {
        true => "flash-desk-nothing-next",
        false => "flash-desk-nothing-in-lanes",
    };
    match next {
        Some(id) => redirect(committed, urls::desk_case(id)),
        None => redirect_with_flash(&app, committed, urls::DESK, nothing),
    }
}
