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
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "groups/themselves.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    places: Places,
}

/// Whose link it is, and that whoever follows it answers for them.
async fn whose(tx: &mut Tx, actor: &Actor, token: &str) -> Result<(LeaderId, CanAnswer)> {
    let vault = tx.vault();
    Ok(group::follow_link(tx, &vault, actor, token).await?)
}

async fn page(
    status: StatusCode,
    tx: &mut Tx,
    chrome: &Chrome,
    (token, leader): (&str, LeaderId),
    form: Sheet,
) -> Answer {
    let base = urls::leader_groups(token);
    let known = (chrome.lang, tx.now());
    let places = Places::of(tx, known, Who::Leader(leader), Some(&base)).await?;
    let page = ShowPage {
        page: chrome.page(),
        form,
        places,
    };
    let answer = html_with(status, chrome.lang, page)?;
    Ok(([(CACHE_CONTROL, "no-store")], answer).into_response())
}

/// `GET /group-invitations/{token}`
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(token): Path<String>) -> Answer {
    let (leader, _) = whose(&mut tx, &actor, &token).await?;
    let of = (token.as_str(), leader);
    page(StatusCode::OK, &mut tx, &chrome, of, Sheet::empty()).await
}

async fn answered(
    (chrome, app): (&Chrome, &App),
    mut tx: Tx,
    (token, leader): (&str, LeaderId),
    fields: Fields,
    came: std::result::Result<&'static str, Mistakes>,
) -> Answer {
    match came {
        Ok(flash) => {
            let done = tx.commit().await?;
            redirect_with_flash(app, done, urls::leader_groups(token), flash)
        }
        Err(mistakes) => {
            let form = Sheet::with(fields, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(status, &mut tx, chrome, (token, leader), form).await
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
    Form(fields): Form,
) -> Answer {
    let (leader, granted) = whose(&mut tx, &actor, &token).await?;
    let came = answers::answer(&mut tx, &granted, id, &fields).await?;
    answered((&chrome, &app), tx, (&token, leader), fields, came).await
}

/// `POST /group-invitations/{token}/memberships/{id}/ending`
pub async fn destroy(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((token, id)): Path<(String, MembershipId)>,
    Form(fields): Form,
) -> Answer {
    let (leader, granted) = whose(&mut tx, &actor, &token).await?;
    let came = answers::leave(&mut tx, &granted, id, &fields).await?;
    answered((&chrome, &app), tx, (&token, leader), fields, came).await
}
