//! Sorting out which records are one organization and which are two: likely duplicates, merging, splitting, taking back.

mod create;
mod index;
mod judgement;
mod new;
mod people;
mod people_show;
mod preview;
mod show;
mod split;
mod words;

use axum::Router;
use axum::routing::{get, post};
use sqlx::PgConnection;

use super::desk_organizations::seen;
use super::{App, Chrome, Page, Result, say, urls};
use crate::actor::Actor;
use crate::merger::policy::{self, CanMerge};
use crate::organization::{Organization, team};
use crate::values::RegistryNumber;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/desk/organizations/{number}/mergers",
            get(index::index).post(create::create),
        )
        .route("/desk/organizations/{number}/mergers/new", get(new::new))
        .route(
            "/desk/organizations/{number}/likenesses",
            post(judgement::create),
        )
        .route(
            "/desk/organizations/{number}/splits",
            get(split::new).post(split::create),
        )
        .route(
            "/desk/organizations/{number}/leaders/{id}/merger",
            get(people::new).post(people::create),
        )
        .route(
            "/desk/organizations/{number}/leaders/{id}/likenesses",
            post(people::different),
        )
        .route("/desk/people/mergers/{id}", get(people_show::show))
        .route(
            "/desk/people/mergers/{id}/undoing",
            post(people_show::update),
        )
        .route("/desk/mergers/{id}", get(show::show))
        .route("/desk/mergers/{id}/undoing", post(show::update))
}

/// Both organizations, for somebody who may merge them.
async fn both(
    conn: &mut PgConnection,
    actor: &Actor,
    (survivor, other): (RegistryNumber, RegistryNumber),
) -> Result<CanMerge> {
    let (survivor, _) = seen(conn, actor, survivor).await?;
    let (other, _) = seen(conn, actor, other).await?;
    let own = team::role_of_actor(conn, survivor.id, actor).await?;
    let theirs = team::role_of_actor(conn, other.id, actor).await?;
    Ok(policy::merge(actor, (&survivor, own), (&other, theirs))?)
}

/// A page with the way back to the organization and to what is sorted out about it.
fn crumbs(chrome: &Chrome, organization: &Organization) -> Page {
    chrome
        .page()
        .crumb(urls::DESK, say::t(chrome.lang, "nav-desk"))
        .crumb(
            urls::desk_organization(organization.number),
            organization.name.clone(),
        )
}

/// The language and direction of a name.
fn lang_of(organization: &Organization) -> &str {
    organization.name_language.as_deref().unwrap_or_default()
}

fn dir_of(organization: &Organization) -> &'static str {
    let language = organization.name_language.as_ref();
    language.map_or("auto", |tag| tag.direction().code())
}
