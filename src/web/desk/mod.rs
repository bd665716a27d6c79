//! The board's desk: the queue, a case with all that is known of it, and what the board answers.

mod acceptance;
mod case;
mod decision;
mod decision_form;
mod filter;
mod holding;
mod home;
mod joining;
mod messages;
mod next;
mod opinion;
mod overtaken;
mod queue;
mod revival;
mod view;

use axum::Router;
use axum::routing::{get, post};

pub use decision_form::day;
pub use overtaken::or_overtaken;
pub use view::{People, Title, colleagues, signed_as};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk", get(home::index))
        .route("/desk/next", post(next::create))
        .route("/desk/cases", get(queue::index))
        .route("/desk/cases/{id}", get(case::show))
        .route("/desk/cases/{id}/hold", post(holding::create))
        .route("/desk/cases/{id}/release", post(holding::destroy))
        .route(
            "/desk/cases/{id}/decision",
            get(decision::new).post(decision::create),
        )
        .route(
            "/desk/cases/{id}/opinion",
            get(opinion::new).post(opinion::create),
        )
        .route(
            "/desk/cases/{id}/revival",
            get(revival::new).post(revival::create),
        )
        .route("/desk/cases/{id}/acceptance", post(acceptance::create))
        .route("/desk/cases/{id}/joining", post(joining::create))
        .route("/desk/cases/{id}/messages", post(messages::create))
}
