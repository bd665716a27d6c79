//! The form that adds a picture or a document.

use askama::Template;
use axum::http::StatusCode;

use super::place::Place;
use super::words::{self, Row};
use crate::actor::Actor;
use crate::db::Tx;
use crate::document::FILE_MAX;
use crate::ids::ProposedInitiativeId;
use crate::initiative::FileUse;
use crate::say;
use crate::values::RegistryNumber;
use crate::web::coordination::languages;
use crate::web::{Answer, Chrome, Page, Path, Sheet, filters, html_with};

#[derive(Template)]
#[template(path = "initiatives/files/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    rows: Vec<Row>,
    languages: Vec<(String, String)>,
    /// The keys of its title, of what is to be known before, and of what is said at the fields.
    title: &'static str,
    warning: &'static str,
    about: &'static str,
    hint: &'static str,
    called: (&'static str, &'static str),
    accept: &'static str,
    most: u64,
    action: String,
    back: String,
}

/// `GET /home/organizations/{number}/initiatives/{id}/files/pictures`
pub async fn picture(
    actor: Actor,
    chrome: Chrome,
    tx: Tx,
    Path(at): Path<(RegistryNumber, ProposedInitiativeId)>,
) -> Answer {
    new(&actor, &chrome, tx, at, FileUse::Picture).await
}

/// `GET /home/organizations/{number}/initiatives/{id}/files/documents`
pub async fn document(
    actor: Actor,
    chrome: Chrome,
    tx: Tx,
    Path(at): Path<(RegistryNumber, ProposedInitiativeId)>,
) -> Answer {
    new(&actor, &chrome, tx, at, FileUse::Document).await
}

async fn new(
    actor: &Actor,
    chrome: &Chrome,
    mut tx: Tx,
    at: (RegistryNumber, ProposedInitiativeId),
    used_as: FileUse,
) -> Answer {
    let vault = tx.vault();
    let place = Place::find(&mut tx, &vault, actor, at).await?;
    place.keep(actor)?;
    let form = Sheet::of(words::empty(chrome.lang));
    page(StatusCode::OK, chrome, &place, used_as, form)
}

/// The form, fresh or as it came back.
pub(super) fn page(
    status: StatusCode,
    chrome: &Chrome,
    place: &Place,
    used_as: FileUse,
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    let (title, warning, about, hint, accept) = match used_as {
        FileUse::Picture => (
            "initiative-picture-add",
            "initiative-picture-warning",
            "initiative-picture-about",
            "initiative-picture-hint",
            ".jpg,.jpeg,.png,.webp",
        ),
        FileUse::Document => (
            "initiative-document-add",
            "initiative-document-warning",
            "initiative-document-about",
            "initiative-document-hint",
            ".pdf,.docx,.odt",
        ),
    };
    html_with(
        status,
        lang,
        NewPage {
            page: place.page(chrome, &say::t(lang, title)),
            form,
            rows: words::rows(),
            languages: languages(lang),
            title,
            warning,
            about,
            hint,
            called: words::called(used_as),
            accept,
            most: FILE_MAX,
            action: place.adding(used_as),
            back: place.here(),
        },
    )
}
