//! The list of areas: how people write them, what a search for one finds, and what became of old codes.

use proptest::prelude::*;

use super::*;

/// Terms as `code`, `parent/code`, `code=merged-into` or `code!` for a retired one; each is named after its code.
pub(crate) fn list(words: &[&str]) -> Areas {
    let area = |code: &str| Area::recorded(code).unwrap();
    let term = |word: &&str| {
        let (word, is_retired) = word
            .strip_suffix('!')
            .map_or((*word, false), |it| (it, true));
        let (word, merged_into) = word
            .split_once('=')
            .map_or((word, None), |(code, into)| (code, Some(area(into))));
        let (parent, code) = word
            .split_once('/')
            .map_or((None, word), |(parent, code)| (Some(area(parent)), code));
        Term {
            area: area(code),
            parent,
            is_retired: is_retired || merged_into.is_some(),
            merged_into,
            names: InEveryLanguage {
                en: format!("The {code}"),
                ru: format!("Ру {code}"),
                ar: format!("عر {code}"),
            },
            other_names: Vec::new(),
        }
    };
    Areas::new(Uuid::nil(), words.iter().map(term).collect())
}

/// The list that unit tests begin with: the first one of a new registry, as its migration says it.
pub(crate) fn first_list() -> Areas {
    let migration = include_str!("../../migrations/0160_areas.sql");
    let (_, values) = migration
        .split_once("insert into area_terms values\n")
        .unwrap();
    let (values, _) = values.split_once(";\n").unwrap();
    let term = |line: &str| {
        let cells: Vec<&str> = line
            .trim_matches(|c| " (),".contains(c))
            .split(", ")
            .map(|cell| cell.trim_matches('\''))
            .collect();
        let [code, parent, _, en, ru, ar] = cells[..] else {
            panic!("{line}");
        };
        Term {
            area: Area::recorded(code).unwrap(),
            parent: (parent != "null").then(|| Area::recorded(parent).unwrap()),
            is_retired: false,
            merged_into: None,
            names: InEveryLanguage {
                en: en.to_owned(),
                ru: ru.to_owned(),
                ar: ar.to_owned(),
            },
            other_names: Vec::new(),
        }
    };
    Areas::new(Uuid::nil(), values.lines().map(term).collect())
}

fn codes(areas: &[Area]) -> Vec<&str> {
    areas.iter().map(Area::code).collect()
}

#[test]
fn a_code_is_a_few_small_words() {
    for good in ["arts", "human-rights", "a1-2", &"a".repeat(CODE_MAX)] {
        assert_eq!(Area::recorded(good).unwrap().code(), good);
    }
    for bad in [
        "", "Arts", "-arts", "arts-", "a--b", "1st", "арт", "a b", "a\0",
    ] {
        assert_eq!(Area::recorded(bad), None, "{bad}");
    }
    assert_eq!(Area::recorded(&"a".repeat(CODE_MAX + 1)), None);
}

#[test]
fn people_write_a_code_or_a_name_in_any_language() {
    let areas = list(&["human-rights", "arts", "arts/music", "song=music"]);
    for (typed, code) in [
        ("human-rights", "human-rights"),
        (" Human_Rights ", "human-rights"),
        ("the HUMAN rights", "human-rights"),
        ("ру music", "music"),
        ("عر arts", "arts"),
        ("song", "music"),
        ("The song", "music"),
    ] {
        assert_eq!(areas.parse(typed).unwrap().code(), code, "{typed}");
    }
    assert_eq!(areas.parse("piracy"), Err(Problem::UnknownCode));
    assert_eq!(areas.parse("  "), Err(Problem::Required));
}

#[test]
fn a_search_finds_what_is_beneath_and_what_was_merged() {
    let areas = list(&[
        "arts",
        "arts/music",
        "arts/dance!",
        "song=music",
        "craft=arts",
        "media",
    ]);
    let under = |code: &str| {
        let mut found = areas.under(Area::recorded(code).unwrap());
        found.sort_unstable();
        found
    };
    assert_eq!(
        codes(&under("arts")),
        ["arts", "craft", "dance", "music", "song"]
    );
    assert_eq!(codes(&under("music")), ["music", "song"]);
    assert_eq!(under("song"), under("music"));
    assert_eq!(codes(&under("media")), ["media"]);
    assert_eq!(areas.top_of(Area::recorded("song").unwrap()).code(), "arts");
}

#[test]
fn what_is_retired_or_merged_is_known_and_not_offered() {
    let areas = list(&["arts", "arts/music!", "arts/dance", "media!", "song=music"]);
    let offered = areas.offered();
    assert_eq!(offered.len(), 1);
    assert_eq!(offered[0].1.len(), 1);
    assert_eq!(areas.find("media").unwrap().code(), "media");
    assert_eq!(areas.find("song").unwrap().code(), "music");
}

#[test]
fn a_name_that_was_given_anew_means_what_it_means_now() {
    let mut terms = list(&["song=music", "music"]).terms().to_vec();
    for term in &mut terms {
        term.names.en = "Singing".to_owned();
    }
    terms.reverse();
    let areas = Areas::new(Uuid::nil(), terms);
    assert_eq!(areas.parse("singing").unwrap().code(), "music");
    assert_eq!(areas.named("SINGING").unwrap().code(), "music");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let areas = first_list();
        if let Ok(area) = areas.parse(&text) {
            prop_assert!(areas.term(area).is_some());
        }
        if let Some(area) = Area::recorded(&text) {
            prop_assert_eq!(area.code(), text);
        }
    }
}
