//! What changed between two particulars, field by field: for the reviewer, the applicant and history. Pure.

use serde_json::{Map, Value, json};

use super::{Contact, Name, Particulars, PersonEntry, Text};
use crate::values::{Area, Country, Identifier, Kind, LanguageTag, Line, WebAddress, Year, codes};

codes! {
    /// A field of the particulars: what a form asks, what a note of the board is attached to.
    pub enum Particular {
        Names = "names",
        Kind = "kind",
        HostCountry = "host_country",
        City = "city",
        Homeland = "homeland",
        Community = "community",
        Founded = "founded",
        Identifiers = "identifiers",
        Areas = "areas",
        Languages = "languages",
        Website = "website",
        Contacts = "contacts",
        About = "about",
        People = "people",
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
    /// A year.
    Year(Option<Year>),
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
        matches!(self, Self::Contacts | Self::People)
    }
}

impl Said {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Names(all) => all.is_empty(),
            Self::Kind(one) => one.is_none(),
            Self::Country(one) => one.is_none(),
            Self::Line(one) => one.is_none(),
            Self::Year(one) => one.is_none(),
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
            Self::Year(one) => json!(one),
            Self::Identifiers(all) => json!(all),
            Self::Areas(all) => json!(all),
            Self::Languages(all) => json!(all),
            Self::Website(one) => json!(one),
            Self::Texts(all) => json!(all),
            Self::Contacts(_) | Self::People(_) => json!("sealed"),
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
            Particular::City => Said::Line(self.city.clone()),
            Particular::Homeland => Said::Country(self.homeland),
            Particular::Community => Said::Line(self.community.clone()),
            Particular::Founded => Said::Year(self.founded),
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
