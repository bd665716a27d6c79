//! Reading the registration form: particulars, or all mistakes at once. Pure.

use chrono::{Datelike, NaiveDate};

use super::fields::{ABOUT, AREAS, CONTACTS, IDENTIFIERS, LANGUAGES, NAMES, PEOPLE, Section};
use crate::case::Glimpse;
use crate::organization::{Contact, Name, Particulars, PersonEntry, Text};
use crate::values::{
    Area, ContactChannel, ContactPurpose, Country, Email, Identifier, Kind, LanguageTag, Line,
    NameRole, Phone, Problem, Prose, WebAddress, Year,
};
use crate::web::{Fields, Mistakes, Reader};

/// The longest name.
pub const NAME_MAX: usize = 300;

/// The longest name of a place, a community or an office.
const PLACE_MAX: usize = 120;

/// The longest postal address.
const ADDRESS_MAX: usize = 400;

/// The longest text about the organization in one language.
pub const ABOUT_MAX: usize = 4_000;

/// What ticked boxes send.
pub const YES: &str = "yes";

/// The particulars that a draft says, or everything that is wrong with it, in the order of the form.
pub fn read(draft: &Fields, today: NaiveDate) -> Result<Particulars, Mistakes> {
    let mut r = draft.reader();
    let names = names(&mut r);
    let kind = needed(&mut r, "kind", "registration-needs-kind", Kind::parse);
    let founded = r.optional("founded", |text| Year::parse(text, today.year()));
    let host_country = needed(
        &mut r,
        "host_country",
        "registration-needs-host-country",
        Country::parse,
    );
    let city = needed(&mut r, "city", "registration-needs-city", place);
    let homeland = r.optional("homeland", Country::parse);
    let community = r.optional("community", place);
    if blank(draft, "homeland") && blank(draft, "community") {
        r.mistake("homeland", "registration-needs-homeland");
    }
    let identifiers = identifiers(&mut r);
    let areas = areas(&mut r);
    let languages = languages(&mut r);
    let website = r.optional("website", WebAddress::parse);
    let contacts = contacts(&mut r);
    let about = about(&mut r);
    let people = people(&mut r);
    r.done()?;
    // Where nothing was wrong, whatever is needed is there.
    let host_country = host_country
        .ok_or_else(|| Mistakes::one("host_country", "registration-needs-host-country"))?;
    Ok(Particulars {
        names,
        kind,
        host_country,
        city,
        homeland,
        community,
        founded,
        identifiers,
        areas,
        languages,
        website,
        contacts,
        about,
        people,
    })
}

/// What a list can show of a draft, as far as it can be read.
pub fn glimpse(draft: &Fields) -> Glimpse {
    let row = filled(draft, NAMES, &["text"]).into_iter().next();
    let name = row.and_then(|row| Line::parse(draft.get(&NAMES.field(row, "text")), NAME_MAX).ok());
    Glimpse {
        title_language: row
            .filter(|_| name.is_some())
            .and_then(|row| LanguageTag::parse(draft.get(&NAMES.field(row, "language"))).ok()),
        title: name.map(String::from).unwrap_or_default(),
        host_country: Country::parse(draft.get("host_country")).ok(),
        homeland: Country::parse(draft.get("homeland")).ok(),
        community: place(draft.get("community")).ok().map(String::from),
        areas: draft
            .all(AREAS)
            .filter_map(|area| Area::parse(area).ok())
            .collect(),
        kind: Kind::parse(draft.get("kind")).ok(),
    }
}

fn names(r: &mut Reader<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    let rows = filled(r.fields(), NAMES, &["text"]);
    if rows.is_empty() {
        r.mistake(NAMES.first_field(), "registration-needs-name");
    }
    for row in rows {
        let text = r.required(&NAMES.field(row, "text"), |text| {
            Line::parse(text, NAME_MAX)
        });
        let language = r.optional(&NAMES.field(row, "language"), LanguageTag::parse);
        let role = r.required(&NAMES.field(row, "role"), NameRole::parse);
        if let (Some(text), Some(role)) = (text, role) {
            names.push(Name {
                text,
                language,
                role,
            });
        }
    }
    names
}

fn identifiers(r: &mut Reader<'_>) -> Vec<Identifier> {
    let mut identifiers = Vec::new();
    for row in filled(r.fields(), IDENTIFIERS, &["scheme", "value"]) {
        let scheme = IDENTIFIERS.field(row, "scheme");
        let value = IDENTIFIERS.field(row, "value");
        if blank(r.fields(), &scheme) {
            r.mistake(scheme, "registration-needs-scheme");
            continue;
        }
        let register = r.fields().get(&scheme);
        let Some(identifier) = r.required(&value, |value| Identifier::parse(register, value))
        else {
            continue;
        };
        if identifiers.contains(&identifier) {
            r.mistake(value, "registration-repeated-identifier");
        } else {
            identifiers.push(identifier);
        }
    }
    identifiers
}

fn areas(r: &mut Reader<'_>) -> Vec<Area> {
    let chosen = r.many(AREAS, Area::parse);
    if !r.fields().all(AREAS).any(|area| !area.trim().is_empty()) {
        r.mistake(AREAS, "registration-needs-area");
    }
    // In the order of the list, and each once.
    Area::ALL
        .iter()
        .copied()
        .filter(|area| chosen.contains(area))
        .collect()
}

fn languages(r: &mut Reader<'_>) -> Vec<LanguageTag> {
    let mut languages = Vec::new();
    for row in filled(r.fields(), LANGUAGES, &["tag"]) {
        let language = r.required(&LANGUAGES.field(row, "tag"), LanguageTag::parse);
        languages.extend(language.filter(|language| !languages.contains(language)));
    }
    languages
}

fn contacts(r: &mut Reader<'_>) -> Vec<Contact> {
    let mut contacts = Vec::new();
    let rows = filled(r.fields(), CONTACTS, &["value"]);
    if rows.is_empty() {
        r.mistake(CONTACTS.first_field(), "registration-needs-contact");
    }
    for row in rows {
        let channel = r.required(&CONTACTS.field(row, "channel"), ContactChannel::parse);
        let purpose = r.required(&CONTACTS.field(row, "purpose"), ContactPurpose::parse);
        let value = channel.and_then(|channel| {
            r.required(&CONTACTS.field(row, "value"), |text| reach(channel, text))
        });
        let public = r.fields().has(&CONTACTS.field(row, "public"), YES);
        if let (Some(channel), Some(purpose), Some(value)) = (channel, purpose, value) {
            contacts.push(Contact {
                channel,
                purpose,
                value,
                public,
            });
        }
    }
    contacts
}

fn about(r: &mut Reader<'_>) -> Vec<Text> {
    let mut about: Vec<Text> = Vec::new();
    let rows = filled(r.fields(), ABOUT, &["text"]);
    if rows.is_empty() {
        r.mistake(ABOUT.first_field(), "registration-needs-about");
    }
    for row in rows {
        let field = ABOUT.field(row, "language");
        let language = needed(
            r,
            &field,
            "registration-needs-text-language",
            LanguageTag::parse,
        );
        let text = r.required(&ABOUT.field(row, "text"), |text| {
            Prose::parse(text, ABOUT_MAX)
        });
        let (Some(language), Some(text)) = (language, text) else {
            continue;
        };
        if about.iter().any(|other| other.language == language) {
            r.mistake(field, "registration-repeated-language");
        } else {
            about.push(Text { language, text });
        }
    }
    about
}

fn people(r: &mut Reader<'_>) -> Vec<PersonEntry> {
    let mut people = Vec::new();
    let rows = filled(r.fields(), PEOPLE, &["name", "title", "email"]);
    if rows.is_empty() {
        r.mistake(PEOPLE.first_field(), "registration-needs-person");
    }
    for row in rows {
        let name = needed(
            r,
            &PEOPLE.field(row, "name"),
            "registration-needs-person-name",
            |text| Line::parse(text, NAME_MAX),
        );
        let title = needed(
            r,
            &PEOPLE.field(row, "title"),
            "registration-needs-person-title",
            place,
        );
        let email = r.optional(&PEOPLE.field(row, "email"), Email::parse);
        let consents = r.fields().has(&PEOPLE.field(row, "consents"), YES);
        if let (Some(name), Some(title)) = (name, title) {
            people.push(PersonEntry {
                name,
                title,
                email,
                consents,
            });
        }
    }
    people
}

/// A value that must be there; where it is missing, a sentence of its own says so.
fn needed<T>(
    r: &mut Reader<'_>,
    field: &str,
    missing: &'static str,
    parse: impl FnOnce(&str) -> Result<T, Problem>,
) -> Option<T> {
    if blank(r.fields(), field) {
        r.mistake(field, missing);
        return None;
    }
    r.required(field, parse)
}

/// How somebody is reached, as its channel is written.
fn reach(channel: ContactChannel, text: &str) -> Result<Line, Problem> {
    match channel {
        ContactChannel::Email => Line::parse(Email::parse(text)?.as_str(), Email::MAX),
        ContactChannel::Phone => Line::parse(Phone::parse(text)?.as_str(), 40),
        ContactChannel::PostalAddress => Line::parse(text, ADDRESS_MAX),
    }
}

fn place(text: &str) -> Result<Line, Problem> {
    Line::parse(text, PLACE_MAX)
}

fn blank(fields: &Fields, field: &str) -> bool {
    fields.get(field).trim().is_empty()
}

/// The rows in which one of these parts says something; choices alone, which come filled in, say nothing.
fn filled(fields: &Fields, section: Section, parts: &[&str]) -> Vec<usize> {
    fields
        .rows(section.name)
        .into_iter()
        .filter(|row| {
            parts
                .iter()
                .any(|part| !blank(fields, &section.field(*row, part)))
        })
        .collect()
}

#[cfg(test)]
#[path = "form_test.rs"]
mod tests;
