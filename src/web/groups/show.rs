//! A group, as the desk sees it: who is in it, and what happened.

use askama::Template;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::facts::Facts;
use super::invitations::Invited;
use super::leaders::Leaders;
use super::seats::{Seat, seats};
use crate::actor::Actor;
use crate::assignment;
use crate::db::Read;
use crate::group::{self, policy};
use crate::history::{self, SubjectKind};
use crate::ids::GroupId;
use crate::leader;
use crate::meeting;
use crate::say;
use crate::values::{GroupKind, GroupRole, SigningOffice};
use crate::vault::Vault;
use crate::web::coordination::{Happened, Named, choices, happened_here};
use crate::web::desk::People;
use crate::web::meetings::{Listed, listed};
use crate::web::{
    Answer, Chrome, Error, Page, Path, Result, Sheet, filters, html, html_with, urls,
};

/// How many meetings, and how many of those who were asked, stand on the page.
const LATEST: i64 = 10;

#[derive(Template)]
#[template(path = "groups/show.html")]
struct ShowPage {
    page: Page,
    facts: Facts,
    kind: GroupKind,
    members: Vec<Named>,
    leaders: Leaders,
    /// Those who wait, and the latest answers.
    asked: Vec<Invited>,
    /// Where all of them stand, if there are more.
    all_asked: Option<String>,
    /// The latest of them.
    meetings: Vec<Listed>,
    /// Where all of them stand, if there are more.
    all_meetings: Option<String>,
    seats: Vec<Seat>,
    /// Whom a rule names for it; empty where none does.
    coordinator: String,
    may_change: bool,
    /// Whether its end can be taken back.
    may_reopen: bool,
    version: i32,
    /// Where it stands whom one may invite, for those who see it.
    invitees: Option<String>,
    roles: Vec<(&'static str, String)>,
    offices: Vec<(&'static str, String)>,
    form: Sheet,
    story: Vec<Happened>,
}

/// `GET /desk/groups/{id}`
pub async fn show(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<GroupId>) -> Answer {
    let known = (conn.vault(), conn.now());
    let mut page = load(
        &mut conn,
        (&known.0, known.1),
        &actor,
        &chrome,
        id,
        Sheet::empty(),
    )
    .await?;
    let usual = group::usual_seat(page.kind).map_or("", SigningOffice::code);
    page.form = Sheet::of([("seat", usual)].into_iter().collect());
    html(chrome.lang, page)
}

/// The same with the form that came back.
pub(super) async fn again(
    conn: &mut PgConnection,
    known: (&Vault, DateTime<Utc>),
    actor: &Actor,
    chrome: &Chrome,
    id: GroupId,
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
    id: GroupId,
    form: Sheet,
) -> Result<ShowPage> {
    policy::desk(actor)?;
    let (lang, today) = (chrome.lang, now.date_naive());
    let group = group::find(conn, id).await?.ok_or(Error::NotFound)?;
    let is_board = policy::group(actor).is_ok();
    // Nothing is done with a group that is over, but to let it go on if that was a mistake.
    let may_change = is_board && !group.end.is_over(today);
    let change = |membership| match may_change {
        true => urls::desk_group_member(id, membership),
        false => String::new(),
    };
    let ending = |membership| match may_change {
        true => urls::desk_group_member_ending(id, membership),
        false => String::new(),
    };
    let members = group::members(conn, id).await?;
    let entries = history::of_subject(conn, vault, SubjectKind::Group, id.uuid()).await?;
    let facts = Facts::of(conn, (lang, today), &group, urls::desk_group).await?;
    let meetings = meeting::of_group(conn, (id, now), (0, LATEST)).await?;
    let has_more = meeting::count_of_group(conn, id).await? > LATEST;
    let asked = group::asked(conn, vault, id, (0, LATEST)).await?;
    let has_more_asked = group::count_asked(conn, id).await? > LATEST;
    let leaders = group::leaders(conn, id).await?;
    let named = assignment::of_group(conn, id).await?.map(|it| it.account);
    let people = People::of(conn, vault, named)
        .await?
        .and_absences(conn, vault, today)
        .await?;
    let page = chrome
        .page()
        .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
        .crumb("", facts.name.text.clone());
    Ok(ShowPage {
        page,
        kind: group.said.kind,
        leaders: Leaders::of(lang, leaders, Some((id, may_change))),
        meetings: listed(lang, meetings, |it| urls::desk_meeting(it.id), |_| None),
        all_meetings: has_more.then(|| urls::desk_group_meetings(id)),
        asked: asked
            .into_iter()
            .map(|it| Invited::of((lang, now), id, it, may_change))
            .collect(),
        all_asked: has_more_asked.then(|| urls::desk_group_invitations(id)),
        members: members
            .iter()
            .map(|it| Named {
                change: change(it.id),
                ..Named::new(&it.organization, it.role.key(), ending(it.id))
            })
            .collect(),
        seats: seats(conn, (lang, today), id).await?,
        coordinator: named
            .map(|account| people.name_now(lang, account))
            .unwrap_or_default(),
        may_change,
        may_reopen: is_board && group.end.is_open(now),
        version: group.version,
        invitees: (leader::policy::invite(actor).is_ok() && !facts.is_over)
            .then(|| urls::desk_group_invitees(id)),
        offices: choices(
            lang,
            &group::offices(),
            SigningOffice::code,
            SigningOffice::key,
        ),
        roles: choices(
            lang,
            group::roles(group.said.kind),
            GroupRole::code,
            GroupRole::key,
        ),
        form,
        story: happened_here(conn, vault, lang, entries).await?,
        facts,
    })
}
