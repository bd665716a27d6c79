//! Taking down a picture or document that anybody sees of an initiative: the board says why, and its teams read it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::tile::Tiles;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{InitiativeFileId, InitiativeId};
use crate::initiative::{self, files, policy};
use crate::say;
use crate::values::Prose;
use crate::web::coordination::Spoken;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

/// The longest reason.
const MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "initiatives/files/taking_down.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    files: Tiles,
    action: String,
    back: String,
}

async fn load(
    tx: &mut Tx,
    actor: &Actor,
    chrome: &Chrome,
    (id, file): (InitiativeId, InitiativeFileId),
    form: Sheet,
) -> Result<NewPage> {
    let lang = chrome.lang;
    let found = initiative::find(tx, policy::desk(actor)?, id)
        .await?
        .ok_or(Error::NotFound)?;
    let mut shown = files::of_initiative(tx, id).await?;
    shown.retain(|it| it.id == file);
    if shown.is_empty() {
        return Err(Error::NotFound);
    }
    let title = Spoken::title(&found.said.texts, lang);
    let page = chrome
        .page()
        .crumb(urls::DESK_INITIATIVES, say::t(lang, "nav-initiatives"))
        .crumb(urls::desk_initiative(id), title.text)
        .crumb("", say::t(lang, "initiative-file-take-down"));
    Ok(NewPage {
        page,
        form,
        files: Tiles::kept(lang, &shown, |_| String::new()),
        action: urls::desk_initiative_file_removal(id, file),
        back: urls::desk_initiative(id),
    })
}

/// `GET /desk/initiatives/{id}/files/{file}/removal`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(at): Path<(InitiativeId, InitiativeFileId)>,
) -> Answer {
    let is_own = initiative::is_own(&mut tx, &actor, at.0).await?;
    policy::keep_this(&actor, is_own)?;
    let page = load(&mut tx, &actor, &chrome, at, Sheet::empty()).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/initiatives/{id}/files/{file}/removal`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(at): Path<(InitiativeId, InitiativeFileId)>,
    Form(fields): Form,
) -> Answer {
    let is_own = initiative::is_own(&mut tx, &actor, at.0).await?;
    let granted = policy::keep_this(&actor, is_own)?;
    let mut reader = fields.reader();
    let words = reader.required("words", |text| Prose::parse(text, MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(words) = words else {
        let form = Sheet::with(Fields::clone(&fields), mistakes);
        let page = load(&mut tx, &actor, &chrome, at, form).await?;
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    };
    files::take_down(&mut tx, &granted, at, &words).await?;
    let (done, to) = (tx.commit().await?, urls::desk_initiative(at.0));
    redirect_with_flash(&app, done, to, "flash-initiative-file-removed")
}
