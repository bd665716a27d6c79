//! What organizations give: their teams record it, the board looks at it, and totals of it stand on pages and in files.

mod desk;
mod file;
mod form;
mod proof;
mod save;
mod sums;
mod team;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub use sums::{Sums, public_sums};

use super::App;

/// The addresses of contributions.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/home/organizations/{number}/contributions",
            get(team::index),
        )
        .route(
            "/home/organizations/{number}/contributions/new",
            get(team::new),
        )
        .route(
            "/home/organizations/{number}/contributions.csv",
            get(file::own),
        )
        .route(
            "/home/organizations/{number}/contributions/{id}",
            get(team::edit),
        )
        .route(
            "/home/organizations/{number}/contributions/{id}/proof",
            get(proof::own),
        )
        .route(
            "/home/organizations/{number}/contributions/{id}/withdrawal",
            post(team::destroy),
        )
        .route("/desk/contributions", get(desk::index))
        .route("/desk/contributions.csv", get(file::all))
        .route("/desk/contributions/{id}", get(desk::show))
        .route("/desk/contributions/{id}/proof", get(proof::at_desk))
        .route("/desk/contributions/{id}/review", post(desk::create))
}

/// A file takes longer to arrive than any other answer may take; it has a clock of its own.
pub fn uploads() -> Router<App> {
    Router::new()
        .route(
            "/home/organizations/{number}/contributions",
            post(save::create),
        )
        .route(
            "/home/organizations/{number}/contributions/{id}",
            post(save::update),
        )
        .layer(DefaultBodyLimit::disable())
}
