//! One act on many organizations: from a list, through a look at what would become of each, to what became of it.

mod form;
mod index;
mod new;
mod order;
mod result;
mod show;
mod start;

use axum::Router;
use axum::routing::{get, post};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/bulk", get(index::index).post(new::create))
        .route("/desk/bulk/new", get(new::new))
        .route("/desk/bulk/{id}", get(show::show))
        .route("/desk/bulk/{id}/start", post(start::create))
        .route("/desk/bulk/{id}/drop", post(start::destroy))
        .route("/desk/bulk/{id}/again", post(start::again))
        .route("/desk/bulk/{id}/result.csv", get(result::show))
}
