//! The pictures and documents of what a team proposes, in their order.

use askama::Template;

use super::place::Place;
use super::tile::Tiles;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::ProposedInitiativeId;
use crate::initiative::{FileUse, files};
use crate::values::RegistryNumber;
use crate::web::{Answer, Chrome, Error, Page, Path, filters, html, see, urls};

#[derive(Template)]
#[template(path = "initiatives/files/index.html")]
struct IndexPage {
    page: Page,
    files: Tiles,
    add_picture: String,
    add_document: String,
    back: String,
}

/// `GET /home/organizations/{number}/initiatives/{id}/files`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, ProposedInitiativeId)>,
) -> Answer {
    let vault = tx.vault();
    let place = Place::find(&mut tx, &vault, &actor, (number, id)).await?;
    let back = urls::my_initiative(number, id);
    match place.keep(&actor) {
        Ok(_) => {}
        // What was sent is read where the rest of it is.
        Err(Error::Overtaken) => return see(back),
        Err(error) => return Err(error),
    }
    let there = files::of_proposal(&mut tx, &place.proposal).await?;
    let here = place.here();
    let tiles = Tiles::kept(chrome.lang, &there, |it| format!("{here}/{}", it.id));
    let add = |used_as: FileUse, many: usize| match many < used_as.most() {
        true => place.adding(used_as),
        false => String::new(),
    };
    html(
        chrome.lang,
        IndexPage {
            page: place.page(&chrome, ""),
            add_picture: add(FileUse::Picture, tiles.pictures.len()),
            add_document: add(FileUse::Document, tiles.documents.len()),
            files: tiles,
            back,
        },
    )
}
