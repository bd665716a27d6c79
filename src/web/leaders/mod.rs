//! Leaders, as anybody may see them: those who consented to a public page, and nobody else. Their consents, as they and their
//! organizations change them.

mod address;
pub mod asked;
mod calendar;
pub mod claimed;
mod claims;
pub mod consents;
mod desk;
mod entry;
pub mod facts;
mod file;
pub mod keeping;
mod leading;
pub mod link;
pub mod mine;
mod own;
mod profile;
mod show;
pub mod themselves;

use axum::Router;
use axum::routing::{get, post};

use super::App;

/// The addresses of leaders.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/leaders", get(desk::index))
        .route("/leaders/{id}", get(show::show))
        .route(
            "/consents/{token}",
            get(themselves::show).post(themselves::create),
        )
        .route("/consents/{token}/withdrawal", post(themselves::destroy))
        .route(
            "/consents/{token}/profile",
            get(mine::show).post(mine::update),
        )
        .route("/consents/{token}/profile/edit", get(mine::edit))
        .route("/consents/{token}/link", post(link::create))
        .route(
            "/consents/{token}/address/withdrawal",
            post(address::destroy),
        )
        .route(
            "/leader-addresses/{token}",
            get(address::show).post(address::update),
        )
        .route("/consents/{token}/file", post(file::create))
        .route("/consents/{token}/calendar", post(calendar::create))
        .route(
            "/consents/{token}/calendar/revocation",
            post(calendar::destroy),
        )
        .route("/consents/{token}/claim", post(claims::create_by_link))
        .route("/consents/{token}/claim/ending", post(claims::destroy))
        .route("/home/leader", get(leading::index))
        .route(
            "/home/leader/claims/{claim}/withdrawal",
            post(leading::destroy),
        )
        .route(
            "/organizations/{number}/leaders/new",
            get(entry::new).post(entry::create),
        )
        .route(
            "/home/organizations/{number}/leader-claims/{claim}",
            get(own::asked).post(own::answer_asked),
        )
        .route("/leaders/{id}/claim", get(claims::new).post(claims::create))
        .route(
            "/home/organizations/{number}/leaders/{id}/profile",
            get(own::edit).post(own::update),
        )
        .route(
            "/home/organizations/{number}/leaders/{id}/claims/{claim}",
            post(own::answer),
        )
        .route("/home/organizations/{number}/leaders", get(own::index))
        .route(
            "/home/organizations/{number}/leaders/{id}/withdrawal",
            post(own::destroy),
        )
}
