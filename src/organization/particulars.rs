//! What an organization says of itself, as one typed value: validated once, sealed as JSON when it is submitted.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Place;
use crate::ids::OfficeId;
use crate::names::{fold, script_of};
use crate::values::{
    Area, ContactChannel, ContactPurpose, Country, Email, Funding, Identifier, Kind, LanguageTag,
    Line, NameRole, PartialDate, Prose, Related, Script, WebAddress, year_or_date,
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
    /// When it was founded.
    #[serde(default, deserialize_with = "year_or_date")]
    pub founded: Option<PartialDate>,
    /// Since when its host country has it on record.
    #[serde(default)]
    pub host_registered_on: Option<PartialDate>,
    /// Its address, and where it meets.
    #[serde(default)]
    pub places: Vec<Place>,
    /// What other registers call it.
    pub identifiers: Vec<Identifier>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// The languages it works in.
    pub languages: Vec<LanguageTag>,
    /// Its website.
    pub website: Option<WebAddress>,
    /// Its other pages on the web.
    #[serde(default)]
    pub links: Vec<WebAddress>,
    /// How many members it has.
    #[serde(default)]
    pub members: Option<Members>,
    /// What it had to spend, year by year, as far as it says.
    #[serde(default)]
    pub funding: Vec<Funding>,
    /// The organization above it.
    #[serde(default)]
    pub umbrella: Option<Related>,
    /// The organizations below it.
    #[serde(default)]
    pub chapters: Vec<Related>,
    /// The organization that took its place.
    #[serde(default)]
    pub successor: Option<Related>,
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
    /// The script it is in, where that is not the one that its letters are of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<Script>,
    /// Since when it went by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// Until when it went by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
}

/// How many members there are, and how one knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Members {
    /// How many.
    pub count: i32,
    /// When they were counted.
    pub on: Option<PartialDate>,
    /// What the count rests on.
    pub evidence: Option<Line>,
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
    /// The office of the registry that this is; of somebody new there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeId>,
    /// The first day in office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// The last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Whether they sign for the organization.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signs: bool,
}

impl PersonEntry {
    /// Somebody of whom no more is known.
    pub const fn new(name: Line, title: Line, email: Option<Email>, consents: bool) -> Self {
        Self {
            name,
            title,
            email,
            consents,
            office: None,
            since: None,
            until: None,
            signs: false,
        }
    }

    /// Whether this is the office that another entry speaks of.
    pub fn is_office_of(&self, other: &Self) -> bool {
        self.office.is_some() && self.office == other.office
    }

    /// Whether it is the same person as the same thing there, in whatever office of the registry.
    pub fn is_same_seat(&self, other: &Self) -> bool {
        fold(&self.name) == fold(&other.name) && fold(&self.title) == fold(&other.title)
    }

    /// This entry of the registry, as somebody says it who did not know of it: days that they do not name stay, and a consent
    /// ends only where it is said.
    #[must_use]
    pub fn joined_by(&self, person: &Self) -> Self {
        Self {
            name: self.name.clone(),
            title: self.title.clone(),
            email: person.email.clone(),
            consents: self.consents || person.consents,
            office: self.office,
            since: person.since.or(self.since),
            until: person.until.or(self.until),
            signs: person.signs,
        }
    }
}

impl Name {
    /// A name of which no more is known.
    pub const fn new(text: Line, language: Option<LanguageTag>, role: NameRole) -> Self {
        Self {
            text,
            language,
            role,
            script: None,
            since: None,
            until: None,
        }
    }

    /// The ISO 15924 code of its script: the one that was said, else the one of its letters.
    pub fn script_code(&self) -> &str {
        match &self.script {
            Some(script) => script,
            None => script_of(&self.text),
        }
    }
}

impl Particulars {
    /// What can be said of any organization: where it works.
    pub const fn of(host_country: Country) -> Self {
        Self {
            names: Vec::new(),
            kind: None,
            host_country,
            city: None,
            homeland: None,
            community: None,
            founded: None,
            host_registered_on: None,
            places: Vec::new(),
            identifiers: Vec::new(),
            areas: Vec::new(),
            languages: Vec::new(),
            website: None,
            links: Vec::new(),
            members: None,
            funding: Vec::new(),
            umbrella: None,
            chapters: Vec::new(),
            successor: None,
            contacts: Vec::new(),
            about: Vec::new(),
            people: Vec::new(),
        }
    }

    /// The city, as far as anybody may know it: an organization that shows of its address the country only, hides the city too.
    pub fn public_city(&self) -> Option<&Line> {
        self.city
            .as_ref()
            .filter(|_| !super::place::hides_city(&self.places))
    }

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
