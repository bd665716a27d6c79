//! Meetings of groups: at the desk calling and keeping them, for members' teams reading them, and calendars.

mod agenda;
mod appointment;
mod calendar;
mod end;
mod index;
mod minutes;
mod new;
mod own;
mod recommendations;
mod show;
mod words;

use axum::Router;
use axum::routing::{get, post};

pub use calendar::Secret;
pub use words::{Listed, listed};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/groups/{id}/meetings/new", get(new::new))
        .route(
            "/desk/groups/{id}/meetings",
            get(index::index).post(new::create),
        )
        .route("/desk/meetings/{id}", get(show::show))
        .route(
            "/desk/meetings/{id}/appointment",
            get(appointment::edit).post(appointment::update),
        )
        .route(
            "/desk/meetings/{id}/calling-off",
            get(end::ask).post(end::call_off),
        )
        .route("/desk/meetings/{id}/closing", post(end::close))
        .route("/desk/meetings/{id}/attendance", post(agenda::attend))
        .route("/desk/meetings/{id}/agenda", post(agenda::create))
        .route(
            "/desk/meetings/{id}/agenda/{item}",
            get(agenda::edit).post(agenda::update),
        )
        .route(
            "/desk/meetings/{id}/agenda/{item}/removal",
            post(agenda::destroy),
        )
        .route("/desk/meetings/{id}/minutes", get(minutes::show))
        .route("/desk/recommendations", get(recommendations::index))
        .route(
            "/desk/recommendations/{id}",
            get(recommendations::show).post(recommendations::update),
        )
        .route("/home/organizations/{number}/meetings", get(own::index))
        .route("/home/organizations/{number}/meetings/{id}", get(own::show))
        .route(
            "/home/organizations/{number}/calendar",
            post(calendar::create),
        )
        .route(
            "/home/organizations/{number}/calendar/revocation",
            post(calendar::destroy),
        )
        .route("/calendars/{token}", get(calendar::show))
}
