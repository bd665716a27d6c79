//! Publishing an initiative.

use axum::extract::State;

use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::InitiativeId;
use crate::initiative::{self, policy};
use crate::radar;
use crate::web::{Answer, App, Error, Path, redirect_with_flash, urls};

/// `POST /desk/initiatives/{id}/publication`
pub async fn create(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<InitiativeId>,
) -> Answer {
    let granted = policy::keep(&actor)?;
    initiative::find(&mut tx, policy::desk(&actor)?, id)
        .await?
        .ok_or(Error::NotFound)?;
    initiative::publish(&mut tx, &granted, id).await?;
    radar::look(&mut tx, id).await?;
    let (done, to) = (tx.commit().await?, urls::desk_initiative(id));
    redirect_with_flash(&app, done, to, "flash-initiative-published")
}
