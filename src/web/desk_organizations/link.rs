//! Ending the link of a leader at the desk: another goes to the address on the entry, and where there is none, the board is told.

use axum::extract::State;

use super::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::LeaderId;
use crate::leader::{self, policy};
use crate::organization::team;
use crate::values::RegistryNumber;
use crate::web::leaders::link::said;
use crate::web::{Answer, App, Error, Form, Path, redirect_with_flash, urls};

/// `POST /desk/organizations/{number}/leaders/{id}/link`
pub async fn create(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, _) = seen(&mut tx, &actor, number).await?;
    let own = team::role_of_actor(&mut tx, organization.id, &actor).await?;
    let can = policy::keep_profile(&actor, &organization, own)?;
    let seen = fields.get("seen").parse().map_err(|_| Error::NotFound)?;
    let is_sent = leader::renew_link(&mut tx, &can, id, seen).await?;
    let to = urls::desk_leader(number, id);
    redirect_with_flash(&app, tx.commit().await?, to, said(is_sent))
}
