//! Initiatives: their public pages, and at the desk writing them down, publishing them and saying who carries them.

mod form;
mod index;
mod new;
pub mod partners;
mod public;
mod publication;
mod show;

use axum::Router;
use axum::routing::{get, post};

use super::App;

/// The addresses of initiatives.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/initiatives/{id}", get(public::show))
        .route("/desk/initiatives", get(index::index).post(new::create))
        .route("/desk/initiatives/new", get(new::new))
        .route("/desk/initiatives/{id}", get(show::show))
        .route(
            "/desk/initiatives/{id}/publication",
            post(publication::create),
        )
        .route("/desk/initiatives/{id}/partners", post(partners::create))
        .route(
            "/desk/initiatives/{id}/partners/{partnership}/ending",
            post(partners::destroy),
        )
}
