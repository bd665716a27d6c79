//! Letters about initiatives: what they mention of it and of an organization's part in it, and those to all who carry one.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::LetterKind;
use super::group::called;
use crate::ids::InitiativeId;
use crate::say;
use crate::values::{Arg, InitiativeRole, Lang, Need, RegistryNumber, Wording};

/// The initiative that a letter is about, and an organization's part in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfInitiative {
    /// Its id, for the link.
    pub initiative: InitiativeId,
    /// What it is called.
    pub titles: Vec<Wording>,
    /// The organization's number.
    pub number: RegistryNumber,
    /// The name of the organization.
    pub title: String,
    /// As what.
    pub role: InitiativeRole,
    /// The organization whose team reads the letter; nothing at the desk.
    pub reader: Option<RegistryNumber>,
}

/// An initiative that the board took off the public pages.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnpublishedInitiative {
    /// Which, and the reader's part in it.
    #[serde(flatten)]
    pub of: OfInitiative,
    /// Why.
    pub words: String,
}

/// A letter to those who carry an initiative: something of it changed without them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum LetterToPartner {
    /// The last organization that led it does so no more, so nobody sees it until another leads it.
    Unled {
        /// Which, and the reader's part in it.
        of: OfInitiative,
    },
    /// The board took a picture or a document out of it.
    FileTakenDown {
        /// Which, and the reader's part in it.
        of: OfInitiative,
        /// Why.
        words: String,
    },
    /// The board says that something it needed is there.
    NeedMet {
        /// Which, and the reader's part in it.
        of: OfInitiative,
        /// What it needed.
        need: Need,
        /// Who or what meets it; empty where nobody said.
        words: String,
    },
    /// The board says that it needs something after all.
    NeedOpen {
        /// Which, and the reader's part in it.
        of: OfInitiative,
        /// What it needs.
        need: Need,
        /// Why; empty where nobody said.
        words: String,
    },
}

impl LetterToPartner {
    /// What kind of letter it is.
    pub(super) const fn kind(&self) -> LetterKind {
        match self {
            Self::Unled { .. } => LetterKind::InitiativeUnled,
            Self::FileTakenDown { .. } => LetterKind::InitiativeFileTakenDown,
            Self::NeedMet { .. } => LetterKind::InitiativeNeedMet,
            Self::NeedOpen { .. } => LetterKind::InitiativeNeedOpen,
        }
    }

    /// Which initiative, and the reader's part in it.
    pub(super) const fn of(&self) -> &OfInitiative {
        let (Self::Unled { of }
        | Self::FileTakenDown { of, .. }
        | Self::NeedMet { of, .. }
        | Self::NeedOpen { of, .. }) = self;
        of
    }

    /// What its sentences mention besides the initiative.
    pub(super) fn args(&self, lang: Lang) -> Vec<(&'static str, Arg)> {
        match self {
            Self::Unled { .. } => Vec::new(),
            Self::FileTakenDown { words, .. } => vec![("words", Arg::Text(words.clone()))],
            Self::NeedMet { need, words, .. } | Self::NeedOpen { need, words, .. } => vec![
                ("need", Arg::Text(say::t(lang, need.key()))),
                ("words", Arg::Text(words.clone())),
            ],
        }
    }
}

impl OfInitiative {
    /// Where it stands for whoever reads the letter.
    pub(super) fn path(&self) -> String {
        match self.reader {
            Some(number) => format!("/home/organizations/{number}/initiatives"),
            None => format!("/desk/initiatives/{}", self.initiative),
        }
    }

    /// What its sentences mention.
    pub(super) fn args(&self, lang: Lang) -> Vec<(&'static str, Arg)> {
        vec![
            ("initiative", Arg::Text(called(&self.titles, lang))),
            ("title", Arg::Text(self.title.clone())),
            ("number", Arg::Text(self.number.to_string())),
            ("role", Arg::Text(say::t(lang, self.role.key()))),
        ]
    }
}

impl fmt::Debug for UnpublishedInitiative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnpublishedInitiative({})", self.of.initiative)
    }
}

impl fmt::Debug for LetterToPartner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LetterToPartner({})", self.of().initiative)
    }
}

impl fmt::Debug for OfInitiative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfInitiative({})", self.initiative)
    }
}
