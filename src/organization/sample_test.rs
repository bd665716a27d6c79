//! Particulars for tests: full ones, and any.

use proptest::prelude::*;

use super::{Contact, Name, Particulars, PersonEntry, Text};
use crate::values::{
    Area, ContactChannel, ContactPurpose, Country, Email, Identifier, Kind, LanguageTag, Line,
    NameRole, Prose, WebAddress, Year,
};

pub(crate) fn line(text: &str) -> Line {
    Line::parse(text, 300).unwrap()
}

fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).unwrap()
}

/// Particulars that say something everywhere.
pub(crate) fn full() -> Particulars {
    Particulars {
        names: vec![
            Name {
                text: line("Haus der Armenier"),
                language: Some(tag("de")),
                role: NameRole::Legal,
            },
            Name {
                text: line("Հայ Տուն"),
                language: Some(tag("hy")),
                role: NameRole::Native,
            },
        ],
        kind: Some(Kind::CulturalCentre),
        host_country: Country::from_code("DE").unwrap(),
        city: Some(line("Köln")),
        homeland: Country::from_code("AM"),
        community: Some(line("Armenians")),
        founded: Some(Year::parse("1987", 2026).unwrap()),
        identifiers: vec![Identifier::parse("DE-CR", "VR 1234").unwrap()],
        areas: vec![Area::Culture, Area::Language],
        languages: vec![tag("hy"), tag("de")],
        website: Some(WebAddress::parse("https://example.org").unwrap()),
        contacts: vec![
            Contact {
                channel: ContactChannel::Email,
                purpose: ContactPurpose::General,
                value: line("office@example.org"),
                public: true,
            },
            Contact {
                channel: ContactChannel::Phone,
                purpose: ContactPurpose::Emergencies,
                value: line("+49 221 123456"),
                public: false,
            },
        ],
        about: vec![Text {
            language: tag("de"),
            text: Prose::parse("Schule, Chor und Bibliothek.", 4000).unwrap(),
        }],
        people: vec![PersonEntry {
            name: line("Ani Example"),
            title: line("Vorsitzende"),
            email: Some(Email::parse("ani@example.org").unwrap()),
            consents: false,
        }],
    }
}

/// Any particulars, each field now and then empty.
pub(crate) fn arbitrary() -> impl Strategy<Value = Particulars> {
    (
        proptest::collection::vec(("[a-zа-яա-ֆ]{1,12}", one_of(NameRole::ALL)), 1..4),
        proptest::option::of(one_of(Kind::ALL)),
        one_of(&Country::ALL),
        proptest::option::of("[A-ZА-Я][a-zа-я]{1,12}"),
        proptest::option::of(one_of(&Country::ALL)),
        proptest::option::of(1000i16..2026),
        proptest::collection::vec(one_of(Area::ALL), 0..4),
        proptest::collection::vec((one_of(ContactPurpose::ALL), any::<bool>()), 0..3),
        any::<bool>(),
    )
        .prop_map(
            |(names, kind, host, city, homeland, founded, areas, contacts, people)| Particulars {
                names: names
                    .into_iter()
                    .map(|(text, role)| Name {
                        text: line(&text),
                        language: None,
                        role,
                    })
                    .collect(),
                kind,
                host_country: host,
                city: city.map(|city| line(&city)),
                homeland,
                founded: founded.and_then(|year| Year::try_from(year).ok()),
                areas,
                contacts: contacts
                    .into_iter()
                    .map(|(purpose, public)| Contact {
                        channel: ContactChannel::Email,
                        purpose,
                        value: line("a@example.org"),
                        public,
                    })
                    .collect(),
                people: if people { full().people } else { Vec::new() },
                ..full()
            },
        )
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}
