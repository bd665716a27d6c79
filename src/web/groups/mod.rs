//! Groups: their public pages, and at the desk creating them and saying who is in them.

mod index;
mod invitees;
pub mod members;
mod new;
mod public;
mod seats;
mod show;

use axum::Router;
use axum::routing::{get, post};

use super::App;

/// The addresses of groups.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/groups/{id}", get(public::show))
        .route("/desk/groups", get(index::index).post(new::create))
        .route("/desk/groups/new", get(new::new))
        .route("/desk/groups/{id}", get(show::show))
        .route("/desk/groups/{id}/invitees", get(invitees::index))
        .route("/desk/groups/{id}/members", post(members::create))
        .route(
            "/desk/groups/{id}/members/{membership}/ending",
            post(members::destroy),
        )
}
