//! Conditions of an acceptance: answered by the applicant, marked by the board.

mod answer;
mod mark;
mod view;

use axum::Router;
use axum::routing::get;

use super::App;

pub use view::{Shown, shown};

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/cases/{id}/conditions/{condition}",
            get(answer::new).post(answer::create),
        )
        .route(
            "/desk/cases/{id}/conditions/{condition}",
            get(mark::new).post(mark::create),
        )
}
