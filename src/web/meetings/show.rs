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
    /// Whether it has begun: before that nobody came, and nothing came of anything.
    has_begun: bool,
    attendance: Sheet,
    /// Whom a colleague noted since the form was seen; nothing where nobody did.
    noted: Option<Vec<String>>,
    adding: Sheet,
    /// The form that came back.
    wrong: Sheet,
}

/// A form of the page that came back.
pub(super) enum Again {
    /// What could not be put on the agenda.
    Adding(Sheet),
    /// Who came, and whether a colleague noted others meanwhile.
    Attendance(Sheet, bool),
}

/// `GET /desk/meetings/{id}`
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<MeetingId>) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let again = Again::Adding(Sheet::empty());
    let page = load(&mut tx, (&actor, &chrome), found, again).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// The page again, with the form that came back.
pub(super) async fn again(
    tx: &mut Tx,
    who: (&Actor, &Chrome),
    meeting: Meeting,
    (status, again): (StatusCode, Again),
) -> Answer {
    let page = load(tx, who, meeting, again).await?;
    html_with(status, who.1.lang, page)
}

async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    meeting: Meeting,
    again: Again,
) -> Result<ShowPage> {
    let (lang, now) = (chrome.lang, tx.now());
    let may_keep = policy::keep(actor, &meeting).is_ok();
    let all = meeting::attendees(tx, &meeting).await?;
    let has_begun = meeting.has_begun(now);
    let mut here = Fields::default();
    here.set("version", meeting.presence_version.to_string());
    for one in all.iter().filter(|it| it.present) {
        here.push("present", one.id.to_string());
    }
    let (attendance, adding, is_overtaken) = match again {
        Again::Adding(adding) => (Sheet::of(here), adding, false),
        Again::Attendance(sent, overtaken) => (sent, Sheet::empty(), overtaken),
    };
    let noted = is_overtaken.then(|| {
        let there = all.iter().filter(|it| it.present);
        there.map(|it| called(lang, it)).collect()
    });
    let wrong = match attendance.mistakes().is_empty() {
        true => adding.clone(),
        false => attendance.clone(),
    };
    let items = meeting.items.iter().map(|it| {
        let shown = Shown::of(it);
        match may_keep {
            true => Shown {
                href: match has_begun {
                    true => urls::desk_meeting_item(meeting.id, it.id),
                    false => String::new(),
                },
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
        may_close: may_keep && has_begun,
        is_closed: meeting.stage == MeetingStage::Closed,
        has_begun,
        attendance,
        noted,
        adding,
        wrong,
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
