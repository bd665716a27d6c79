//! A text with the language that it is in, so that pages mark it for browsers and screen readers.

use crate::group;
use crate::initiative::InitiativeText;
use crate::leader::{LeaderName, Office};
use crate::organization::Mention;
use crate::values::{Lang, LanguageTag, Wording};

/// A text and its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// The text.
    pub text: String,
    /// Its language, where it is known.
    pub language: Option<LanguageTag>,
}

impl Spoken {
    /// A text in a language.
    pub fn new(text: impl Into<String>, language: Option<&LanguageTag>) -> Self {
        Self {
            text: text.into(),
            language: language.cloned(),
        }
    }

    /// The wording that readers of a language are shown.
    pub fn of(all: &[Wording], lang: Lang) -> Self {
        Wording::for_reader(all, lang)
            .map(|it| Self::new(it.text.as_str(), Some(&it.language)))
            .unwrap_or_default()
    }

    /// The title of an initiative.
    pub fn title(all: &[InitiativeText], lang: Lang) -> Self {
        InitiativeText::for_reader(all, lang)
            .map(|it| Self::new(it.title.as_str(), Some(&it.language)))
            .unwrap_or_default()
    }

    /// What a leader is called.
    pub fn leader(all: &[LeaderName], lang: Lang) -> Self {
        LeaderName::for_reader(all, lang)
            .map(|it| Self::new(it.text.as_str(), it.language.as_ref()))
            .unwrap_or_default()
    }

    /// The title of an office.
    pub fn office(office: &Office, lang: Lang) -> Self {
        let (title, language) = office.title_for(lang);
        Self::new(title.as_str(), language)
    }

    /// The name of an organization.
    pub fn organization(mention: &Mention) -> Self {
        Self::new(mention.name.as_str(), mention.name_language.as_ref())
    }

    /// What a group is for.
    pub fn purpose(group: &group::Said, lang: Lang) -> Option<Self> {
        let (text, language) = group.purpose(lang)?;
        Some(Self::new(text.as_str(), Some(language)))
    }

    /// The terms of reference of a group.
    pub fn terms(group: &group::Said, lang: Lang) -> Option<Self> {
        let (text, language) = group.terms(lang)?;
        Some(Self::new(text.as_str(), Some(language)))
    }

    /// The language, as HTML writes it; empty where nobody said.
    pub fn lang(&self) -> &str {
        self.language.as_deref().unwrap_or_default()
    }

    /// The direction of its lines.
    pub fn dir(&self) -> &'static str {
        self.language
            .as_ref()
            .map_or("auto", |tag| tag.direction().code())
    }
}
