//! The tables are well formed, and words of many languages mean what they mean.

use std::collections::HashSet;

use super::*;

fn means(text: &str) -> Vec<String> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match VOCABULARY.find(&words[at..]) {
            Some(it) => {
                for id in it.meanings.iter().flatten() {
                    found.push(VOCABULARY.concept(*id).name.to_owned());
                }
                at += it.words;
            }
            None => {
                found.push("?".to_owned());
                at += 1;
            }
        }
    }
    found
}

#[test]
fn every_line_has_its_columns_and_every_concept_a_class() {
    let mut known = HashSet::new();
    let lines = TABLES
        .iter()
        .flat_map(|table| table.lines())
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    for line in lines.clone() {
        let parts: Vec<&str> = line.split('\t').collect();
        assert_eq!(parts.len(), 3, "{line}");
        if parts[1] != "M" {
            known.insert(parts[0]);
            assert_ne!(
                concept("", parts[1].to_owned().leak()).class,
                Class::Unknown,
                "{line}"
            );
        }
    }
    for line in lines {
        if let Some((names, _)) = line.split_once("\tM\t") {
            for name in names.split('+') {
                assert!(known.contains(name), "{name} in {names}");
            }
        }
    }
    assert!(VOCABULARY.len() > 900, "{}", VOCABULARY.len());
}

#[test]
fn every_kinship_is_of_two_concepts() {
    let ids: std::collections::HashMap<&str, u16> = (0..)
        .zip(&VOCABULARY.concepts)
        .map(|(id, concept)| (concept.name, id))
        .collect();
    let table = include_str!("vocabulary/kin.tsv");
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let (one, other) = (ids[cells[0]], ids[cells[1]]);
        assert_eq!(
            VOCABULARY.kin(one, other),
            VOCABULARY.kin(other, one),
            "{line}"
        );
        assert!(
            VOCABULARY
                .kin(one, other)
                .is_some_and(|sim| (0.1..1.0).contains(&sim)),
            "{line}"
        );
    }
}

#[test]
fn no_form_mixes_alphabets() {
    for table in TABLES.iter().chain([&DOINGS]) {
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            for form in line.split('\t').nth(2).unwrap_or_default().split(' ') {
                assert!(
                    form.is_empty()
                        || crate::names::word::words(form)
                            .iter()
                            .all(|word| !word.attached
                                || form.starts_with(|c: char| c.is_ascii_digit())),
                    "{form}"
                );
            }
        }
    }
}

#[test]
fn words_of_many_languages_mean_the_same() {
    for (text, meaning) in [
        ("университета", "university"),
        ("Universität", "university"),
        ("Πανεπιστήμιο", "university"),
        ("უნივერსიტეტის", "university"),
        ("Համալսարան", "university"),
        ("האוניברסיטה", "university"),
        ("للجامعة", "university"),
        ("молодёжи", "youth"),
        ("الشباب", "youth"),
        ("Gençlik", "youth"),
        ("жіноча", "women"),
        ("հայկական", "armenia"),
        ("ереванский", "yerevan"),
        ("Obshchestvo", "society"),
        ("Miut'yun", "union"),
        ("метрології", "metrology"),
        ("والثقافية", "culture"),
    ] {
        assert!(
            means(text).contains(&meaning.to_owned()),
            "{text}: {:?}",
            means(text)
        );
    }
    assert_eq!(
        means("научно-исследовательский институт"),
        ["science", "research", "institute"]
    );
    assert_eq!(means("United States"), ["united_states"]);
}
