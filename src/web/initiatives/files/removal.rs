//! Taking a picture or a document out: its team of what it proposes or anybody sees, the board of what anybody sees.

use axum::extract::State;

use super::place::Place;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{InitiativeFileId, InitiativeId, ProposedInitiativeId};
use crate::initiative::{files, policy};
use crate::values::RegistryNumber;
use crate::web::{Answer, App, Path, redirect_with_flash, urls};

/// `POST /home/organizations/{number}/initiatives/{id}/files/{file}/removal`
pub async fn create(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id, file)): Path<(RegistryNumber, ProposedInitiativeId, InitiativeFileId)>,
) -> Answer {
    let vault = tx.vault();
    let place = Place::find(&mut tx, &vault, &actor, (number, id)).await?;
    let granted = place.keep(&actor)?;
    files::remove(&mut tx, &granted, file).await?;
    let (done, to) = (tx.commit().await?, place.here());
    redirect_with_flash(&app, done, to, "flash-initiative-file-removed")
}

/// `POST /desk/initiatives/{id}/files/{file}/removal`
pub async fn at_desk(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((id, file)): Path<(InitiativeId, InitiativeFileId)>,
) -> Answer {
    let granted = policy::keep(&actor)?;
    files::take_down(&mut tx, &granted, (id, file)).await?;
    let (done, to) = (tx.commit().await?, urls::desk_initiative(id));
    redirect_with_flash(&app, done, to, "flash-initiative-file-removed")
}
