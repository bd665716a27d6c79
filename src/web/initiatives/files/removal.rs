//! Taking a picture or a document out of what a team proposes, and with that off the public page.

use axum::extract::State;

use super::place::Place;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{InitiativeFileId, ProposedInitiativeId};
use crate::initiative::files;
use crate::values::RegistryNumber;
use crate::web::{Answer, App, Path, redirect_with_flash};

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
