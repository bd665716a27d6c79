//! Documents: what is asked for and what is there, adding one, looking at one, and what a reviewer says of it.

mod create;
mod file;
mod index;
mod new;
mod place;
mod review;
mod upload;
mod view;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::{App, urls};

pub use create::{judge, judge_file, typed};
pub(in crate::web) use file::{answer, body, whole};
pub use index::{missing, wanting};
pub use new::ACCEPT;
pub use upload::{Upload, unwritable};
pub use view::{File, Paper, Reading, Shown, anchor, file_kind, file_size, files, flag, shown};

/// What is reached here.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{id}/documents", get(index::of_case))
        .route("/cases/{id}/documents/{item}", get(new::of_case))
        .route(
            "/home/organizations/{number}/documents",
            get(index::of_organization),
        )
        .route(
            "/home/organizations/{number}/documents/{item}",
            get(new::of_organization),
        )
        .route("/documents/{id}", get(file::show))
        .route("/documents/{id}/thumbnail", get(file::thumbnail))
        .route("/attachments/{id}", get(file::attachment))
        .route("/desk/documents/{id}", get(review::show))
        .route("/desk/documents/{id}/verdict", post(review::create))
}

/// A file takes longer to arrive than any other answer may take; it has a clock of its own.
pub fn uploads() -> Router<App> {
    Router::new()
        .route("/cases/{id}/documents/{item}", post(create::of_case))
        .route(
            "/home/organizations/{number}/documents/{item}",
            post(create::of_organization),
        )
        .layer(DefaultBodyLimit::disable())
}
