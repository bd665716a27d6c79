//! Reading the registration form: particulars, or all mistakes at once. Pure.

use chrono::NaiveDate;

use super::fields::{
    ABOUT, AREAS, CHAPTERS, CONTACTS, FUNDING, IDENTIFIERS, LANGUAGES, LINKS, NAMES, PEOPLE, PLACES,
};
use crate::case::Glimpse;
use crate::organization::{Contact, Members, Name, Particulars, PersonEntry, Place, Text};
use crate::say;
use crate::values::scheme::SCHEMES;
use crate::values::{
    Area, ContactChannel, ContactPurpose, Country, Email, Funding, FundingBand, Identifier, Kind,
    Lang, LanguageTag, Line, NameRole, PartialDate, Phone, PlaceRole, PlaceShown, Problem, Prose,
    Related, Scheme, Script, WebAddress, Year, digits,
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

/// What is chosen for a register that the list does not have.
pub const OTHER: &str = "other";

/// A draft as far as it can be read, and everything that is wrong with it.
pub struct Reading {
    /// What it says. Where no host country can be read, it is not said here which it is.
    pub said: Particulars,
    /// Whether the host country could be read.
    pub has_host: bool,
    /// What is wrong, in the order of the form.
    pub mistakes: Mistakes,
}

/// The particulars that a draft says, or everything that is wrong with it, in the order of the form.
#[cfg(test)]
pub fn read(draft: &Fields, today: NaiveDate) -> Result<Particulars, Mistakes> {
    let reading = reading(draft, today);
    if reading.mistakes.is_empty() {
        Ok(reading.said)
    } else {
        Err(reading.mistakes)
    }
}

/// Reads as much of a draft as can be read.
pub fn reading(draft: &Fields, today: NaiveDate) -> Reading {
    let mut r = draft.reader();
    let date = |text: &str| PartialDate::parse(text, today);
    let names = names(&mut r, today);
    let kind = needed(&mut r, "kind", "registration-needs-kind", Kind::parse);
    let founded = r.optional("founded", date);
    let host = needed(
        &mut r,
        "host_country",
        "registration-needs-host-country",
        Country::parse,
    );
    let city = needed(&mut r, "city", "registration-needs-city", place);
    let places = places(&mut r);
    let homeland = r.optional("homeland", Country::parse);
    let community = r.optional("community", place);
    if blank(draft, "homeland") && blank(draft, "community") {
        r.mistake("homeland", "registration-needs-homeland");
    }
    let areas = areas(&mut r);
    let about = about(&mut r);
    let languages = languages(&mut r);
    let contacts = contacts(&mut r);
    let website = r.optional("website", WebAddress::parse);
    let links = links(&mut r);
    let people = people(&mut r);
    let identifiers = identifiers(&mut r, host);
    let host_registered_on = r.optional("host_registered_on", date);
    let members = members(&mut r, today);
    let funding = funding(&mut r, today);
    let umbrella = r.optional("umbrella", Related::parse);
    let chapters = chapters(&mut r);
    let successor = r.optional("successor", Related::parse);
    Reading {
        has_host: host.is_some(),
        mistakes: r.done().err().unwrap_or_default(),
        said: Particulars {
            names,
            kind,
            host_country: host.unwrap_or(Country::ALL[0]),
            city,
            homeland,
            community,
            founded,
            host_registered_on,
            places,
            identifiers,
            areas,
            languages,
            website,
            links,
            members,
            funding,
            umbrella,
            chapters,
            successor,
            contacts,
            about,
            people,
        },
    }
}

/// What a list can show of a draft, as far as it can be read.
pub fn glimpse(draft: &Fields) -> Glimpse {
    let row = NAMES.filled(draft).into_iter().next();
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

fn names(r: &mut Reader<'_>, today: NaiveDate) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let rows = NAMES.filled(r.fields());
    if rows.is_empty() {
        r.mistake(NAMES.first_field(), "registration-needs-name");
    }
    let date = |text: &str| PartialDate::parse(text, today);
    for row in rows {
        let field = NAMES.field(row, "text");
        let text = r.required(&field, |text| Line::parse(text, NAME_MAX));
        let language = r.optional(&NAMES.field(row, "language"), LanguageTag::parse);
        let role = r.required(&NAMES.field(row, "role"), NameRole::parse);
        let script = r.optional(&NAMES.field(row, "script"), Script::parse);
        let since = r.optional(&NAMES.field(row, "since"), date);
        let until = r.optional(&NAMES.field(row, "until"), date);
        if let (Some(since), Some(until)) = (since, until)
            && until.year() < since.year()
        {
            r.mistake(
                NAMES.field(row, "until"),
                "registration-ends-before-it-begins",
            );
        }
        if let (Some(text), Some(role)) = (text, role) {
            let mut name = Name {
                since,
                until,
                ..Name::new(text, language, role)
            };
            // What its letters say need not be said again.
            name.script = script.filter(|script| script.as_str() != name.script_code());
            if names.contains(&name) {
                r.mistake(field, "registration-repeated-name");
            } else {
                names.push(name);
            }
        }
    }
    names
}

fn places(r: &mut Reader<'_>) -> Vec<Place> {
    let mut places = Vec::new();
    for row in PLACES.filled(r.fields()) {
        let address = needed(
            r,
            &PLACES.field(row, "address"),
            "registration-needs-address",
            |text| Line::parse(text, ADDRESS_MAX),
        );
        let city = r.optional(&PLACES.field(row, "city"), place);
        let role = r.required(&PLACES.field(row, "role"), PlaceRole::parse);
        let shown = needed(
            r,
            &PLACES.field(row, "shown"),
            "registration-needs-shown",
            PlaceShown::parse,
        );
        if let (Some(address), Some(role), Some(shown)) = (address, role, shown) {
            places.push(Place {
                role,
                address,
                city,
                shown,
            });
        }
    }
    places
}

fn identifiers(r: &mut Reader<'_>, host: Option<Country>) -> Vec<Identifier> {
    let mut identifiers: Vec<Identifier> = Vec::new();
    for row in IDENTIFIERS.filled(r.fields()) {
        let scheme = IDENTIFIERS.field(row, "scheme");
        let value = IDENTIFIERS.field(row, "value");
        let issuer = IDENTIFIERS.field(row, "issuer");
        let register = r.fields().get(&scheme).trim();
        if register.is_empty() {
            r.mistake(scheme, "registration-needs-scheme");
            continue;
        }
        if register == OTHER && blank(r.fields(), &issuer) {
            r.mistake(issuer, "registration-needs-issuer");
            continue;
        }
        let by = r.optional(&issuer, |text| Line::parse(text, Identifier::ISSUER_MAX));
        let entry = r.required(&value, |value| match (&by, register) {
            // Somebody may know the register's code.
            (Some(by), OTHER) if Identifier::parse(by, "1").is_ok() => {
                Identifier::checked(by, value)
            }
            (Some(by), OTHER) => Identifier::of_issuer(host, by, value),
            (by, register) => Ok(Identifier::checked(register, value)?.with_issuer(by.clone())),
        });
        let Some(entry) = entry else { continue };
        let same =
            |other: &Identifier| other.scheme() == entry.scheme() && other.value() == entry.value();
        if identifiers.iter().any(same) {
            r.mistake(value, "registration-repeated-identifier");
        } else {
            identifiers.push(entry);
        }
    }
    identifiers
}

fn links(r: &mut Reader<'_>) -> Vec<WebAddress> {
    let mut links = Vec::new();
    for row in LINKS.filled(r.fields()) {
        let link = r.required(&LINKS.field(row, "url"), WebAddress::parse);
        links.extend(link.filter(|link| !links.contains(link)));
    }
    links
}

fn members(r: &mut Reader<'_>, today: NaiveDate) -> Option<Members> {
    let count = r.optional("members", |text| {
        let count: i32 = digits::to_ascii(text.trim())
            .replace(['\u{a0}', '\u{202f}', ' '], "")
            .parse()
            .map_err(|_| Problem::BadNumber)?;
        if (0..=100_000_000).contains(&count) {
            Ok(count)
        } else {
            Err(Problem::BadNumber)
        }
    });
    let on = r.optional("members_on", |text| PartialDate::parse(text, today));
    let evidence = r.optional("members_evidence", |text| Line::parse(text, 300));
    let is_begun = on.is_some() || evidence.is_some();
    if is_begun && blank(r.fields(), "members") {
        r.mistake("members", "registration-needs-members");
    }
    count.map(|count| Members {
        count,
        on,
        evidence,
    })
}

fn funding(r: &mut Reader<'_>, today: NaiveDate) -> Vec<Funding> {
    use chrono::Datelike;
    let mut funding: Vec<Funding> = Vec::new();
    for row in FUNDING.filled(r.fields()) {
        let field = FUNDING.field(row, "year");
        let year = needed(r, &field, "registration-needs-year", |text| {
            Year::parse(text, today.year())
        });
        let band = needed(
            r,
            &FUNDING.field(row, "band"),
            "registration-needs-band",
            FundingBand::parse,
        );
        let (Some(year), Some(band)) = (year, band) else {
            continue;
        };
        if funding.iter().any(|other| other.year == year) {
            r.mistake(field, "registration-repeated-year");
        } else {
            funding.push(Funding { year, band });
        }
    }
    funding
}

fn chapters(r: &mut Reader<'_>) -> Vec<Related> {
    let mut chapters = Vec::new();
    for row in CHAPTERS.filled(r.fields()) {
        let chapter = r.required(&CHAPTERS.field(row, "name"), Related::parse);
        chapters.extend(chapter.filter(|chapter| !chapters.contains(chapter)));
    }
    chapters
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
    for row in LANGUAGES.filled(r.fields()) {
        let language = r.required(&LANGUAGES.field(row, "tag"), LanguageTag::parse);
        languages.extend(language.filter(|language| !languages.contains(language)));
    }
    languages
}

fn contacts(r: &mut Reader<'_>) -> Vec<Contact> {
    let mut contacts = Vec::new();
    let rows = CONTACTS.filled(r.fields());
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
    let rows = ABOUT.filled(r.fields());
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
    let rows = PEOPLE.filled(r.fields());
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
pub fn needed<T>(
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

/// The registers that a list offers, by code, with what they call themselves; last any other.
pub fn registers(lang: Lang) -> Vec<(String, String)> {
    let named = |scheme: &Scheme| {
        let name = format!("{} – {}", scheme.code, scheme.name);
        (scheme.code.to_owned(), name)
    };
    let other = (
        OTHER.to_owned(),
        say::t(lang, "registration-identifier-other"),
    );
    SCHEMES.iter().map(named).chain([other]).collect()
}

/// What a list calls one of its values.
pub fn named(list: &[(String, String)], value: &str) -> Option<String> {
    let found = list.iter().find(|(code, _)| code == value);
    found.map(|(_, name)| name.clone())
}

#[cfg(test)]
#[path = "form_test.rs"]
mod tests;
