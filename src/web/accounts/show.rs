//! One's own account.

use askama::Template;

use super::super::{Answer, Chrome, Error, Page, filters, html};
use crate::account::session::Session;
use crate::account::{self, Absence, Account, policy, session};
use crate::actor::Actor;
use crate::db::Read;
use crate::notice::{self, Pace};

#[derive(Template)]
#[template(path = "accounts/show.html")]
struct ShowPage {
    page: Page,
    account: Account,
    sessions: Vec<Session>,
    pace: Pace,
    /// Whether they can say that they are away, and what they said.
    may_be_away: bool,
    absence: Option<Absence>,
}

/// The page.
pub async fn show(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let own = policy::own(&actor)?;
    let (vault, now) = (read.vault(), read.now());
    let account = account::find(&mut read, &vault, own.person().id).await?;
    let account = account.ok_or(Error::NotFound)?;
    let sessions = session::list(&mut read, &own, now).await?;
    let pace = notice::preferences(&mut read, own.person().id).await?.pace;
    let (may_be_away, today) = (policy::be_away(&actor).is_ok(), read.today());
    let absence = account::absence(&mut read, &vault, own.person().id, today).await?;
    let page = chrome.page();
    html(
        chrome.lang,
        ShowPage {
            page,
            account,
            sessions,
            pace,
            may_be_away,
            absence,
        },
    )
}
