//! Rosters that leave: the filter of the directory, and what it finds as a file.

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use futures_util::{StreamExt, stream};
use tokio::sync::mpsc;

use super::directory::Finder;
use super::{Answer, App, Chrome, Error, Page, Query, filters, html, urls};
use crate::actor::Actor;
use crate::bulk::{self, BulkKind};
use crate::db::Read;
use crate::roster::export::{self, ExportError};
use crate::roster::policy;
use crate::search::{Facet, Filter};

#[derive(Template)]
#[template(path = "rosters/index.html")]
struct IndexPage {
    page: Page,
    finder: Finder,
    /// What can be done to all of them at once, by those who may.
    acts: Vec<(String, &'static str)>,
}

pub fn routes() -> Router<App> {
    Router::new()
        .route("/rosters", get(index))
        .route("/rosters/organizations.csv", get(organizations))
}

async fn index(
    actor: Actor,
    State(app): State<App>,
    chrome: Chrome,
    mut read: Read,
    Query(fields): Query,
) -> Answer {
    policy::export(&actor)?;
    let finder = Finder::find(
        &app.directory,
        &mut read,
        chrome.lang,
        "/rosters",
        &fields,
        Facet::ALL,
    )
    .await?;
    html(
        chrome.lang,
        IndexPage {
            page: chrome.page(),
            acts: match bulk::policy::act(&actor) {
                Ok(_) => BulkKind::ALL
                    .iter()
                    .map(|kind| (urls::desk_bulk_new(kind.code(), &finder.query), kind.key()))
                    .collect(),
                Err(_) => Vec::new(),
            },
            finder,
        },
    )
}

/// The file, sent as it is made. One that breaks off has no end, so no browser takes it for whole.
async fn organizations(actor: Actor, State(app): State<App>, Query(fields): Query) -> Answer {
    let granted = policy::export(&actor)?;
    let filter = Filter::of_pairs(fields.iter());
    let export = export::start(&app.directory, &granted, filter).await?;
    let (to, from) = mpsc::channel(4);
    tokio::spawn(export.send(to));
    // Compression asks once more after the end.
    let parts = stream::unfold(from, async |mut from| {
        let part = from.recv().await?;
        Some((part, from))
    })
    .fuse();
    let day = app.db.clock().now().date_naive();
    Ok((
        [
            (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"organizations-{day}.csv\""),
            ),
        ],
        Body::from_stream(parts),
    )
        .into_response())
}

impl From<ExportError> for Error {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Registry(error) => error.into(),
            other => Self::Internal(other.to_string()),
        }
    }
}
