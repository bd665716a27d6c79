//! What letters about groups mention.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::GroupId;
use crate::say;
use crate::values::{Arg, GroupRole, Lang, RegistryNumber, Wording, codes};

codes! {
    /// What somebody who was asked into a group, or put into it, says.
    pub enum GroupReply {
        Joined = "joined",
        Declined = "declined",
        Left = "left",
    }
}

/// The group that a letter is about, and whose place in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfGroup {
    /// Its id, for the link.
    pub group: GroupId,
    /// What it is called.
    pub names: Vec<Wording>,
    /// The organization's number; nothing for a leader.
    pub number: Option<RegistryNumber>,
    /// The name of the organization; nothing for a leader, whom letters to others do not name.
    pub title: String,
    /// As what.
    pub role: GroupRole,
    /// The last day of the term.
    pub until: Option<NaiveDate>,
}

impl OfGroup {
    /// Where the members' side of it is.
    pub(super) fn path(&self) -> String {
        match self.number {
            Some(number) => format!("/home/organizations/{number}/groups"),
            None => format!("/groups/{}", self.group),
        }
    }

    /// What its sentences mention.
    pub(super) fn args(&self, lang: Lang) -> Vec<(&'static str, Arg)> {
        let title = match self.title.as_str() {
            "" => say::plain(lang, "letter-group-a-leader", &[]),
            title => title.to_owned(),
        };
        vec![
            ("group", Arg::Text(called(&self.names, lang))),
            ("title", Arg::Text(title)),
            ("role", Arg::Text(say::t(lang, self.role.key()))),
            ("until", Arg::Text(self.until(lang))),
        ]
    }

    /// Until when, in words that stand behind the role.
    fn until(&self, lang: Lang) -> String {
        match self.until {
            Some(day) => say::t1(lang, "letter-group-until", "date", say::day(lang, day)),
            None => say::t(lang, "letter-group-open"),
        }
    }
}

/// What readers of a language are told that a group is called.
pub(super) fn called(names: &[Wording], lang: Lang) -> String {
    Wording::for_reader(names, lang)
        .map(|name| name.text.to_string())
        .unwrap_or_default()
}

impl fmt::Debug for OfGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfGroup({})", self.group)
    }
}
