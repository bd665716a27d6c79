//! What admins look after: accounts, letters, checklists, the pre-screen and the list of areas.

mod accounts;
mod areas;
mod calendar;
mod checklists;
mod criteria;
mod deciding;
mod desk;
mod index;
mod kept;
mod mail;
mod phrases;
mod prescreen;
mod roles;
mod rules;

use axum::Router;
use axum::routing::{get, post};

use self::checklists::Checklists;
use self::criteria::Criteria;
use self::deciding::Deciding;
use self::phrases::Phrases;
use self::prescreen::Prescreen;
use super::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/admin", get(index::index))
        .route("/admin/accounts", get(accounts::index))
        .route("/admin/accounts/{id}", get(accounts::show))
        .route("/admin/accounts/{id}/role", post(roles::update))
        .route(
            "/admin/checklists",
            get(checklists::index).post(kept::create::<Checklists>),
        )
        .route("/admin/checklists/new", get(kept::new::<Checklists>))
        .route(
            "/admin/checklists/{id}",
            get(kept::edit::<Checklists>).post(kept::update::<Checklists>),
        )
        .route(
            "/admin/criteria",
            get(criteria::index).post(kept::create::<Criteria>),
        )
        .route("/admin/criteria/new", get(kept::new::<Criteria>))
        .route("/admin/criteria/publication", post(criteria::publish))
        .route("/admin/criteria/editions/{number}", get(criteria::edition))
        .route(
            "/admin/criteria/{id}",
            get(kept::edit::<Criteria>).post(kept::update::<Criteria>),
        )
        .route(
            "/admin/phrases",
            get(phrases::index).post(kept::create::<Phrases>),
        )
        .route("/admin/phrases/new", get(kept::new::<Phrases>))
        .route(
            "/admin/phrases/{id}",
            get(kept::edit::<Phrases>).post(kept::update::<Phrases>),
        )
        .route(
            "/admin/prescreen",
            get(prescreen::index).post(kept::create::<Prescreen>),
        )
        .route("/admin/prescreen/new", get(kept::new::<Prescreen>))
        .route(
            "/admin/prescreen/{id}",
            get(kept::edit::<Prescreen>).post(kept::update::<Prescreen>),
        )
        .route(
            "/admin/calendar",
            get(calendar::edit).post(calendar::update),
        )
        .route("/admin/calendar/preview", post(calendar::preview))
        .route("/admin/desk", get(desk::edit).post(desk::update))
        .route(
            "/admin/deciding",
            get(deciding::index).post(kept::create::<Deciding>),
        )
        .route("/admin/deciding/new", get(kept::new::<Deciding>))
        .route(
            "/admin/deciding/{id}",
            get(kept::edit::<Deciding>).post(kept::update::<Deciding>),
        )
        .merge(areas::routes())
        .route("/admin/mail", get(mail::index))
        .route("/admin/mail/{id}", get(mail::show))
        .route("/admin/mail/{id}/again", post(mail::update))
}
