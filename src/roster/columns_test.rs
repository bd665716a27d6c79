//! Column maps that work, and what is said about those that do not.

use super::*;

fn error(toml: &str) -> String {
    ColumnMap::parse(toml).unwrap_err().to_string()
}

/// A map with these lines under `[columns]`.
fn with(lines: &str) -> String {
    format!("[columns]\nname = \"Name\"\nhost_country = {{ constant = \"GB\" }}\n{lines}")
}

#[test]
fn the_maps_that_ship_are_read() {
    for name in ["charities-ni", "ror"] {
        let path = format!(
            "{}/examples/columns/{name}.toml",
            env!("CARGO_MANIFEST_DIR")
        );
        let map = ColumnMap::parse(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert!(map.title.is_some() && map.mentions(RosterField::Standing));
        assert!(!map.mentions(RosterField::Community));
    }
}

#[test]
fn the_map_that_is_explained_is_one() {
    let text = include_str!("../../docs/column-maps.md");
    let block = text
        .split("```")
        .nth(1)
        .and_then(|block| block.strip_prefix("toml\n"));
    let map = ColumnMap::parse(block.unwrap()).unwrap();
    assert_eq!(map.skip[0].column, "Type");
    for field in RosterField::ALL {
        assert!(text.contains(&format!("`{field}`")), "{field}");
    }
}

#[test]
fn one_two_and_many_sources_are_written_as_people_would() {
    let map = ColumnMap::parse(&with(
        "city = [\"Town\", \"City\"]\nwebsite = { column = [\"A\", \"B\"], join = \"/\" }\nhomeland = \"Origin\"",
    ))
    .unwrap();
    let columns = |field| -> Vec<Vec<String>> {
        map.fields[&field]
            .iter()
            .map(|source| source.column.0.clone())
            .collect()
    };
    assert_eq!(columns(RosterField::City), [["Town"], ["City"]]);
    assert_eq!(columns(RosterField::Website), [["A", "B"]]);
    assert_eq!(columns(RosterField::Homeland), [["Origin"]]);
}

#[test]
fn the_file_may_be_described() {
    let map = ColumnMap::parse(&format!(
        "[file]\nencoding = \"Latin1\"\ndelimiter = \"\\t\"\nheader_line = 3\n{}",
        with("")
    ))
    .unwrap();
    assert_eq!(map.encoding, Some(encoding_rs::WINDOWS_1252));
    assert_eq!(
        (map.layout.delimiter, map.layout.header_line),
        (Some(b'\t'), Some(3))
    );
}

#[test]
fn a_wrong_name_is_told_with_the_nearest() {
    assert_eq!(
        error(&with("citty = \"Town\"")),
        "[columns] has no field “citty”; the nearest is “city”"
    );
    assert_eq!(
        error("[columns]\nname = \"Name\""),
        "[columns] must say where “host_country” comes from"
    );
    assert!(error("").contains("missing field `columns`"));
    assert!(error(&with("city = { colum = \"Town\" }")).contains("unknown field `colum`"));
    assert!(error(&with("city = 3")).contains("expected"));
    assert!(error("[file]\nencodings = \"x\"").contains("unknown field `encodings`"));
}

#[test]
fn what_a_field_cannot_use_is_refused() {
    for (line, said) in [
        ("city = []", "[columns] city: the list is empty"),
        (
            "city = { trim = \".\" }",
            "[columns] city: say a `column` or a `constant`",
        ),
        (
            "city = { column = \"a\", constant = \"b\" }",
            "[columns] city: `column` and `constant` exclude each other",
        ),
        (
            "city = { column = \"a\", scheme = \"GB-NIC\" }",
            "[columns] city: `scheme` means nothing here",
        ),
        (
            "areas = { column = \"a\", tight = true }",
            "[columns] areas: `tight` needs `split`",
        ),
        (
            "areas = { column = \"a\", split = \"\" }",
            "[columns] areas: `split` is empty",
        ),
        (
            "areas = { column = \"a\", otherwise = \"other\" }",
            "[columns] areas: `otherwise` needs `values`",
        ),
        (
            "identifiers = \"a\"",
            "[columns] identifiers: say the `scheme`, or `tagged = true`",
        ),
        (
            "identifiers = { column = \"a\", scheme = \"NIC\" }",
            "[columns] identifiers: “NIC” is no list code of org-id.guide",
        ),
        (
            "about = \"a\"",
            "[columns] about: say the `language`, or `tagged = true`",
        ),
        (
            "about = { column = \"a\", language = \"xx\" }",
            "[columns] about: “xx” is no language of BCP 47",
        ),
        (
            "contacts = \"a\"",
            "[columns] contacts: say the `channel`, or `tagged = true`",
        ),
        (
            "standing = { column = \"a\", values = { x = \"fine\" } }",
            "[columns] standing: “fine” is not a word for this field",
        ),
        (
            "kind = { constant = \"club\" }",
            "[columns] kind: “club” is not a word for this field",
        ),
        (
            "homeland = { constant = \"Atlantis\" }",
            "[columns] homeland: “Atlantis” is not a word for this field",
        ),
        (
            "areas = { constant = \"culture, piracy\", split = \",\" }",
            "[columns] areas: “ piracy” is not a word for this field",
        ),
    ] {
        assert_eq!(error(&with(line)), said, "{line}");
    }
    assert!(
        error(&with(
            "founded = { column = \"a\", dates = [\"dd/mm/yyyy\"] }"
        ))
        .contains("neither a form of dates")
    );
}

#[test]
fn files_and_conditions_that_cannot_be_are_refused() {
    let file = |line: &str| error(&format!("[file]\n{line}\n{}", with("")));
    assert!(file("encoding = \"klingon\"").contains("no encoding is called “klingon”"));
    for delimiter in ["", "\\\"", "::", "é", "\\n", " "] {
        assert!(
            file(&format!("delimiter = \"{delimiter}\"")).starts_with("[file] delimiter"),
            "{delimiter}"
        );
    }
    let skip =
        |line: &str| ColumnMap::parse(&format!("[skip]\ncolumn = \"a\"\n{line}\n{}", with("")));
    assert!(skip("").is_err() && skip("values = [\"x\"]\nunless = [\"y\"]").is_err());
    assert!(skip("values = [\"x\"]").is_ok() && skip("unless = [\"\"]").is_ok());
}
