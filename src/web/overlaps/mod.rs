//! The overlap radar: the pairs that it suggests, what the board makes of one, and what introduced organizations write.

mod index;
mod introduction;
mod show;
mod view;

use axum::Router;
use axum::routing::{get, post};

pub use view::{Introduced, Linked, Suggested, introduced, linked, suggested, suggested_to};

use self::show::Says;
use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/radar", get(index::index))
        .route("/desk/radar/{id}", get(show::show))
        .route(
            "/desk/radar/{id}/link",
            post(|a, c, s, t, p, f| show::judge(Says::Linked, a, c, s, t, p, f)),
        )
        .route(
            "/desk/radar/{id}/link/ending",
            post(|a, c, s, t, p, f| show::judge(Says::Unlinked, a, c, s, t, p, f)),
        )
        .route(
            "/desk/radar/{id}/introduction",
            post(|a, c, s, t, p, f| show::judge(Says::Introduced, a, c, s, t, p, f)),
        )
        .route(
            "/desk/radar/{id}/dismissal",
            post(|a, c, s, t, p, f| show::judge(Says::Dismissed, a, c, s, t, p, f)),
        )
        .route(
            "/introductions/{id}",
            get(introduction::show).post(introduction::create),
        )
}
