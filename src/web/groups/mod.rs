//! Groups: their public pages, at the desk creating them and saying who is in them, and where members answer and leave.

pub mod answers;
mod days;
mod ending;
mod facts;
mod form;
mod index;
mod invitations;
mod invitees;
mod leaders;
pub mod members;
mod new;
mod own;
mod place;
mod public;
mod seats;
mod show;
mod themselves;

use axum::Router;
use axum::routing::{get, post};

use super::App;

/// The addresses of groups.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/groups", get(public::index))
        .route("/groups/{id}", get(public::show))
        .route("/desk/groups", get(index::index).post(new::create))
        .route("/desk/groups/new", get(new::new))
        .route("/desk/groups/{id}", get(show::show))
        .route("/desk/groups/{id}/facts", get(new::edit).post(new::update))
        .route("/desk/groups/{id}/invitees", get(invitees::index))
        .route(
            "/desk/groups/{id}/ending",
            get(ending::new).post(ending::create),
        )
        .route("/desk/groups/{id}/reopening", post(ending::reopen))
        .route("/desk/groups/{id}/members", post(members::create))
        .route(
            "/desk/groups/{id}/members/{membership}",
            get(place::edit).post(place::update),
        )
        .route(
            "/desk/groups/{id}/members/{membership}/ending",
            post(members::destroy),
        )
        .route("/desk/groups/{id}/invitations", get(invitations::index))
        .route(
            "/desk/groups/{id}/invitations/{invitation}/withdrawal",
            post(members::withdraw),
        )
        .route("/home/organizations/{number}/groups", get(own::index))
        .route(
            "/home/organizations/{number}/group-invitations/{id}",
            post(own::update),
        )
        .route(
            "/home/organizations/{number}/memberships/{id}/ending",
            post(own::destroy),
        )
        .route("/group-invitations/{token}", get(themselves::show))
        .route(
            "/group-invitations/{token}/group-invitations/{id}",
            post(themselves::update),
        )
        .route(
            "/group-invitations/{token}/memberships/{id}/ending",
            post(themselves::destroy),
        )
}
