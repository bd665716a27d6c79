//! Certificates: issuing and printing one, and for everybody what is true of one today.

mod download;
mod issued;
mod paper;
mod pdf;
mod qr;
mod said;
mod verify;

use axum::Router;
use axum::routing::get;

use super::{App, urls};

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/home/organizations/{number}/certificates",
            get(issued::index).post(issued::create),
        )
        .route(
            "/home/organizations/{number}/certificates/{id}",
            get(paper::show),
        )
        .route(
            "/home/organizations/{number}/certificates/{id}/certificate.pdf",
            get(download::show),
        )
        .route("/verify", get(verify::index))
        .route("/verify/{code}", get(verify::show))
        .route("/verify/{code}/qr.svg", get(qr::show))
}
