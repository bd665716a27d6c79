//! What letters about meetings of groups mention, and the same for calendars.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Meeting;
use super::group::called;
use crate::ids::{GroupId, MeetingId};
use crate::say;
use crate::values::{Arg, Lang, RegistryNumber, Wording, codes};

codes! {
    /// What the board says to a recommendation.
    pub enum RecommendationAnswer {
        TakenUp = "taken_up",
        NotTakenUp = "not_taken_up",
        Noted = "noted",
    }
}

/// The recommendation that a letter is about, and what the board says.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfRecommendation {
    /// The meeting that made it.
    #[serde(flatten)]
    pub of: OfMeeting,
    /// What it is called.
    pub title: String,
    /// What the board says.
    pub answer: RecommendationAnswer,
    /// Why.
    pub words: String,
}

/// The meeting of a group that a letter is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfMeeting {
    /// Its id.
    pub id: MeetingId,
    /// Of which group.
    pub group: GroupId,
    /// What that is called.
    pub names: Vec<Wording>,
    /// The organization for which somebody is invited; nothing for a leader.
    pub number: Option<RegistryNumber>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// The same, as clocks say it there.
    pub starts_local: NaiveDateTime,
    /// In which zone.
    pub zone: String,
    /// How long it lasts.
    pub lasts_minutes: i16,
    /// Where it is held, or how one takes part.
    pub place: String,
    /// Counts its invitations: of two, calendars take the later.
    pub sequence: i32,
}

impl OfMeeting {
    /// Where it is in the portal, for whoever gets the letter.
    pub(super) fn path(&self) -> String {
        match self.number {
            Some(number) => format!("/home/organizations/{number}/meetings/{}", self.id),
            None => format!("/groups/{}", self.group),
        }
    }

    /// What its sentences mention.
    pub(super) fn args(&self, lang: Lang) -> Vec<(&'static str, Arg)> {
        vec![
            ("group", Arg::Text(called(&self.names, lang))),
            ("date", Arg::Text(say::day(lang, self.starts_local.date()))),
            (
                "time",
                Arg::Text(self.starts_local.format("%H:%M").to_string()),
            ),
            ("zone", Arg::Text(self.zone.replace('_', " "))),
            ("place", Arg::Text(self.place.clone())),
        ]
    }

    /// The meeting for calendars; `url` is where people reach the portal.
    pub fn calendar(&self, lang: Lang, url: &str, cancelled: bool) -> Meeting {
        let group = [("group", Arg::Text(called(&self.names, lang)))];
        Meeting {
            id: self.id.uuid(),
            cancelled,
            sequence: self.sequence,
            starts_at: self.starts_at,
            minutes: self.lasts_minutes,
            summary: say::plain(lang, "meeting-title", &group),
            place: self.place.clone(),
            address: format!("{url}{}", self.path()),
        }
    }
}

impl OfRecommendation {
    /// What its sentences mention.
    pub(super) fn args(&self, lang: Lang) -> Vec<(&'static str, Arg)> {
        let mut args = self.of.args(lang);
        args.extend([
            ("title", Arg::Text(self.title.clone())),
            ("answer", Arg::Text(say::t(lang, self.answer.key()))),
            ("words", Arg::Text(self.words.clone())),
        ]);
        args
    }
}

impl fmt::Debug for OfRecommendation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfRecommendation({})", self.of.id)
    }
}

impl fmt::Debug for OfMeeting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfMeeting({})", self.id)
    }
}
