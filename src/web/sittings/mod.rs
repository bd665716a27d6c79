//! Sessions of the board at the desk: calling one, its agenda, recusals and votes, closing it, and its minutes.

mod agenda;
pub mod appointment;
mod attendance;
mod end;
mod index;
mod item;
mod minutes;
mod new;
mod show;
mod words;

use axum::Router;
use axum::routing::{get, post};

pub use words::{starts, title};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/sessions", get(index::index).post(new::create))
        .route("/desk/sessions/new", get(new::new))
        .route("/desk/sessions/{id}", get(show::show))
        .route("/desk/sessions/{id}/attendance", post(attendance::update))
        .route("/desk/sessions/{id}/agenda", post(agenda::create))
        .route("/desk/sessions/{id}/agenda/{item}", get(item::show))
        .route(
            "/desk/sessions/{id}/agenda/{item}/place",
            post(agenda::update),
        )
        .route(
            "/desk/sessions/{id}/agenda/{item}/removal",
            post(agenda::destroy),
        )
        .route("/desk/sessions/{id}/agenda/{item}/vote", post(item::vote))
        .route(
            "/desk/sessions/{id}/agenda/{item}/recusal",
            post(item::recuse),
        )
        .route(
            "/desk/sessions/{id}/agenda/{item}/result",
            post(item::count),
        )
        .route(
            "/desk/sessions/{id}/agenda/{item}/reopening",
            post(item::reopen),
        )
        .route("/desk/sessions/{id}/closing", post(end::close))
        .route(
            "/desk/sessions/{id}/appointment",
            get(appointment::edit).post(appointment::update),
        )
        .route(
            "/desk/sessions/{id}/calling-off",
            get(end::ask).post(end::call_off),
        )
        .route("/desk/sessions/{id}/minutes", get(minutes::show))
        .route("/desk/sessions/{id}/addenda", post(minutes::create))
}
