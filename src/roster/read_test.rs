//! Rows that are in, rows that are not, and what is said about either.

use std::io::Cursor;

use proptest::prelude::*;

use super::super::*;
use crate::values::NameRole;

const MAP: &str = r#"
    [file]
    empty = ["n/a", "-"]

    [[skip]]
    column = "Status"
    values = ["test"]

    [columns]
    name = { column = "Name", language = "en" }
    name_language = "Lang"
    other_names = [
        { column = "Also", split = ";", tagged = true, roles = { abbr = "acronym" } },
        { column = "Was", role = "former", language = "de" },
    ]
    host_country = "Country"
    city = { column = "Address", take = "before-last-comma", trim = ".", starts = [["Co. ", "County "]], place = true }
    founded = { column = "Since", dates = ["day-month-year"] }
    registered_on = { column = "Since", dates = ["day-month-year", "%Y%m%d"] }
    standing = { column = "Status", values = { active = "good", removed = "struck_off" } }
    identifiers = { scheme = "GB-COH", column = "Company", skip = ["0"], numbers = [{ digits = [1, 6], prefix = "NI" }, { digits = [7, 8] }] }
    areas = { column = "Areas", split = ",", tight = true, values = { "Arts, crafts" = "arts", School = "education" } }
    languages = { column = "Speaks", split = "/" }
    website = ["Site", "Page"]
    about = [
        { column = "Areas", split = ",", tight = true, language = "en", label = "Areas" },
        { column = ["Site", "Page"], join = " and ", language = "en" },
    ]
    contacts = { channel = "phone", column = "Phone" }
"#;

const HEAD: &str = "Name\tLang\tAlso\tWas\tCountry\tAddress\tSince\tStatus\tCompany\tAreas\tSpeaks\tSite\tPage\tPhone\n";

/// Reads one row; cells are told by their headers.
fn read(cells: &[(&str, &str)]) -> Result<Taken, Vec<Remark>> {
    let line: Vec<&str> = HEAD
        .trim()
        .split('\t')
        .map(|head| match cells.iter().find(|(name, _)| *name == head) {
            Some((_, text)) => *text,
            None => match head {
                "Name" => "Club",
                "Country" => "GB",
                "Status" => "active",
                _ => "",
            },
        })
        .collect();
    let text = format!("{HEAD}{}\n", line.join("\t"));
    let map = ColumnMap::parse(MAP).unwrap();
    let mut roster = Roster::open(Cursor::new(text), Some(map), 2026).unwrap();
    let entry = roster.advance().unwrap().unwrap();
    assert_eq!(entry.line, 2);
    assert!(roster.advance().unwrap().is_none());
    entry.result
}

fn row(cells: &[(&str, &str)]) -> RosterRow {
    let taken = read(cells).unwrap();
    assert_eq!(taken.remarks, []);
    taken.row
}

/// What is said, as `field: key`.
fn told(remarks: &[Remark]) -> Vec<String> {
    let field = |remark: &Remark| remark.field.map_or("row", RosterField::code);
    remarks
        .iter()
        .map(|remark| format!("{}: {}", field(remark), remark.reason.key()))
        .collect()
}

#[test]
fn a_row_of_nothing_but_a_name_is_in() {
    let row = row(&[]);
    assert_eq!(row.name().unwrap().text.as_str(), "Club");
    assert_eq!(
        row.name().unwrap().language.as_ref().unwrap().as_str(),
        "en"
    );
    assert_eq!(row.host_country.code(), "GB");
    assert_eq!(
        (row.city, row.website, row.registered_on),
        (None, None, None)
    );
    assert!(row.areas.is_empty() && row.identifiers.is_empty() && row.about.is_empty());
}

#[test]
fn names_come_with_their_languages_and_roles() {
    let row = row(&[
        ("Lang", "Armenian"),
        (
            "Also",
            "ru:Клуб; und:abbr:KLB;en:NEO: New; hy:native:Ակումբ; plain; USA: Friends",
        ),
        ("Was", "Verein"),
    ]);
    let names: Vec<_> = row
        .names
        .iter()
        .map(|name| {
            (
                name.text.as_str(),
                name.language.as_ref().map_or("", |tag| tag.as_str()),
                name.role,
            )
        })
        .collect();
    let expected = [
        ("Club", "hy", NameRole::Legal),
        ("Клуб", "ru", NameRole::Other),
        ("KLB", "", NameRole::Acronym),
        ("NEO: New", "en", NameRole::Other),
        ("Ակումբ", "hy", NameRole::Native),
        ("plain", "", NameRole::Other),
        ("USA: Friends", "", NameRole::Other),
        ("Verein", "de", NameRole::Former),
    ];
    assert_eq!(names, expected);
}

#[test]
fn a_name_with_an_unknown_language_is_kept_without_it() {
    let taken = read(&[("Also", "xx:Klub")]).unwrap();
    assert_eq!(taken.row.names[1].text.as_str(), "Klub");
    assert_eq!(taken.row.names[1].language, None);
    assert_eq!(
        told(&taken.remarks),
        ["other_names: problem-unknown-language"]
    );
    assert_eq!(taken.remarks[0].text, "xx:Klub");
}

#[test]
fn a_town_is_taken_out_of_an_address() {
    let city = |address| row(&[("Address", address)]).city.map(String::from);
    assert_eq!(city("Belfast, BT14 7PJ").as_deref(), Some("Belfast"));
    assert_eq!(city("Belfast., BT3 9ED").as_deref(), Some("Belfast"));
    assert_eq!(
        city("co.  Tyrone, BT82 8AN").as_deref(),
        Some("County Tyrone")
    );
    assert_eq!(city("Derry").as_deref(), Some("Derry"));
    assert_eq!(city(", BT1 1AA"), None);
    assert_eq!(city(" - "), None);
    for address in [
        "BT14 7PJ",
        "9 Main Street, BT1 1AA",
        "a@example.org, as above",
    ] {
        let taken = read(&[("Address", address)]).unwrap();
        assert_eq!(taken.row.city, None);
        assert_eq!(
            told(&taken.remarks),
            ["city: roster-not-a-place"],
            "{address}"
        );
    }
}

#[test]
fn dates_and_years_come_in_the_forms_that_the_map_says() {
    let dates = |text| {
        let taken = read(&[("Since", text)]).unwrap();
        (
            taken.row.founded.map(|date| date.year()),
            taken.row.registered_on.map(|date| date.to_string()),
            told(&taken.remarks),
        )
    };
    assert_eq!(
        dates("13/12/2013"),
        (Some(2013), Some("2013-12-13".to_owned()), vec![])
    );
    assert_eq!(
        dates("1998"),
        (
            Some(1998),
            None,
            vec!["registered_on: problem-bad-date".to_owned()]
        )
    );
    assert_eq!(dates("20131213").1.as_deref(), Some("2013-12-13"));
    assert_eq!(dates("31/02/2013").1, None);
}

#[test]
fn identifiers_are_written_in_full() {
    let value = |text| {
        row(&[("Company", text)])
            .identifiers
            .first()
            .map(|id| id.value().to_owned())
    };
    assert_eq!(value("28840").as_deref(), Some("NI028840"));
    assert_eq!(value("621437").as_deref(), Some("NI621437"));
    assert_eq!(value("1029207").as_deref(), Some("01029207"));
    assert_eq!(value("0"), None);
    let taken = read(&[("Company", "R0001")]).unwrap();
    assert_eq!(
        told(&taken.remarks),
        ["identifiers: problem-bad-identifier"]
    );
}

#[test]
fn lists_are_cut_where_no_blank_follows() {
    let taken = read(&[
        ("Areas", "arts, Crafts,school,School,Unknown"),
        ("Speaks", "hy / English/xx"),
    ])
    .unwrap();
    assert_eq!(
        taken
            .row
            .areas
            .iter()
            .map(|area| area.code())
            .collect::<Vec<_>>(),
        ["arts", "education"]
    );
    assert_eq!(
        taken
            .row
            .languages
            .iter()
            .map(|tag| tag.as_str())
            .collect::<Vec<_>>(),
        ["hy", "en"]
    );
    assert_eq!(
        told(&taken.remarks),
        [
            "areas: problem-unknown-code",
            "languages: problem-unknown-language"
        ]
    );
    assert_eq!(
        taken.row.about[0].1.as_str(),
        "Areas: arts, Crafts; school; School; Unknown"
    );
}

#[test]
fn the_first_source_with_a_value_counts_and_texts_of_one_language_are_one() {
    let taken = read(&[
        ("Site", "none yet"),
        ("Page", "www.example.org"),
        ("Areas", "School"),
    ])
    .unwrap();
    assert_eq!(
        taken.row.website.as_deref(),
        Some("https://www.example.org/")
    );
    assert_eq!(told(&taken.remarks), ["website: problem-bad-web-address"]);
    assert_eq!(taken.remarks[0].text, "none yet");
    assert_eq!(taken.row.about.len(), 1);
    assert_eq!(
        taken.row.about[0].1.as_str(),
        "Areas: School\n\nnone yet and www.example.org"
    );
}

#[test]
fn words_for_nothing_are_nothing() {
    let row = row(&[("Site", "N/A"), ("Phone", "-"), ("Address", "n/a")]);
    assert_eq!((row.website, row.city, row.contacts), (None, None, vec![]));
}

#[test]
fn everything_that_is_wrong_with_a_row_is_told_at_once() {
    let cells = [
        ("Name", "\u{202E}Club"),
        ("Country", "Atlantis"),
        ("Status", "frozen"),
        ("Since", "soon"),
        ("Phone", "call us"),
    ];
    let expected = [
        "name: problem-bidi-control",
        "host_country: problem-unknown-country",
        "standing: problem-unknown-code",
        "founded: problem-bad-date",
        "registered_on: problem-bad-date",
        "contacts: problem-bad-phone",
    ];
    let mut told = told(&read(&cells).unwrap_err());
    told.sort_by_key(|told| expected.iter().position(|one| one == told));
    assert_eq!(told, expected);
}

#[test]
fn what_a_row_must_have_refuses_it_and_the_rest_does_not() {
    assert_eq!(
        told(&read(&[("Name", " ")]).unwrap_err()),
        ["name: problem-required"]
    );
    assert_eq!(
        told(&read(&[("Country", "")]).unwrap_err()),
        ["host_country: problem-required"]
    );
    assert_eq!(
        told(&read(&[("Status", "frozen")]).unwrap_err()),
        ["standing: problem-unknown-code"]
    );
    assert_eq!(
        told(&read(&[("Status", "TEST")]).unwrap_err()),
        ["row: roster-left-out"]
    );
    assert!(
        read(&[("Status", "")]).is_ok(),
        "no standing is no wrong one"
    );
    assert_eq!(
        told(&read(&[("Phone", "x")]).unwrap().remarks),
        ["contacts: problem-bad-phone"]
    );
}

#[test]
fn formulas_are_text() {
    let row = row(&[("Name", "=cmd|' /C calc'!A0"), ("Was", "'=1")]);
    assert_eq!(row.names[0].text.as_str(), "=cmd|' /C calc'!A0");
    assert_eq!(row.names[1].text.as_str(), "'=1");
}

#[test]
fn required_sources_are() {
    let map = "[columns]\nname = \"a\"\nhost_country = { constant = \"GB\" }\nidentifiers = { scheme = \"GB-NIC\", column = \"b\", required = true }";
    let text = "a,b\nx,1\ny,\n";
    let roster = Roster::open(
        Cursor::new(text),
        Some(ColumnMap::parse(map).unwrap()),
        2026,
    )
    .unwrap();
    let results: Vec<_> = roster.map(|entry| entry.unwrap().result).collect();
    assert!(results[0].is_ok());
    assert_eq!(
        told(results[1].as_ref().unwrap_err()),
        ["identifiers: problem-required"]
    );
}

#[test]
fn columns_that_the_file_lacks_are_told_together() {
    let map = ColumnMap::parse(MAP).unwrap();
    let text = HEAD.replace("Country", "Land").replace("Phone", "Phones");
    let Err(error) = Roster::open(Cursor::new(text), Some(map), 2026) else {
        panic!()
    };
    assert_eq!(
        error.to_string(),
        "the file has no column “Country”; the nearest is “Company”; the file has no column “Phone”; the nearest is “Phones”"
    );
}

#[test]
fn a_file_that_nobody_knows_needs_a_map() {
    let open = |bytes: &'static [u8]| Roster::open(Cursor::new(bytes), None, 2026).err().unwrap();
    assert!(matches!(open(b"Name,Country\nx,GB\n"), OpenError::NeedsMap));
    assert!(matches!(open(b"PK\x03\x04xxxx"), OpenError::Workbook));
    assert!(matches!(
        open(b""),
        OpenError::Table(table::TableError::Empty)
    ));
}

#[test]
fn what_is_said_shows_no_text_to_logs() {
    let taken = read(&[("Phone", "call Ani at home")]).unwrap();
    assert!(!format!("{taken:?}").contains("Ani"));
}

#[test]
fn a_cell_of_endless_items_is_told_once() {
    let taken = read(&[("Areas", &"x,".repeat(100_000))]).unwrap();
    // Two hundred unknown words, and once for each of the two fields that there were more.
    assert_eq!(taken.remarks.len(), 202);
    assert!(told(&taken.remarks).contains(&"areas: roster-too-many-items".to_owned()));
}

#[test]
fn columns_that_nobody_reads_are_known() {
    let map =
        "[skip]\ncolumn = \"d\"\nvalues = [\"x\"]\n[columns]\nname = \"a\"\nhost_country = \"c\"";
    let roster = Roster::open(
        Cursor::new("a,b,c,d,,e\n"),
        Some(ColumnMap::parse(map).unwrap()),
        2026,
    )
    .unwrap();
    assert_eq!(roster.unread().collect::<Vec<_>>(), ["b", "e"]);
}

/// A small file in which quotes, separators, breaks and bytes of no encoding were put or lost at random.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let row = "Club;en;ru:Клуб;;GB;\"Town, AB1\";13/12/2013;active;28840;\"School,Arts, crafts\";hy;a.org;;1\r\n";
    let whole = format!(
        "{}{}",
        HEAD.replace('\t', ";").replace('\n', "\r\n"),
        row.repeat(6)
    )
    .into_bytes();
    let bytes = proptest::sample::select(b"\"\";;\r\n\0\xFF\xC3=a ".to_vec());
    let edits = proptest::collection::vec(
        (any::<proptest::sample::Index>(), bytes, any::<bool>()),
        0..12,
    );
    (
        Just(whole),
        edits,
        any::<proptest::sample::Index>(),
        any::<bool>(),
    )
        .prop_map(|(mut file, edits, end, cut)| {
            for (at, byte, lost) in edits {
                let at = HEAD.len() + 1 + at.index(file.len() - HEAD.len() - 1);
                if lost {
                    file.remove(at);
                } else {
                    file.insert(at, byte);
                }
            }
            if cut {
                file.truncate(HEAD.len() + 1 + end.index(file.len() - HEAD.len() - 1));
            }
            file
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn no_row_of_a_damaged_file_is_passed_over(file in damaged()) {
        let roster = Roster::open(Cursor::new(&file), Some(ColumnMap::parse(MAP).unwrap()), 2026).unwrap();
        let mut told = Vec::new();
        for entry in roster {
            let entry = entry.unwrap();
            prop_assert!(told.last().is_none_or(|last| *last < entry.line));
            prop_assert!(!matches!(&entry.result, Err(remarks) if remarks.is_empty()));
            told.push(entry.line);
        }
        // A line may hold the rest of a text from the line before; one with a whole row in it is a row.
        let text = String::from_utf8_lossy(&file);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let whole = "Club;en;ru:Клуб;;GB;\"Town, AB1\";13/12/2013;active;28840;\"School,Arts, crafts\";hy;a.org;;1";
        for (n, line) in text.split('\n').enumerate().skip(1) {
            prop_assert!(line != whole || told.contains(&(n as u64 + 1)), "line {} of {:?}", n + 1, text);
        }
    }
}
