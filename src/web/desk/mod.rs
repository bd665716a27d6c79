//! The board's desk: the queue, a case with all that is known of it, and what the board answers.

mod acceptance;
mod alike;
mod beside;
mod case;
mod changes;
mod criteria;
mod decision;
mod decision_form;
mod filter;
mod findings;
mod holding;
mod home;
mod joining;
mod keys;
mod likeness;
mod messages;
mod next;
mod offers;
mod opinion;
mod overtaken;
mod phrases;
mod proof;
mod proposal;
mod queue;
mod renews;
mod revival;
mod rivals;
mod said;
mod standing_in;
mod takeover;
mod view;
mod views;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub use decision_form::{CONDITIONS_MOST, condition_names, day, read as read_answer};
pub use keys::KEYS;
pub use overtaken::or_overtaken;
pub use view::{
    People, Title, When, colleagues, colleagues_with, is_more_than, many, paragraphs, part_of,
    signed_as,
};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk", get(home::index))
        .route("/desk/keys", get(keys::edit).post(keys::update))
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
        .route(
            "/desk/cases/{id}/criteria/{criterion}",
            get(criteria::edit).post(criteria::update),
        )
        .route("/desk/cases/{id}/confirmation", post(proposal::confirm))
        .route(
            "/desk/cases/{id}/disagreement",
            get(proposal::new).post(proposal::disagree),
        )
        .route("/desk/cases/{id}/retraction", post(proposal::take_back))
        .route("/desk/cases/{id}/acceptance", post(acceptance::create))
        .route("/desk/cases/{id}/joining", post(joining::create))
        .route("/desk/cases/{id}/likenesses", post(likeness::create))
}

/// A message may come with a file, which takes longer to arrive than any other answer may take.
pub fn uploads() -> Router<App> {
    Router::new()
        .route("/desk/cases/{id}/messages", post(messages::create))
        .layer(DefaultBodyLimit::disable())
}
