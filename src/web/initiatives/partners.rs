//! Which organizations carry an initiative, at the initiative's own page.

use axum::extract::State;

use super::asked::sentence;
use super::show;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{AssignmentId, InitiativeId};
use crate::initiative::{self, policy};
use crate::radar;
use crate::values::InitiativeRole;
use crate::web::coordination::organization_of;
use crate::web::{
    Answer, App, Chrome, Error, Form, Mistakes, Path, Sheet, redirect_with_flash, urls,
};

/// `POST /desk/initiatives/{id}/partners`: asks an organization.
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<InitiativeId>,
    Form(fields): Form,
) -> Answer {
    let granted = policy::ask(&actor, id)?;
    initiative::find(&mut tx, policy::desk(&actor)?, id)
        .await?
        .ok_or(Error::NotFound)?;
    let mut reader = fields.reader();
    let organization = organization_of(&mut tx, &mut reader, "number").await?;
    let role = reader.required("role", InitiativeRole::parse);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(organization), Some(role)) = (organization, role) {
        match initiative::ask(&mut tx, &granted, organization.id, role).await? {
            Ok(_) => {
                let (done, to) = (tx.commit().await?, urls::desk_initiative(id));
                return redirect_with_flash(&app, done, to, "flash-initiative-partner-asked");
            }
            Err(why) => mistakes = Mistakes::one("number", sentence(why)),
        }
    }
    let (vault, now, form) = (tx.vault(), tx.now(), Sheet::with(fields, mistakes));
    show::again(&mut tx, (&vault, now), &actor, &chrome, id, form).await
}

/// `POST /desk/initiatives/{id}/partners/{partnership}/ending`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((id, partnership)): Path<(InitiativeId, AssignmentId)>,
) -> Answer {
    let granted = policy::keep(&actor)?;
    initiative::remove(&mut tx, &granted, partnership).await?;
    radar::look(&mut tx, id).await?;
    let (done, to) = (tx.commit().await?, urls::desk_initiative(id));
    redirect_with_flash(&app, done, to, "flash-initiative-partner-removed")
}
