//! Style sheets, scripts and fonts (the real ones replace this file).

use axum::Router;

use super::App;

/// The address of an asset.
pub fn url(name: &str) -> String {
    format!("/assets/{name}")
}

pub fn routes() -> Router<App> {
    Router::new()
}
