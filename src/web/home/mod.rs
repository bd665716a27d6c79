//! What somebody has here: their organizations, their cases, what waits for them.

mod index;
mod organization;
mod story;

use axum::Router;
use axum::routing::get;

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/home", get(index::index))
        .route("/home/organizations/{number}", get(organization::show))
}
