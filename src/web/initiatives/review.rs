//! What teams propose to publish, as the board looks at it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::facts::{Changed, Facts, changes};
use super::files::{Tiles, changed};
use super::form::read;
use super::team::title_of;
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::ids::ProposedInitiativeId;
use crate::initiative::{self, Proposal, ProposalStage, Said, files, policy, proposal};
use crate::organization::{self, Organization, team};
use crate::radar;
use crate::say;
use crate::values::{Problem, Prose, TeamRole};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, PER_PAGE, Page, Pages, Path, Query, Result, Sheet,
    filters, html, html_with, redirect_with_flash, urls,
};

/// The longest words of the board.
const MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "initiatives/proposals.html")]
struct IndexPage {
    page: Page,
    rows: Vec<Row>,
    pages: Pages,
}

struct Row {
    href: String,
    title: String,
    organization: String,
    is_change: bool,
    sent_at: DateTime<Utc>,
}

#[derive(Template)]
#[template(path = "initiatives/proposal.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    facts: Facts,
    files: Tiles,
    changes: Option<Vec<Changed>>,
    proposal: Proposal,
    organization: Organization,
    answers: Vec<(&'static str, String)>,
    may_review: bool,
    here: String,
}

/// `GET /desk/proposals`
pub async fn index(actor: Actor, chrome: Chrome, mut conn: Read, Query(query): Query) -> Answer {
    let granted = policy::see_proposals(&actor)?;
    let (vault, lang) = (conn.vault(), chrome.lang);
    let count = proposal::count_waiting(&mut conn, &granted).await?;
    let pages = Pages::of(urls::DESK_PROPOSALS, &query, count);
    let slice = (pages.offset, PER_PAGE);
    let waiting = proposal::waiting(&mut conn, &vault, &granted, slice).await?;
    let ids: Vec<_> = waiting.iter().map(|it| it.organization).collect();
    let organizations = organization::find_many(&mut conn, &ids).await?;
    let called = |id| {
        let found = organizations.iter().find(|it| it.id == id);
        found.map(|it| it.name.clone()).unwrap_or_default()
    };
    let page = chrome
        .page()
        .crumb(urls::DESK_INITIATIVES, say::t(lang, "nav-initiatives"))
        .crumb("", say::t(lang, "proposals-title"));
    let rows = waiting
        .iter()
        .map(|it| Row {
            href: urls::desk_proposal(it.id),
            title: title_of(lang, &it.form),
            organization: called(it.organization),
            is_change: it.initiative.is_some(),
            sent_at: it.sent_at.unwrap_or(it.updated_at),
        })
        .collect();
    html(lang, IndexPage { page, rows, pages })
}

/// The proposal with its organization, for whoever may read it at the desk.
async fn seen(
    tx: &mut Tx,
    actor: &Actor,
    id: ProposedInitiativeId,
) -> Result<(Proposal, Organization, Option<TeamRole>)> {
    policy::see_proposals(actor)?;
    let vault = tx.vault();
    let found = proposal::find_proposal(tx, &vault, id)
        .await?
        .ok_or(Error::NotFound)?;
    let organization = organization::find(tx, found.organization)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(tx, organization.id, actor).await?;
    policy::read_proposal(actor, &found, own)?;
    Ok((found, organization, own))
}

/// What was sent, as it was read when it was sent.
fn said(found: &Proposal) -> Result<Said> {
    let fields = Fields::from_map(found.form.clone());
    read(&fields).map_err(|_| Error::NotFound)
}

async fn load(
    conn: &mut PgConnection,
    actor: &Actor,
    chrome: &Chrome,
    (found, organization, own): (Proposal, Organization, Option<TeamRole>),
    form: Sheet,
) -> Result<ShowPage> {
    let lang = chrome.lang;
    let said = said(&found)?;
    let before = match found
        .initiative
        .filter(|_| found.stage == ProposalStage::Sent)
    {
        Some(id) => initiative::find(conn, policy::desk(actor)?, id).await?,
        None => None,
    };
    let there = files::of_proposal(conn, &found).await?;
    let mut tiles = Tiles::kept(lang, &there, |_| String::new());
    let changes = match &before {
        Some(before) => {
            let shown = files::of_initiative(conn, before.id).await?;
            tiles.mark_new(&shown);
            let mut changes = changes(lang, &before.said, &said);
            changes.extend(changed(lang, &shown, &there));
            Some(changes)
        }
        None => None,
    };
    let page = chrome
        .page()
        .crumb(urls::DESK_PROPOSALS, say::t(lang, "proposals-title"))
        .crumb("", title_of(lang, &found.form));
    Ok(ShowPage {
        page,
        form,
        facts: Facts::new(&said, lang),
        files: tiles,
        changes,
        answers: vec![
            ("publish", say::t(lang, "proposals-publish")),
            ("return", say::t(lang, "proposals-return")),
        ],
        may_review: policy::review(actor, &found, &organization, own).is_ok(),
        here: urls::desk_proposal(found.id),
        proposal: found,
        organization,
    })
}

/// `GET /desk/proposals/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<ProposedInitiativeId>,
) -> Answer {
    let seen = seen(&mut tx, &actor, id).await?;
    let mut fields = Fields::default();
    fields.set("revision", seen.0.revision.to_string());
    let page = load(&mut tx, &actor, &chrome, seen, Sheet::of(fields)).await?;
    html(chrome.lang, page)
}

/// `POST /desk/proposals/{id}/decision`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<ProposedInitiativeId>,
    Form(fields): Form,
) -> Answer {
    let (found, organization, own) = seen(&mut tx, &actor, id).await?;
    let granted = policy::review(&actor, &found, &organization, own)?;
    // Whoever decides has read what stands there now.
    if fields.get("revision") != found.revision.to_string() {
        return Err(crate::Error::Overtaken.into());
    }
    let mut reader = fields.reader();
    let answer = reader.required("answer", |text| match text {
        "publish" => Ok(true),
        "return" => Ok(false),
        _ => Err(Problem::Required),
    });
    let words = match answer {
        Some(false) => reader.required("words", |text| Prose::parse(text, MOST)),
        _ => None,
    };
    let mistakes = reader.done().err().unwrap_or_default();
    match (answer, words) {
        (Some(true), _) => {
            let said = said(&found)?;
            let initiative = proposal::accept(&mut tx, &granted, &said).await?;
            radar::look(&mut tx, initiative).await?;
            let to = urls::desk_initiative(initiative);
            redirect_with_flash(&app, tx.commit().await?, to, "flash-initiative-published")
        }
        (Some(false), Some(words)) => {
            proposal::send_back(&mut tx, &granted, &words).await?;
            let to = urls::DESK_PROPOSALS;
            redirect_with_flash(&app, tx.commit().await?, to, "flash-initiative-returned")
        }
        _ => {
            let form = Sheet::with(fields, mistakes);
            let page = load(&mut tx, &actor, &chrome, (found, organization, own), form).await?;
            html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
        }
    }
}
