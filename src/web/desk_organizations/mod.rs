//! An organization at the desk: all that the registry has of it, and putting it into groups, into initiatives and into
//! a coordinator's hands.

mod asked;
mod consents;
mod coordinator;
mod entering;
mod evidence;
mod initiatives;
mod leader;
mod leaders;
mod link;
mod memberships;
mod offices;
mod person;
mod reversal;
mod show;
mod succession;

use axum::Router;
use axum::routing::{get, post};
use sqlx::PgConnection;

use super::{App, Error, Result};
use crate::actor::Actor;
use crate::organization::{self, Organization, policy::CanSeeAll, team};
use crate::values::RegistryNumber;

/// The addresses of organizations at the desk.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/organizations/{number}", get(show::show))
        .route(
            "/desk/organizations/{number}/memberships",
            get(memberships::new).post(memberships::create),
        )
        .route(
            "/desk/organizations/{number}/memberships/{id}/ending",
            post(memberships::destroy),
        )
        .route(
            "/desk/organizations/{number}/coordinator",
            get(coordinator::edit).post(coordinator::update),
        )
        .route(
            "/desk/organizations/{number}/coordinator/release",
            post(coordinator::destroy),
        )
        .route(
            "/desk/organizations/{number}/initiatives",
            get(initiatives::new).post(initiatives::create),
        )
        .route(
            "/desk/organizations/{number}/initiatives/{id}/ending",
            post(initiatives::destroy),
        )
        .route("/desk/organizations/{number}/leaders", get(leaders::index))
        .route(
            "/desk/organizations/{number}/offices/{id}",
            get(offices::edit).post(offices::update),
        )
        .route(
            "/desk/organizations/{number}/offices/{id}/succession",
            get(succession::new).post(succession::create),
        )
        .route(
            "/desk/organizations/{number}/offices/{id}/reversal",
            get(reversal::new).post(reversal::create),
        )
        .route(
            "/desk/organizations/{number}/leader-claims/{claim}",
            get(asked::show).post(asked::update),
        )
        .route(
            "/desk/organizations/{number}/leaders/new",
            get(entering::new).post(entering::create),
        )
        .route(
            "/desk/organizations/{number}/leaders/{id}",
            get(leader::show),
        )
        .route(
            "/desk/organizations/{number}/leaders/{id}/profile",
            get(leader::edit).post(leader::update),
        )
        .route(
            "/desk/organizations/{number}/leaders/{id}/link",
            post(link::create),
        )
        .route(
            "/desk/organizations/{number}/leaders/{id}/claims/{claim}",
            post(leader::answer),
        )
        .route(
            "/desk/organizations/{number}/leaders/{id}/consents",
            get(consents::index).post(consents::create),
        )
        .route(
            "/desk/organizations/{number}/leaders/{id}/withdrawal",
            post(consents::destroy),
        )
        .route(
            "/desk/organizations/{number}/leaders/{id}/memberships",
            get(memberships::new_leader).post(memberships::create_leader),
        )
}

/// The organization, for somebody who has a desk and may see all of it.
pub(super) async fn seen(
    conn: &mut PgConnection,
    actor: &Actor,
    number: RegistryNumber,
) -> Result<(Organization, CanSeeAll)> {
    actor.person()?;
    if !actor.has_desk() {
        return Err(Error::NotFound);
    }
    let organization = organization::find_by_number(conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(conn, organization.id, actor).await?;
    let granted = organization::policy::see_all(actor, &organization, own)?;
    Ok((organization, granted))
}
