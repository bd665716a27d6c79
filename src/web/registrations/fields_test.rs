//! Tests of the form's fields: rows come, go and move up; strangers stay out.

use super::*;

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().copied().collect()
}

#[test]
fn a_draft_keeps_what_belongs_to_the_form_and_nothing_else() {
    let sent = fields(&[
        ("names-4-text", "Second"),
        ("names-1-text", "First"),
        ("names-1-evil", "x"),
        ("city", "Köln"),
        ("areas", "culture"),
        ("areas", "youth"),
        ("go", "check"),
        ("password", "secret"),
    ]);
    let draft = clean(&sent);
    assert_eq!(draft.get("names-0-text"), "First");
    assert_eq!(draft.get("names-1-text"), "Second");
    assert_eq!(draft.all("areas").count(), 2);
    assert_eq!(draft.iter().count(), 5);
}

#[test]
fn an_untouched_part_shows_one_row_and_gets_a_second() {
    let mut draft = Fields::default();
    assert_eq!(NAMES.add(&mut draft), Some(1));
    assert_eq!(draft.rows("names"), [0, 1]);
    assert_eq!(NAMES.add(&mut draft), Some(2));
}

#[test]
fn rows_behind_a_removed_one_move_up() {
    let mut draft = fields(&[
        ("people-0-name", "A"),
        ("people-1-name", "B"),
        ("people-1-title", "b"),
        ("people-2-name", "C"),
    ]);
    PEOPLE.remove(&mut draft, 1);
    assert_eq!(draft.rows("people"), [0, 1]);
    assert_eq!(draft.get("people-1-name"), "C");
    assert_eq!(draft.get("people-1-title"), "");
}

#[test]
fn a_flood_of_rows_is_told_and_cut() {
    let sent: Fields = (0..1000)
        .map(|row| (format!("names-{row}-text"), "x".to_owned()))
        .collect();
    assert_eq!(too_many(&sent, Section::Names).iter().count(), 1);
    assert!(too_many(&sent, Section::People).is_empty());
    assert_eq!(clean(&sent).rows("names").len(), NAMES.most);
    let mut full = clean(&sent);
    assert_eq!(NAMES.add(&mut full), None);
}

#[test]
fn row_numbers_beyond_all_bounds_break_nothing() {
    let sent = fields(&[
        ("names-18446744073709551615-text", "Last"),
        ("names-99999999999999999999999-text", "Beyond"),
        ("names--1-text", "Below"),
        ("names-0-text", "First"),
    ]);
    let draft = clean(&sent);
    assert_eq!(draft.get("names-0-text"), "First");
    assert_eq!(draft.get("names-1-text"), "Last");
    assert_eq!(draft.rows("names"), [0, 1]);
}

#[test]
fn every_particular_has_a_field_on_the_page() {
    for particular in Particular::ALL {
        assert!(!field_of(*particular).is_empty());
    }
    assert_eq!(field_of(Particular::Names), "names-0-text");
    assert_eq!(field_of(Particular::HostCountry), "host_country");
}

#[test]
fn every_field_belongs_to_the_section_of_its_particular() {
    for particular in Particular::ALL {
        let field = field_of(*particular);
        assert_eq!(section_of(&field), Section::of(*particular), "{field}");
    }
    assert_eq!(section_of("members_on"), Section::Size);
}

#[test]
fn a_section_replaces_itself_and_nothing_else() {
    let mut draft = fields(&[
        ("city", "Köln"),
        ("names-0-text", "Old"),
        ("names-1-text", "Gone"),
        ("areas", "culture"),
    ]);
    let sent = fields(&[
        ("names-0-text", "New"),
        ("city", "Bonn"),
        ("areas", "youth"),
    ]);
    put_section(
        &mut draft,
        Section::Names,
        &of_section(&sent, Section::Names),
    );
    assert_eq!(draft.get("city"), "Köln");
    assert_eq!(draft.get("names-0-text"), "New");
    assert_eq!(draft.rows("names"), [0]);
    put_section(&mut draft, Section::Work, &of_section(&sent, Section::Work));
    assert_eq!(draft.all("areas").collect::<Vec<_>>(), ["youth"]);
}

#[test]
fn versions_differ_where_they_say_something_else() {
    let mine = fields(&[("kind", "school"), ("founded", "")]);
    let theirs = fields(&[("kind", "youth")]);
    assert!(!same_unit(&mine, &theirs, Section::Kind, "kind"));
    assert!(same_unit(&mine, &theirs, Section::Kind, "founded"));
    let one = fields(&[
        ("names-0-text", "A"),
        ("names-1-text", ""),
        ("names-1-role", "other"),
    ]);
    let other = fields(&[("names-0-text", " A ")]);
    assert!(same_unit(&one, &other, Section::Names, "names"));
}
