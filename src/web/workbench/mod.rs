//! The workbench of a coordinator: six lists of what should be acted upon, each with the act beside it.

mod index;
mod list;
mod rows;

use axum::Router;
use axum::routing::get;

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/workbench", get(index::index))
        .route("/desk/workbench/{work}", get(list::index))
}
