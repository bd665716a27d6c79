//! Why two names were found alike, or not quite: said in words by the catalogues.

use std::fmt;

/// A reason, with the key of its sentence.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Reason {
    /// The same name, whatever its letter case, accents and punctuation.
    SameName,
    /// The same words in another order.
    OtherOrder,
    /// The same words in another alphabet or another romanization.
    Respelled,
    /// Words that mean the same in two languages.
    Translated,
    /// A letter or two differ.
    Mistyped,
    /// One name has the initials of the other.
    Acronym,
    /// Words are written together in one and apart in the other.
    Joined,
    /// Words of one name are missing in the other.
    Shorter,
    /// Some words are the same, and each name has others of its own.
    InPart,
    /// A related kind of institution: an academy, a university.
    NearKind,
    /// They differ in the legal form alone.
    OtherForm,
    /// The numbers in them differ.
    OtherNumber,
    /// The places in them differ.
    OtherPlace,
    /// One is a school, the other a hospital.
    OtherKind,
    /// North in one, south in the other.
    Opposite,
    /// One is a branch.
    Branch,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 16] = [
        Self::SameName,
        Self::OtherOrder,
        Self::Respelled,
        Self::Translated,
        Self::Mistyped,
        Self::Acronym,
        Self::Joined,
        Self::Shorter,
        Self::InPart,
        Self::NearKind,
        Self::OtherForm,
        Self::OtherNumber,
        Self::OtherPlace,
        Self::OtherKind,
        Self::Opposite,
        Self::Branch,
    ];

    /// Whether it says that the names are of two organizations, however alike.
    pub const fn is_against(self) -> bool {
        matches!(
            self,
            Self::OtherNumber | Self::OtherPlace | Self::OtherKind | Self::Opposite | Self::Branch
        )
    }

    /// The key of its sentence in the catalogues.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SameName => "alike-same-name",
            Self::OtherOrder => "alike-other-order",
            Self::Respelled => "alike-respelled",
            Self::Translated => "alike-translated",
            Self::Mistyped => "alike-mistyped",
            Self::Acronym => "alike-acronym",
            Self::Joined => "alike-joined",
            Self::Shorter => "alike-shorter",
            Self::InPart => "alike-in-part",
            Self::NearKind => "alike-near-kind",
            Self::OtherForm => "alike-other-form",
            Self::OtherNumber => "alike-other-number",
            Self::OtherPlace => "alike-other-place",
            Self::OtherKind => "alike-other-kind",
            Self::Opposite => "alike-opposite",
            Self::Branch => "alike-branch",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.key())
    }
}

/// How alike two names are, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// From 0 to 1; 1 for the same name.
    pub score: f32,
    /// Why, what speaks for it before what speaks against it.
    pub reasons: Vec<Reason>,
}

/// From this score on two names are taken for names of one organization.
pub const MATCH: f32 = 0.64;

impl Likeness {
    /// Whether they are taken for names of one organization.
    pub fn is_match(&self) -> bool {
        self.score >= MATCH
    }
}
