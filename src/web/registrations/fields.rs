//! The fields of the form: which there are in each section, how many rows of each, and a draft that holds nothing else.

use crate::organization::{Particular, Section};
use crate::web::{Fields, Mistakes};

/// A part of a section that has rows: `names-0-text`, `names-1-text`, …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What its fields begin with.
    pub name: &'static str,
    /// The fields of a row; the first is the one that the eye goes to.
    pub fields: &'static [&'static str],
    /// Those of them that say something; the others are choices, which come filled in.
    pub says: &'static [&'static str],
    /// The most rows.
    pub most: usize,
    /// The key of what is said if there are more.
    pub too_many: &'static str,
    /// What it is of the particulars.
    pub particular: Particular,
}

const fn part(
    name: &'static str,
    fields: &'static [&'static str],
    says: &'static [&'static str],
    most: usize,
    too_many: &'static str,
    particular: Particular,
) -> Part {
    Part {
        name,
        fields,
        says,
        most,
        too_many,
        particular,
    }
}

pub const NAMES: Part = part(
    "names",
    &["text", "language", "role", "script", "since", "until"],
    &["text"],
    12,
    "registration-too-many-names",
    Particular::Names,
);

pub const PLACES: Part = part(
    "places",
    &["address", "city", "role", "shown"],
    &["address", "city"],
    8,
    "registration-too-many-places",
    Particular::Places,
);

pub const ABOUT: Part = part(
    "about",
    &["text", "language"],
    &["text"],
    8,
    "registration-too-many-texts",
    Particular::About,
);

pub const LANGUAGES: Part = part(
    "languages",
    &["tag"],
    &["tag"],
    12,
    "registration-too-many-languages",
    Particular::Languages,
);

pub const CONTACTS: Part = part(
    "contacts",
    &["value", "channel", "purpose", "public"],
    &["value"],
    12,
    "registration-too-many-contacts",
    Particular::Contacts,
);

pub const LINKS: Part = part(
    "links",
    &["url"],
    &["url"],
    12,
    "registration-too-many-links",
    Particular::Links,
);

pub const PEOPLE: Part = part(
    "people",
    &[
        "name", "title", "email", "consents", "office", "since", "until", "signs",
    ],
    &["name", "title", "email"],
    20,
    "registration-too-many-people",
    Particular::People,
);

pub const IDENTIFIERS: Part = part(
    "identifiers",
    &["scheme", "value", "issuer"],
    &["scheme", "value", "issuer"],
    12,
    "registration-too-many-identifiers",
    Particular::Identifiers,
);

pub const FUNDING: Part = part(
    "funding",
    &["year", "band"],
    &["year", "band"],
    10,
    "registration-too-many-years",
    Particular::Funding,
);

pub const CHAPTERS: Part = part(
    "chapters",
    &["name"],
    &["name"],
    60,
    "registration-too-many-chapters",
    Particular::Chapters,
);

/// Boxes of which several may be ticked.
pub const AREAS: &str = "areas";

/// The most areas that a form keeps; nobody ticks so many boxes.
const AREAS_MAX: usize = 200;

/// The fields of a section that stand alone.
pub const fn singles(section: Section) -> &'static [&'static str] {
    match section {
        Section::Names | Section::Work | Section::People => &[],
        Section::Kind => &["kind", "founded"],
        Section::Place => &["host_country", "city"],
        Section::Community => &["homeland", "community"],
        Section::Contacts => &["website"],
        Section::Identifiers => &["host_registered_on"],
        Section::Size => &["members", "members_on", "members_evidence"],
        Section::Ties => &["umbrella", "successor"],
    }
}

/// The parts of a section that have rows.
pub const fn parts(section: Section) -> &'static [Part] {
    match section {
        Section::Names => &[NAMES],
        Section::Place => &[PLACES],
        Section::Work => &[ABOUT, LANGUAGES],
        Section::Contacts => &[CONTACTS, LINKS],
        Section::People => &[PEOPLE],
        Section::Identifiers => &[IDENTIFIERS],
        Section::Size => &[FUNDING],
        Section::Ties => &[CHAPTERS],
        Section::Kind | Section::Community => &[],
    }
}

impl Part {
    /// The name of a field in a row.
    pub fn field(self, row: usize, field: &str) -> String {
        format!("{}-{row}-{field}", self.name)
    }

    /// The field that a mistake in the whole part stands at.
    pub fn first_field(self) -> String {
        self.field(0, self.fields[0])
    }

    /// The rows in which somebody said something.
    pub fn filled(self, fields: &Fields) -> Vec<usize> {
        let says = |row: &usize| {
            self.says
                .iter()
                .any(|field| !fields.get(&self.field(*row, field)).trim().is_empty())
        };
        fields.rows(self.name).into_iter().filter(says).collect()
    }

    /// Adds an empty row, if there is room, and says which.
    pub(super) fn add(self, draft: &mut Fields) -> Option<usize> {
        // A part that nobody touched shows one empty row already.
        let row = draft.rows(self.name).len().max(1);
        if row >= self.most {
            return None;
        }
        if draft.rows(self.name).is_empty() {
            draft.set(&self.first_field(), "");
        }
        draft.set(&self.field(row, self.fields[0]), "");
        Some(row)
    }

    /// Takes a row away; those behind it move up.
    pub fn remove(self, draft: &mut Fields, row: usize) {
        for field in self.fields {
            draft.remove(&self.field(row, field));
        }
        let mut moved = Fields::default();
        self.copy(draft, &mut moved);
        self.clear(draft);
        for (name, value) in moved.iter() {
            draft.push(name, value);
        }
    }

    /// Copies its rows, numbered from 0 without gaps, and no more than there may be.
    fn copy(self, from: &Fields, to: &mut Fields) {
        for (at, row) in from.rows(self.name).into_iter().take(self.most).enumerate() {
            for field in self.fields {
                let name = self.field(row, field);
                if from.sent(&name) {
                    to.set(&self.field(at, field), from.get(&name));
                }
            }
        }
    }

    fn clear(self, fields: &mut Fields) {
        for row in fields.rows(self.name) {
            for field in self.fields {
                fields.remove(&self.field(row, field));
            }
        }
    }
}

/// The part of this name in a section.
pub fn part_of(section: Section, name: &str) -> Option<Part> {
    parts(section)
        .iter()
        .copied()
        .find(|part| part.name == name)
}

/// What somebody may have too much of.
pub fn too_many(sent: &Fields, section: Section) -> Mistakes {
    let mut mistakes = Mistakes::default();
    for part in parts(section) {
        if sent.rows(part.name).len() > part.most {
            mistakes.add(part.first_field(), part.too_many);
        }
    }
    mistakes
}

/// What of it belongs to a section, and nothing else.
pub fn of_section(sent: &Fields, section: Section) -> Fields {
    let mut own = Fields::default();
    for unit in units(section) {
        copy_unit(sent, &mut own, section, unit);
    }
    own
}

/// Puts a section into a draft; what was there of it goes.
pub fn put_section(draft: &mut Fields, section: Section, own: &Fields) {
    for unit in units(section) {
        take_unit(own, draft, section, unit);
    }
}

/// What belongs to the form, and nothing else.
#[cfg(test)]
pub fn clean(sent: &Fields) -> Fields {
    let mut draft = Fields::default();
    for section in Section::ALL {
        put_section(&mut draft, *section, sent);
    }
    draft
}

/// What of a section is kept or given up as a whole: a field that stands alone, all rows of a part, all boxes.
pub fn units(section: Section) -> Vec<&'static str> {
    let boxes = (section == Section::Work).then_some(AREAS);
    let rows = parts(section).iter().map(|part| part.name);
    singles(section)
        .iter()
        .copied()
        .chain(boxes)
        .chain(rows)
        .collect()
}

/// Takes a unit over from another form.
pub fn take_unit(from: &Fields, to: &mut Fields, section: Section, unit: &str) {
    match part_of(section, unit) {
        Some(part) => part.clear(to),
        None => to.remove(unit),
    }
    copy_unit(from, to, section, unit);
}

fn copy_unit(from: &Fields, to: &mut Fields, section: Section, unit: &str) {
    if let Some(part) = part_of(section, unit) {
        part.copy(from, to);
    } else if unit == AREAS {
        for area in from.all(AREAS).take(AREAS_MAX) {
            to.push(AREAS, area);
        }
    } else if from.sent(unit) {
        to.set(unit, from.get(unit));
    }
}

/// Whether two forms say the same in all of a section.
pub fn same_section(one: &Fields, other: &Fields, section: Section) -> bool {
    let units = units(section);
    units
        .iter()
        .all(|unit| same_unit(one, other, section, unit))
}

/// Whether a unit says the same in two forms; a field that was not sent says nothing, as an empty one does.
pub fn same_unit(one: &Fields, other: &Fields, section: Section, unit: &str) -> bool {
    let said = |fields: &Fields| -> Vec<(String, String)> {
        let mut own = Fields::default();
        copy_unit(fields, &mut own, section, unit);
        if let Some(part) = part_of(section, unit) {
            let filled = part.filled(&own);
            let mut all = Vec::new();
            for row in filled {
                for field in part.fields {
                    let name = part.field(row, field);
                    all.push((name.clone(), own.get(&name).trim().to_owned()));
                }
            }
            return all;
        }
        own.iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect()
    };
    said(one) == said(other)
}

/// Whether somebody said anything in a section.
pub fn is_touched(draft: &Fields, section: Section) -> bool {
    let single = |name: &&str| !draft.get(name).trim().is_empty();
    singles(section).iter().any(single)
        || section == Section::Work && draft.all(AREAS).any(|area| !area.trim().is_empty())
        || parts(section)
            .iter()
            .any(|part| !part.filled(draft).is_empty())
}

/// The section that a field belongs to.
pub fn section_of(field: &str) -> Section {
    let unit = field.split('-').next().unwrap_or(field);
    let found = Section::ALL
        .iter()
        .copied()
        .find(|section| units(*section).contains(&unit));
    found.unwrap_or(Section::Names)
}

/// The first field of what the particulars say: where a note of the board leads.
pub fn field_of(particular: Particular) -> String {
    parts(Section::of(particular))
        .iter()
        .find(|part| part.particular == particular)
        .map_or_else(|| particular.code().to_owned(), |part| part.first_field())
}

/// The field at which stands what is said of a whole section. Who is in office keeps their name, so that of people it is what
/// they are there.
pub fn field_of_all(section: Section) -> String {
    match section {
        Section::People => PEOPLE.field(0, "title"),
        _ => field_of(section.particulars()[0]),
    }
}

#[cfg(test)]
#[path = "fields_test.rs"]
mod tests;
