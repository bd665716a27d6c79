//! Standings: what the ladder would do and a chair's approval of it, what the chair does by hand, and the rules of both.

mod act;
mod approval;
mod delay;
mod effects;
mod horizon;
mod index;
mod list;
mod organization;
mod rules;
mod terms;

use axum::Router;
use axum::routing::{get, post};

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/standing", get(index::index))
        .route("/desk/standing/{rung}", get(list::show))
        .route("/desk/standing/{rung}/approval", post(approval::create))
        .route(
            "/desk/organizations/{number}/standing",
            get(organization::show),
        )
        .route(
            "/desk/organizations/{number}/standing/{act}",
            get(act::new).post(act::create),
        )
        .route(
            "/desk/organizations/{number}/standing/delay",
            get(delay::new).post(delay::create),
        )
        .route(
            "/desk/organizations/{number}/standing/delay/ending",
            post(delay::destroy),
        )
        .route("/admin/standing", get(rules::edit).post(rules::update))
        .route("/admin/standing/terms", post(terms::create))
        .route("/admin/standing/terms/{id}/ending", post(terms::destroy))
}
