//! Maps of who works with whom: the neighbours of an organization, an initiative, a group or a country, as a list and drawn.

mod desk;
mod drawing;
mod public;
mod view;

use axum::Router;
use axum::routing::get;

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/organizations/{number}/map", get(public::organization))
        .route("/initiatives/{id}/map", get(public::initiative))
        .route("/groups/{id}/map", get(public::group))
        .route("/countries/{code}/map", get(public::country))
        .route("/desk/organizations/{number}/map", get(desk::organization))
        .route("/desk/initiatives/{id}/map", get(desk::initiative))
        .route("/desk/groups/{id}/map", get(desk::group))
        .route("/desk/countries/{code}/map", get(desk::country))
}
