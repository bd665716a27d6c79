//! Adding a document: the file arrives and is judged while nobody holds a transaction, and only then it is recorded.

use axum::extract::{Request, State};
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, StatusCode};
use chrono::{Months, NaiveDate};

use super::new;
use super::place::Place;
use super::upload::{Upload, unwritable};
use crate::actor::Actor;
use crate::db::{self, Committed};
use crate::document::{self, Arrived, FileName, Item, Kept, NewDocument, Prepared};
use crate::ids::{CaseId, ItemId};
use crate::values::RegistryNumber;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Mistakes, Path, Reader, Result, Sheet, dates,
    redirect_with_flash, see,
};

/// How far ahead the last day of a paper can lie.
const AHEAD: Months = Months::new(50 * 12);

/// `POST /cases/{id}/documents/{item}`
pub async fn of_case(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path((id, item)): Path<(CaseId, ItemId)>,
    request: Request,
) -> Answer {
    create(actor, chrome, app, Place::Case(id), item, request).await
}

/// `POST /home/organizations/{number}/documents/{item}`
pub async fn of_organization(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path((number, item)): Path<(RegistryNumber, ItemId)>,
    request: Request,
) -> Answer {
    create(
        actor,
        chrome,
        app,
        Place::Organization(number),
        item,
        request,
    )
    .await
}

/// What became of a file that is kept.
enum Recorded {
    /// It is on record.
    Now(Committed),
    /// The same form was sent before, and led there.
    Before(String),
}

/// What was typed beside a file.
pub struct Typed {
    /// The last day on which the paper is good.
    pub expires_on: Option<NaiveDate>,
    /// Whether it stands in the place of what was there.
    pub is_newer: bool,
}

async fn create(
    actor: Actor,
    chrome: Chrome,
    app: App,
    place: Place,
    item: ItemId,
    request: Request,
) -> Answer {
    let mut read = app.db.read().await?;
    let today = read.today();
    let found = place.find(&mut read, &actor).await?;
    let item = found.item(&mut read, item).await?;
    let has_room = document::count(&mut read, found.list.owner()).await? < document::MOST;
    let _ = found.add(&actor)?;
    let onward = found.onward(place);
    drop(read);

    let upload = Upload::take(&app, request).await?;
    let (typed, mut mistakes) = typed(&upload.fields, &item, today);
    let mut prepared = None;
    if !upload.mistakes.is_empty() {
        mistakes.append(upload.mistakes);
    } else if !has_room {
        mistakes.add("file", "document-too-many");
    } else if let Some(file) = upload.file {
        match judge(&app, file, &item).await? {
            Err(key) => mistakes.add("file", key),
            Ok(_) if !mistakes.is_empty() => mistakes.lost("file"),
            Ok(fit) => prepared = Some(fit),
        }
    } else {
        mistakes.add("file", "document-missing");
    }
    let (Some((name, fit)), true) = (prepared, mistakes.is_empty()) else {
        return refused(
            &app,
            &actor,
            &chrome,
            place,
            &item,
            upload.fields,
            mistakes,
            upload.is_cut,
        )
        .await;
    };
    let kept = fit.keep(&app.documents).await.map_err(unwritable)?;
    let objects = kept.objects();
    let key = Sheet::of(upload.fields).key();
    let recorded = record(&app, &actor, place, &item, key, name, kept, typed).await;
    if !matches!(recorded, Ok(Recorded::Now(_))) {
        // Nobody will ever ask for it.
        for object in objects {
            app.documents.remove(&object).await;
        }
    }
    match recorded? {
        Recorded::Before(there) => see(there),
        Recorded::Now(committed) => {
            redirect_with_flash(&app, committed, onward, "flash-document-added")
        }
    }
}

/// Judges a file that arrived for something that is asked for: what can be kept, or the key of why not.
pub async fn judge(
    app: &App,
    (name, arrived): (String, Arrived),
    item: &Item,
) -> Result<std::result::Result<(FileName, Prepared), &'static str>> {
    judge_file(app, (name, arrived), !item.asks.personal).await
}

/// Judges any file that arrived.
pub async fn judge_file(
    app: &App,
    (name, arrived): (String, Arrived),
    has_thumbnail: bool,
) -> Result<std::result::Result<(FileName, Prepared), &'static str>> {
    let judged = arrived.prepare(&app.documents, &name, has_thumbnail).await;
    Ok(match judged.map_err(unwritable)? {
        Ok(fit) => Ok((FileName::clean(&name), fit)),
        Err(unfit) => Err(unfit.key()),
    })
}

/// Reads what was typed beside a file, by what is asked for.
pub fn typed(fields: &Fields, item: &Item, today: NaiveDate) -> (Typed, Mistakes) {
    let mut reader: Reader<'_> = fields.reader();
    let mut typed = Typed {
        expires_on: None,
        is_newer: fields.get("way") != "beside",
    };
    if item.asks.expires {
        typed.expires_on = dates::optional(&mut reader, "expires");
        if let Some(day) = typed.expires_on {
            if day < today {
                reader.mistake("expires", "document-expires-past");
            } else if day > today + AHEAD {
                reader.mistake("expires", "document-expires-far");
            }
        }
    }
    let mistakes = reader.done().err().unwrap_or_default();
    (typed, mistakes)
}

#[expect(
    clippy::too_many_arguments,
    reason = "what a form that came back consists of"
)]
async fn refused(
    app: &App,
    actor: &Actor,
    chrome: &Chrome,
    place: Place,
    item: &Item,
    fields: Fields,
    mistakes: Mistakes,
    is_cut: bool,
) -> Answer {
    let mut read = app.db.read().await?;
    let found = place.find(&mut read, actor).await?;
    let form = Sheet::with(fields, mistakes);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let mut page = new::page(status, chrome, &mut read, place, &found, item, form).await?;
    if is_cut {
        let close = HeaderValue::from_static("close");
        page.headers_mut().insert(CONNECTION, close);
    }
    Ok(page)
}

/// Records what is kept; or says where the same form led before.
#[expect(clippy::too_many_arguments, reason = "what a document consists of")]
async fn record(
    app: &App,
    actor: &Actor,
    place: Place,
    item: &Item,
    key: crate::ids::OnceKey,
    name: FileName,
    kept: Kept,
    typed: Typed,
) -> Result<Recorded> {
    let mut tx = app.db.begin().await?;
    let person = actor.person()?.id;
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return Ok(Recorded::Before(there));
    }
    let found = place.find(&mut tx, actor).await?;
    let new = NewDocument {
        item,
        name,
        kept,
        expires_on: typed.expires_on,
        is_newer: typed.is_newer,
    };
    let onward = found.onward(place);
    document::add(&mut tx, found.add(actor)?, new).await?;
    db::finish(&mut tx, person, key, &onward).await?;
    Ok(Recorded::Now(tx.commit().await.map_err(Error::from)?))
}
