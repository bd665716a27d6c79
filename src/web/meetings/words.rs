//! What several pages of meetings say alike.

use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::MeetingId;
use crate::meeting::{self, Brief, Meeting, MeetingResult, MeetingStage, policy};
use crate::say;
use crate::values::Lang;
use crate::web::coordination::Spoken;
use crate::web::desk::{When, paragraphs};
use crate::web::sittings::starts;
use crate::web::{Error, Page, Result, urls};

/// A meeting in a list.
pub struct Listed {
    pub href: String,
    pub when: When,
    pub stage_key: &'static str,
    pub tone: &'static str,
    /// The group, where the list is of several.
    pub group: Option<Spoken>,
}

/// The meetings of a list, each led to by `href`.
pub fn listed(
    lang: Lang,
    all: Vec<Brief>,
    href: impl Fn(&Brief) -> String,
    name: impl Fn(&Brief) -> Option<Spoken>,
) -> Vec<Listed> {
    all.into_iter()
        .map(|it| Listed {
            href: href(&it),
            when: starts(lang, it.starts_local, &it.zone),
            stage_key: it.stage.key(),
            tone: tone(it.stage),
            group: name(&it),
        })
        .collect()
}

/// The tone of how far a meeting has come.
pub const fn tone(stage: MeetingStage) -> &'static str {
    match stage {
        MeetingStage::Called => "blue",
        MeetingStage::Closed => "green",
        MeetingStage::CalledOff => "grey",
    }
}

/// The meeting, for whoever sees it at the desk.
pub async fn seen(tx: &mut Tx, actor: &Actor, id: MeetingId) -> Result<Meeting> {
    policy::see(actor)?;
    let vault = tx.vault();
    meeting::find(tx, &vault, id).await?.ok_or(Error::NotFound)
}

/// What a meeting is called.
pub fn title(lang: Lang, meeting: &Meeting) -> String {
    let group = Spoken::of(&meeting.names, lang).text;
    say::t1(lang, "meeting-title", "group", group)
}

/// The way to a page of a meeting at the desk.
pub fn crumbs(page: Page, lang: Lang, meeting: &Meeting) -> Page {
    page.crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
        .crumb(
            urls::desk_group(meeting.group),
            Spoken::of(&meeting.names, lang).text,
        )
        .crumb(urls::desk_meeting(meeting.id), say::t(lang, "meeting"))
}

/// An item as pages show it.
pub struct Shown {
    pub title: String,
    pub kind_key: &'static str,
    /// The key of what came of it; empty where nothing did.
    pub result_key: &'static str,
    pub tone: &'static str,
    pub words: Vec<String>,
    /// Where it is settled; empty where whoever looks may not.
    pub href: String,
    /// Where it is taken off.
    pub removal: String,
}

impl Shown {
    /// Of what it is and what came of it.
    pub fn of(it: &meeting::Item) -> Self {
        Self {
            title: it.title.to_string(),
            kind_key: it.kind.key(),
            result_key: it.result.map_or("", MeetingResult::key),
            tone: it.result.map_or("grey", result_tone),
            words: paragraphs(it.words.as_ref()),
            href: String::new(),
            removal: String::new(),
        }
    }
}

/// The tone of a result.
pub const fn result_tone(result: MeetingResult) -> &'static str {
    match result {
        MeetingResult::Adopted => "green",
        MeetingResult::Rejected => "red",
        MeetingResult::Postponed | MeetingResult::Inquorate => "amber",
    }
}
