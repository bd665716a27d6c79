//! Leaders, as anybody may see them: those who consented to a public page, and nobody else.

mod show;

use axum::Router;
use axum::routing::get;

use super::App;

/// The addresses of leaders.
pub fn routes() -> Router<App> {
    Router::new().route("/leaders/{id}", get(show::show))
}
