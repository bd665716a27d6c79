//! What changed between two particulars, field by field: for the reviewer, the applicant and history. Pure.

use serde_json::{Map, Value, json};

use super::place::hides_city;
use super::{Contact, Members, Name, Particulars, PersonEntry, Place, Text};
use crate::values::{
    Area, Country, Funding, Identifier, Kind, LanguageTag, Line, PartialDate, Related, WebAddress,
    codes,
};

codes! {
    /// A field of the particulars: what a form asks, what a note of the board is attached to.
    pub enum Particular {
        Names = "names",
        Kind = "kind",
        Founded = "founded",
        HostCountry = "host_country",
        City = "city",
        Places = "places",
        Homeland = "homeland",
        Community = "community",
        Areas = "areas",
        About = "about",
        Languages = "languages",
        Contacts = "contacts",
        Website = "website",
        Links = "links",
        People = "people",
        Identifiers = "identifiers",
        HostRegisteredOn = "host_registered_on",
        Members = "members",
        Funding = "funding",
        Umbrella = "umbrella",
        Chapters = "chapters",
        Successor = "successor",
    }
}

/// What particulars say in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Names, the one it goes by first.
    Names(Vec<Name>),
    /// What it is.
    Kind(Option<Kind>),
    /// A country.
    Country(Option<Country>),
    /// A place or a community.
    Line(Option<Line>),
    /// A place that is not shown.
    HiddenLine(Option<Line>),
    /// A year or a day.
    Date(Option<PartialDate>),
    /// Its address, and where it meets.
    Places(Vec<Place>),
    /// Its other pages.
    Links(Vec<WebAddress>),
    /// How many members.
    Members(Option<Members>),
    /// What it had to spend.
    Funding(Vec<Funding>),
    /// Other organizations.
    Related(Vec<Related>),
    /// What other registers call it.
    Identifiers(Vec<Identifier>),
    /// What it works on.
    Areas(Vec<Area>),
    /// Languages.
    Languages(Vec<LanguageTag>),
    /// A website.
    Website(Option<WebAddress>),
    /// How it can be reached.
    Contacts(Vec<Contact>),
    /// What it is about.
    Texts(Vec<Text>),
    /// Those who lead it.
    People(Vec<PersonEntry>),
}

/// A field that says something else than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub field: Particular,
    /// What it said.
    pub before: Said,
    /// What it says.
    pub after: Said,
}

impl Particular {
    /// Whether the field holds personal data, which history never has in the clear.
    pub const fn is_personal(self) -> bool {
        matches!(self, Self::Contacts | Self::People | Self::Places)
    }
}

impl Said {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Names(all) => all.is_empty(),
            Self::Kind(one) => one.is_none(),
            Self::Country(one) => one.is_none(),
            Self::Line(one) | Self::HiddenLine(one) => one.is_none(),
            Self::Date(one) => one.is_none(),
            Self::Places(all) => all.is_empty(),
            Self::Links(all) => all.is_empty(),
            Self::Members(one) => one.is_none(),
            Self::Funding(all) => all.is_empty(),
            Self::Related(all) => all.is_empty(),
            Self::Identifiers(all) => all.is_empty(),
            Self::Areas(all) => all.is_empty(),
            Self::Languages(all) => all.is_empty(),
            Self::Website(one) => one.is_none(),
            Self::Contacts(all) => all.is_empty(),
            Self::Texts(all) => all.is_empty(),
            Self::People(all) => all.is_empty(),
        }
    }

    /// Whether it says the same. Areas are a choice without an order; everywhere else the order is meant.
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Areas(old), Self::Areas(new)) => {
                let sorted = |areas: &[Area]| {
                    let mut areas = areas.to_vec();
                    areas.sort_unstable();
                    areas
                };
                sorted(old) == sorted(new)
            }
            // Whether a city is shown is said with the places.
            (Self::Line(old) | Self::HiddenLine(old), Self::Line(new) | Self::HiddenLine(new)) => {
                old == new
            }
            _ => self == other,
        }
    }

    /// As history writes it.
    fn json(&self) -> Value {
        match self {
            Self::Names(all) => json!(all),
            Self::Kind(one) => json!(one),
            Self::Country(one) => json!(one.map(Country::code)),
            Self::Line(one) => json!(one),
            Self::Date(one) => json!(one),
            Self::Links(all) => json!(all),
            Self::Members(one) => json!(one),
            Self::Funding(all) => json!(all),
            Self::Related(all) => json!(all),
            Self::Identifiers(all) => json!(all),
            Self::Areas(all) => json!(all),
            Self::Languages(all) => json!(all),
            Self::Website(one) => json!(one),
            Self::Texts(all) => json!(all),
            Self::Contacts(_) | Self::People(_) | Self::Places(_) | Self::HiddenLine(_) => {
                json!("sealed")
            }
        }
    }
}

impl Particulars {
    /// What they say in a field.
    pub fn said(&self, field: Particular) -> Said {
        match field {
            Particular::Names => Said::Names(self.names.clone()),
            Particular::Kind => Said::Kind(self.kind),
            Particular::HostCountry => Said::Country(Some(self.host_country)),
            Particular::City if hides_city(&self.places) => Said::HiddenLine(self.city.clone()),
            Particular::City => Said::Line(self.city.clone()),
            Particular::Places => Said::Places(self.places.clone()),
            Particular::Homeland => Said::Country(self.homeland),
            Particular::Community => Said::Line(self.community.clone()),
            Particular::Founded => Said::Date(self.founded),
            Particular::HostRegisteredOn => Said::Date(self.host_registered_on),
            Particular::Links => Said::Links(self.links.clone()),
            Particular::Members => Said::Members(self.members.clone()),
            Particular::Funding => Said::Funding(self.funding.clone()),
            Particular::Umbrella => Said::Related(self.umbrella.iter().cloned().collect()),
            Particular::Chapters => Said::Related(self.chapters.clone()),
            Particular::Successor => Said::Related(self.successor.iter().cloned().collect()),
            Particular::Identifiers => Said::Identifiers(self.identifiers.clone()),
            Particular::Areas => Said::Areas(self.areas.clone()),
            Particular::Languages => Said::Languages(self.languages.clone()),
            Particular::Website => Said::Website(self.website.clone()),
            Particular::Contacts => Said::Contacts(self.contacts.clone()),
            Particular::About => Said::Texts(self.about.clone()),
            Particular::People => Said::People(self.people.clone()),
        }
    }
}

/// The fields that say something else than before, in the order of the form.
pub fn compare(old: &Particulars, new: &Particulars) -> Vec<Change> {
    Particular::ALL
        .iter()
        .map(|field| Change {
            field: *field,
            before: old.said(*field),
            after: new.said(*field),
        })
        .filter(|change| !change.before.same(&change.after))
        .collect()
}

/// Changes as history writes them: what was so before, and what is so now. Of personal fields only that they changed.
pub fn as_history(changes: &[Change]) -> (Value, Value) {
    let side = |said: fn(&Change) -> &Said| {
        let fields = changes
            .iter()
            .map(|change| (change.field.code().to_owned(), said(change).json()));
        Value::Object(fields.collect::<Map<_, _>>())
    };
    (side(|change| &change.before), side(|change| &change.after))
}

#[cfg(test)]
#[path = "compare_test.rs"]
mod tests;
