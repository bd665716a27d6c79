//! Numbers of the desk: tables of a period, small charts beside them, and each table as a file.

mod chart;
mod index;
mod tables;

use axum::Router;
use axum::routing::get;

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/numbers", get(index::index))
        .route("/desk/numbers.csv", get(index::file))
}
