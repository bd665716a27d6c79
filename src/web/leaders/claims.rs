//! Saying that an entry is one's own: from its public page or by its link.

use askama::Template;
use axum::extract::State;

use super::themselves::whose;
use crate::actor::Actor;
use crate::db::{Committed, Read, Tx};
use crate::ids::LeaderId;
use crate::leader::{self, ClaimState, policy};
use crate::say;
use crate::web::coordination::Spoken;
use crate::web::{
    Answer, App, Chrome, Error, Page, Path, filters, html, redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "leaders/claim.html")]
struct NewPage {
    page: Page,
    name: Spoken,
    action: String,
    back: String,
}

/// `GET /leaders/{id}/claim`
pub async fn new(actor: Actor, chrome: Chrome, mut read: Read, Path(id): Path<LeaderId>) -> Answer {
    policy::claim(&actor)?;
    let vault = read.vault();
    let leader = leader::public_leader(&mut read, &vault, id)
        .await?
        .ok_or(Error::NotFound)?;
    let name = Spoken::leader(&leader.facts.names, chrome.lang);
    let page = chrome
        .page()
        .crumb(urls::leader(id), name.text.clone())
        .crumb("", say::t(chrome.lang, "leaders-claim-are-you"));
    let page = NewPage {
        page,
        name,
        action: urls::leader_claim(id),
        back: urls::leader(id),
    };
    html(chrome.lang, page)
}

/// `POST /leaders/{id}/claim`
pub async fn create(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<LeaderId>,
) -> Answer {
    let granted = policy::claim(&actor)?;
    let vault = tx.vault();
    if leader::public_leader(&mut tx, &vault, id).await?.is_none() {
        return Err(Error::NotFound);
    }
    let state = leader::claim(&mut tx, &granted, id).await?;
    answer(&app, tx.commit().await?, id, state)
}

/// `POST /consents/{token}/claim`
pub async fn create_by_link(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
) -> Answer {
    let vault = tx.vault();
    let (id, _) = whose(&mut tx, &vault, &actor, &token).await?;
    let granted = policy::claim(&actor)?;
    let state = leader::claim(&mut tx, &granted, id).await?;
    let to = match state {
        ClaimState::Confirmed => id.to_string(),
        _ => token,
    };
    let done = tx.commit().await?;
    redirect_with_flash(&app, done, urls::consents(&to), said(state))
}

/// `POST /consents/{token}/claim/ending`: gives it up, or takes back that it waits.
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
) -> Answer {
    let vault = tx.vault();
    let (id, _) = whose(&mut tx, &vault, &actor, &token).await?;
    let granted = policy::claim(&actor)?;
    leader::give_up(&mut tx, &granted, id).await?;
    // Whoever came by the entry itself does not reach it any more.
    let to = match token.parse::<LeaderId>() {
        Ok(_) => urls::HOME.to_owned(),
        Err(_) => urls::consents(&token),
    };
    redirect_with_flash(&app, tx.commit().await?, to, "flash-leader-claim-ended")
}

fn answer(app: &App, done: Committed, id: LeaderId, state: ClaimState) -> Answer {
    let to = match state {
        ClaimState::Confirmed => urls::consents(&id.to_string()),
        _ => urls::leader(id),
    };
    redirect_with_flash(app, done, to, said(state))
}

const fn said(state: ClaimState) -> &'static str {
    match state {
        ClaimState::Confirmed => "flash-leader-claim-confirmed",
        _ => "flash-leader-claim-waits",
    }
}
