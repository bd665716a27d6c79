//! What organizations give: their teams record it, the board looks at it, and totals of it stand on pages and in files.

mod desk;
mod file;
mod form;
mod sums;
mod team;

use axum::Router;
use axum::routing::{get, post};

pub use sums::{Sums, public_sums};

use super::App;

/// The addresses of contributions.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/home/organizations/{number}/contributions",
            get(team::index).post(team::create),
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
            get(team::edit).post(team::update),
        )
        .route(
            "/home/organizations/{number}/contributions/{id}/withdrawal",
            post(team::destroy),
        )
        .route("/desk/contributions", get(desk::index))
        .route("/desk/contributions.csv", get(file::all))
        .route("/desk/contributions/{id}", get(desk::show))
        .route("/desk/contributions/{id}/review", post(desk::create))
}
