//! The overlap radar: the pairs that it suggests, what the board makes of one, and what introduced organizations write.

mod by_hand;
mod index;
mod introduction;
mod show;
mod view;

use axum::Router;
use axum::routing::{get, post};

pub use view::{
    Introduced, Linked, Suggested, introduced, link_key, linked, suggested, suggested_to,
};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/desk/initiatives/{id}/links",
            get(by_hand::new).post(by_hand::create),
        )
        .route("/desk/radar", get(index::index))
        .route("/desk/radar/{id}", get(show::show))
        .route("/desk/radar/{id}/link", post(show::link))
        .route("/desk/radar/{id}/link/ending", post(show::unlink))
        .route("/desk/radar/{id}/introduction", post(show::introduce))
        .route("/desk/radar/{id}/dismissal", post(show::dismiss))
        .route(
            "/introductions/{id}",
            get(introduction::show).post(introduction::create),
        )
}
