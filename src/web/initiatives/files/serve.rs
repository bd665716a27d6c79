//! The content of a picture or document. A browser asks each time whether it is still there: what is taken out is gone at once.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::actor::Actor;
use crate::db::Read;
use crate::document::FileName;
use crate::ids::InitiativeFileId;
use crate::initiative::FileUse;
use crate::initiative::files::{self, Sought};
use crate::initiative::policy::CanSeeFile;
use crate::vault::stream::Lane;
use crate::web::documents::{answer, body, whole};
use crate::web::{Answer, App, Error, Path, Result};

/// Kept by browsers, and asked for again before it is shown again.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("public, no-cache");

async fn seen(conn: &mut Read, actor: &Actor, id: InitiativeFileId) -> Result<CanSeeFile> {
    match files::find(conn, actor, id).await? {
        Sought::There(seen) => Ok(seen),
        Sought::Gone => Err(Error::Gone),
    }
}

/// `GET /initiative-files/{id}`
pub async fn show(
    actor: Actor,
    State(app): State<App>,
    mut conn: Read,
    Path(id): Path<InitiativeFileId>,
    headers: HeaderMap,
) -> Answer {
    let seen = seen(&mut conn, &actor, id).await?;
    let tag = format!("\"{id}\"");
    if let Some(known) = known(&seen, &headers, &tag) {
        return Ok(known);
    }
    let vault = conn.vault();
    let content = files::content(&mut conn, &vault, &seen).await?;
    drop(conn);
    let file = seen.file();
    let response = match file.used_as {
        FileUse::Picture => {
            let body = body(&app, content, Lane::Content).await?;
            answer(file.kind.media_type(), "inline", body)?
        }
        FileUse::Document => {
            let name = FileName::clean(&file.title);
            whole(&app, (&name, file.kind, file.bytes), content).await?
        }
    };
    Ok(dated(&seen, response, &tag))
}

/// `GET /initiative-files/{id}/small`
pub async fn small(
    actor: Actor,
    State(app): State<App>,
    mut conn: Read,
    Path(id): Path<InitiativeFileId>,
    headers: HeaderMap,
) -> Answer {
    let seen = seen(&mut conn, &actor, id).await?;
    let tag = format!("\"{id}-small\"");
    if let Some(known) = known(&seen, &headers, &tag) {
        return Ok(known);
    }
    let vault = conn.vault();
    let content = files::small(&mut conn, &vault, &seen).await?;
    drop(conn);
    let body = body(&app, content, Lane::Thumbnail).await?;
    let response = answer("image/jpeg", "inline", body)?;
    Ok(dated(&seen, response, &tag))
}

/// What a browser has already, it keeps. Its content never changes under one address.
fn known(seen: &CanSeeFile, headers: &HeaderMap, tag: &str) -> Option<Response> {
    let asked = headers.get(IF_NONE_MATCH)?.to_str().ok()?;
    let is_known = seen.file().is_shown && asked.split(',').any(|it| it.trim() == tag);
    is_known.then(|| dated(seen, StatusCode::NOT_MODIFIED.into_response(), tag))
}

/// With what browsers and others on the way may keep of it: nothing of what only some may see.
fn dated(seen: &CanSeeFile, mut response: Response, tag: &str) -> Response {
    if let (true, Ok(tag)) = (seen.file().is_shown, HeaderValue::try_from(tag)) {
        response.headers_mut().insert(ETAG, tag);
        response.headers_mut().insert(CACHE_CONTROL, ASK_AGAIN);
    }
    response
}
