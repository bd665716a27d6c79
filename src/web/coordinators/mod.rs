//! Coordinators: what each has to look after, and the rules by which they are suggested.

mod index;
mod rules;
mod show;

use axum::Router;
use axum::routing::{get, post};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/coordinators", get(index::index))
        .route("/desk/coordinators/{id}", get(show::show))
        .route(
            "/desk/assignment-rules",
            get(rules::index).post(rules::create),
        )
        .route("/desk/assignment-rules/{id}/ending", post(rules::destroy))
}
