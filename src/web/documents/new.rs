//! The form that adds a document.

use askama::Template;
use axum::http::StatusCode;

use super::place::{Found, Place};
use super::view::{Paper, Reading};
use crate::actor::Actor;
use crate::db::Read;
use crate::document::{self, FILE_MAX, Item};
use crate::ids::{CaseId, ItemId};
use crate::say;
use crate::values::RegistryNumber;
use crate::web::{Answer, Chrome, Page, Path, Sheet, filters, html_with};

/// What browsers offer to choose from; the content decides.
pub const ACCEPT: &str = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.odt";

#[derive(Template)]
#[template(path = "documents/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    title: String,
    hint: String,
    caption: String,
    action: String,
    back: String,
    personal: bool,
    expires: bool,
    there: Vec<Paper>,
    ways: Vec<(&'static str, String)>,
    accept: &'static str,
    most: u64,
}

/// `GET /cases/{id}/documents/{item}`
pub async fn of_case(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path((id, item)): Path<(CaseId, ItemId)>,
) -> Answer {
    show(actor, chrome, &mut conn, Place::Case(id), item).await
}

/// `GET /home/organizations/{number}/documents/{item}`
pub async fn of_organization(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path((number, item)): Path<(RegistryNumber, ItemId)>,
) -> Answer {
    show(actor, chrome, &mut conn, Place::Organization(number), item).await
}

async fn show(actor: Actor, chrome: Chrome, conn: &mut Read, place: Place, item: ItemId) -> Answer {
    let found = place.find(conn, &actor).await?;
    let item = found.item(conn, item).await?;
    let _ = found.add(&actor)?;
    page(
        StatusCode::OK,
        &chrome,
        conn,
        place,
        &found,
        &item,
        Sheet::empty(),
    )
    .await
}

/// The form, fresh or as it came back.
pub(super) async fn page(
    status: StatusCode,
    chrome: &Chrome,
    conn: &mut Read,
    place: Place,
    found: &Found,
    item: &Item,
    form: Sheet,
) -> Answer {
    let (lang, vault, today) = (chrome.lang, conn.vault(), conn.today());
    let slots = document::shelf(conn, &vault, &found.list, today).await?;
    let reading = Reading {
        lang,
        today,
        add: None,
        at_desk: false,
        tells_verdicts: found.tells_verdicts,
    };
    let slot = slots.iter().find(|slot| slot.item.id == item.id);
    let there = slot.map_or_else(Vec::new, |slot| {
        let papers = slot.current.iter();
        papers.map(|it| Paper::of(it, &reading)).collect()
    });
    let title = item.asks.title.of(lang).to_owned();
    html_with(
        status,
        lang,
        NewPage {
            page: found
                .page(chrome, place)
                .crumb(place.url(), say::t(lang, "documents-title"))
                .crumb("", title.clone()),
            hint: item.asks.hint.of(lang).to_owned(),
            caption: found.title.clone(),
            action: place.add_url(item.id),
            back: place.url(),
            personal: item.asks.personal,
            expires: item.asks.expires,
            there,
            ways: ["newer", "beside"]
                .map(|way| (way, say::t(lang, &format!("document-way-{way}"))))
                .to_vec(),
            accept: ACCEPT,
            most: FILE_MAX,
            title,
            form,
        },
    )
}
