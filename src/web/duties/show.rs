//! What became of each thing that was handed over, and giving it back.

use askama::Template;
use axum::extract::State;

use super::view::{Shown, shown};
use crate::account;
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::duty::{self, Handover, Order, policy};
use crate::ids::DutyHandoverId;
use crate::say;
use crate::vault::Vault;
use crate::web::desk::{People, When, paragraphs};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, filters, html, redirect_with_flash,
    see_with_flash, urls,
};

#[derive(Template)]
#[template(path = "duties/show.html")]
struct ShowPage {
    page: Page,
    /// Where it is given back.
    back: String,
    from: String,
    to: String,
    by: String,
    when: When,
    words: Vec<String>,
    rows: Vec<Shown>,
    given: usize,
    /// What it gave back, or what gave it back.
    undoes: Option<String>,
    undone_by: Option<String>,
    /// How much can still be given back, and what of that was seen.
    way_back: Option<(usize, String)>,
}

/// `GET /desk/handovers/{id}`
pub(super) async fn show(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(id): Path<DutyHandoverId>,
) -> Answer {
    let (vault, lang) = (read.vault(), chrome.lang);
    let handover = duty::find(&mut read, &vault, &actor, id).await?;
    let parties = [handover.from, handover.to, handover.by];
    let people = People::of(&mut read, &vault, parties).await?;
    let rows = shown(&mut read, &actor, lang, &handover.rows).await?;
    let page = ShowPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb(urls::DESK_HANDOVERS, say::t(lang, "duty-title"))
            .crumb("", say::t(lang, "duty-one-title")),
        back: urls::desk_handover_return(id),
        from: people.name(handover.from),
        to: people.name(handover.to),
        by: people.name(handover.by),
        when: When::moment(lang, handover.at),
        words: paragraphs(handover.words.as_ref()),
        given: rows.iter().filter(|it| it.is_given()).count(),
        rows,
        undoes: handover.undoes.map(urls::desk_handover),
        undone_by: handover.undone_by.map(urls::desk_handover),
        way_back: way_back(&mut read, &vault, &actor, &handover).await?,
    };
    html(lang, page)
}

/// How much of it can be given back by whoever looks.
async fn way_back(
    read: &mut Read,
    vault: &Vault,
    actor: &Actor,
    handover: &Handover,
) -> Result<Option<(usize, String)>> {
    let from = account::find(read, vault, handover.to).await?;
    let to = account::find(read, vault, handover.from).await?;
    let Some((from, to)) = from.zip(to) else {
        return Ok(None);
    };
    let Ok(granted) = policy::hand_back(actor, handover, (&from, &to)) else {
        return Ok(None);
    };
    let plan = duty::plan_back(read, vault, &granted, &handover.rows).await?;
    Ok(match plan.given() {
        0 => None,
        given => Some((given, plan.seen)),
    })
}

/// `POST /desk/handovers/{id}/return`
pub(super) async fn create(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<DutyHandoverId>,
    Form(sent): Form,
) -> Answer {
    let vault = tx.vault();
    let handover = duty::find(&mut tx, &vault, &actor, id).await?;
    if let Some(there) = handover.undone_by {
        // Pressed twice, or somebody else did.
        return see_with_flash(&app, urls::desk_handover(there), "flash-duties-back");
    }
    let people = duty::people(&mut tx, handover.to, handover.from).await?;
    let (from, to) = people.ok_or(Error::NotFound)?;
    let granted = policy::hand_back(&actor, &handover, (&from, &to))?;
    let order = Order {
        seen: sent.get("seen"),
        words: None,
        undoes: Some(&handover),
    };
    match duty::hand_over(&mut tx, &granted, order).await {
        Ok(back) => {
            let done = tx.commit().await?;
            redirect_with_flash(&app, done, urls::desk_handover(back), "flash-duties-back")
        }
        Err(crate::Error::Overtaken) => {
            drop(tx);
            see_with_flash(&app, urls::desk_handover(id), "flash-error-duties-changed")
        }
        Err(error) => Err(error.into()),
    }
}
