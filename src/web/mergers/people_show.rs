//! A merger of two entries of leaders: by whom, when and why, what moved, and taking it back.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::SecondsFormat;

use super::people::granted;
use crate::account;
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::ids::LeaderMergerId;
use crate::leader;
use crate::merger::people::{self, Obstacle, PeopleMerger};
use crate::say;
use crate::values::Prose;
use crate::web::coordination::Spoken;
use crate::web::leaders::mine::unkept;
use crate::web::{
    Answer, App, Chrome, Error, Form, Mistakes, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "mergers/people_show.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    merger: PeopleMerger,
    name: Spoken,
    /// What the one that gave way is called in its own entry.
    other: Spoken,
    /// The page of the survivor at the desk.
    survivor: String,
    by: String,
    undone_by: String,
    obstacles: Vec<Obstacle>,
    action: String,
}

impl ShowPage {
    fn iso(&self, at: &chrono::DateTime<chrono::Utc>) -> String {
        at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    id: LeaderMergerId,
    (form, obstacles): (Sheet, Vec<Obstacle>),
) -> Result<ShowPage> {
    actor.person()?;
    let (vault, lang) = (tx.vault(), chrome.lang);
    let merger = people::find(tx, &vault, id).await?.ok_or(Error::NotFound)?;
    granted(tx, actor, (merger.survivor, merger.other)).await?;
    let accounts: Vec<_> = std::iter::once(merger.by)
        .chain(merger.undone.as_ref().map(|it| it.0))
        .collect();
    let names = account::called(tx, &vault, &accounts).await?;
    let called = |id| names.get(&id).cloned().unwrap_or_default();
    let both = [merger.survivor, merger.other];
    let both = leader::names_of(tx, &vault, &both).await?;
    let named = |id| both.get(&id).map(|names| Spoken::leader(names, lang));
    let name = named(merger.survivor).ok_or(Error::NotFound)?;
    let other = named(merger.other).ok_or(Error::NotFound)?;
    let offices = leader::offices(tx, merger.survivor).await?;
    let survivor = offices
        .first()
        .map(|(_, of)| urls::desk_leader(of.number, merger.survivor))
        .unwrap_or_default();
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "nav-desk"))
        .crumb(survivor.clone(), name.text.clone())
        .crumb("", say::t(lang, "people-merged-title"));
    Ok(ShowPage {
        page,
        form,
        name,
        other,
        survivor,
        by: called(merger.by),
        undone_by: merger
            .undone
            .as_ref()
            .map(|it| called(it.0))
            .unwrap_or_default(),
        obstacles,
        action: format!("{}/undoing", urls::people_merger(id)),
        merger,
    })
}

/// `GET /desk/people/mergers/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<LeaderMergerId>,
) -> Answer {
    let begin = (Sheet::empty(), Vec::new());
    let page = load(&mut tx, (&actor, &chrome), id, begin).await?;
    let _ = tx.commit().await?;
    Ok(unkept(html_with(StatusCode::OK, chrome.lang, page)?))
}

/// `POST /desk/people/mergers/{id}/undoing`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<LeaderMergerId>,
    Form(fields): Form,
) -> Answer {
    let person = actor.person()?.id;
    let vault = tx.vault();
    let merger = people::find(&mut tx, &vault, id)
        .await?
        .ok_or(Error::NotFound)?;
    let can = granted(&mut tx, &actor, (merger.survivor, merger.other)).await?;
    let mut reader = fields.reader();
    let reason = reader.required("reason", |text| Prose::parse(text, 2_000));
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(reason) = reason else {
        let back = (Sheet::with(fields, mistakes), Vec::new());
        let page = load(&mut tx, (&actor, &chrome), id, back).await?;
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(unkept(html_with(status, chrome.lang, page)?));
    };
    let key = Sheet::of(fields.clone()).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    match people::undo(&mut tx, &can, id, &reason).await? {
        Ok(()) => {
            let to = urls::people_merger(id);
            db::finish(&mut tx, person, key, &to).await?;
            redirect_with_flash(&app, tx.commit().await?, to, "flash-people-unmerged")
        }
        Err(obstacles) => {
            let back = (Sheet::with(fields, Mistakes::default()), obstacles);
            let page = load(&mut tx, (&actor, &chrome), id, back).await?;
            drop(tx);
            Ok(unkept(html_with(StatusCode::CONFLICT, chrome.lang, page)?))
        }
    }
}
