//! The minutes of a meeting as they are printed.

use askama::Template;
use axum::http::StatusCode;

use super::show::{quorum, unnamed};
use super::words::{self, Shown, seen};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::MeetingId;
use crate::meeting::{self, MeetingResult, Minutes, MinutesItem, MinutesMember};
use crate::say;
use crate::values::Lang;
use crate::web::coordination::Spoken;
use crate::web::desk::{When, paragraphs};
use crate::web::sittings::starts;
use crate::web::{Answer, Chrome, Error, Page, Path, filters, html_with, urls};

#[derive(Template)]
#[template(path = "meetings/minutes.html")]
struct ShowPage {
    page: Page,
    called: String,
    when: When,
    closed: When,
    digest: String,
    minutes: Minutes,
    members: Vec<Row>,
    quorum: String,
    is_met: bool,
    items: Vec<Shown>,
    back: String,
}

/// A member then.
struct Row {
    name: Spoken,
    role_key: &'static str,
    /// The key of the office that the seat was bound to; empty where it was to none.
    seat_key: &'static str,
    is_taken: bool,
    present: bool,
}

impl Row {
    /// All of them, in their order. No leader is named, so that each has the number that they have in the list of who came.
    fn all(lang: Lang, members: &[MinutesMember]) -> Vec<Self> {
        let mut leaders = 0;
        let row = |it: &MinutesMember| {
            let name = match &it.organization {
                Some((_, name, language)) => Spoken::new(name.as_str(), language.as_ref()),
                None => {
                    leaders += 1;
                    Spoken::new(unnamed(lang, leaders), None)
                }
            };
            Self::of(name, it)
        };
        members.iter().map(row).collect()
    }

    fn of(name: Spoken, it: &MinutesMember) -> Self {
        Self {
            name,
            role_key: it.role.key(),
            seat_key: it.seat.map_or("", |seat| seat.key()),
            is_taken: it.is_taken,
            present: it.present,
        }
    }
}

/// What came of an item, as minutes and members' pages show it.
pub(super) fn shown(it: &MinutesItem) -> Shown {
    Shown {
        title: it.title.to_string(),
        kind_key: it.kind.key(),
        result_key: it.result.map_or("", MeetingResult::key),
        tone: it.result.map_or("grey", words::result_tone),
        words: paragraphs(it.words.as_ref()),
        href: String::new(),
        removal: String::new(),
    }
}

/// `GET /desk/meetings/{id}/minutes`
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<MeetingId>) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let (lang, vault) = (chrome.lang, tx.vault());
    let (minutes, digest) = meeting::minutes(&mut tx, &vault, &found)
        .await?
        .ok_or(Error::NotFound)?;
    let page =
        words::crumbs(chrome.page(), lang, &found).crumb("", say::t(lang, "session-minutes"));
    html_with(
        StatusCode::OK,
        lang,
        ShowPage {
            page,
            called: words::title(lang, &found),
            when: starts(lang, minutes.starts_local, &minutes.zone),
            closed: When::moment(lang, minutes.closed_at),
            digest,
            members: Row::all(lang, &minutes.members),
            quorum: quorum(lang, minutes.quorum()),
            is_met: minutes.quorum().is_met(),
            items: minutes.items.iter().map(shown).collect(),
            back: urls::desk_meeting(id),
            minutes,
        },
    )
}
