//! Particulars as a filled-in form: the other way of [`super::form::read`].

use chrono::NaiveDate;

use super::fields::{
    ABOUT, AREAS, CHAPTERS, CONTACTS, FUNDING, IDENTIFIERS, LANGUAGES, LINKS, NAMES, PEOPLE,
    PLACES, Part,
};
use super::form::{OTHER, YES};
use crate::organization::Particulars;
use crate::values::{Country, PartialDate};
use crate::web::Fields;

/// The form that says these particulars.
pub fn fill(said: &Particulars) -> Fields {
    let mut form = Fields::default();
    for (row, name) in said.names.iter().enumerate() {
        put(&mut form, NAMES, row, "text", &name.text);
        put(&mut form, NAMES, row, "language", or_empty(&name.language));
        put(&mut form, NAMES, row, "role", name.role.code());
        put(&mut form, NAMES, row, "script", or_empty(&name.script));
        put(&mut form, NAMES, row, "since", &written(name.since));
        put(&mut form, NAMES, row, "until", &written(name.until));
    }
    form.set("kind", said.kind.map_or("", |kind| kind.code()));
    form.set("founded", written(said.founded));
    form.set("host_registered_on", written(said.host_registered_on));
    form.set("host_country", said.host_country.code());
    form.set("city", or_empty(&said.city));
    form.set("homeland", said.homeland.map_or("", Country::code));
    form.set("community", or_empty(&said.community));
    for (row, identifier) in said.identifiers.iter().enumerate() {
        let scheme = match identifier.is_unlisted() {
            true => OTHER,
            false => identifier.scheme(),
        };
        put(&mut form, IDENTIFIERS, row, "scheme", scheme);
        let issuer = identifier.issuer().map_or("", |issuer| issuer);
        put(&mut form, IDENTIFIERS, row, "issuer", issuer);
        put(&mut form, IDENTIFIERS, row, "value", identifier.value());
    }
    for area in &said.areas {
        form.push(AREAS, area.code());
    }
    for (row, language) in said.languages.iter().enumerate() {
        put(&mut form, LANGUAGES, row, "tag", language);
    }
    form.set("website", or_empty(&said.website));
    for (row, contact) in said.contacts.iter().enumerate() {
        put(&mut form, CONTACTS, row, "value", &contact.value);
        put(&mut form, CONTACTS, row, "channel", contact.channel.code());
        put(&mut form, CONTACTS, row, "purpose", contact.purpose.code());
        tick(&mut form, CONTACTS, row, "public", contact.public);
    }
    for (row, text) in said.about.iter().enumerate() {
        put(&mut form, ABOUT, row, "text", &text.text);
        put(&mut form, ABOUT, row, "language", &text.language);
    }
    for (row, person) in said.people.iter().enumerate() {
        put(&mut form, PEOPLE, row, "name", &person.name);
        put(&mut form, PEOPLE, row, "title", &person.title);
        let email = person.email.as_ref().map(|email| email.as_str());
        put(&mut form, PEOPLE, row, "email", email.unwrap_or_default());
        tick(&mut form, PEOPLE, row, "consents", person.consents);
        let office = person.office.map(|office| office.to_string());
        put(
            &mut form,
            PEOPLE,
            row,
            "office",
            &office.unwrap_or_default(),
        );
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        put(&mut form, PEOPLE, row, "since", &day(person.since));
        put(&mut form, PEOPLE, row, "until", &day(person.until));
        tick(&mut form, PEOPLE, row, "signs", person.signs);
    }
    for (row, place) in said.places.iter().enumerate() {
        put(&mut form, PLACES, row, "address", &place.address);
        put(&mut form, PLACES, row, "city", or_empty(&place.city));
        put(&mut form, PLACES, row, "role", place.role.code());
        put(&mut form, PLACES, row, "shown", place.shown.code());
    }
    for (row, link) in said.links.iter().enumerate() {
        put(&mut form, LINKS, row, "url", link);
    }
    if let Some(members) = &said.members {
        form.set("members", members.count.to_string());
        form.set("members_on", written(members.on));
        form.set("members_evidence", or_empty(&members.evidence));
    }
    for (row, one) in said.funding.iter().enumerate() {
        put(&mut form, FUNDING, row, "year", &one.year.to_string());
        put(&mut form, FUNDING, row, "band", one.band.code());
    }
    for (name, related) in [("umbrella", &said.umbrella), ("successor", &said.successor)] {
        let written = related.as_ref().map(ToString::to_string);
        form.set(name, written.unwrap_or_default());
    }
    for (row, chapter) in said.chapters.iter().enumerate() {
        put(&mut form, CHAPTERS, row, "name", &chapter.to_string());
    }
    form
}

fn written(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn put(form: &mut Fields, part: Part, row: usize, field: &str, value: &str) {
    form.set(&part.field(row, field), value);
}

fn tick(form: &mut Fields, part: Part, row: usize, field: &str, ticked: bool) {
    if ticked {
        put(form, part, row, field, YES);
    }
}

fn or_empty<T: AsRef<str>>(value: &Option<T>) -> &str {
    value.as_ref().map_or("", AsRef::as_ref)
}
