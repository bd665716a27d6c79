//! The list of areas: what organizations and initiatives may say they work on.

mod edit;
mod index;
mod merger;
mod new;
mod place;
mod retirement;

use axum::Router;
use axum::routing::{get, post};
use sqlx::PgConnection;

use crate::area::{self, Kept, Tree};
use crate::values::{Area, InEveryLanguage, Line};
use crate::web::{App, Error, Fields, Reader, Result};

/// The longest name.
const NAME_MAX: usize = 80;

/// The fields of the names, in the order of `Lang::ALL`.
const NAMES: [&str; 3] = ["name_en", "name_ru", "name_ar"];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/admin/areas", get(index::index).post(new::create))
        .route("/admin/areas/new", get(new::new))
        .route("/admin/areas/{code}", get(edit::edit).post(edit::update))
        .route("/admin/areas/{code}/place", post(place::update))
        .route("/admin/areas/{code}/retirement", post(retirement::create))
        .route(
            "/admin/areas/{code}/retirement/ending",
            post(retirement::destroy),
        )
        .route(
            "/admin/areas/{code}/merger",
            get(merger::new).post(merger::create),
        )
}

/// The list, and the area of an address in it.
async fn found(conn: &mut PgConnection, code: &str) -> Result<(Tree, Kept)> {
    let tree = area::tree(conn).await?;
    let kept = Area::recorded(code)
        .and_then(|area| tree.find(area).cloned())
        .ok_or(Error::NotFound)?;
    Ok((tree, kept))
}

/// The same, if it is as it was seen.
async fn seen(conn: &mut PgConnection, code: &str, sent: &Fields) -> Result<(Tree, Kept)> {
    let (tree, kept) = found(conn, code).await?;
    if sent.get("revision").parse() != Ok(kept.revision) {
        return Err(Error::from(crate::Error::Overtaken));
    }
    Ok((tree, kept))
}

/// The names that a form says.
fn names(r: &mut Reader<'_>) -> InEveryLanguage {
    let [en, ru, ar] = NAMES.map(|field| {
        r.required(field, |text| Line::parse(text, NAME_MAX))
            .map(String::from)
            .unwrap_or_default()
    });
    InEveryLanguage { en, ru, ar }
}
