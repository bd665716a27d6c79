//! What letters about the parts of organizations in initiatives mention.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::group::called;
use crate::ids::InitiativeId;
use crate::say;
use crate::values::{Arg, InitiativeRole, Lang, RegistryNumber, Wording};

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

impl fmt::Debug for OfInitiative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfInitiative({})", self.initiative)
    }
}
