//! An initiative, as the desk sees it: who carries it, whether it is published, and what happened.

use askama::Template;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::asked::AskedRow;
use super::facts::Facts;
use super::files::Tiles;
use crate::actor::Actor;
use crate::contribution::Reach;
use crate::db::Read;
use crate::history::{self, SubjectKind};
use crate::ids::InitiativeId;
use crate::initiative::{self, Initiative, files, policy};
use crate::radar;
use crate::say;
use crate::values::InitiativeRole;
use crate::vault::Vault;
use crate::web::contributions::Sums;
use crate::web::coordination::{Happened, Named, choices, happened_here};
use crate::web::overlaps::{Linked, Suggested, linked, suggested};
use crate::web::{
    Answer, Chrome, Error, Page, Path, Result, Sheet, filters, html, html_with, urls,
};

#[derive(Template)]
#[template(path = "initiatives/show.html")]
struct ShowPage {
    page: Page,
    facts: Facts,
    files: Tiles,
    initiative: Initiative,
    /// Whether an organization leads it, without which it is not published.
    is_led: bool,
    partners: Vec<Named>,
    asked: Vec<AskedRow>,
    may_change: bool,
    /// Whether the board says what it is: no team can.
    may_correct: bool,
    roles: Vec<(&'static str, String)>,
    form: Sheet,
    story: Vec<Happened>,
    linked: Vec<Linked>,
    overlaps: Vec<Suggested>,
    sums: Sums,
    may_judge: bool,
}

/// `GET /desk/initiatives/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(id): Path<InitiativeId>,
) -> Answer {
    let (vault, now) = (conn.vault(), conn.now());
    let page = load(
        &mut conn,
        (&vault, now),
        &actor,
        &chrome,
        id,
        Sheet::empty(),
    )
    .await?;
    html(chrome.lang, page)
}

/// The same with the form that came back.
pub(super) async fn again(
    conn: &mut PgConnection,
    known: (&Vault, DateTime<Utc>),
    actor: &Actor,
    chrome: &Chrome,
    id: InitiativeId,
    form: Sheet,
) -> Answer {
    let page = load(conn, known, actor, chrome, id, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

async fn load(
    conn: &mut PgConnection,
    (vault, now): (&Vault, DateTime<Utc>),
    actor: &Actor,
    chrome: &Chrome,
    id: InitiativeId,
    form: Sheet,
) -> Result<ShowPage> {
    let scope = policy::desk(actor)?;
    let lang = chrome.lang;
    let initiative = initiative::find(conn, scope, id)
        .await?
        .ok_or(Error::NotFound)?;
    let is_own = initiative::is_own(conn, actor, id).await?;
    let may_change = policy::keep_this(actor, is_own).is_ok();
    let ending = |partnership| match may_change {
        true => urls::desk_initiative_partner_ending(id, partnership),
        false => String::new(),
    };
    let partners = initiative::partners(conn, id).await?;
    let asked = initiative::asked(conn, vault, id).await?;
    let asked = asked.iter().map(|it| {
        let withdrawal = match may_change {
            true => urls::desk_initiative_withdrawal(id, it.id),
            false => String::new(),
        };
        let href = urls::desk_organization(it.number);
        AskedRow::new((lang, now), it, href, withdrawal)
    });
    let asked = asked.collect();
    let entries = history::of_subject(conn, vault, SubjectKind::Initiative, id.uuid()).await?;
    let linked = linked(conn, scope, id, lang, urls::desk_initiative).await?;
    let overlaps = suggested(conn, scope, id, lang).await?;
    let sums = Sums::of(conn, lang, Reach::Initiative(id)).await?;
    let shown = files::of_initiative(conn, id).await?;
    let files = Tiles::kept(lang, &shown, |it| match may_change {
        true => urls::desk_initiative_file_removal(id, it.id),
        false => String::new(),
    });
    let facts = Facts::new(&initiative.said, lang);
    let page = chrome
        .page()
        .crumb(urls::DESK_INITIATIVES, say::t(lang, "nav-initiatives"))
        .crumb("", facts.title.text.clone());
    let is_led = partners
        .iter()
        .any(|it| it.role == InitiativeRole::Lead && it.organization.can_join());
    Ok(ShowPage {
        page,
        linked,
        overlaps,
        sums,
        files,
        is_led,
        may_judge: radar::policy::judge_any(actor).is_ok(),
        partners: partners
            .iter()
            .map(|it| Named::new(&it.organization, it.role.key(), ending(it.id)))
            .collect(),
        asked,
        may_change,
        may_correct: may_change
            && initiative::is_the_boards(initiative.published_at.is_some(), is_led),
        roles: choices(
            lang,
            InitiativeRole::ALL,
            InitiativeRole::code,
            InitiativeRole::key,
        ),
        form,
        story: happened_here(conn, vault, lang, entries).await?,
        facts,
        initiative,
    })
}
