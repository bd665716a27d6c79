//! Rescues: asking to become the owner of an organization whose owners are gone, stopping it, deciding on it.

mod ask;
mod desk;
mod link;

use axum::Router;
use axum::routing::{get, post};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/organizations/{number}/rescue",
            get(ask::new).post(ask::create),
        )
        .route(
            "/organizations/{number}/rescue/withdrawal",
            post(ask::destroy),
        )
        .route("/home/organizations/{number}/rescue", post(ask::stop))
        .route("/rescues/{token}", get(link::show).post(link::destroy))
        .route("/desk/rescues", get(desk::index))
        .route("/desk/rescues/{id}", get(desk::show))
        .route("/desk/rescues/{id}/decision", post(desk::decide))
}
