//! What goes out comes in again equal.

use std::io::Cursor;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::super::*;
use super::*;
use crate::organization::{Members, Place};
use crate::values::{
    Area, Areas, ContactChannel, ContactPurpose, Country, Funding, FundingBand, Identifier, Kind,
    LanguageTag, Line, NameRole, PartialDate, PlaceRole, PlaceShown, Prose, RegistryNumber,
    Related, Script, Standing, WebAddress, Year,
};

fn line(max: usize) -> impl Strategy<Value = Line> {
    let nasty = "[=+@|:;,\"'\\\\ a-cé«Հа-яا-ي\u{FF1D}\t-]{1,30}";
    prop_oneof![nasty, any::<String>()]
        .prop_filter_map("a line", move |text| Line::parse(&text, max).ok())
}

fn prose() -> impl Strategy<Value = Prose> {
    let nasty = "[=+@|:;,\"'\\\\ a-c\n\r-]{1,60}";
    prop_oneof![nasty, any::<String>()]
        .prop_filter_map("a text", |text| Prose::parse(&text, 5_000).ok())
}

fn language() -> impl Strategy<Value = LanguageTag> {
    select(vec!["hy", "en", "ar", "zh-Hant", "hyw", "sr-Latn"])
        .prop_map(|tag| LanguageTag::parse(tag).unwrap())
}

fn name() -> impl Strategy<Value = Named> {
    let dates = (option::of(date()), option::of(date()));
    let script = option::of(select(vec!["Armn", "Arab", "Latn"]));
    let name = (line(300), option::of(language()), select(NameRole::ALL));
    (name, script, dates).prop_map(|((text, language, role), script, (since, until))| Named {
        script: script.map(|code| Script::parse(code).unwrap()),
        since,
        until,
        ..Named::new(text, language, role)
    })
}

fn date() -> impl Strategy<Value = PartialDate> {
    let year = (1000i16..2026).prop_map(|year| PartialDate::Year(Year::try_from(year).unwrap()));
    let day = (0i32..1000).prop_map(|days| {
        PartialDate::Day(chrono::NaiveDate::from_num_days_from_ce_opt(700_000 + days).unwrap())
    });
    prop_oneof![year, day]
}

fn place() -> impl Strategy<Value = Place> {
    (select(PlaceRole::ALL), line(400), option::of(line(120))).prop_map(|(role, address, city)| {
        Place {
            role,
            address,
            city,
            shown: PlaceShown::Exact,
        }
    })
}

fn related() -> impl Strategy<Value = Related> {
    prop_oneof![
        (0u64..10_000_000).prop_map(|n| Related::Number(RegistryNumber::from_sequence(n))),
        line(300).prop_filter_map("a name", |text| Related::parse(&text).ok()),
    ]
}

fn members() -> impl Strategy<Value = Members> {
    (0i32..1_000_000, option::of(date()), option::of(line(300))).prop_map(
        |(count, on, evidence)| Members {
            count,
            on,
            evidence,
        },
    )
}

fn funding() -> impl Strategy<Value = Funding> {
    (1000i16..2026, select(FundingBand::ALL)).prop_map(|(year, band)| Funding {
        year: Year::try_from(year).unwrap(),
        band,
    })
}

fn contact() -> impl Strategy<Value = PublicContact> {
    let value = prop_oneof![
        Just((ContactChannel::Email, "ani@example.org".to_owned())),
        Just((ContactChannel::Phone, "+374 10 123456".to_owned())),
        line(300).prop_map(|line| (ContactChannel::PostalAddress, line.to_string())),
    ];
    (value, select(ContactPurpose::ALL)).prop_map(|((channel, text), purpose)| {
        PublicContact::parse(channel, purpose, &text).unwrap()
    })
}

fn identifier() -> impl Strategy<Value = Identifier> {
    let number = (select(vec!["GB-NIC", "XI-LEI"]), line(100));
    (number, option::of(line(200))).prop_map(|((scheme, value), issuer)| {
        Identifier::parse(scheme, &value)
            .unwrap()
            .with_issuer(issuer)
    })
}

fn unique<T: PartialEq + std::fmt::Debug>(
    one: impl Strategy<Value = T>,
) -> impl Strategy<Value = Vec<T>> {
    vec(one, 0..4).prop_map(|all| {
        let mut kept = Vec::new();
        for one in all {
            if !kept.contains(&one) {
                kept.push(one);
            }
        }
        kept
    })
}

fn about() -> impl Strategy<Value = Vec<(LanguageTag, Prose)>> {
    vec((language(), prose()), 0..3).prop_map(|mut all| {
        all.sort();
        all.dedup_by(|a, b| a.0 == b.0);
        all
    })
}

fn row() -> impl Strategy<Value = RosterRow> {
    let number = || option::of((0u64..10_000_000).prop_map(RegistryNumber::from_sequence));
    let day =
        || {
            option::of((0i32..40_000).prop_map(|days| {
                chrono::NaiveDate::from_num_days_from_ce_opt(700_000 + days).unwrap()
            }))
        };
    let country = || select(Country::ALL.to_vec());
    let sites = vec![
        "example.org",
        "https://пример.рф/a?b=c|d;e=+1",
        "http://example.org:8080/#x",
    ];
    let said = (
        number(),
        vec(name(), 1..2),
        unique(name()),
        option::of(select(Kind::ALL)),
        country(),
        option::of(line(120)),
    );
    let places = (
        option::of(country()),
        option::of(line(80)),
        option::of(date()),
        option::of(date()),
    );
    let ties = (
        option::of(related()),
        unique(related()),
        option::of(related()),
    );
    let more = (
        // The same address twice is one.
        unique(place()).prop_map(|places| places.into_iter().take(1).collect::<Vec<_>>()),
        unique(select(vec!["https://a.example/", "https://b.example/x|y"])).prop_map(|links| {
            let parse = |link: &str| WebAddress::parse(link).unwrap();
            links.into_iter().map(parse).collect::<Vec<_>>()
        }),
        option::of(members()),
        unique(funding()),
        ties,
    );
    let standing = (
        day(),
        option::of(select(Standing::ALL)),
        day(),
        number(),
        day(),
    );
    let lists = (
        unique(identifier()),
        subsequence(
            Areas::now()
                .terms()
                .iter()
                .map(|term| term.area)
                .collect::<Vec<Area>>(),
            0..5,
        ),
        unique(language()),
        option::of(select(sites).prop_map(|site| WebAddress::parse(site).unwrap())),
        about(),
        unique(contact()),
    );
    (said, places, standing, lists, more).prop_map(|(said, places, standing, lists, more)| {
        let (number, mut names, others, kind, host_country, city) = said;
        names.extend(others);
        // A name is one by its text, language and role; a number by its register and value.
        let mut seen = std::collections::HashSet::new();
        names.retain(|name: &Named| {
            seen.insert((name.text.clone(), name.language.clone(), name.role))
        });
        let mut seen = std::collections::HashSet::new();
        let mut identifiers: Vec<Identifier> = lists.0;
        identifiers.retain(|one| seen.insert((one.scheme().to_owned(), one.value().to_owned())));
        let (umbrella, chapters, successor) = more.4;
        RosterRow {
            number,
            names,
            kind,
            host_country,
            city,
            homeland: places.0,
            community: places.1,
            founded: places.2,
            host_registered_on: places.3,
            registered_on: standing.0,
            registered_until: standing.4,
            standing: standing.1,
            standing_until: standing.2,
            merged_into: standing.3,
            identifiers,
            areas: lists.1,
            languages: lists.2,
            website: lists.3,
            about: lists.4,
            contacts: lists.5,
            places: more.0,
            links: more.1,
            members: more.2,
            funding: more.3,
            umbrella,
            chapters,
            successor,
        }
    })
}

fn write(rows: &[RosterRow], with_mark: bool) -> Vec<u8> {
    let mut writer = RosterWriter::new(Vec::new(), with_mark).unwrap();
    rows.iter().for_each(|row| writer.write(row).unwrap());
    writer.finish().unwrap()
}

fn read(bytes: &[u8]) -> Vec<Entry> {
    Roster::open(Cursor::new(bytes), None, 2026)
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn rows_come_back_equal(rows in vec(row(), 0..5), with_mark in any::<bool>()) {
        let bytes = write(&rows, with_mark);
        let back: Vec<_> = read(&bytes).into_iter().map(|entry| entry.result).collect();
        let expected: Vec<_> = rows.into_iter().map(|row| Ok(Taken { row, remarks: Vec::new() })).collect();
        prop_assert_eq!(&back, &expected);
        // A second time out gives the same file to the byte.
        let rows: Vec<_> = back.into_iter().map(|row| row.unwrap().row).collect();
        prop_assert_eq!(write(&rows, with_mark), bytes);
    }
}

fn plain(name: &str) -> RosterRow {
    RosterRow {
        number: Some(RegistryNumber::from_sequence(17)),
        names: vec![Named::new(
            Line::parse(name, 300).unwrap(),
            None,
            NameRole::Legal,
        )],
        kind: None,
        host_country: Country::from_code("GB").unwrap(),
        city: None,
        homeland: None,
        community: None,
        founded: None,
        registered_on: None,
        registered_until: None,
        standing: None,
        standing_until: None,
        merged_into: None,
        identifiers: Vec::new(),
        areas: ["culture", "arts"]
            .map(|it| Area::recorded(it).unwrap())
            .to_vec(),
        languages: Vec::new(),
        website: None,
        about: Vec::new(),
        contacts: Vec::new(),
        host_registered_on: None,
        places: Vec::new(),
        links: Vec::new(),
        members: None,
        funding: Vec::new(),
        umbrella: None,
        chapters: Vec::new(),
        successor: None,
    }
}

#[test]
fn a_file_is_plain_csv_that_no_spreadsheet_calculates() {
    let text = String::from_utf8(write(&[plain("=1+1, \"x\"")], true)).unwrap();
    let expected = "\u{FEFF}number,name,name_language,name_role,other_names,kind,host_country,city,homeland,community,founded,\
                    registered_on,registered_until,standing,standing_until,merged_into,identifiers,areas,languages,website,about,contacts,\
                    name_scripts,name_dates,identifier_issuers,host_registered_on,places,place_cities,links,members,members_on,\
                    members_evidence,funding,umbrella,chapters,successor\r\n\
                    CR-0000017-9,\"'=1+1, \"\"x\"\"\",,,,,GB,,,,,,,,,,,culture | arts,,,,,,,,,,,,,,,,,,\r\n";
    assert_eq!(text, expected);
}

#[test]
fn a_file_that_excel_saved_again_is_still_ours() {
    let text =
        "sep=;\r\nhost_country;name;number;areas;\r\nGB;'=1+1;CR-0000017-9;culture|arts;\r\n";
    let entries = read(text.as_bytes());
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].line, 3);
    assert_eq!(entries[0].result.as_ref().unwrap().row, plain("=1+1"));
}

#[test]
fn a_wrong_number_refuses_its_row() {
    let text = "host_country,name,number,other_names\nGB,x,CR-0000017-6,\nGB,x,,plain\n";
    let entries = read(text.as_bytes());
    assert_eq!(
        entries[0].result.as_ref().unwrap_err()[0].reason.key(),
        "problem-bad-number"
    );
    assert_eq!(
        entries[1].result.as_ref().unwrap().remarks[0].reason,
        Reason::NotTagged
    );
}

#[test]
fn an_export_that_fails_says_so() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::from(io::ErrorKind::StorageFull))
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut writer = RosterWriter::new(Full, false).unwrap();
    let mut failed = (0..2_000).any(|_| writer.write(&plain("x")).is_err());
    failed |= writer.finish().is_err();
    assert!(failed);
    let mut few = RosterWriter::new(Full, false).unwrap();
    let _ = few.write(&plain("x"));
    assert_eq!(
        few.finish().err().map(|error| error.kind()),
        Some(io::ErrorKind::StorageFull)
    );
}
