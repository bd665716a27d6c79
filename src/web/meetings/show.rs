//! A meeting at the desk: its facts, who is there, and its agenda with what came of it.

use askama::Template;
use axum::http::StatusCode;

use super::words::{self, Shown, seen};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::MeetingId;
use crate::meeting::{self, Attendee, Meeting, MeetingStage, Quorum, policy};
use crate::say;
use crate::values::{Arg, Lang};
use crate::web::coordination::Spoken;
use crate::web::desk::{When, paragraphs};
use crate::web::sittings::starts;
use crate::web::{Answer, Chrome, Fields, Page, Path, Result, Sheet, filters, html_with, urls};

#[derive(Template)]
#[template(path = "meetings/show.html")]
struct ShowPage {
    page: Page,
    title: String,
    meeting: Meeting,
    when: When,
    stage_key: &'static str,
    tone: &'static str,
    why: Vec<String>,
    /// Who can be there: the value and the words of a box.
    members: Vec<(String, String)>,
    quorum: String,
    items: Vec<Shown>,
    may_keep: bool,
    may_close: bool,
    is_closed: bool,
    attendance: Sheet,
    adding: Sheet,
}

/// `GET /desk/meetings/{id}`
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<MeetingId>) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let page = load(&mut tx, (&actor, &chrome), found, Sheet::empty()).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// The page again, for what could not be put on the agenda.
pub(super) async fn again(
    tx: &mut Tx,
    who: (&Actor, &Chrome),
    meeting: Meeting,
    adding: Sheet,
) -> Answer {
    let page = load(tx, who, meeting, adding).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, who.1.lang, page)
}

async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    meeting: Meeting,
    adding: Sheet,
) -> Result<ShowPage> {
    let (lang, now) = (chrome.lang, tx.now());
    let may_keep = policy::keep(actor, &meeting).is_ok();
    let all = meeting::attendees(tx, &meeting).await?;
    let mut here = Fields::default();
    for one in all.iter().filter(|it| it.present) {
        here.push("present", one.id.to_string());
    }
    let items = meeting.items.iter().map(|it| {
        let shown = Shown::of(it);
        match may_keep {
            true => Shown {
                href: urls::desk_meeting_item(meeting.id, it.id),
                removal: urls::desk_meeting_item_removal(meeting.id, it.id),
                ..shown
            },
            false => shown,
        }
    });
    Ok(ShowPage {
        page: words::crumbs(chrome.page(), lang, &meeting),
        title: words::title(lang, &meeting),
        when: starts(lang, meeting.starts_local, &meeting.zone),
        stage_key: meeting.stage.key(),
        tone: words::tone(meeting.stage),
        why: paragraphs(meeting.why.as_ref()),
        members: all
            .iter()
            .map(|it| (it.id.to_string(), called(lang, it)))
            .collect(),
        quorum: quorum(lang, Quorum::of(&all)),
        items: items.collect(),
        may_keep,
        may_close: may_keep && meeting.starts_at <= now,
        is_closed: meeting.stage == MeetingStage::Closed,
        attendance: Sheet::of(here),
        adding,
        meeting,
    })
}

/// How many are needed and how many are there.
pub(super) fn quorum(lang: Lang, it: Quorum) -> String {
    if it.entitled == 0 {
        return say::t(lang, "meeting-quorum-nobody");
    }
    let number = |n: usize| Arg::Text(n.to_string());
    let args = [
        ("present", number(it.present)),
        ("needed", number(it.needed())),
        ("entitled", number(it.entitled)),
    ];
    say::with(lang, "meeting-quorum-is", &args)
}

/// A member in a list of boxes: whose place it is, and whether anybody can sit there.
fn called(lang: Lang, it: &Attendee) -> String {
    let name = match &it.organization {
        Some((_, name, language)) => Spoken::new(name.as_str(), language.as_ref()).text,
        None => say::t(lang, "groups-leader-unnamed"),
    };
    let mut parts = vec![name, say::t(lang, it.role.key())];
    parts.extend(it.seat.map(|seat| say::t(lang, seat.key())));
    if !it.is_taken {
        parts.push(say::t(lang, "groups-seat-empty"));
    }
    parts.join(" · ")
}
