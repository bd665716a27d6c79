//! Registering an organization: the form, its answers, the receipt, and the case as its applicant sees it.

mod answers;
mod appeal;
mod asked;
mod asks;
mod changed;
mod confirmation;
mod conflict;
mod conversation;
mod edit;
mod fields;
mod filled;
mod form;
mod in_office;
mod message;
mod new;
mod next;
mod own;
mod page;
mod progress;
mod receipt;
mod renewal;
mod renewed;
mod revival;
mod show;
mod signature;
mod signatures;
mod status;
mod story;
mod submission;
mod tasks;
mod withdrawal;
mod words;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::App;

pub use asks::{Asks, How, asks_alone, asks_in, heading_of, is_optional, rows_on_paper};
pub use fields::{AREAS, Part, parts, singles, units};
pub use filled::fill;
pub use form::{NAME_MAX, glimpse, needed};
pub use new::begun;
pub use own::{has_form, registered};
pub use renewal::Offer;
pub use show::{now, title};
pub use signatures::offices;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/registrations/new", get(new::new))
        .route("/registrations", post(new::create))
        .route("/cases/{id}", get(show::show))
        .route("/cases/{id}/form", get(tasks::index))
        .route(
            "/cases/{id}/form/{section}",
            get(edit::edit).post(edit::update),
        )
        .route(
            "/cases/{id}/form/{section}/confirmation",
            post(confirmation::create),
        )
        .route("/home/organizations/{number}/particulars", get(own::index))
        .route(
            "/home/organizations/{number}/particulars/{section}",
            get(own::edit).post(own::update),
        )
        .route("/home/organizations/{number}/amendments", post(own::create))
        .route("/home/organizations/{number}/renewal", get(renewal::new))
        .route(
            "/home/organizations/{number}/renewals",
            post(renewal::create),
        )
        .route("/cases/{id}/answers", get(answers::show))
        .route("/cases/{id}/revival", post(revival::create))
        .route(
            "/cases/{id}/signatures",
            get(signatures::index).post(signatures::create),
        )
        .route("/cases/{id}/signatures/asking", post(signatures::ask))
        .route(
            "/cases/{id}/signatures/{signatory}/removal",
            post(signatures::destroy),
        )
        .route(
            "/signatures/{token}",
            get(signature::show).post(signature::create),
        )
        .route("/signatures/{token}/refusal", post(signature::destroy))
        .route("/cases/{id}/submission", post(submission::create))
        .route("/cases/{id}/receipt", get(receipt::show))
        .route(
            "/cases/{id}/withdrawal",
            get(withdrawal::new).post(withdrawal::create),
        )
        .route("/cases/{id}/appeal", get(appeal::new).post(appeal::create))
}

/// A message may come with a file, which takes longer to arrive than any other answer may take.
pub fn uploads() -> Router<App> {
    Router::new()
        .route("/cases/{id}/messages", post(message::create))
        .layer(DefaultBodyLimit::disable())
}
