//! What is asked for and what is there.

use askama::Template;
use axum::http::StatusCode;
use chrono::NaiveDate;
use sqlx::PgConnection;

use super::place::{Found, Place};
use super::urls;
use super::view::{Reading, Shown, anchor, flag, shown};
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::document::{self, Item};
use crate::ids::CaseId;
use crate::say;
use crate::values::{Arg, Lang, RegistryNumber};
use crate::vault::Vault;
use crate::web::{
    Answer, Chrome, Error, Fields, Mistakes, Page, Path, Sheet, filters, html_with, see,
};

#[derive(Template)]
#[template(path = "documents/index.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    title: String,
    language: String,
    back: String,
    shelf: Vec<Shown>,
    flag: Option<&'static str>,
    may_add: bool,
    needed: usize,
    there: usize,
}

/// `GET /cases/{id}/documents`
pub async fn of_case(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(id): Path<CaseId>,
) -> Answer {
    let (place, at) = (Place::Case(id), (conn.vault(), conn.today()));
    match place.find(&mut conn, &actor).await {
        Ok(found) => page(&chrome, &mut conn, at, place, found, Mistakes::default()).await,
        // The desk reads them beside the rest of the case.
        Err(Error::NotFound) => {
            let _ = crate::case::find(&mut conn, &actor, id).await?;
            see(format!("{}#documents", urls::desk_case(id)))
        }
        Err(error) => Err(error),
    }
}

/// `GET /home/organizations/{number}/documents`
pub async fn of_organization(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (place, at) = (Place::Organization(number), (conn.vault(), conn.today()));
    let found = place.find(&mut conn, &actor).await?;
    page(&chrome, &mut conn, at, place, found, Mistakes::default()).await
}

/// What is missing, each at its place in the list.
pub fn wanting(lang: Lang, missing: &[Item]) -> Mistakes {
    let mut mistakes = Mistakes::default();
    for item in missing {
        let title = item.asks.title.of(lang).to_owned();
        let args = vec![("title", Arg::Text(title))];
        mistakes.add_with(anchor(item.id), "document-needed", args);
    }
    mistakes
}

/// The list for somebody who wanted to submit and lacks something.
pub async fn missing(
    chrome: &Chrome,
    tx: &mut Tx,
    actor: &Actor,
    id: CaseId,
    missing: &[Item],
) -> Answer {
    let place = Place::Case(id);
    let found = place.find(tx, actor).await?;
    let mistakes = wanting(chrome.lang, missing);
    let at = (tx.vault(), tx.today());
    page(chrome, tx, at, place, found, mistakes).await
}

async fn page(
    chrome: &Chrome,
    conn: &mut PgConnection,
    (vault, today): (Vault, NaiveDate),
    place: Place,
    found: Found,
    mistakes: Mistakes,
) -> Answer {
    let lang = chrome.lang;
    let slots = document::shelf(conn, &vault, &found.list, today).await?;
    let add = |item| place.add_url(item);
    let may_add = found.add(chrome.actor()).is_ok();
    let reading = Reading {
        lang,
        today,
        add: may_add.then_some(&add),
        at_desk: false,
        tells_verdicts: found.tells_verdicts,
    };
    let shelf = shown(&slots, &reading);
    let needed = slots.iter().filter(|slot| slot.is_needed);
    let status = match mistakes.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    html_with(
        status,
        lang,
        IndexPage {
            page: found
                .page(chrome, place)
                .crumb("", say::t(lang, "documents-title")),
            form: Sheet::with(Fields::default(), mistakes),
            back: place.parent(),
            flag: flag(&shelf),
            needed: needed.clone().count(),
            there: needed.filter(|slot| !slot.is_missing()).count(),
            shelf,
            may_add,
            title: found.title,
            language: found.language,
        },
    )
}
