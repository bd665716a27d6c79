//! Forms filled in on paper: typing one in, the letter for whoever signed it, and handing the record over to its own people.

mod edit;
mod form;
mod handover;
mod letter;
mod new;
mod shown;

use axum::Router;
use axum::routing::{get, post};

use super::App;

pub use shown::{Typed, typed};

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/papers/new", get(new::new))
        .route("/papers", post(new::create))
        .route("/cases/{id}/typists", post(new::join))
        .route("/cases/{id}/paper", get(edit::edit).post(edit::update))
        .route("/cases/{id}/letter", get(letter::show))
        .route(
            "/cases/{id}/handover",
            get(handover::of_case).post(handover::create_of_case),
        )
        .route(
            "/cases/{id}/handover/{invitation}/resending",
            post(handover::resend_of_case),
        )
        .route(
            "/cases/{id}/handover/{invitation}/withdrawal",
            post(handover::withdraw_of_case),
        )
        .route(
            "/desk/organizations/{number}/handover",
            get(handover::of_organization).post(handover::create_of_organization),
        )
        .route(
            "/desk/organizations/{number}/handover/{invitation}/resending",
            post(handover::resend_of_organization),
        )
        .route(
            "/desk/organizations/{number}/handover/{invitation}/withdrawal",
            post(handover::withdraw_of_organization),
        )
}
