//! A group, as the desk sees it: who is in it, and what happened.

use askama::Template;
use axum::http::StatusCode;
use chrono::NaiveDate;
use sqlx::PgConnection;

use super::public::other_names;
use super::seats::{Seat, seats};
use crate::actor::Actor;
use crate::db::Read;
use crate::group::{self, Group, policy};
use crate::history::{self, SubjectKind};
use crate::ids::GroupId;
use crate::leader;
use crate::say;
use crate::values::{GroupRole, SigningOffice};
use crate::vault::Vault;
use crate::web::coordination::{Happened, Named, Spoken, choices, happened};
use crate::web::{
    Answer, Chrome, Error, Page, Path, Result, Sheet, filters, html, html_with, urls,
};

#[derive(Template)]
#[template(path = "groups/show.html")]
struct ShowPage {
    page: Page,
    name: Spoken,
    other_names: Vec<Spoken>,
    purpose: Option<Spoken>,
    group: Group,
    members: Vec<Named>,
    seats: Vec<Seat>,
    may_change: bool,
    /// Where it stands whom one may invite, for those who see it.
    invitees: Option<String>,
    roles: Vec<(&'static str, String)>,
    offices: Vec<(&'static str, String)>,
    form: Sheet,
    story: Vec<Happened>,
}

/// `GET /desk/groups/{id}`
pub async fn show(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<GroupId>) -> Answer {
    let (vault, today) = (conn.vault(), conn.today());
    let mut page = load(
        &mut conn,
        (&vault, today),
        &actor,
        &chrome,
        id,
        Sheet::empty(),
    )
    .await?;
    let usual = group::usual_seat(page.group.kind).map_or("", SigningOffice::code);
    page.form = Sheet::of([("seat", usual)].into_iter().collect());
    html(chrome.lang, page)
}

/// The same with the form that came back.
pub(super) async fn again(
    conn: &mut PgConnection,
    known: (&Vault, NaiveDate),
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
    (vault, today): (&Vault, NaiveDate),
    actor: &Actor,
    chrome: &Chrome,
    id: GroupId,
    form: Sheet,
) -> Result<ShowPage> {
    policy::desk(actor)?;
    let lang = chrome.lang;
    let group = group::find(conn, id).await?.ok_or(Error::NotFound)?;
    let may_change = policy::group(actor).is_ok();
    let ending = |membership| match may_change {
        true => urls::desk_group_member_ending(id, membership),
        false => String::new(),
    };
    let members = group::members(conn, id).await?;
    let entries = history::of_subject(conn, vault, SubjectKind::Group, id.uuid()).await?;
    let name = Spoken::of(&group.names, lang);
    let page = chrome
        .page()
        .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
        .crumb("", name.text.clone());
    Ok(ShowPage {
        page,
        other_names: other_names(&group, &name),
        purpose: Spoken::purpose(&group),
        members: members
            .iter()
            .map(|it| Named::new(&it.organization, it.role.key(), ending(it.id)))
            .collect(),
        seats: seats(conn, (lang, today), id).await?,
        may_change,
        invitees: leader::policy::invite(actor)
            .is_ok()
            .then(|| urls::desk_group_invitees(id)),
        offices: choices(
            lang,
            &group::offices(),
            SigningOffice::code,
            SigningOffice::key,
        ),
        roles: choices(lang, GroupRole::ALL, GroupRole::code, GroupRole::key),
        form,
        story: happened(conn, vault, lang, entries).await?,
        name,
        group,
    })
}
