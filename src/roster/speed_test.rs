//! How fast rows are read and written. Run in release mode: `cargo test --release roster::speed -- --ignored --nocapture`.

use std::io::Cursor;
use std::time::Instant;

use super::*;

const ROWS: usize = 200_000;

/// Rows like those of a register: lists in cells, dates, a website, some of it in other scripts.
fn register() -> Vec<u8> {
    let mut text = "number,name,town,since,status,site,does\r\n".to_owned();
    for n in 0..ROWS {
        text.push_str(&format!(
            "{},\"Association n° {n} «Հայկական տուն»\",\"Besançon, FR-{:05}\",{}/{}/19{:02},ok,www.example{n}.org,\"culture,help for the young, and the old,language\"\r\n",
            100_000 + n, n % 100_000, n % 28 + 1, n % 12 + 1, n % 100,
        ));
    }
    text.into_bytes()
}

const MAP: &str = r#"
    [columns]
    name = { column = "name", language = "fr" }
    host_country = { constant = "FR" }
    kind = { constant = "association" }
    city = { column = "town", take = "before-last-comma", trim = "." }
    registered_on = { column = "since", dates = ["day-month-year", "written"] }
    founded = { column = "since", dates = ["day-month-year", "written"] }
    standing = { column = "status", values = { ok = "good" } }
    website = "site"
    identifiers = { scheme = "FR-RNA", column = "number", required = true }
    areas = { column = "does", split = ",", tight = true, otherwise = "", values = { culture = "culture", language = "language" } }
    about = { column = "does", split = ",", tight = true, language = "en", label = "Does" }
"#;

fn read(bytes: &[u8], map: Option<ColumnMap>) -> (Vec<RosterRow>, f64) {
    let started = Instant::now();
    let rows: Vec<RosterRow> = Roster::open(Cursor::new(bytes), map, 2026)
        .unwrap()
        .map(|entry| entry.unwrap().result.unwrap().row)
        .collect();
    (rows, ROWS as f64 / started.elapsed().as_secs_f64())
}

#[test]
#[ignore = "measures; run in release mode"]
fn rows_per_second() {
    let bytes = register();
    let (rows, foreign) = read(&bytes, Some(ColumnMap::parse(MAP).unwrap()));
    let started = Instant::now();
    let mut writer = RosterWriter::new(Vec::new(), true).unwrap();
    rows.iter().for_each(|row| writer.write(row).unwrap());
    let own = writer.finish().unwrap();
    let written = ROWS as f64 / started.elapsed().as_secs_f64();
    let (again, back) = read(&own, None);
    assert_eq!(again, rows);
    println!(
        "rows a second: {foreign:.0} read by a column map, {written:.0} written, {back:.0} read back"
    );
    assert!(foreign > 50_000.0 && written > 50_000.0 && back > 50_000.0);
}
