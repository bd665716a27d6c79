//! Leaders, as anybody may see them: those who consented to a public page, and nobody else. Their consents, as they and their
//! organizations change them.

pub mod consents;
mod own;
mod show;
mod themselves;

use axum::Router;
use axum::routing::{get, post};

use super::App;

/// The addresses of leaders.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/leaders/{id}", get(show::show))
        .route(
            "/consents/{token}",
            get(themselves::show).post(themselves::create),
        )
        .route("/consents/{token}/withdrawal", post(themselves::destroy))
        .route("/home/organizations/{number}/leaders", get(own::index))
        .route(
            "/home/organizations/{number}/leaders/{id}/withdrawal",
            post(own::destroy),
        )
}
