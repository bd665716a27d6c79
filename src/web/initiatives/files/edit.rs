//! What a picture shows or a document is called, said otherwise.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::place::Place;
use super::tile::Tiles;
use super::words::{self, Row};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{InitiativeFileId, ProposedInitiativeId};
use crate::initiative::files::{self, InitiativeFile};
use crate::say;
use crate::values::RegistryNumber;
use crate::web::coordination::languages;
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html, html_with,
    redirect_with_flash,
};

#[derive(Template)]
#[template(path = "initiatives/files/edit.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    rows: Vec<Row>,
    languages: Vec<(String, String)>,
    called: (&'static str, &'static str),
    files: Tiles,
    action: String,
    back: String,
}

/// The proposal and the file, for whoever may change them.
async fn found(
    tx: &mut Tx,
    actor: &Actor,
    at: (RegistryNumber, ProposedInitiativeId),
    file: InitiativeFileId,
) -> Result<(Place, InitiativeFile)> {
    let vault = tx.vault();
    let place = Place::find(tx, &vault, actor, at).await?;
    place.keep(actor)?;
    let all = files::of_proposal(tx, &place.proposal).await?;
    let file = all.into_iter().find(|it| it.id == file);
    Ok((place, file.ok_or(Error::NotFound)?))
}

fn page(chrome: &Chrome, place: &Place, file: &InitiativeFile, form: Sheet) -> EditPage {
    let lang = chrome.lang;
    EditPage {
        page: place.page(chrome, &say::t(lang, "initiative-file-edit")),
        form,
        rows: words::rows(),
        languages: languages(lang),
        called: words::called(file.used_as),
        files: Tiles::new(lang, std::slice::from_ref(file)),
        action: format!("{}/{}", place.here(), file.id),
        back: place.here(),
    }
}

/// `GET /home/organizations/{number}/initiatives/{id}/files/{file}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id, file)): Path<(RegistryNumber, ProposedInitiativeId, InitiativeFileId)>,
) -> Answer {
    let (place, file) = found(&mut tx, &actor, (number, id), file).await?;
    let form = Sheet::of(words::fill(&file.words));
    html(chrome.lang, page(&chrome, &place, &file, form))
}

/// `POST /home/organizations/{number}/initiatives/{id}/files/{file}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id, file)): Path<(RegistryNumber, ProposedInitiativeId, InitiativeFileId)>,
    Form(fields): Form,
) -> Answer {
    let (place, file) = found(&mut tx, &actor, (number, id), file).await?;
    let granted = place.keep(&actor)?;
    let mut reader = fields.reader();
    let words = words::read(&mut reader);
    match reader.done() {
        Ok(()) => {
            files::describe(&mut tx, &granted, file.id, &words).await?;
            let to = format!("{}#file-{}", place.here(), file.id);
            let done = tx.commit().await?;
            redirect_with_flash(&app, done, to, "flash-initiative-file-changed")
        }
        Err(mistakes) => {
            let page = page(&chrome, &place, &file, Sheet::with(fields, mistakes));
            html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
        }
    }
}
