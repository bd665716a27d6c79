//! The fields of the registration form: which there are, how many rows of each, and a draft that holds nothing else.

use crate::organization::Particular;
use crate::web::{Fields, Mistakes};

/// A part of the form that has rows: `names-0-text`, `names-1-text`, …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// What its fields begin with.
    pub name: &'static str,
    /// The parts of a row; the first is the one that the eye goes to.
    pub parts: &'static [&'static str],
    /// The most rows.
    pub most: usize,
    /// The key of what is said if there are more.
    pub too_many: &'static str,
    /// What it is of the particulars.
    pub particular: Particular,
}

pub const NAMES: Section = Section {
    name: "names",
    parts: &["text", "language", "role"],
    most: 12,
    too_many: "registration-too-many-names",
    particular: Particular::Names,
};

pub const IDENTIFIERS: Section = Section {
    name: "identifiers",
    parts: &["scheme", "value"],
    most: 12,
    too_many: "registration-too-many-identifiers",
    particular: Particular::Identifiers,
};

pub const LANGUAGES: Section = Section {
    name: "languages",
    parts: &["tag"],
    most: 12,
    too_many: "registration-too-many-languages",
    particular: Particular::Languages,
};

pub const CONTACTS: Section = Section {
    name: "contacts",
    parts: &["value", "channel", "purpose", "public"],
    most: 12,
    too_many: "registration-too-many-contacts",
    particular: Particular::Contacts,
};

pub const ABOUT: Section = Section {
    name: "about",
    parts: &["text", "language"],
    most: 8,
    too_many: "registration-too-many-texts",
    particular: Particular::About,
};

pub const PEOPLE: Section = Section {
    name: "people",
    parts: &["name", "title", "email", "consents"],
    most: 20,
    too_many: "registration-too-many-people",
    particular: Particular::People,
};

/// Every part that has rows, in the order of the form.
pub const SECTIONS: [Section; 6] = [NAMES, IDENTIFIERS, LANGUAGES, CONTACTS, ABOUT, PEOPLE];

/// The fields that stand alone.
const SINGLE: [&str; 7] = [
    "kind",
    "founded",
    "host_country",
    "city",
    "homeland",
    "community",
    "website",
];

/// Boxes of which several may be ticked.
pub const AREAS: &str = "areas";

impl Section {
    /// The name of a field in a row.
    pub fn field(self, row: usize, part: &str) -> String {
        format!("{}-{row}-{part}", self.name)
    }

    /// The field that a mistake in the whole part stands at.
    pub fn first_field(self) -> String {
        self.field(0, self.parts[0])
    }

    /// Adds an empty row, if there is room, and says which.
    pub fn add(self, draft: &mut Fields) -> Option<usize> {
        // A part that nobody touched shows one empty row already.
        let row = draft.rows(self.name).len().max(1);
        if row >= self.most {
            return None;
        }
        if draft.rows(self.name).is_empty() {
            draft.set(&self.first_field(), "");
        }
        draft.set(&self.field(row, self.parts[0]), "");
        Some(row)
    }

    /// Takes a row away; those behind it move up.
    pub fn remove(self, draft: &mut Fields, row: usize) {
        for part in self.parts {
            draft.remove(&self.field(row, part));
        }
        *draft = clean(draft);
    }
}

/// The part of this name.
pub fn section(name: &str) -> Option<Section> {
    SECTIONS.into_iter().find(|section| section.name == name)
}

/// The draft in what was sent: the fields of this form alone, their rows numbered from 0 without gaps.
pub fn draft(sent: &Fields) -> Result<Fields, Mistakes> {
    let mut mistakes = Mistakes::default();
    for section in SECTIONS {
        if sent.rows(section.name).len() > section.most {
            mistakes.add(section.first_field(), section.too_many);
        }
    }
    let draft = clean(sent);
    if mistakes.is_empty() {
        Ok(draft)
    } else {
        Err(mistakes)
    }
}

/// What belongs to the form, and of each part no more rows than it has.
pub fn clean(sent: &Fields) -> Fields {
    let mut draft = Fields::default();
    for name in SINGLE {
        if sent.sent(name) {
            draft.set(name, sent.get(name));
        }
    }
    for area in sent.all(AREAS).take(crate::values::Area::ALL.len()) {
        draft.push(AREAS, area);
    }
    for section in SECTIONS {
        let rows = sent.rows(section.name);
        for (to, from) in rows.into_iter().take(section.most).enumerate() {
            for part in section.parts {
                let field = section.field(from, part);
                if sent.sent(&field) {
                    draft.set(&section.field(to, part), sent.get(&field));
                }
            }
        }
    }
    draft
}

/// The first field of what the particulars say: where a note of the board leads.
pub fn field_of(particular: Particular) -> String {
    SECTIONS
        .into_iter()
        .find(|section| section.particular == particular)
        .map_or_else(|| particular.code().to_owned(), Section::first_field)
}

#[cfg(test)]
#[path = "fields_test.rs"]
mod tests;
