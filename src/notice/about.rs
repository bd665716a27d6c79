//! What letters are about: the case, the organization, the document, the session. It goes sealed with the letter, and `Debug` shows
//! no more of it than a number.

use std::fmt;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{CaseId, DutyHandoverId, SittingId};
use crate::values::{
    InEveryLanguage, Lang, Line, Prose, RegistryNumber, SigningOffice, TrackingNumber,
};

/// The signature that a letter is about: whose it is stands behind a sign-in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfSignature {
    /// Under the draft of which case.
    pub case: CaseId,
    /// The name of the organization; perhaps nothing yet.
    pub title: String,
    /// In which office.
    pub office: SigningOffice,
}

/// The organization that a letter is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfOrganization {
    /// Its number.
    pub number: RegistryNumber,
    /// The name it goes by.
    pub title: String,
}

/// The document that a letter is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfDocument {
    /// The case that it was added to, while it is open.
    pub case: Option<CaseId>,
    /// The organization that it belongs to.
    pub organization: Option<RegistryNumber>,
    /// What that is called.
    pub title: String,
    /// What the document is.
    pub item: InEveryLanguage,
    /// Its last day.
    pub expires_on: NaiveDate,
}

impl OfDocument {
    /// Where a newer one is added.
    pub(super) fn path(&self) -> Option<String> {
        match (self.organization, self.case) {
            (Some(number), _) => Some(format!("/home/organizations/{number}/documents")),
            (None, Some(case)) => Some(format!("/cases/{case}/documents")),
            (None, None) => None,
        }
    }
}

/// What the board writes to an organization.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfBoard {
    /// Its number.
    pub number: RegistryNumber,
    /// The name it goes by.
    pub title: String,
    /// The words, in one language or several.
    pub said: Vec<LetterWords>,
}

/// What is written, in one language. In both stand `{organization}` and `{number}` for those of whoever gets it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterWords {
    /// The language.
    pub lang: Lang,
    /// The subject.
    pub subject: Line,
    /// The letter, in Markdown.
    pub text: Prose,
}

impl OfBoard {
    /// The words for somebody who reads a language: in it, or else in the first in which something was written.
    pub(super) fn words(&self, lang: Lang) -> Option<&LetterWords> {
        let theirs = self.said.iter().find(|it| it.lang == lang);
        theirs.or_else(|| self.said.first())
    }

    /// A text with the name and the number where they belong; the name as a text and not as Markdown.
    pub(super) fn filled(&self, text: &str, is_marked: bool) -> String {
        let title: String = match is_marked {
            true => self
                .title
                .chars()
                .flat_map(|c| {
                    c.is_ascii_punctuation()
                        .then_some('\\')
                        .into_iter()
                        .chain([c])
                })
                .collect(),
            false => self.title.clone(),
        };
        text.replace("{number}", &self.number.to_string())
            .replace("{organization}", &title)
    }
}

/// The hand-over that a letter is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfDuties {
    /// Its id, for the link.
    pub handover: DutyHandoverId,
    /// How many things went.
    pub count: usize,
}

/// The session of the board that a letter is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfSession {
    /// Its id.
    pub id: SittingId,
    /// What people call it by.
    pub number: i32,
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
    #[serde(default)]
    pub sequence: i32,
}

/// The case that a letter is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfCase {
    /// Its id, for the link.
    pub case: CaseId,
    /// Its tracking number.
    pub number: TrackingNumber,
    /// What it is called: most often the name of the organization.
    pub title: String,
}

impl fmt::Debug for OfOrganization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfOrganization({})", self.number)
    }
}

impl fmt::Debug for OfBoard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfBoard({})", self.number)
    }
}

impl fmt::Debug for LetterWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LetterWords({})", self.lang)
    }
}

impl fmt::Debug for OfDuties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfDuties({})", self.handover)
    }
}

impl fmt::Debug for OfSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfSession({})", self.number)
    }
}

impl fmt::Debug for OfCase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfCase({})", self.number)
    }
}
