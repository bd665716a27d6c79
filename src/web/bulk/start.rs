//! Beginning what was planned, leaving it, and doing again what came to nothing.

use axum::extract::State;

use crate::actor::Actor;
use crate::bulk::policy::{self, CanAct};
use crate::bulk::{self, BulkAct};
use crate::db::Tx;
use crate::ids::BulkId;
use crate::web::{Answer, App, Path, Result, redirect, redirect_with_flash, urls};

/// What somebody planned, and that they may go on with it.
async fn mine(tx: &mut Tx, actor: &Actor, id: BulkId) -> Result<(CanAct, BulkAct)> {
    let vault = tx.vault();
    let found = bulk::find(tx, &vault, actor, id).await?;
    Ok((policy::go_on(actor, &found)?, found))
}

/// `POST /desk/bulk/{id}/start`
pub(super) async fn create(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<BulkId>,
) -> Answer {
    let (granted, found) = mine(&mut tx, &actor, id).await?;
    // Pressed twice, or in two tabs: it was begun, and its page says how far it is.
    let begun = bulk::start(&mut tx, &granted, &found).await?;
    let (done, to) = (tx.commit().await?, urls::desk_bulk(id));
    match begun {
        true => redirect_with_flash(&app, done, to, "flash-bulk-begun"),
        false => redirect(done, to),
    }
}

/// `POST /desk/bulk/{id}/drop`
pub(super) async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<BulkId>,
) -> Answer {
    let (granted, found) = mine(&mut tx, &actor, id).await?;
    let left = bulk::leave(&mut tx, &granted, &found).await?;
    let done = tx.commit().await?;
    match left {
        true => redirect_with_flash(&app, done, urls::DESK_BULK, "flash-bulk-dropped"),
        false => redirect(done, urls::desk_bulk(id)),
    }
}

/// `POST /desk/bulk/{id}/again`
pub(super) async fn again(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<BulkId>,
) -> Answer {
    let (granted, found) = mine(&mut tx, &actor, id).await?;
    match bulk::again(&mut tx, &granted, &found).await? {
        Ok(next) => redirect(tx.commit().await?, urls::desk_bulk(next)),
        Err(_) => {
            let (done, to) = (tx.commit().await?, urls::desk_bulk(id));
            redirect_with_flash(&app, done, to, "flash-error-bulk-nothing-again")
        }
    }
}
