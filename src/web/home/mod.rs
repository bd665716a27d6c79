//! What somebody has here: what waits for them, what they sent, what comes due, their organizations.

mod due;
mod index;
mod item;
mod officer;
mod organization;
mod sent;
mod story;
mod waiting;

use axum::Router;
use axum::routing::get;

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/home", get(index::index))
        .route("/home/organizations/{number}", get(organization::show))
}
