//! Adding a picture or a document: the file arrives and is judged while nobody holds a transaction, and only then it is recorded.

use axum::extract::{Request, State};
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, StatusCode};

use super::new;
use super::place::Place;
use super::words;
use crate::actor::Actor;
use crate::db::{self, Committed};
use crate::document::{Arrived, Kept, Prepared};
use crate::ids::{OnceKey, ProposedInitiativeId};
use crate::initiative::FileUse;
use crate::initiative::files::{self, NewFile};
use crate::values::{RegistryNumber, Wording};
use crate::web::documents::{Upload, unwritable};
use crate::web::{
    Answer, App, Chrome, Fields, Mistakes, Path, Result, Sheet, redirect_with_flash, see,
};

/// Where a file is added, and as what.
type At = (RegistryNumber, ProposedInitiativeId);

/// What became of a file that is kept.
enum Added {
    /// It is on record.
    Now(Committed),
    /// The same form was sent before, and led there.
    Before(String),
    /// There are as many as there may be.
    Full,
}

/// `POST /home/organizations/{number}/initiatives/{id}/files/pictures`
pub async fn picture(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path(at): Path<At>,
    request: Request,
) -> Answer {
    create(&actor, &chrome, &app, (at, FileUse::Picture), request).await
}

/// `POST /home/organizations/{number}/initiatives/{id}/files/documents`
pub async fn document(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path(at): Path<At>,
    request: Request,
) -> Answer {
    create(&actor, &chrome, &app, (at, FileUse::Document), request).await
}

async fn create(
    actor: &Actor,
    chrome: &Chrome,
    app: &App,
    (at, used_as): (At, FileUse),
    request: Request,
) -> Answer {
    let mut read = app.db.read().await?;
    let vault = read.vault();
    let place = Place::find(&mut read, &vault, actor, at).await?;
    place.keep(actor)?;
    drop(read);

    let upload = Upload::take(app, request).await?;
    let mut reader = upload.fields.reader();
    let words = words::read(&mut reader);
    let mut mistakes = reader.done().err().unwrap_or_default();
    let fit = match upload.file {
        _ if !upload.mistakes.is_empty() => {
            mistakes.append(upload.mistakes);
            None
        }
        None => {
            mistakes.add("file", "document-missing");
            None
        }
        Some(file) => match judged(app, file, used_as).await? {
            Err(key) => {
                mistakes.add("file", key);
                None
            }
            Ok(_) if !mistakes.is_empty() => {
                mistakes.lost("file");
                None
            }
            Ok(fit) => Some(fit),
        },
    };
    let again = |fields: Fields, mistakes: Mistakes| {
        let form = Sheet::with(fields, mistakes);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let mut page = new::page(status, chrome, &place, used_as, form)?;
        if upload.is_cut {
            let close = HeaderValue::from_static("close");
            page.headers_mut().insert(CONNECTION, close);
        }
        Ok(page)
    };
    let Some(fit) = fit else {
        return again(upload.fields, mistakes);
    };
    let kept = fit.keep(&app.documents).await.map_err(unwritable)?;
    let key = Sheet::of(upload.fields.clone()).key();
    let added = record(app, actor, (at, used_as), key, (&kept, &words)).await;
    if !matches!(added, Ok(Added::Now(_))) {
        // Nobody will ever ask for it.
        for object in kept.objects() {
            app.documents.remove(&object).await;
        }
    }
    match added? {
        Added::Before(there) => see(there),
        Added::Full => {
            let key = match used_as {
                FileUse::Picture => "initiative-pictures-full",
                FileUse::Document => "initiative-documents-full",
            };
            again(upload.fields, Mistakes::one("file", key))
        }
        Added::Now(committed) => {
            redirect_with_flash(app, committed, place.here(), "flash-initiative-file-added")
        }
    }
}

/// Judges what arrived: what can be kept, or the key of why not.
async fn judged(
    app: &App,
    (name, arrived): (String, Arrived),
    used_as: FileUse,
) -> Result<std::result::Result<Prepared, &'static str>> {
    let judged = arrived.prepare_to_show(&app.documents, &name).await;
    Ok(match judged.map_err(unwritable)? {
        Err(unfit) => Err(unfit.key()),
        Ok(fit) => match (FileUse::of(fit.kind), used_as) {
            (FileUse::Document, FileUse::Picture) => Err("initiative-file-no-picture"),
            (FileUse::Picture, FileUse::Document) => Err("initiative-file-no-document"),
            _ => Ok(fit),
        },
    })
}

async fn record(
    app: &App,
    actor: &Actor,
    (at, used_as): (At, FileUse),
    key: OnceKey,
    (kept, words): (&Kept, &[Wording]),
) -> Result<Added> {
    let mut tx = app.db.begin().await?;
    let person = actor.person()?.id;
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return Ok(Added::Before(there));
    }
    let vault = tx.vault();
    let place = Place::find(&mut tx, &vault, actor, at).await?;
    let granted = place.keep(actor)?;
    let new = NewFile {
        used_as,
        kept,
        words,
    };
    if files::add(&mut tx, &granted, &new).await?.is_err() {
        return Ok(Added::Full);
    }
    db::finish(&mut tx, person, key, &place.here()).await?;
    Ok(Added::Now(tx.commit().await?))
}
