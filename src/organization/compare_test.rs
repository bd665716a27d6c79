//! Tests of the comparison: it misses nothing, invents nothing, and gives nothing personal away.

use proptest::prelude::*;

use super::*;
use crate::organization::sample::{arbitrary, full, line};

#[test]
fn the_same_particulars_have_no_changes() {
    assert_eq!(compare(&full(), &full()), []);
}

#[test]
fn each_changed_field_is_named_with_both_sides() {
    let old = full();
    let mut new = full();
    new.city = Some(line("Bonn"));
    new.kind = None;
    new.people.clear();
    let changes = compare(&old, &new);
    let fields: Vec<_> = changes.iter().map(|change| change.field).collect();
    assert_eq!(
        fields,
        [Particular::Kind, Particular::City, Particular::People]
    );
    assert_eq!(changes[1].before, Said::Line(Some(line("Köln"))));
    assert_eq!(changes[1].after, Said::Line(Some(line("Bonn"))));
    assert!(changes[0].after.is_empty());
}

#[test]
fn areas_have_no_order_and_names_have_one() {
    let old = full();
    let mut new = full();
    new.areas.reverse();
    assert_eq!(compare(&old, &new), []);
    new.names.reverse();
    assert_eq!(compare(&old, &new).len(), 1);
}

#[test]
fn history_learns_that_contacts_changed_and_not_from_what_to_what() {
    let old = full();
    let mut new = full();
    new.contacts.clear();
    new.people.clear();
    new.city = None;
    let (before, after) = as_history(&compare(&old, &new));
    assert_eq!(before["city"], "Köln");
    assert_eq!(after["city"], Value::Null);
    let text = format!("{before}{after}");
    assert!(text.contains("contacts") && text.contains("people"));
    assert!(!text.contains('@') && !text.contains("Ani") && !text.contains("221"));
}

#[test]
fn what_was_submitted_before_there_was_more_to_say_is_still_read() {
    let old = r#"{"names":[{"text":"Haus","language":"de","role":"legal"}],"kind":"school","host_country":"DE","city":"Köln",
        "homeland":null,"community":null,"founded":1987,"identifiers":[{"scheme":"DE-CR","value":"VR 1"}],"areas":["culture"],
        "languages":["de"],"website":null,"contacts":[],"about":[],"people":[]}"#;
    let read: Particulars = serde_json::from_str(old).unwrap();
    assert_eq!(
        read.founded.map(|date| date.to_string()).as_deref(),
        Some("1987")
    );
    assert!(read.places.is_empty() && read.links.is_empty() && read.members.is_none());
    let again = serde_json::to_string(&read).unwrap();
    assert_eq!(serde_json::from_str::<Particulars>(&again).unwrap(), read);
}

#[test]
fn each_of_the_richer_fields_is_compared_and_no_address_reaches_history() {
    let old = full();
    let mut new = Particulars::of(old.host_country);
    new.names = old.names.clone();
    let fields: Vec<_> = compare(&old, &new).iter().map(|it| it.field).collect();
    for field in [
        Particular::Places,
        Particular::Links,
        Particular::HostRegisteredOn,
        Particular::Members,
        Particular::Funding,
        Particular::Umbrella,
        Particular::Chapters,
    ] {
        assert!(fields.contains(&field), "{field}");
    }
    let (before, after) = as_history(&compare(&old, &new));
    let text = format!("{before}{after}");
    assert!(
        text.contains("places") && !text.contains("Hauptstraße"),
        "{text}"
    );
}

proptest! {
    #[test]
    fn nothing_changed_means_the_same_json_but_for_the_order_of_areas(old in arbitrary(), new in arbitrary()) {
        let changes = compare(&old, &new);
        // Whatever is not named as changed can be taken over from the new ones without a difference.
        for field in Particular::ALL {
            let named = changes.iter().any(|change| change.field == *field);
            let (mut was, mut is) = (old.said(*field), new.said(*field));
            if let (Said::Areas(was), Said::Areas(is)) = (&mut was, &mut is) {
                was.sort();
                is.sort();
            }
            prop_assert_eq!(named, was != is);
        }
    }

    #[test]
    fn there_and_back_names_the_same_fields(old in arbitrary(), new in arbitrary()) {
        let fields = |changes: Vec<Change>| changes.into_iter().map(|change| change.field).collect::<Vec<_>>();
        prop_assert_eq!(fields(compare(&old, &new)), fields(compare(&new, &old)));
    }

    #[test]
    fn particulars_survive_their_json(particulars in arbitrary()) {
        let json = serde_json::to_string(&particulars).unwrap();
        prop_assert_eq!(serde_json::from_str::<Particulars>(&json).unwrap(), particulars);
    }
}
