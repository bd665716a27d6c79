//! Particulars as a filled-in form: the other way of [`super::form::read`].

use super::fields::{ABOUT, AREAS, CONTACTS, IDENTIFIERS, LANGUAGES, NAMES, PEOPLE, Section};
use super::form::YES;
use crate::organization::Particulars;
use crate::values::Country;
use crate::web::Fields;

/// The form that says these particulars.
pub fn fill(said: &Particulars) -> Fields {
    let mut form = Fields::default();
    for (row, name) in said.names.iter().enumerate() {
        put(&mut form, NAMES, row, "text", &name.text);
        put(&mut form, NAMES, row, "language", or_empty(&name.language));
        put(&mut form, NAMES, row, "role", name.role.code());
    }
    form.set("kind", said.kind.map_or("", |kind| kind.code()));
    let founded = said.founded.map(|year| year.to_string());
    form.set("founded", founded.unwrap_or_default());
    form.set("host_country", said.host_country.code());
    form.set("city", or_empty(&said.city));
    form.set("homeland", said.homeland.map_or("", Country::code));
    form.set("community", or_empty(&said.community));
    for (row, identifier) in said.identifiers.iter().enumerate() {
        put(&mut form, IDENTIFIERS, row, "scheme", identifier.scheme());
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
    }
    form
}

fn put(form: &mut Fields, section: Section, row: usize, part: &str, value: &str) {
    form.set(&section.field(row, part), value);
}

fn tick(form: &mut Fields, section: Section, row: usize, part: &str, ticked: bool) {
    if ticked {
        put(form, section, row, part, YES);
    }
}

fn or_empty<T: AsRef<str>>(value: &Option<T>) -> &str {
    value.as_ref().map_or("", AsRef::as_ref)
}
