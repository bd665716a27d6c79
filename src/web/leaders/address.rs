//! Addresses that leaders say themselves: whoever reads one confirms it, whoever reads the one before undoes it, each by the link
//! of a letter. No account is needed. Programs that look through mail follow its links, so only buttons act.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::mine::unkept;
use super::themselves::whose;
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::leader::{self, AddressAsked, AddressState, AddressWay};
use crate::web::{
    Answer, App, Chrome, Error, Page, Path, filters, html_with, redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "leaders/address.html")]
struct ShowPage {
    page: Page,
    title_key: &'static str,
    /// What it is about, or what became of it.
    text_key: &'static str,
    /// The address that is confirmed; nothing, where it is undone.
    email: String,
    /// What the button says; nothing, where there is nothing to answer any more.
    act_key: Option<&'static str>,
    action: String,
}

impl ShowPage {
    fn new(chrome: &Chrome, token: &str, asked: &AddressAsked) -> Self {
        let (title_key, open_key, act_key) = match asked.way() {
            AddressWay::Confirm => (
                "leaders-address-confirm-title",
                "leaders-address-confirm-text",
                "leaders-address-confirm",
            ),
            AddressWay::Undo => (
                "leaders-address-undo-title",
                "leaders-address-undo-text",
                "leaders-address-undo",
            ),
        };
        let text_key = match asked.state() {
            _ if asked.is_open() => open_key,
            AddressState::Confirmed if asked.way() == AddressWay::Confirm => {
                "leaders-address-confirmed"
            }
            AddressState::Withdrawn => "leaders-address-withdrawn",
            AddressState::Undone => "leaders-address-undone",
            AddressState::Waiting | AddressState::Confirmed => "leaders-address-late",
        };
        Self {
            page: chrome.page(),
            title_key,
            text_key,
            email: asked
                .email()
                .filter(|_| asked.is_open())
                .map(|it| it.readable())
                .unwrap_or_default(),
            act_key: asked.is_open().then_some(act_key),
            action: urls::leader_address(token),
        }
    }
}

/// The page of a link to an address. One that ended without an answer says so.
fn answer(chrome: &Chrome, token: &str, asked: &AddressAsked) -> Answer {
    let status = match asked.has_ended() {
        true => StatusCode::GONE,
        false => StatusCode::OK,
    };
    let page = ShowPage::new(chrome, token, asked);
    Ok(unkept(html_with(status, chrome.lang, page)?))
}

/// `GET /leader-addresses/{token}`
pub async fn show(chrome: Chrome, mut read: Read, Path(token): Path<String>) -> Answer {
    let (vault, now) = (read.vault(), read.now());
    let asked = leader::follow_address(&mut read, &vault, now, &token).await?;
    answer(&chrome, &token, &asked.ok_or(Error::NotFound)?)
}

/// `POST /leader-addresses/{token}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
) -> Answer {
    let (vault, now) = (tx.vault(), tx.now());
    let asked = leader::follow_address(&mut tx, &vault, now, &token).await?;
    let asked = asked.ok_or(Error::NotFound)?;
    if asked.has_ended() {
        return answer(&chrome, &token, &asked);
    }
    leader::answer_address(&mut tx, &actor, &asked).await?;
    let said = match asked.way() {
        AddressWay::Confirm => "flash-leader-address-confirmed",
        AddressWay::Undo => "flash-leader-address-undone",
    };
    let done = tx.commit().await?;
    redirect_with_flash(&app, done, urls::leader_address(&token), said)
}

/// `POST /consents/{token}/address/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
) -> Answer {
    let vault = tx.vault();
    let (id, can) = whose(&mut tx, &vault, &actor, &token).await?;
    let can = can.profile().ok_or(Error::NotFound)?;
    leader::take_back_address(&mut tx, &can, id).await?;
    let to = urls::consents_part(&token, "profile");
    redirect_with_flash(
        &app,
        tx.commit().await?,
        to,
        "flash-leader-address-withdrawn",
    )
}
