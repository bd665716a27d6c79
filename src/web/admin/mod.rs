//! What admins look after: accounts, letters, checklists, the pre-screen and the list of areas.

mod accounts;
mod areas;
mod calendar;
mod checklists;
mod deciding;
mod desk;
mod index;
mod mail;
mod prescreen;
mod roles;

use axum::Router;
use axum::routing::{get, post};

use super::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/admin", get(index::index))
        .route("/admin/accounts", get(accounts::index))
        .route("/admin/accounts/{id}", get(accounts::show))
        .route("/admin/accounts/{id}/role", post(roles::update))
        .route(
            "/admin/checklists",
            get(checklists::index).post(checklists::create),
        )
        .route("/admin/checklists/new", get(checklists::new))
        .route(
            "/admin/checklists/{id}",
            get(checklists::edit).post(checklists::update),
        )
        .route(
            "/admin/prescreen",
            get(prescreen::index).post(prescreen::create),
        )
        .route("/admin/prescreen/new", get(prescreen::new))
        .route(
            "/admin/prescreen/{id}",
            get(prescreen::edit).post(prescreen::update),
        )
        .route(
            "/admin/calendar",
            get(calendar::edit).post(calendar::update),
        )
        .route("/admin/calendar/preview", post(calendar::preview))
        .route("/admin/desk", get(desk::edit).post(desk::update))
        .route(
            "/admin/deciding",
            get(deciding::index).post(deciding::create),
        )
        .route("/admin/deciding/new", get(deciding::new))
        .route(
            "/admin/deciding/{id}",
            get(deciding::edit).post(deciding::update),
        )
        .merge(areas::routes())
        .route("/admin/mail", get(mail::index))
        .route("/admin/mail/{id}", get(mail::show))
        .route("/admin/mail/{id}/again", post(mail::update))
}
