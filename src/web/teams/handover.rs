//! Handing the place of an owner over.

use axum::extract::State;

use super::{own, show};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{AccountId, HandoverId};
use crate::organization::{policy, team};
use crate::values::Problem;
use crate::web::{Answer, App, Chrome, Form, Path, Sheet, redirect_with_flash, urls};

/// `POST /home/organizations/{number}/team/handovers`
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<String>,
    Form(sent): Form,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::keep_team(&actor, &organization, own)?;
    let mut reader = sent.reader();
    let heir = reader.required("to", |text| {
        text.parse::<AccountId>().map_err(|_| match text {
            "" => Problem::Required,
            _ => Problem::UnknownCode,
        })
    });
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(heir) = heir else {
        let form = Sheet::with(sent, mistakes);
        return show::answer(&mut tx, &chrome, (&actor, own), organization, form).await;
    };
    team::offer(&mut tx, &granted, heir).await?;
    let to = urls::my_team(organization.number);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-team-offered")
}

/// `POST /home/organizations/{number}/team/handovers/{id}/acceptance`
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path((number, id)): Path<(String, HandoverId)>,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::keep_seat(&actor, &organization, own)?;
    team::accept_handover(&mut tx, &granted, id).await?;
    let to = urls::my_team(organization.number);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-team-taken-over")
}

/// `POST /home/organizations/{number}/team/handovers/{id}/ending`
pub async fn destroy(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path((number, id)): Path<(String, HandoverId)>,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::keep_seat(&actor, &organization, own)?;
    team::end_handover(&mut tx, &granted, id).await?;
    let to = urls::my_team(organization.number);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-team-offer-ended")
}
