//! The index in memory finds by meaning: whom, in which order, how many; and what is left out of an order costs nobody a place.

use proptest::prelude::*;

use super::tests::{ask, entry, memory, sorted};
use super::*;
use crate::search::text::Wanted;

/// In the order of their names.
fn unions() -> Memory {
    memory(&[
        entry(1, &["Armenian Union"], "Paris", &[(Facet::Host, "FR")]),
        entry(2, &["Onion"], "Lyon", &[(Facet::Host, "FR")]),
        entry(3, &["Union"], "Bonn", &[(Facet::Host, "DE")]),
        entry(4, &["Union Zoo"], "Bonn", &[(Facet::Host, "DE")]),
        entry(5, &["Союз"], "Köln", &[(Facet::Host, "DE")]),
        entry(6, &["Союз армянских школ"], "", &[(Facet::Host, "AM")]),
        entry(7, &["Zoo"], "Кёльн", &[(Facet::Host, "AM")]),
        entry(8, &["Հայ Միություն"], "", &[(Facet::Standing, "merged")]),
    ])
}

#[test]
fn whoever_has_the_words_comes_before_whoever_means_them() {
    let memory = unions();
    let found = memory.find(&ask("q=union"));
    // Enough have the word or mean it: nobody meant an onion.
    assert_eq!(found.slots, [3, 4, 1, 5, 6]);
    assert_eq!((found.count, found.meant, found.is_guessed), (5, 2, false));
    assert_eq!(found.meant_slots, [5, 6]);
    // In whatever script and inflection it is typed.
    for typed in ["союз", "союза", "միություն"] {
        let found = memory.find(&ask(&format!("q={typed}")));
        let mut slots = found.slots.clone();
        slots.sort_unstable();
        assert_eq!(slots[..5], [1, 3, 4, 5, 6], "{typed}");
    }
    assert_eq!(memory.find(&ask("q=cologne")).slots, [5, 7]);
}

#[test]
fn every_word_that_says_something_must_be_said() {
    let memory = unions();
    assert_eq!(memory.find(&ask("q=union+of+armenian+schools")).slots, [6]);
    assert_eq!(memory.find(&ask("q=союз+армян")).slots[..2], [6, 1]);
    assert!(memory.find(&ask("q=union+zanzibar")).slots.is_empty());
    // A word that says nothing finds nobody by what it means.
    assert_eq!(memory.find(&ask("q=und")).meant, 0);
}

#[test]
fn quoted_words_are_not_looked_for_by_meaning() {
    let memory = unions();
    assert_eq!(memory.find(&ask("q=%22union%22")).slots, [3, 4, 1]);
    assert_eq!(memory.find(&ask("q=%22союз%22")).slots, [5, 6]);
    // What stands beside them may be meant.
    assert_eq!(memory.find(&ask("q=%22союз%22+school")).slots, [6]);
}

#[test]
fn filters_count_those_that_are_found_by_meaning() {
    let memory = unions();
    let found = memory.find(&ask("q=союз&host=DE"));
    assert_eq!((found.slots.as_slice(), found.count), (&[5, 3, 4][..], 3));
    let counts: Vec<(&str, u64)> = found
        .facets
        .of(Facet::Host)
        .iter()
        .map(|one| (one.value.as_str(), one.count))
        .collect();
    assert_eq!(counts, [("DE", 3), ("AM", 1), ("FR", 1)]);
    let (mut slots, _) = memory.all(&ask("q=союз&host=DE").filter, &[]);
    slots.sort_unstable();
    assert_eq!(slots, [3, 4, 5]);
}

#[test]
fn whoever_changes_is_found_by_what_they_mean_now() {
    let mut memory = unions();
    memory.change(&Entry {
        version: 1,
        behind: Some(4),
        ..entry(5, &["Школа"], "", &[])
    });
    assert!(!memory.find(&ask("q=union")).slots.contains(&5));
    assert_eq!(memory.find(&ask("q=school")).slots, [5, 6]);
}

#[test]
fn whoever_is_in_a_city_is_found_under_any_of_its_spellings() {
    let in_city = |slot, name, city: &str| {
        let id = match city.is_ascii() {
            true => "DE-2904789",
            false => "DE-2886242",
        };
        entry(
            slot,
            &[name],
            city,
            &[(Facet::Host, "DE"), (Facet::City, id)],
        )
    };
    let mut memory = memory(&[
        in_city(1, "Aster", "Hildesheim"),
        in_city(2, "Bellis Union", "Hildesheim"),
        in_city(3, "Crocus", "Köln"),
        entry(4, &["Хильдесхайм"], "", &[]),
    ]);
    if crate::gazetteer::City::everywhere("Hildesheim").is_empty() {
        // A program that was built without its assets knows no city.
        return;
    }
    let found = memory.find(&ask("q=Хильдесхайм"));
    assert_eq!((found.slots.as_slice(), found.meant), (&[4, 1, 2][..], 2));
    // Every word must be said, and a filter counts as ever.
    let found = memory.find(&ask("q=союз+Хильдесхайм"));
    assert_eq!(found.slots, [2]);
    assert!(memory.find(&ask("q=Хильдесхайм+crocus")).slots.is_empty());
    let found = memory.find(&ask("q=Хильдесхайм&city=DE-Köln"));
    assert_eq!(found.count, 0);
    let counts: Vec<(&str, u64)> = found
        .facets
        .of(Facet::City)
        .iter()
        .map(|one| (one.value.as_str(), one.count))
        .collect();
    assert_eq!(counts, [("DE-2904789", 2), ("DE-2886242", 0)]);
    // Whoever moves is found where they are now.
    memory.change(&Entry {
        version: 1,
        behind: None,
        ..in_city(1, "Aster", "Köln")
    });
    assert_eq!(memory.find(&ask("q=Хильдесхайм")).slots, [4, 2]);
    assert_eq!(memory.find(&ask("city=DE-Köln")).slots, [1, 3]);
}

/// Names of few words that mean the same in pairs, and other names.
fn some_names() -> impl Strategy<Value = Vec<(Vec<usize>, Vec<usize>)>> {
    let name = || proptest::collection::vec(0_usize..WORDS.len(), 1..4);
    let others = proptest::collection::vec(0_usize..WORDS.len(), 0..3);
    proptest::collection::vec((name(), others), 1..60)
}

const WORDS: &[&str] = &[
    "Union",
    "Союз",
    "School",
    "Школа",
    "Unions",
    "Uno",
    "Scholo",
    "Z",
];

fn text(words: &[usize]) -> String {
    words
        .iter()
        .map(|at| WORDS[*at])
        .collect::<Vec<_>>()
        .join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nobody_loses_a_place_by_what_is_left_out(rows in some_names(), typed in proptest::collection::vec(0_usize..WORDS.len(), 1..3), most in 1_usize..5) {
        let row = |(at, (name, other)): (usize, &(Vec<usize>, Vec<usize>))| {
            let names = [text(name), text(other)];
            let names: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
            entry(i32::try_from(at).unwrap(), &names, "", &[])
        };
        let memory = memory(&sorted(rows.iter().enumerate().map(row).collect()));
        let query = format!("q={}", text(&typed));
        let matched = memory.matching(&Wanted::parse(&text(&typed)));
        let mut keys: Vec<(u16, u32)> = matched.docs.iter().map(|doc| (matched.tier(&memory, doc), doc)).collect();
        for (tier, doc) in &keys {
            prop_assert!(matched.tier_at_least(&memory, *doc) <= *tier);
        }
        keys.sort_unstable();
        let whole: Vec<i32> = keys.iter().map(|(_, doc)| memory.slots[*doc as usize]).collect();
        let mut seen: Vec<i32> = Vec::new();
        loop {
            let found = memory.find(&Ask { most, seen: seen.last().copied(), ..ask(&query) });
            seen.extend(&found.slots);
            if !found.more {
                break;
            }
        }
        prop_assert_eq!(&seen, &whole);
        let mut back: Vec<i32> = Vec::new();
        let mut at = whole.last().copied();
        while at.is_some() {
            let found = memory.find(&Ask { most, seen: at, backwards: true, ..ask(&query) });
            back.splice(0..0, found.slots.iter().copied());
            at = found.slots.first().copied().filter(|_| found.more);
        }
        prop_assert_eq!(&back[..], &whole[..whole.len().saturating_sub(1)]);
    }
}
