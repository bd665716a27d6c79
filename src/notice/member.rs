//! Letters to the members of a group: it ends, it goes on after all, or their place in it is another.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::LetterKind;
use super::group::OfGroup;
use crate::say;
use crate::values::{Arg, Lang};

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
}

impl LetterToMember {
    /// What kind of letter it is.
    pub(super) const fn kind(&self) -> LetterKind {
        match self {
            Self::Ended { .. } => LetterKind::GroupEnded,
            Self::GoesOn { .. } => LetterKind::GroupGoesOn,
            Self::PlaceChanged { .. } => LetterKind::GroupPlaceChanged,
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
            } => format!("/group-invitations/{token}"),
            Self::Ended { of, .. } | Self::GoesOn { of, .. } | Self::PlaceChanged { of, .. } => {
                of.path()
            }
        }
    }

    /// What its sentences mention.
    pub(super) fn args(&self, lang: Lang) -> Vec<(&'static str, Arg)> {
        let (Self::Ended { of, .. } | Self::GoesOn { of, .. } | Self::PlaceChanged { of, .. }) =
            self;
        let mut args = of.args(lang);
        if of.number.is_none() {
            // The letter is to the leader, and not about them to others.
            args.retain(|(name, _)| *name != "title");
            args.push(("title", Arg::Text(say::t(lang, "letter-group-yourself"))));
        }
        if let Self::Ended { day, words, .. } = self {
            args.push(("date", Arg::Text(say::day(lang, *day))));
            args.push(("words", Arg::Text(words.clone())));
        }
        args
    }
}
