//! Pictures and documents of initiatives: added to what a team proposes, looked at by the board, and shown to anybody after that.

mod create;
mod edit;
mod index;
mod new;
mod place;
mod removal;
mod serve;
mod taking_down;
mod tile;
mod words;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub use tile::{Tiles, changed};

use crate::web::App;

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/initiative-files/{id}", get(serve::show))
        .route("/initiative-files/{id}/small", get(serve::small))
        .route(
            "/home/organizations/{number}/initiatives/{id}/files",
            get(index::index),
        )
        .route(
            "/home/organizations/{number}/initiatives/{id}/files/pictures",
            get(new::picture),
        )
        .route(
            "/home/organizations/{number}/initiatives/{id}/files/documents",
            get(new::document),
        )
        .route(
            "/home/organizations/{number}/initiatives/{id}/files/{file}",
            get(edit::edit).post(edit::update),
        )
        .route(
            "/home/organizations/{number}/initiatives/{id}/files/{file}/place",
            post(place::update),
        )
        .route(
            "/home/organizations/{number}/initiatives/{id}/files/{file}/removal",
            post(removal::create),
        )
        .route(
            "/desk/initiatives/{id}/files/{file}/removal",
            get(taking_down::new).post(taking_down::create),
        )
}

/// A file takes longer to arrive than any other answer may take; it has a clock of its own.
pub fn uploads() -> Router<App> {
    Router::new()
        .route(
            "/home/organizations/{number}/initiatives/{id}/files/pictures",
            post(create::picture),
        )
        .route(
            "/home/organizations/{number}/initiatives/{id}/files/documents",
            post(create::document),
        )
        .layer(DefaultBodyLimit::disable())
}
