//! Teams: who looks after an organization, or writes a registration together; being let in, handing over, leaving.

mod answer;
mod case;
mod handover;
mod invitations;
pub mod inviting;
mod joining;
mod members;
mod show;

use axum::Router;
use axum::routing::{get, post};
use sqlx::PgConnection;

use super::{App, Error, Result};
use crate::actor::Actor;
use crate::organization::{self, Organization, team};
use crate::values::{Lang, RegistryNumber, TeamRole};
use crate::web::say;

pub use show::Invited;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/home/organizations/{number}/team", get(show::show))
        .route(
            "/home/organizations/{number}/team/leaving",
            post(members::leave),
        )
        .route(
            "/home/organizations/{number}/team/{account}/role",
            post(members::update),
        )
        .route(
            "/home/organizations/{number}/team/{account}/removal",
            post(members::destroy),
        )
        .route(
            "/home/organizations/{number}/team/invitations",
            post(invitations::create),
        )
        .route(
            "/home/organizations/{number}/team/invitations/{id}/resending",
            post(invitations::resend),
        )
        .route(
            "/home/organizations/{number}/team/invitations/{id}/withdrawal",
            post(invitations::destroy),
        )
        .route(
            "/home/organizations/{number}/team/handovers",
            post(handover::create),
        )
        .route(
            "/home/organizations/{number}/team/handovers/{id}/acceptance",
            post(handover::update),
        )
        .route(
            "/home/organizations/{number}/team/handovers/{id}/ending",
            post(handover::destroy),
        )
        .route(
            "/home/organizations/{number}/team/requests/{id}/answer",
            post(joining::update),
        )
        .route(
            "/organizations/{number}/join",
            get(joining::new).post(joining::create),
        )
        .route("/cases/{id}/team", get(case::show))
        .route("/cases/{id}/team/invitations", post(case::create))
        .route(
            "/cases/{id}/team/invitations/{invitation}/resending",
            post(case::resend),
        )
        .route(
            "/cases/{id}/team/invitations/{invitation}/withdrawal",
            post(case::withdraw),
        )
        .route("/cases/{id}/team/{account}/removal", post(case::remove))
        .route("/cases/{id}/team/leaving", post(case::leave))
        .route(
            "/invitations/{token}",
            get(answer::show).post(answer::create),
        )
        .route("/invitations/{token}/account", post(answer::sign_up))
        .route("/invitations/{token}/refusal", post(answer::destroy))
}

/// The organization with this number, and what the actor may do for it; to those outside of its team it is not there.
pub async fn own(
    conn: &mut PgConnection,
    actor: &Actor,
    number: &str,
) -> Result<(Organization, Option<TeamRole>)> {
    actor.person()?;
    let number = RegistryNumber::parse(number).map_err(|_| Error::NotFound)?;
    let found = organization::find_by_number(conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(conn, found.id, actor).await?;
    match own {
        None => Err(Error::NotFound),
        own => Ok((found, own)),
    }
}

/// The roles from which one chooses, each with what it means.
fn roles(lang: Lang) -> Vec<(&'static str, String)> {
    TeamRole::ALL
        .iter()
        .map(|role| {
            let key = match role {
                TeamRole::Owner => "team-role-owner-means",
                TeamRole::Editor => "team-role-editor-means",
                TeamRole::Reader => "team-role-reader-means",
            };
            (role.code(), say::t(lang, key))
        })
        .collect()
}

/// The same in a word.
fn role_names(lang: Lang) -> Vec<(&'static str, String)> {
    TeamRole::ALL
        .iter()
        .map(|role| (role.code(), say::t(lang, role.key())))
        .collect()
}

/// The languages of letters, each in itself.
pub fn langs() -> Vec<(&'static str, &'static str)> {
    Lang::ALL
        .iter()
        .map(|lang| (lang.code(), lang.autonym()))
        .collect()
}
