//! Two real registers by the column maps that ship, counted. Skipped where the files are absent.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Cursor;
use std::path::PathBuf;

use super::*;
use crate::values::Standing;

/// A file beside the repository, or where `CONCORD_DATA` says.
fn data(name: &str) -> Option<File> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = std::env::var_os("CONCORD_DATA").map_or(beside, PathBuf::from);
    let file = File::open(folder.join(name));
    if file.is_err() {
        eprintln!("skipped: {name} is not there");
    }
    file.ok()
}

fn map(name: &str) -> ColumnMap {
    let path = format!("{}/examples/columns/{name}", env!("CARGO_MANIFEST_DIR"));
    ColumnMap::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The rows that are in, by line, and each reason against a row or a value with how often.
fn count(roster: Roster<File>) -> (BTreeMap<u64, RosterRow>, Vec<(String, usize)>) {
    let mut rows = BTreeMap::new();
    let mut reasons = BTreeMap::new();
    for entry in roster {
        let entry = entry.unwrap();
        let (word, remarks) = match entry.result {
            Ok(taken) => {
                rows.insert(entry.line, taken.row);
                ("in", taken.remarks)
            }
            Err(remarks) => ("out", remarks),
        };
        for remark in remarks {
            let field = remark.field.map_or("row", RosterField::code);
            let reason = format!("{word}, {field}: {}", remark.reason.key());
            *reasons.entry(reason).or_insert(0) += 1;
        }
    }
    (rows, reasons.into_iter().collect())
}

fn reason(text: &str, times: usize) -> (String, usize) {
    (text.to_owned(), times)
}

/// How many rows have something to say in each column.
fn filled(rows: &BTreeMap<u64, RosterRow>) -> Vec<(&'static str, usize)> {
    let mut counts = vec![0; RosterField::ALL.len()];
    for row in rows.values() {
        for (count, cell) in counts.iter_mut().zip(own::cells(row)) {
            *count += usize::from(!cell.is_empty());
        }
    }
    let codes = RosterField::ALL.iter().map(|field| field.code());
    codes.zip(counts).filter(|(_, count)| *count > 0).collect()
}

/// Everything goes out and comes in again.
fn goes_around(rows: BTreeMap<u64, RosterRow>) {
    let rows: Vec<RosterRow> = rows.into_values().collect();
    let mut writer = RosterWriter::new(Vec::new(), true).unwrap();
    rows.iter().for_each(|row| writer.write(row).unwrap());
    let bytes = Cursor::new(writer.finish().unwrap());
    let back: Vec<RosterRow> = Roster::open(bytes, None, 2026)
        .unwrap()
        .map(|entry| entry.unwrap().result.unwrap())
        .map(|taken| {
            assert_eq!(taken.remarks, []);
            taken.row
        })
        .collect();
    assert!(rows == back);
}

#[test]
fn the_register_of_northern_ireland() {
    let Some(file) = data("charities-ni-2020.csv") else {
        return;
    };
    let roster = Roster::open(file, Some(map("charities-ni.toml")), 2026).unwrap();
    assert_eq!(roster.encoding().name(), "windows-1252");
    let (rows, reasons) = count(roster);
    assert_eq!(rows.len(), 6_565);
    let expected = [
        reason("in, city: roster-not-a-place", 103),
        reason("in, website: problem-bad-web-address", 75),
    ];
    assert_eq!(reasons, expected);
    let standing = |standing| {
        rows.values()
            .filter(|row| row.standing == Some(standing))
            .count()
    };
    let all = [
        Standing::Good,
        Standing::Due,
        Standing::Lapsed,
        Standing::StruckOff,
    ]
    .map(standing);
    assert_eq!(all, [5_058 + 515, 365, 285, 342]);
    let companies = rows
        .values()
        .filter(|row| row.identifiers.len() == 2)
        .count();
    assert_eq!(companies, 6_565 - 5_978);
    let expected = [
        ("name", 6_565),
        ("name_language", 6_565),
        ("kind", 6_565),
        ("host_country", 6_565),
        ("city", 6_372),
        ("registered_on", 6_565),
        ("standing", 6_565),
        ("identifiers", 6_565),
        ("areas", 6_565),
        ("website", 3_394),
        ("about", 6_565),
    ];
    assert_eq!(filled(&rows), expected);
    goes_around(rows);
}

#[test]
fn the_registry_of_research_organizations() {
    let Some(file) = data("organizations-ror.csv") else {
        return;
    };
    let roster = Roster::open(file, Some(map("ror.toml")), 2026).unwrap();
    let (rows, reasons) = count(roster);
    assert_eq!(rows.len(), 17_955);
    let expected = [
        reason("in, other_names: problem-bidi-control", 1),
        // Kosovo has no code in ISO 3166-1.
        reason("out, host_country: problem-unknown-country", 4),
    ];
    assert_eq!(reasons, expected);
    let expected = [
        ("name", 17_955),
        ("name_language", 15_697),
        ("other_names", 16_129),
        ("kind", 17_955),
        ("host_country", 17_955),
        ("city", 17_955),
        ("founded", 12_205),
        ("standing", 17_955),
        ("identifiers", 17_955),
        ("areas", 12_973),
        ("website", 17_210),
    ];
    assert_eq!(filled(&rows), expected);
    goes_around(rows);
}
