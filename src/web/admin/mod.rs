//! What admins look after: accounts, letters, checklists, the pre-screen and the list of areas.

mod accounts;
mod areas;
mod calendar;
mod checklists;
mod criteria;
mod deciding;
mod desk;
mod index;
mod mail;
mod phrases;
mod prescreen;
mod roles;
mod rules;

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
            "/admin/criteria",
            get(criteria::index).post(criteria::create),
        )
        .route("/admin/criteria/new", get(criteria::new))
        .route("/admin/criteria/publication", post(criteria::publish))
        .route("/admin/criteria/editions/{number}", get(criteria::edition))
        .route(
            "/admin/criteria/{id}",
            get(criteria::edit).post(criteria::update),
        )
        .route("/admin/phrases", get(phrases::index).post(phrases::create))
        .route("/admin/phrases/new", get(phrases::new))
        .route(
            "/admin/phrases/{id}",
            get(phrases::edit).post(phrases::update),
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
