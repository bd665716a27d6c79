//! Letters to the members of a group and to those who are asked into it: it ends, it goes on after all, their place in it is another, or
//! a leader is out of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::LetterKind;
use super::group::OfGroup;
use crate::say;
use crate::values::{Arg, Lang, codes};

codes! {
    /// How a leader came out of a group.
    pub enum WayOut {
        Left = "left",
        Removed = "removed",
        TermOver = "term_over",
    }
}

/// A letter to a member. A leader gets the link by which they answer and leave.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum LetterToMember {
    /// The group ends.
    Ended {
        /// Which group, and whose place in it.
        of: OfGroup,
        /// The last day.
        day: NaiveDate,
        /// Why; empty where nobody said.
        words: String,
    },
    /// The group goes on after all, and they are in it.
    GoesOn {
        /// Which group, and whose place in it.
        of: OfGroup,
        /// What a leader's link carries.
        token: Option<String>,
    },
    /// The board gave them another place.
    PlaceChanged {
        /// Which group, and their place in it now.
        of: OfGroup,
        /// What a leader's link carries.
        token: Option<String>,
    },
    /// To somebody who is asked into it: the group ends, and they are asked no more.
    NotAsked {
        /// Which group, and which place it would have been.
        of: OfGroup,
        /// The last day.
        day: NaiveDate,
        /// Why; empty where nobody said.
        words: String,
    },
    /// The group goes on after all, and they are asked again.
    AskedAgain {
        /// Which group, and which place it would be.
        of: OfGroup,
        /// What a leader's link carries.
        token: Option<String>,
    },
    /// To a leader: they are in the group no more.
    LeaderOut {
        /// Which group, and which place it was.
        of: OfGroup,
        /// How.
        way: WayOut,
        /// What their link carries.
        token: String,
    },
    /// To whoever put them in: a leader, whom the letter does not name, has left.
    LeaderLeft(OfGroup),
}

impl LetterToMember {
    /// What kind of letter it is.
    pub(super) const fn kind(&self) -> LetterKind {
        match self {
            Self::Ended { .. } => LetterKind::GroupEnded,
            Self::GoesOn { .. } => LetterKind::GroupGoesOn,
            Self::PlaceChanged { .. } => LetterKind::GroupPlaceChanged,
            Self::NotAsked { .. } => LetterKind::GroupNotAsked,
            Self::AskedAgain { .. } => LetterKind::GroupAskedAgain,
            Self::LeaderOut { .. } => LetterKind::LeaderOutOfGroup,
            Self::LeaderLeft(_) => LetterKind::LeaderLeftGroup,
        }
    }

    /// The group that it is about, and whose place in it.
    const fn of(&self) -> &OfGroup {
        match self {
            Self::Ended { of, .. }
            | Self::GoesOn { of, .. }
            | Self::PlaceChanged { of, .. }
            | Self::NotAsked { of, .. }
            | Self::AskedAgain { of, .. }
            | Self::LeaderOut { of, .. }
            | Self::LeaderLeft(of) => of,
        }
    }

    /// Where its link leads.
    pub(super) fn path(&self) -> String {
        match self {
            Self::GoesOn {
                token: Some(token), ..
            }
            | Self::PlaceChanged {
                token: Some(token), ..
            }
            | Self::AskedAgain {
                token: Some(token), ..
            }
            | Self::LeaderOut { token, .. } => format!("/group-invitations/{token}"),
            Self::LeaderLeft(of) => format!("/desk/groups/{}", of.group),
            _ => self.of().path(),
        }
    }

    /// What its sentences mention.
    pub(super) fn args(&self, lang: Lang) -> Vec<(&'static str, Arg)> {
        let of = self.of();
        let mut args = of.args(lang);
        if of.number.is_none() && !matches!(self, Self::LeaderLeft(_)) {
            // The letter is to the leader, and not about them to others.
            args.retain(|(name, _)| *name != "title");
            args.push(("title", Arg::Text(say::t(lang, "letter-group-yourself"))));
        }
        match self {
            Self::Ended { day, words, .. } | Self::NotAsked { day, words, .. } => {
                args.push(("date", Arg::Text(say::day(lang, *day))));
                args.push(("words", Arg::Text(words.clone())));
            }
            Self::LeaderOut { way, .. } => {
                args.push(("way", Arg::Text(say::t(lang, way.key()))));
            }
            _ => {}
        }
        args
    }
}
