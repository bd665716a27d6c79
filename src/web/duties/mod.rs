//! Handing over what somebody has at the desk: a look at what would become of each thing, the act, what became of it, and the way back.

mod create;
mod index;
mod new;
mod show;
mod view;

use axum::Router;
use axum::routing::{get, post};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/handovers", get(index::index).post(create::create))
        .route("/desk/handovers/new", get(new::new))
        .route("/desk/handovers/{id}", get(show::show))
        .route("/desk/handovers/{id}/return", post(show::create))
}
