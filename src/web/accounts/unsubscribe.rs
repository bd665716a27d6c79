//! Stopping letters from a letter, without a sign-in (RFC 8058). Programs follow links, so opening the link shows a page
//! with a button, and only what is posted stops anything: by that button, or by a mail program that knows the header.

use askama::Template;

use super::super::{Answer, Chrome, Error, Page, Path, filters, html, urls};
use super::letters::name;
use crate::account;
use crate::db::{Read, Tx};
use crate::notice::{self, LetterKind};

#[derive(Template)]
#[template(path = "accounts/unsubscribe.html")]
struct NewPage {
    page: Page,
    kinds: Vec<String>,
    action: String,
    is_done: bool,
}

impl NewPage {
    fn new(chrome: &Chrome, kind: LetterKind, token: &str, is_done: bool) -> Self {
        Self {
            page: chrome.page(),
            kinds: kind
                .stops()
                .iter()
                .map(|kind| name(chrome.lang, *kind))
                .collect(),
            action: urls::unsubscribe(token),
            is_done,
        }
    }
}

/// The page with the button.
pub async fn new(chrome: Chrome, read: Read, Path(token): Path<String>) -> Answer {
    let (_, kind) = notice::read_unsubscribe(&read.vault(), &token).ok_or(Error::NotFound)?;
    html(chrome.lang, NewPage::new(&chrome, kind, &token, false))
}

/// Stops them, whatever was sent along. The answer is a page and no redirect, as programs expect it.
pub async fn create(chrome: Chrome, mut tx: Tx, Path(token): Path<String>) -> Answer {
    let kind = account::stop_letters(&mut tx, &token)
        .await?
        .ok_or(Error::NotFound)?;
    let _ = tx.commit().await?;
    html(chrome.lang, NewPage::new(&chrome, kind, &token, true))
}
