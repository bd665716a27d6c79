//! Particulars for tests: full ones, and any.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{Contact, Members, Name, Particulars, PersonEntry, Place, Text};
use crate::values::{
    Area, Areas, ContactChannel, ContactPurpose, Country, Email, Funding, FundingBand, Identifier,
    Kind, LanguageTag, Line, NameRole, PartialDate, PlaceRole, PlaceShown, Prose, Related, Script,
    WebAddress, Year,
};

pub(crate) fn line(text: &str) -> Line {
    Line::parse(text, 300).unwrap()
}

fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).unwrap()
}

fn year(text: &str) -> Year {
    Year::parse(text, 2026).unwrap()
}

/// Particulars that say something everywhere.
pub(crate) fn full() -> Particulars {
    Particulars {
        names: vec![
            Name::new(line("Haus der Armenier"), Some(tag("de")), NameRole::Legal),
            Name::new(line("Հայ Տուն"), Some(tag("hy")), NameRole::Native),
            Name {
                script: Some(Script::parse("Armn").unwrap()),
                since: Some(PartialDate::Year(year("1987"))),
                until: Some(PartialDate::Year(year("2004"))),
                ..Name::new(line("Hay Tun"), Some(tag("hy")), NameRole::Former)
            },
        ],
        kind: Some(Kind::CulturalCentre),
        host_country: Country::from_code("DE").unwrap(),
        city: Some(line("Köln")),
        homeland: Country::from_code("AM"),
        community: Some(line("Armenians")),
        founded: Some(PartialDate::Year(year("1987"))),
        host_registered_on: chrono::NaiveDate::from_ymd_opt(1988, 5, 3).map(PartialDate::Day),
        places: vec![
            Place {
                role: PlaceRole::Registered,
                address: line("Hauptstraße 1, 50667"),
                city: None,
                shown: PlaceShown::Exact,
            },
            Place {
                role: PlaceRole::Meeting,
                address: line("Hinterhaus, Nebenweg 2"),
                city: Some(line("Bonn")),
                shown: PlaceShown::City,
            },
        ],
        links: vec![WebAddress::parse("https://social.example/hay-tun").unwrap()],
        members: Some(Members {
            count: 240,
            on: Some(PartialDate::Year(year("2025"))),
            evidence: Some(line("membership list")),
        }),
        funding: vec![Funding {
            year: year("2024"),
            band: FundingBand::To25k,
        }],
        umbrella: Some(Related::Name(line("Zentralrat der Armenier"))),
        chapters: vec![Related::parse("CR-0000017-9").unwrap()],
        successor: None,
        identifiers: vec![
            Identifier::parse("DE-CR", "VR 1234")
                .unwrap()
                .with_issuer(Some(line("Amtsgericht Köln"))),
            Identifier::of_issuer(Country::from_code("DE"), "Bundesanzeiger", "17").unwrap(),
        ],
        areas: ["culture", "language"]
            .map(|it| Area::recorded(it).unwrap())
            .to_vec(),
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
            office: None,
            since: NaiveDate::from_ymd_opt(2019, 3, 31),
            until: None,
            signs: true,
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
        proptest::collection::vec(some_area(), 0..4),
        proptest::collection::vec((one_of(ContactPurpose::ALL), any::<bool>()), 0..3),
        any::<bool>(),
    )
        .prop_map(
            |(names, kind, host, city, homeland, founded, areas, contacts, people)| Particulars {
                names: names
                    .into_iter()
                    .map(|(text, role)| Name::new(line(&text), None, role))
                    .collect(),
                kind,
                host_country: host,
                city: city.map(|city| line(&city)),
                homeland,
                founded: founded
                    .and_then(|year| Year::try_from(year).ok())
                    .map(PartialDate::Year),
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

fn some_area() -> impl Strategy<Value = Area> {
    let all: Vec<Area> = Areas::now().terms().iter().map(|term| term.area).collect();
    proptest::sample::select(all)
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}
