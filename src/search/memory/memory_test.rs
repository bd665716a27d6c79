//! The index in memory: who is found, in which order, and that changing it is as good as reading it anew.

use proptest::prelude::*;

use super::*;
use crate::search::filter::Filter;

pub(super) fn entry(slot: i32, names: &[&str], city: &str, values: &[(Facet, &str)]) -> Entry {
    Entry {
        slot,
        version: 0,
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        city: (!city.is_empty()).then(|| city.to_owned()),
        values: values
            .iter()
            .map(|(facet, value)| (*facet, (*value).to_owned()))
            .collect(),
        behind: None,
    }
}

pub(super) fn ask(query: &str) -> Ask {
    Ask {
        filter: Filter::parse(query).unwrap(),
        numbered: Vec::new(),
        by_fit: true,
        seen: None,
        backwards: false,
        most: 20,
        facets: Facet::ALL.to_vec(),
    }
}

pub(super) fn memory(entries: &[Entry]) -> Memory {
    let mut memory = Memory::default();
    for entry in entries {
        memory.read(entry);
    }
    memory.settle();
    memory
}

/// In the order of their names.
fn schools() -> Memory {
    memory(&[
        entry(1, &["Ararat"], "Paris", &[(Facet::Host, "FR")]),
        entry(2, &["Ararat School"], "Lyon", &[(Facet::Host, "FR")]),
        entry(
            3,
            &["Friends of the Ararat School of Music"],
            "Köln",
            &[(Facet::Host, "DE")],
        ),
        entry(4, &["Hay Tun", "Ararat"], "Köln", &[(Facet::Host, "DE")]),
        entry(5, &["School Arara"], "Köln", &[(Facet::Host, "DE")]),
        entry(
            6,
            &["Zoo"],
            "Ararat",
            &[(Facet::Host, "AM"), (Facet::Standing, "merged")],
        ),
        entry(7, &["Zoo of Schools"], "Ararat", &[(Facet::Host, "AM")]),
    ])
}

#[test]
fn the_name_itself_comes_first_and_slips_come_last() {
    let found = schools().find(&ask("q=ararat"));
    // Itself, itself as another name, its beginning, in it, in the place.
    assert_eq!(found.slots, [1, 4, 2, 3, 7]);
    assert!(!found.is_guessed);
    // Four have both words; somebody with a slip stands behind them.
    let found = schools().find(&ask("q=school+ararat"));
    assert_eq!(found.slots, [2, 3, 7, 5]);
    let found = schools().find(&ask("q=ararat+shcool"));
    assert!(found.is_guessed);
    assert_eq!(found.slots[..2], [2, 3]);
}

#[test]
fn the_name_that_fits_says_how_near_it_is_whichever_it_is() {
    let memory = memory(&[
        entry(1, &["Smeits", "Zephyr of Makers of Small Things"], "", &[]),
        entry(2, &["Zephyr College"], "", &[]),
        entry(
            3,
            &["Society of Friends of Old Books", "Book Zephyr"],
            "",
            &[],
        ),
    ]);
    assert_eq!(memory.find(&ask("q=zehpyr")).slots, [2, 3, 1]);
    assert_eq!(memory.find(&ask("q=zephyr")).slots, [2, 1, 3]);
}

#[test]
fn slips_are_guessed_at_only_where_few_have_or_mean_the_words() {
    let slip = |slot| entry(slot, &["Haus Schopl"], "", &[]);
    let meant = |slot| entry(slot, &["Dom Школа"], "", &[]);
    let few = memory(&[slip(1), meant(2)]);
    assert_eq!(few.find(&ask("q=school")).slots, [2, 1]);
    let many: Vec<Entry> = [slip(1)].into_iter().chain((2..7).map(meant)).collect();
    let mut found = memory(&many).find(&ask("q=school")).slots;
    found.sort_unstable();
    assert_eq!(found, [2, 3, 4, 5, 6]);
}

#[test]
fn quotes_hold_words_together_within_one_name() {
    let memory = schools();
    assert_eq!(memory.find(&ask("q=%22ararat+school%22")).slots, [2, 3]);
    assert_eq!(
        memory.find(&ask("q=%22school+ararat%22")).slots,
        [] as [i32; 0]
    );
    // "Tun" ends one name, "Ararat" is another.
    assert_eq!(
        memory.find(&ask("q=%22tun+ararat%22")).slots,
        [] as [i32; 0]
    );
    assert_eq!(memory.find(&ask("q=tun+ararat")).slots, [4]);
    assert_eq!(memory.find(&ask("q=%22schoo%22")).slots, [] as [i32; 0]);
}

#[test]
fn one_word_of_several_may_be_wrong() {
    let mut found = schools().find(&ask("q=ararat+school+zanzibar"));
    assert!(found.is_guessed && found.slots[0] == 2, "{:?}", found.slots);
    found.slots.sort_unstable();
    assert_eq!(found.slots, [2, 3, 5, 7]);
    assert!(schools().find(&ask("q=zanzibar")).slots.is_empty());
}

#[test]
fn a_filter_does_not_count_in_its_own_values() {
    let found = schools().find(&ask("q=ararat&host=FR"));
    assert_eq!(
        (found.slots.as_slice(), found.count),
        ([1, 2].as_slice(), 2)
    );
    let counts: Vec<(&str, u64, bool)> = found
        .facets
        .of(Facet::Host)
        .iter()
        .map(|one| (one.value.as_str(), one.count, one.chosen))
        .collect();
    // The one that was merged does not count for Armenia.
    assert_eq!(
        counts,
        [("DE", 2, false), ("FR", 2, true), ("AM", 1, false)]
    );
    let found = schools().find(&ask("standing=merged"));
    assert_eq!(found.slots, [6]);
}

#[test]
fn a_text_without_letters_finds_nobody() {
    assert_eq!(schools().find(&ask("q=%21%21")).count, 0);
    assert_eq!(schools().find(&ask("")).count, 6);
}

#[test]
fn whoever_changes_is_found_as_they_are_now() {
    let mut memory = schools();
    let renamed = Entry {
        version: 1,
        behind: Some(5),
        ..entry(1, &["Sevan"], "Paris", &[(Facet::Host, "AM")])
    };
    memory.change(&renamed);
    assert_eq!(memory.find(&ask("q=sevan")).slots, [1]);
    assert!(!memory.find(&ask("q=ararat")).slots.contains(&1));
    // By name it stands behind the fifth now.
    assert_eq!(memory.find(&ask("")).slots, [2, 3, 4, 5, 1, 7]);
    // An older state that arrives late changes nothing.
    memory.change(&Entry {
        behind: None,
        ..entry(1, &["Ararat"], "Paris", &[])
    });
    assert_eq!(memory.find(&ask("q=sevan")).slots, [1]);
    assert_eq!(memory.len(), 7);
}

/// Names of two letters, so that many share a beginning, and cities that half of them share.
fn some_entries() -> impl Strategy<Value = Vec<(String, u8, u8)>> {
    proptest::collection::vec(("[ab]{1,2}( [abc]{1,3}){0,2}", 0_u8..3, 0_u8..2), 1..40)
}

fn build(rows: &[(String, u8, u8)]) -> Vec<Entry> {
    let row = |(at, (name, host, kind)): (usize, &(String, u8, u8))| {
        let host = ["DE", "FR", "AM"][usize::from(*host)];
        let kind = ["school", "youth"][usize::from(*kind)];
        let slot = i32::try_from(at).unwrap();
        entry(
            slot,
            &[name],
            "",
            &[(Facet::Host, host), (Facet::Kind, kind)],
        )
    };
    rows.iter().enumerate().map(row).collect()
}

/// In the order of names, as the database gives them.
pub(super) fn sorted(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| (entry.names[0].clone(), entry.slot));
    entries
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn pages_give_everybody_once_both_ways(rows in some_entries(), most in 1_usize..7, by_fit in any::<bool>(), word in "[abc]{0,2}") {
        let memory = memory(&sorted(build(&rows)));
        let all = Ask { most: 1_000, by_fit, ..ask(&format!("q={word}")) };
        let whole = memory.find(&all).slots;
        prop_assert_eq!(whole.len() as u64, memory.find(&all).count);
        let mut seen: Vec<i32> = Vec::new();
        let mut at = None;
        loop {
            let found = memory.find(&Ask { most, seen: at, ..all.clone() });
            seen.extend(&found.slots);
            at = found.slots.last().copied();
            if !found.more {
                break;
            }
        }
        prop_assert_eq!(&seen, &whole);
        let mut back: Vec<i32> = Vec::new();
        let mut at = whole.last().copied();
        while at.is_some() {
            let found = memory.find(&Ask { most, seen: at, backwards: true, ..all.clone() });
            back.splice(0..0, found.slots.iter().copied());
            at = found.slots.first().copied().filter(|_| found.more);
        }
        prop_assert_eq!(&back[..], &whole[..whole.len().saturating_sub(1)]);
    }

    #[test]
    fn changing_one_by_one_is_as_good_as_reading_anew(rows in some_entries(), changes in some_entries(), word in "[abc]{0,2}") {
        let mut now = build(&rows);
        let mut changed = memory(&sorted(now.clone()));
        for (at, new) in build(&changes).into_iter().enumerate() {
            // Some are new, some are old ones with a new name.
            let slot = if at % 2 == 0 { at % now.len() } else { now.len() };
            let version = now.get(slot).map_or(0, |old| old.version + 1);
            let mut new = Entry { slot: i32::try_from(slot).unwrap(), version, ..new };
            let order = sorted(now.iter().filter(|one| one.slot != new.slot).cloned().collect());
            let key = |entry: &Entry| (entry.names[0].clone(), entry.slot);
            new.behind = order.iter().rev().find(|one| key(one) < key(&new)).map(|one| one.slot);
            changed.change(&new);
            if slot == now.len() { now.push(new) } else { now[slot] = new }
        }
        let fresh = memory(&sorted(now));
        for query in [format!("q={word}"), String::new(), format!("q={word}&host=DE")] {
            for by_fit in [true, false] {
                let ask = Ask { by_fit, most: 15, ..ask(&query) };
                let (a, b) = (changed.find(&ask), fresh.find(&ask));
                prop_assert_eq!(a.slots, b.slots, "{}", query);
                prop_assert_eq!(a.count, b.count);
                for facet in Facet::ALL {
                    prop_assert_eq!(a.facets.of(*facet), b.facets.of(*facet));
                }
            }
        }
    }

    #[test]
    fn counts_are_those_of_going_through_everybody(rows in some_entries(), word in "[abc]{1,2}", host in 0_usize..3) {
        let entries = build(&rows);
        let memory = memory(&sorted(entries.clone()));
        let host = ["DE", "FR", "AM"][host];
        let found = memory.find(&ask(&format!("q={word}&host={host}")));
        // Words this short are looked for at the beginning of words.
        let has = |entry: &Entry| entry.names[0].split(' ').any(|one| one.starts_with(&word));
        let is_at = |entry: &Entry| entry.values.contains(&(Facet::Host, host.to_owned()));
        let count = entries.iter().filter(|one| has(one) && is_at(one)).count() as u64;
        prop_assert_eq!(found.count, count);
        let of_hosts: u64 = found.facets.of(Facet::Host).iter().map(|one| one.count).sum();
        prop_assert_eq!(of_hosts, entries.iter().filter(|one| has(one)).count() as u64);
        let of_kinds: u64 = found.facets.of(Facet::Kind).iter().map(|one| one.count).sum();
        prop_assert_eq!(of_kinds, count);
    }
}
