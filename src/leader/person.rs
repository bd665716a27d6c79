//! What a leader is called, and the offices they hold.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::{DocumentId, OfficeId};
use crate::values::{Lang, LanguageTag, Line, SigningOffice, WebAddress, Wording, for_reader};

/// Where the names of leaders are sealed.
pub(super) const NAMES: &str = "leaders.names";
/// Where the rest of what the board knows of them is.
pub(super) const PRIVATE: &str = "leaders.private";

/// A name of a leader, in whatever script.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaderName {
    /// The name itself.
    pub text: Line,
    /// The language it is in.
    pub language: Option<LanguageTag>,
}

/// What the board knows of a leader and nobody else.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Private {
    pub email: Option<crate::values::Email>,
    #[serde(default)]
    pub phone: Option<crate::values::Phone>,
}

/// A title that a leader holds or held in an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its id.
    pub id: OfficeId,
    /// The title.
    pub title: Line,
    /// The language of the title.
    pub title_language: Option<LanguageTag>,
    /// The same title in another language.
    pub other: Option<Wording>,
    /// Which office that is.
    pub office: SigningOffice,
    /// Whether they do the work of an office that is another's, or nobody's.
    pub acting: bool,
    /// The first day in office.
    pub since: Option<NaiveDate>,
    /// The last.
    pub until: Option<NaiveDate>,
    /// Whether it came to them by mistake: they never held it, and the record stays.
    pub is_mistaken: bool,
}

/// What proves that somebody holds an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A document of the organization.
    Document(DocumentId),
    /// A page that anybody can read.
    Address(WebAddress),
}

/// What is known of an office besides its title and its days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// Which office it is; where nobody says, the title does if it can.
    pub office: Option<SigningOffice>,
    /// Whether they do the work of an office that is another's, or nobody's.
    pub acting: bool,
    /// What proves it.
    pub evidence: Option<Evidence>,
}

impl LeaderName {
    /// The name that readers of a language are shown.
    pub fn for_reader(all: &[Self], lang: Lang) -> Option<&Self> {
        for_reader(all, lang, |it| it.language.as_ref())
    }
}

impl Office {
    /// The title that readers of a language are shown, and its language.
    pub fn title_for(&self, lang: Lang) -> (&Line, Option<&LanguageTag>) {
        match &self.other {
            Some(other) if other.language.as_str() == lang.code() => {
                (&other.text, Some(&other.language))
            }
            _ => (&self.title, self.title_language.as_ref()),
        }
    }

    /// Whether it is held on this day. The database's `covers` says the same of what is no mistake.
    pub fn is_held(&self, today: NaiveDate) -> bool {
        !self.is_mistaken
            && self.since.is_none_or(|since| since <= today)
            && self.until.is_none_or(|until| until >= today)
    }
}

impl Evidence {
    /// The document and the address, one of which is there.
    pub(super) fn columns(this: Option<&Self>) -> (Option<DocumentId>, Option<&str>) {
        match this {
            Some(Self::Document(id)) => (Some(*id), None),
            Some(Self::Address(address)) => (None, Some(address.as_str())),
            None => (None, None),
        }
    }

    /// The same, read from them.
    pub(super) fn of_columns(document: Option<DocumentId>, address: Option<&str>) -> Option<Self> {
        let page = || WebAddress::parse(address?).ok().map(Self::Address);
        document.map(Self::Document).or_else(page)
    }
}

// What is personal does not reach a log by way of `{:?}`.
impl fmt::Debug for LeaderName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LeaderName(…)")
    }
}
