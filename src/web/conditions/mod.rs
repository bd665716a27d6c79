//! Conditions of an acceptance: answered by the applicant, marked by the board.

mod answer;
mod mark;
mod view;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::App;

pub use view::{Shown, shown};

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{id}/conditions/{condition}", get(answer::new))
        .route(
            "/desk/cases/{id}/conditions/{condition}",
            get(mark::new).post(mark::create),
        )
}

/// An answer may come with a file, which takes longer to arrive than any other answer may take.
pub fn uploads() -> Router<App> {
    Router::new()
        .route("/cases/{id}/conditions/{condition}", post(answer::create))
        .layer(DefaultBodyLimit::disable())
}
