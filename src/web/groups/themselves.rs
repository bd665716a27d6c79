//! A leader's own groups, behind the link of the letter that asked them. No account is needed. Programs that look through mail follow
//! its links, so only buttons act.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse as _;

use super::answers::{self, Places};
use crate::actor::Actor;
use crate::db::Tx;
use crate::group::{self, Who, policy::CanAnswer};
use crate::ids::{GroupInvitationId, LeaderId, MembershipId};
use crate::say;
use crate::web::leaders::themselves as consents;
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Path, Query, Result, Sheet, filters,
    html_with, redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "groups/themselves.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    places: Places,
}

/// Somebody who came by a link of theirs.
struct Guest {
    token: String,
    leader: LeaderId,
    /// The key of their consents, if they came from there; else empty. The link of an invitation answers for their groups alone,
    /// and never leads to what else is known of them.
    from: String,
}

impl Guest {
    /// The page that they came to, with its way back.
    fn here(&self) -> String {
        match self.from.is_empty() {
            true => urls::leader_groups(&self.token),
            false => urls::leader_groups_from(&self.token, &self.from),
        }
    }
}

/// Whose link it is, and that whoever follows it answers for them.
async fn whose(
    tx: &mut Tx,
    actor: &Actor,
    token: String,
    query: &Fields,
) -> Result<(Guest, CanAnswer)> {
    let vault = tx.vault();
    let (leader, granted) = group::follow_link(tx, &vault, actor, &token).await?;
    let from = query.get("from");
    let is_theirs = !from.is_empty()
        && consents::whose(tx, &vault, actor, from)
            .await
            .is_ok_and(|(id, _)| id == leader);
    let guest = Guest {
        token,
        leader,
        from: match is_theirs {
            true => from.to_owned(),
            false => String::new(),
        },
    };
    Ok((guest, granted))
}

async fn page(
    status: StatusCode,
    tx: &mut Tx,
    chrome: &Chrome,
    guest: &Guest,
    form: Sheet,
) -> Answer {
    let base = urls::leader_groups(&guest.token);
    let known = (chrome.lang, tx.now());
    let mut places = Places::of(tx, known, Who::Leader(guest.leader), Some(&base)).await?;
    let mut page = chrome.page();
    if !guest.from.is_empty() {
        page = page
            .crumb(
                urls::consents(&guest.from),
                say::t(chrome.lang, "leaders-yours-title"),
            )
            .crumb("", say::t(chrome.lang, "groups-yours"));
        let all = places.asked.iter_mut().chain(&mut places.there);
        for place in all.filter(|it| !it.action.is_empty()) {
            place.action += &format!("?from={}", guest.from);
        }
    }
    let page = ShowPage { page, form, places };
    let answer = html_with(status, chrome.lang, page)?;
    Ok(([(CACHE_CONTROL, "no-store")], answer).into_response())
}

/// `GET /group-invitations/{token}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(token): Path<String>,
    Query(query): Query,
) -> Answer {
    let (guest, _) = whose(&mut tx, &actor, token, &query).await?;
    page(StatusCode::OK, &mut tx, &chrome, &guest, Sheet::empty()).await
}

async fn answered(
    (chrome, app): (&Chrome, &App),
    mut tx: Tx,
    guest: &Guest,
    fields: Fields,
    came: std::result::Result<&'static str, Mistakes>,
) -> Answer {
    match came {
        Ok(flash) => {
            let done = tx.commit().await?;
            redirect_with_flash(app, done, guest.here(), flash)
        }
        Err(mistakes) => {
            let form = Sheet::with(fields, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(status, &mut tx, chrome, guest, form).await
        }
    }
}

/// `POST /group-invitations/{token}/group-invitations/{id}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((token, id)): Path<(String, GroupInvitationId)>,
    Query(query): Query,
    Form(fields): Form,
) -> Answer {
    let (guest, granted) = whose(&mut tx, &actor, token, &query).await?;
    let came = answers::answer(&mut tx, &granted, id, &fields).await?;
    answered((&chrome, &app), tx, &guest, fields, came).await
}

/// `POST /group-invitations/{token}/memberships/{id}/ending`
pub async fn destroy(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((token, id)): Path<(String, MembershipId)>,
    Query(query): Query,
    Form(fields): Form,
) -> Answer {
    let (guest, granted) = whose(&mut tx, &actor, token, &query).await?;
    let came = answers::leave(&mut tx, &granted, id, &fields).await?;
    answered((&chrome, &app), tx, &guest, fields, came).await
}
