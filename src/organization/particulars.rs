//! What an organization says of itself, as one typed value: validated once, sealed as JSON when it is submitted.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::values::{
    Area, ContactChannel, ContactPurpose, Country, Email, Identifier, Kind, LanguageTag, Line,
    NameRole, Prose, WebAddress, Year,
};

/// What an organization says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    /// Its names; the first is the one it goes by.
    pub names: Vec<Name>,
    /// What it is.
    pub kind: Option<Kind>,
    /// The country it works in.
    pub host_country: Country,
    /// Where in it.
    pub city: Option<Line>,
    /// The country its people come from, where there is one.
    pub homeland: Option<Country>,
    /// The community its people form.
    pub community: Option<Line>,
    /// The year it was founded in.
    pub founded: Option<Year>,
    /// What other registers call it.
    pub identifiers: Vec<Identifier>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// The languages it works in.
    pub languages: Vec<LanguageTag>,
    /// Its website.
    pub website: Option<WebAddress>,
    /// How it can be reached.
    pub contacts: Vec<Contact>,
    /// What it is about, in several languages.
    pub about: Vec<Text>,
    /// Those who lead it.
    pub people: Vec<PersonEntry>,
}

/// A name, in whatever script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The name itself.
    pub text: Line,
    /// The language it is in.
    pub language: Option<LanguageTag>,
    /// What it is to the organization.
    pub role: NameRole,
}

/// A way to reach it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// By what.
    pub channel: ContactChannel,
    /// For what.
    pub purpose: ContactPurpose,
    /// The address or number.
    pub value: Line,
    /// Whether anybody may know it.
    pub public: bool,
}

/// What it says about itself in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The language.
    pub language: LanguageTag,
    /// The words.
    pub text: Prose,
}

/// Somebody who leads it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonEntry {
    /// Their name.
    pub name: Line,
    /// What they are there.
    pub title: Line,
    /// Their address, for the board alone.
    pub email: Option<Email>,
    /// Whether they agreed to be shown to anybody.
    pub consents: bool,
}

impl Particulars {
    /// The name it goes by. Particulars that were read from a form or a row have one.
    pub fn main_name(&self) -> Option<&Name> {
        self.names.first()
    }
}

// What is personal does not reach a log by way of `{:?}`.
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Contact({}, {}, …)", self.channel, self.purpose)
    }
}

impl fmt::Debug for PersonEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonEntry(…)")
    }
}
