//! Initiatives: their public pages, and at the desk writing them down, publishing them and saying who carries them.

pub mod asked;
mod correction;
mod facts;
pub mod files;
mod form;
mod index;
mod invitations;
mod needs;
mod new;
mod partners;
mod partnerships;
mod public;
mod publication;
mod review;
mod show;
mod team;

use axum::Router;
use axum::routing::{get, post};

pub use facts::Facts;

use super::App;

/// The addresses of initiatives.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(files::routes())
        .route("/initiatives", get(index::public))
        .route("/initiatives/{id}", get(public::show))
        .route(
            "/home/organizations/{number}/initiatives",
            get(team::index).post(team::create),
        )
        .route(
            "/home/organizations/{number}/initiatives/{id}",
            get(team::edit).post(team::update),
        )
        .route(
            "/home/organizations/{number}/initiatives/{id}/withdrawal",
            post(team::destroy),
        )
        .route(
            "/home/organizations/{number}/partner-invitations/{id}",
            post(partnerships::update),
        )
        .route(
            "/home/organizations/{number}/partnerships/{id}",
            get(invitations::index).post(invitations::create),
        )
        .route(
            "/home/organizations/{number}/partnerships/{id}/ending",
            post(partnerships::destroy),
        )
        .route(
            "/home/organizations/{number}/partnerships/{id}/invitations/{invitation}/withdrawal",
            post(invitations::destroy),
        )
        .route("/desk/proposals", get(review::index))
        .route("/desk/proposals/{id}", get(review::show))
        .route("/desk/proposals/{id}/decision", post(review::create))
        .route("/desk/initiatives", get(index::index).post(new::create))
        .route("/desk/initiatives/new", get(new::new))
        .route("/desk/initiatives/{id}", get(show::show))
        .route(
            "/desk/initiatives/{id}/publication",
            post(publication::create),
        )
        .route(
            "/desk/initiatives/{id}/facts",
            get(correction::edit).post(correction::update),
        )
        .route("/desk/initiatives/{id}/needs", get(needs::edit))
        .route(
            "/desk/initiatives/{id}/needs/{position}",
            post(needs::update),
        )
        .route(
            "/desk/initiatives/{id}/unpublication",
            post(correction::destroy),
        )
        .route("/desk/initiatives/{id}/partners", post(partners::create))
        .route(
            "/desk/initiatives/{id}/partners/{partnership}/ending",
            post(partners::destroy),
        )
        .route(
            "/desk/initiatives/{id}/invitations/{invitation}/withdrawal",
            post(asked::destroy),
        )
}
