//! Somebody else was faster: what happened meanwhile, and what one had typed.

use askama::Template;
use axum::http::StatusCode;

use super::view::{Happened, People, Title};
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::say;
use crate::sitting;
use crate::web::{Answer, App, Chrome, Error, Page, filters, html_with, redirect_with_flash, urls};

/// How much of what happened is shown.
const FEW: usize = 5;

#[derive(Template)]
#[template(path = "desk/overtaken.html")]
struct ShowPage {
    page: Page,
    case: Case,
    title: Title,
    number: String,
    happened: Vec<Happened>,
    typed: String,
}

/// Somebody acts on a case.
pub struct Acting<'a> {
    /// Where the word of what was done waits for the next page.
    pub app: &'a App,
    /// What pages are made with.
    pub chrome: &'a Chrome,
    /// Who.
    pub actor: &'a Actor,
    /// On which.
    pub id: CaseId,
    /// What they typed, so that it is not lost to whoever comes second.
    pub typed: Option<&'a str>,
}

impl Acting<'_> {
    /// The page of the case, with a word of what was done; or what happened meanwhile.
    pub async fn answer<T>(self, tx: Tx, done: crate::Result<T>, flash: &'static str) -> Answer {
        match done {
            Ok(_) => {
                let done = tx.commit().await?;
                redirect_with_flash(self.app, done, urls::desk_case(self.id), flash)
            }
            Err(error) => self.failed(tx, error).await,
        }
    }

    /// What happened meanwhile, if somebody was faster; any other error as it is.
    pub async fn failed(self, tx: Tx, error: impl Into<Error>) -> Answer {
        or_overtaken(error, tx, self.chrome, self.actor, self.id, self.typed).await
    }
}

/// The page for somebody who was overtaken (409); any other error as it is.
pub async fn or_overtaken(
    error: impl Into<Error>,
    mut tx: Tx,
    chrome: &Chrome,
    actor: &Actor,
    id: CaseId,
    typed: Option<&str>,
) -> Answer {
    let error = error.into();
    if !matches!(error, Error::Overtaken) {
        return Err(error);
    }
    let (vault, lang) = (tx.vault(), chrome.lang);
    let case = case::find(&mut tx, actor, id).await?;
    policy::at_desk(actor, &case)?;
    let granted = policy::read(actor, &case)?;
    let mut entries = case::timeline(&mut tx, &vault, &granted).await?;
    entries.retain(|entry| entry.act != crate::history::Act::PersonalDataViewed);
    if sitting::policy::see(actor).is_err() {
        entries.retain(|entry| !entry.act.is_of_votes());
    }
    entries.truncate(FEW);
    let people = People::of(&mut tx, &vault, entries.iter().filter_map(|it| it.account)).await?;
    let number = case.number.map(|it| it.to_string()).unwrap_or_default();
    let page = ShowPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb(urls::desk_case(id), number.clone()),
        title: Title::of_case(lang, &case),
        number,
        happened: entries
            .iter()
            .map(|entry| Happened::of(lang, &people, entry))
            .collect(),
        typed: typed.unwrap_or_default().to_owned(),
        case,
    };
    html_with(StatusCode::CONFLICT, lang, page)
}
