//! Flags at the desk: those that are up, one of them, and raising one about an organization.

mod index;
mod new;
mod show;
mod view;

use axum::Router;
use axum::routing::{get, post};

pub use view::{Row, rows};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/flags", get(index::index))
        .route("/desk/flags/{id}", get(show::show))
        .route("/desk/flags/{id}/outcome", post(show::settle))
        .route("/desk/flags/{id}/owner", post(show::give))
        .route(
            "/desk/organizations/{number}/flags",
            get(new::new).post(new::create),
        )
}
