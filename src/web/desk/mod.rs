//! The board's desk: the queue, a case with all that is known of it, and what the board answers.

mod acceptance;
mod beside;
mod case;
mod decision;
mod decision_form;
mod filter;
mod holding;
mod home;
mod joining;
mod messages;
mod next;
mod offers;
mod opinion;
mod overtaken;
mod proposal;
mod queue;
mod revival;
mod standing_in;
mod takeover;
mod view;
mod views;

use axum::Router;
use axum::routing::{get, post};

pub use decision_form::{CONDITIONS_MOST, condition_names, day, read as read_answer};
pub use overtaken::or_overtaken;
pub use view::{People, Title, When, colleagues, colleagues_with, paragraphs, signed_as};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk", get(home::index))
        .route("/desk/next", post(next::create))
        .route("/desk/cases", get(queue::index))
        .route("/desk/cases/{id}", get(case::show))
        .route("/desk/cases/{id}/hold", post(holding::create))
        .route(
            "/desk/cases/{id}/takeover",
            get(takeover::new).post(takeover::create),
        )
        .route("/desk/views", get(views::index).post(views::create))
        .route("/desk/views/new", get(views::new))
        .route("/desk/views/{id}", get(views::edit).post(views::update))
        .route("/desk/views/{id}/retirement", post(views::retire))
        .route("/desk/views/{id}/lane", post(views::pin))
        .route("/desk/views/{id}/lane/place", post(views::place))
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
        .route("/desk/cases/{id}/confirmation", post(proposal::confirm))
        .route(
            "/desk/cases/{id}/disagreement",
            get(proposal::new).post(proposal::disagree),
        )
        .route("/desk/cases/{id}/retraction", post(proposal::take_back))
        .route("/desk/cases/{id}/acceptance", post(acceptance::create))
        .route("/desk/cases/{id}/joining", post(joining::create))
        .route("/desk/cases/{id}/messages", post(messages::create))
}
