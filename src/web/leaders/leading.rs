//! Somebody who leads an organization and has no entry there: where they begin, what of theirs waits, and taking it back.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;

use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::ids::ClaimId;
use crate::leader::{self, policy};
use crate::say;
use crate::values::RegistryNumber;
use crate::web::coordination::{Spoken, organization_of};
use crate::web::{
    Answer, App, Chrome, Page, Path, Query, Sheet, filters, html_with, redirect_with_flash, see,
    urls,
};

#[derive(Template)]
#[template(path = "leaders/leading.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    waiting: Vec<Waiting>,
}

/// What waits for an answer.
struct Waiting {
    organization: Spoken,
    number: RegistryNumber,
    since: NaiveDate,
    withdrawal: String,
    /// The form of the organization that goes on for it, if it gave way; else empty.
    anew: String,
}

/// `GET /home/leader?number=`. It leads to the form of the organization that is named.
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read, Query(query): Query) -> Answer {
    let granted = policy::claim(&actor)?;
    let mut reader = query.reader();
    if query.sent("number") {
        match organization_of(&mut read, &mut reader, "number").await? {
            Some(of) if of.can_join() => return see(urls::leader_entry_new(of.number)),
            Some(_) => reader.mistake("number", "coordination-not-registered"),
            None => {}
        }
    }
    let mistakes = reader.done().err().unwrap_or_default();
    let status = match mistakes.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let asked = leader::asked_by(&mut read, granted.account()).await?;
    let page = IndexPage {
        page: chrome
            .page()
            .crumb(urls::HOME, say::t(chrome.lang, "home-title"))
            .crumb("", say::t(chrome.lang, "leaders-lead")),
        form: Sheet::with(query, mistakes),
        waiting: asked
            .into_iter()
            .map(|it| {
                let (number, name, language) = it.organization;
                Waiting {
                    organization: Spoken::new(name.as_str(), language.as_ref()),
                    number,
                    since: it.at.date_naive(),
                    withdrawal: urls::leader_entry_withdrawal(it.id),
                    anew: it.into.map(urls::leader_entry_new).unwrap_or_default(),
                }
            })
            .collect(),
    };
    html_with(status, chrome.lang, page)
}

/// `POST /home/leader/claims/{claim}/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<ClaimId>,
) -> Answer {
    let granted = policy::claim(&actor)?;
    leader::take_back_entry(&mut tx, &granted, id).await?;
    redirect_with_flash(
        &app,
        tx.commit().await?,
        urls::HOME_LEADER,
        "flash-leader-entry-taken-back",
    )
}
