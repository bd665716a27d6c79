//! What owners change about members of their team, and leaving it.

use axum::extract::State;

use super::{own, show};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::AccountId;
use crate::organization::policy;
use crate::organization::team::{self, LastOwner};
use crate::values::TeamRole;
use crate::web::{
    Answer, App, Chrome, Error, Form, Mistakes, Path, Sheet, redirect_with_flash, urls,
};

/// `POST /home/organizations/{number}/team/{account}/role`
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, account)): Path<(String, AccountId)>,
    Form(sent): Form,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::keep_team(&actor, &organization, own)?;
    // Whoever is not there any more has no field on the page.
    if team::role_of(&mut tx, organization.id, account)
        .await?
        .is_none()
    {
        return Err(Error::Overtaken);
    }
    let field = format!("role-{account}");
    let mut reader = sent.reader();
    let role = reader.required(&field, TeamRole::parse);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let Some(role) = role {
        match team::change_role(&mut tx, &granted, account, role).await? {
            Ok(()) => {
                let to = urls::my_team(organization.number);
                return redirect_with_flash(&app, tx.commit().await?, to, "flash-team-role");
            }
            Err(LastOwner) => mistakes = Mistakes::one(field, "team-last-owner-role"),
        }
    }
    let form = Sheet::with(sent, mistakes);
    show::answer(&mut tx, &chrome, (&actor, own), organization, form).await
}

/// `POST /home/organizations/{number}/team/{account}/removal`
pub async fn destroy(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, account)): Path<(String, AccountId)>,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::keep_team(&actor, &organization, own)?;
    match team::remove(&mut tx, &granted, account).await? {
        Ok(()) => {
            let to = match actor.account() == Some(account) {
                true => urls::HOME.to_owned(),
                false => urls::my_team(organization.number),
            };
            redirect_with_flash(&app, tx.commit().await?, to, "flash-team-removed")
        }
        Err(LastOwner) => {
            let field = format!("role-{account}");
            let form = Sheet::with(
                Default::default(),
                Mistakes::one(field, "team-last-owner-leaves"),
            );
            show::answer(&mut tx, &chrome, (&actor, own), organization, form).await
        }
    }
}

/// `POST /home/organizations/{number}/team/leaving`
pub async fn leave(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<String>,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::keep_seat(&actor, &organization, own)?;
    match team::leave(&mut tx, &granted).await? {
        Ok(()) => redirect_with_flash(&app, tx.commit().await?, urls::HOME, "flash-team-left"),
        Err(LastOwner) => {
            let mistakes = Mistakes::one("leaving", "team-last-owner-leaves");
            let form = Sheet::with(Default::default(), mistakes);
            show::answer(&mut tx, &chrome, (&actor, own), organization, form).await
        }
    }
}
