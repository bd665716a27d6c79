//! Tests of reading the form: everything that is wrong at once, nothing hostile let in, and back again equal.

use proptest::prelude::*;

use super::super::fields::clean;
use super::super::filled::fill;
use super::*;
use crate::organization::sample::{arbitrary, full};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn with(changes: &[(&str, &str)]) -> Result<Particulars, Mistakes> {
    let mut fields = fill(&full());
    for (name, value) in changes {
        fields.set(name, *value);
    }
    read(&fields, today())
}

fn keys(result: Result<Particulars, Mistakes>) -> Vec<(String, String)> {
    result
        .unwrap_err()
        .iter()
        .map(|mistake| (mistake.field.clone(), mistake.key.to_string()))
        .collect()
}

fn key(changes: &[(&str, &str)]) -> (String, String) {
    let mut keys = keys(with(changes));
    assert_eq!(keys.len(), 1, "{keys:?}");
    keys.remove(0)
}

#[test]
fn an_empty_form_tells_all_that_is_missing_in_the_order_of_the_page() {
    let missing = keys(read(&Fields::default(), today()));
    let fields: Vec<&str> = missing.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "names-0-text",
            "kind",
            "host_country",
            "city",
            "homeland",
            "areas",
            "about-0-text",
            "contacts-0-value",
            "people-0-name"
        ]
    );
}

#[test]
fn a_full_form_is_read_as_it_was_meant() {
    assert_eq!(read(&fill(&full()), today()).unwrap(), full());
}

#[test]
fn a_community_without_a_state_is_enough() {
    assert_eq!(
        with(&[("homeland", ""), ("community", "Circassians")])
            .unwrap()
            .homeland,
        None
    );
    assert_eq!(
        key(&[("homeland", ""), ("community", " ")]).0,
        "homeland".to_owned()
    );
}

#[test]
fn each_hostile_text_is_refused_at_its_field() {
    for (text, problem) in [
        ("a\0b", "problem-control-character"),
        ("\u{FFFD}\u{FFFD}", "problem-broken-text"),
        ("Ani \u{202E}gro.live", "problem-bidi-control"),
        ("Ani\u{2066}", "problem-bidi-control"),
        ("a\nb", "problem-not-on-one-line"),
        ("A\u{200B}ni", "problem-invisible-character"),
    ] {
        for field in ["names-1-text", "city", "people-0-title", "people-0-name"] {
            assert_eq!(
                key(&[(field, text)]),
                (field.to_owned(), problem.to_owned())
            );
        }
    }
    assert_eq!(
        key(&[("about-0-text", "fine\n\nbut \u{202E}not")]).1,
        "problem-bidi-control"
    );
    let long = "x".repeat(NAME_MAX + 1);
    assert_eq!(key(&[("names-0-text", &long)]).1, "problem-too-long");
}

#[test]
fn markup_is_text_like_any_other() {
    let said = with(&[("names-0-text", "<script>alert(1)</script>")]).unwrap();
    assert_eq!(said.names[0].text.as_str(), "<script>alert(1)</script>");
}

#[test]
fn a_contact_is_read_by_its_channel() {
    assert_eq!(
        key(&[("contacts-0-value", "not an address")]),
        (
            "contacts-0-value".to_owned(),
            "problem-bad-email".to_owned()
        )
    );
    assert_eq!(
        key(&[("contacts-0-channel", "phone")]).1,
        "problem-bad-phone"
    );
    assert!(
        with(&[
            ("contacts-0-channel", "postal-address"),
            ("contacts-0-value", "Hauptstraße 1, 50667 Köln")
        ])
        .is_ok()
    );
}

#[test]
fn codes_that_no_list_has_are_refused() {
    for (field, value, problem) in [
        ("kind", "spaceship", "problem-unknown-code"),
        ("host_country", "ZZ", "problem-unknown-country"),
        ("names-0-role", "", "problem-required"),
        ("names-0-language", "zz", "problem-unknown-language"),
        ("areas", "piracy", "problem-unknown-code"),
        ("founded", "2027", "problem-bad-year"),
        ("founded", "24.12.2026", "problem-in-the-future"),
        ("names-2-script", "Xxxx", "problem-unknown-code"),
        ("places-0-shown", "nobody", "problem-unknown-code"),
        ("members", "many", "problem-bad-number"),
        ("funding-0-band", "heaps", "problem-unknown-code"),
        ("chapters-0-name", "CR-0000017-0", "problem-bad-number"),
        (
            "links-0-url",
            "javascript:alert(1)",
            "problem-bad-web-address",
        ),
        ("website", "javascript:alert(1)", "problem-bad-web-address"),
        ("identifiers-0-scheme", "XX", "problem-bad-identifier"),
    ] {
        let told = keys(with(&[(field, value)]));
        assert!(
            told.iter().any(|(_, told)| told == problem),
            "{field}: {told:?}"
        );
    }
}

#[test]
fn numbers_are_written_as_their_register_writes_them_and_checked() {
    let said = with(&[("identifiers-0-value", "vr 00815")]).unwrap();
    assert_eq!(said.identifiers[0].value(), "VR 00815");
    let wrong = |scheme, value| {
        key(&[
            ("identifiers-0-scheme", scheme),
            ("identifiers-0-value", value),
        ])
    };
    let field = "identifiers-0-value".to_owned();
    assert_eq!(
        wrong("FR-SIRENE", "732829321"),
        (field.clone(), "problem-bad-check-digit".to_owned())
    );
    assert_eq!(
        wrong("GB-CHC", "12"),
        (field, "problem-bad-format".to_owned())
    );
    // A register that we do not know is taken at its word.
    let said = with(&[
        ("identifiers-0-scheme", "IN-MHA"),
        ("identifiers-0-value", "?!"),
    ]);
    assert_eq!(said.unwrap().identifiers[0].scheme(), "IN-MHA");
}

#[test]
fn a_register_without_a_code_needs_its_name() {
    let (field, told) = key(&[("identifiers-1-issuer", "")]);
    assert_eq!(
        (field.as_str(), told.as_str()),
        ("identifiers-1-issuer", "registration-needs-issuer")
    );
    let said = with(&[
        ("identifiers-1-issuer", "US-EIN"),
        ("identifiers-1-value", "521693387"),
    ]);
    assert_eq!(said.unwrap().identifiers[1].value(), "52-1693387");
}

#[test]
fn a_script_is_kept_only_where_the_letters_do_not_show_it() {
    let said = with(&[("names-1-script", "armn"), ("names-0-script", "Cyrl")]).unwrap();
    assert_eq!(said.names[1].script, None);
    assert_eq!(said.names[1].script_code(), "Armn");
    assert_eq!(said.names[0].script_code(), "Cyrl");
}

#[test]
fn a_place_needs_to_be_told_how_much_of_it_is_shown() {
    assert_eq!(key(&[("places-0-shown", "")]).1, "registration-needs-shown");
    assert_eq!(
        key(&[("places-0-address", ""), ("places-0-city", "Bonn")]).1,
        "registration-needs-address"
    );
}

#[test]
fn a_name_does_not_end_before_it_begins() {
    assert_eq!(
        key(&[("names-2-until", "1980")]),
        (
            "names-2-until".to_owned(),
            "registration-ends-before-it-begins".to_owned()
        )
    );
}

#[test]
fn one_language_has_one_text() {
    let told = key(&[("about-1-language", "de"), ("about-1-text", "Noch einmal.")]);
    assert_eq!(
        told,
        (
            "about-1-language".to_owned(),
            "registration-repeated-language".to_owned()
        )
    );
}

#[test]
fn rows_with_nothing_but_choices_say_nothing() {
    let said = with(&[
        ("names-3-role", "short"),
        ("names-3-text", "  "),
        ("contacts-2-channel", "phone"),
        ("contacts-2-purpose", "press"),
        ("contacts-2-value", ""),
    ]);
    assert_eq!(said.unwrap(), full());
}

#[test]
fn a_list_shows_what_can_be_read_of_a_draft() {
    let mut fields = Fields::default();
    fields.set("names-0-text", "bad\0name");
    fields.set("host_country", "de");
    let seen = glimpse(&fields);
    assert_eq!(seen.title, "");
    assert_eq!(seen.host_country, Country::from_code("DE"));
    let seen = glimpse(&fill(&full()));
    assert_eq!(seen.title, "Haus der Armenier");
    assert_eq!(seen.title_language.as_deref(), Some("de"));
}

proptest! {
    #[test]
    fn reading_anything_ends_in_particulars_or_in_mistakes_at_fields_of_the_page(
        pairs in proptest::collection::vec((
            prop_oneof![
                "(names|people|contacts|about|identifiers|languages|places|links|funding|chapters)-[0-9]{1,2}-(text|name|title|value|language|role|scheme|tag|channel|purpose|address|shown|url|year|band|issuer|script|since|until)",
                "(kind|founded|host_country|city|homeland|community|website|areas|members|members_on|members_evidence|umbrella|successor|host_registered_on)"
            ],
            any::<String>(),
        ), 0..40)
    ) {
        let fields: Fields = pairs.into_iter().collect();
        let draft = clean(&fields);
        let _ = glimpse(&draft);
        if let Err(mistakes) = read(&draft, today()) {
            prop_assert!(!mistakes.is_empty());
        }
    }

    #[test]
    fn what_was_read_and_is_filled_in_again_reads_equal(said in arbitrary()) {
        // A form may ask for more than an old record has; whatever it takes, it gives back.
        if let Ok(read_once) = read(&fill(&said), today()) {
            prop_assert_eq!(read(&fill(&read_once), today()).unwrap(), read_once);
        }
    }
}
