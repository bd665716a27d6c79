//! Inviting people into the team of an organization.

use axum::extract::State;

use super::{inviting, own, show};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::InvitationId;
use crate::invitation::policy;
use crate::web::{Answer, App, Chrome, Form, Path, urls};

/// `POST /home/organizations/{number}/team/invitations`
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<String>,
    Form(sent): Form,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::to_organization(&actor, &organization, own)?;
    let to = urls::my_team(organization.number);
    let form = match inviting::invite(&app, tx, &granted, sent, &to).await? {
        Ok(answer) => return Ok(answer),
        Err(form) => form,
    };
    let mut tx = app.db.begin().await?;
    show::answer(&mut tx, &chrome, (&actor, own), organization, form).await
}

/// `POST /home/organizations/{number}/team/invitations/{id}/resending`
pub async fn resend(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(String, InvitationId)>,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::to_organization(&actor, &organization, own)?;
    let to = urls::my_team(organization.number);
    let form = match inviting::resend(&app, tx, &granted, id, to).await? {
        Ok(answer) => return Ok(answer),
        Err(form) => form,
    };
    let mut tx = app.db.begin().await?;
    show::answer(&mut tx, &chrome, (&actor, own), organization, form).await
}

/// `POST /home/organizations/{number}/team/invitations/{id}/withdrawal`
pub async fn destroy(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path((number, id)): Path<(String, InvitationId)>,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::to_organization(&actor, &organization, own)?;
    let to = urls::my_team(organization.number);
    inviting::withdraw(&app, tx, &granted, id, to).await
}
