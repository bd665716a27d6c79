//! Coordinators: what each has to look after, whom rules name, and who is suggested.

mod index;
mod rules;
mod show;
mod suggested;

use axum::Router;
use axum::routing::{get, post};

pub use rules::in_words;
pub use suggested::{Suggested, suggested};

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
