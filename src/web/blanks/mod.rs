//! The form for those who fill it in by hand: every field of the registration form, to be printed on A4.

mod registration;
mod words;

use axum::Router;
use axum::routing::get;

use super::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new().route("/forms/registration", get(registration::show))
}
