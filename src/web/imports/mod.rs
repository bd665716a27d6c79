//! Rosters that come in: which did, how to let in another, and what became of each row.

mod columns;
mod create;
mod index;
mod new;
mod report;
mod show;
mod upload;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::{App, urls};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/imports", get(index::index))
        .route("/imports/new", get(new::new))
        .route("/imports/{id}", get(show::show))
        .route("/imports/{id}/report.csv", get(report::show))
}

/// A large file takes longer to arrive than any other answer may take; the connection's own limits still hold.
pub fn uploads() -> Router<App> {
    Router::new()
        .route("/imports", post(create::create))
        .layer(DefaultBodyLimit::disable())
}
