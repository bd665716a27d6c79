//! A meeting at the desk: its facts, who is there, and its agenda with what came of it.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;

use super::words::{self, Shown, seen};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{GroupId, LeaderId, MeetingId, MembershipId};
use crate::leader::{self, LeaderName};
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

/// `GET /desk/meetings/{id}`. It writes down that somebody read names of leaders, where it shows any, and nothing else.
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<MeetingId>) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let empty = Again::Adding(Sheet::empty());
    again(tx, (&actor, &chrome), found, (StatusCode::OK, empty)).await
}

/// The page, with the form that came back.
pub(super) async fn again(
    mut tx: Tx,
    who: (&Actor, &Chrome),
    meeting: Meeting,
    (status, again): (StatusCode, Again),
) -> Answer {
    let page = load(&mut tx, who, meeting, again).await?;
    let _ = tx.commit().await?;
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
    let called = names(tx, (actor, lang), meeting.group, &all).await?;
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
        let there = all.iter().zip(&called).filter(|(it, _)| it.present);
        there.map(|(_, name)| name.clone()).collect()
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
            .zip(called)
            .map(|(it, name)| (it.id.to_string(), name))
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

/// What each of them is called in a list of boxes. Leaders are named to whoever may invite them, as far as they agreed to that, and to
/// others as the public page does; whom nobody may name has a number, so that two can be told apart.
async fn names(
    tx: &mut Tx,
    (actor, lang): (&Actor, Lang),
    group: GroupId,
    all: &[Attendee],
) -> Result<Vec<String>> {
    let ids: Vec<LeaderId> = all.iter().filter_map(|it| it.leader).collect();
    let agreed = match leader::policy::invite(actor) {
        Ok(granted) => leader::called(tx, &granted, group, &ids).await?,
        Err(_) => BTreeMap::new(),
    };
    let leaders: Vec<MembershipId> = all
        .iter()
        .filter(|it| it.leader.is_some())
        .map(|it| it.id)
        .collect();
    let name = |it: &Attendee| {
        if let Some((_, name, language)) = &it.organization {
            return Spoken::new(name.as_str(), language.as_ref()).text;
        }
        if let Some(names) = named(it, &agreed) {
            return Spoken::leader(names, lang).text;
        }
        let at = leaders.iter().position(|id| *id == it.id);
        unnamed(lang, at.unwrap_or_default() + 1)
    };
    Ok(all.iter().map(|it| called(lang, it, name(it))).collect())
}

/// A leader whom nobody may name: the one with this number among the leaders, in the order of the list.
pub(super) fn unnamed(lang: Lang, number: usize) -> String {
    say::t1(lang, "meeting-leader-unnamed", "number", number.to_string())
}

/// The names of a leader that this reader may see.
fn named<'a>(
    it: &'a Attendee,
    agreed: &'a BTreeMap<LeaderId, Vec<LeaderName>>,
) -> Option<&'a Vec<LeaderName>> {
    let agreed = it.leader.and_then(|id| agreed.get(&id));
    agreed.or(it.names.as_ref())
}

/// A member in a list of boxes: whose place it is, and whether anybody can sit there.
fn called(lang: Lang, it: &Attendee, name: String) -> String {
    let mut parts = vec![name];
    parts.extend(it.of.map(|number| number.to_string()));
    parts.push(say::t(lang, it.role.key()));
    parts.extend(it.seat.map(|seat| say::t(lang, seat.key())));
    if !it.is_taken {
        parts.push(say::t(lang, "groups-seat-empty"));
    }
    parts.join(" · ")
}
