//! The content of a document, for whoever may see it: always to be saved, never to be shown by the browser as a page of ours.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::actor::Actor;
use crate::db::Tx;
use crate::document::{self, Content, FileKind, FileName};
use crate::ids::{AttachmentId, DocumentId};
use crate::vault::stream::{Lane, Opener};
use crate::web::{Answer, App, Error, Path, Result};

/// Not even what a browser would do with such a file by itself.
const CSP: &str = "default-src 'none'; sandbox";

/// What stands as it is in an extended parameter (RFC 8187, `attr-char`).
const EXTENDED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// `GET /documents/{id}`
pub async fn show(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<DocumentId>,
) -> Answer {
    let vault = tx.vault();
    let seen = document::find(&mut tx, &vault, &actor, id).await?;
    // That somebody looked is on record before they see anything.
    document::note_look(&mut tx, &seen).await?;
    let content = document::content(&vault, &seen)?;
    let _ = tx.commit().await?;
    let document = seen.document();
    let named = (&document.name, document.kind, document.bytes);
    whole(&app, named, content).await
}

/// `GET /attachments/{id}`
pub async fn attachment(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<AttachmentId>,
) -> Answer {
    let vault = tx.vault();
    let seen = document::find_attachment(&mut tx, &actor, id).await?;
    let (file, content) = document::attachment(&mut tx, &vault, &seen).await?;
    drop(tx);
    whole(&app, (&file.name, file.kind, file.bytes), content).await
}

/// A file with all its bytes, to be saved.
pub(in crate::web) async fn whole(
    app: &App,
    (name, kind, bytes): (&FileName, FileKind, u64),
    content: Content,
) -> Answer {
    let body = body(app, content, Lane::Content).await?;
    let mut response = answer(kind.media_type(), &disposition(name, kind), body)?;
    response.headers_mut().insert(CONTENT_LENGTH, bytes.into());
    Ok(response)
}

/// `GET /documents/{id}/thumbnail`
pub async fn thumbnail(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<DocumentId>,
) -> Answer {
    let vault = tx.vault();
    let seen = document::find(&mut tx, &vault, &actor, id).await?;
    let content = document::thumbnail(&vault, &seen)?.ok_or(Error::NotFound)?;
    drop(tx);
    let body = body(&app, content, Lane::Thumbnail).await?;
    let disposition = "attachment; filename=\"thumbnail.jpg\"";
    answer(FileKind::Jpeg.media_type(), disposition, body)
}

pub(in crate::web) fn answer(kind: &'static str, disposition: &str, body: Body) -> Answer {
    let disposition = HeaderValue::try_from(disposition)
        .map_err(|_| Error::Internal("a file name that no header holds".to_owned()))?;
    let response: Response = (
        [
            (CONTENT_TYPE, HeaderValue::from_static(kind)),
            (CONTENT_DISPOSITION, disposition),
            (CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP)),
        ],
        body,
    )
        .into_response();
    Ok(response)
}

/// A name of any script (RFC 6266), and one in ASCII for programs that read nothing else.
fn disposition(name: &FileName, kind: FileKind) -> String {
    let ascii = name.ascii(kind);
    let name = name.shown(kind);
    let extended = utf8_percent_encode(&name, EXTENDED);
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{extended}")
}

/// The content, opened chunk by chunk as it is sent. Where the stored bytes are not what they were, the answer breaks off.
pub(in crate::web) async fn body(app: &App, content: Content, lane: Lane) -> Result<Body> {
    let stored = app.documents.read(&content.object).await;
    let stored = stored.map_err(broken)?;
    let opener = Opener::new(&content.key, lane);
    let begin = Some((stored.boxed(), opener));
    let parts = stream::try_unfold(begin, async |state| {
        let Some((mut stored, mut opener)) = state else {
            return Ok(None);
        };
        let mut out = Vec::new();
        while out.is_empty() {
            match stored.next().await {
                Some(Ok(bytes)) => opener.push(&bytes, &mut out).map_err(broken)?,
                Some(Err(error)) => return Err(broken(error)),
                None => {
                    opener.finish(&mut out).map_err(broken)?;
                    return Ok(Some((Bytes::from(out), None)));
                }
            }
        }
        Ok(Some((Bytes::from(out), Some((stored, opener)))))
    });
    Ok(Body::from_stream(parts))
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Internal(error.to_string())
}
