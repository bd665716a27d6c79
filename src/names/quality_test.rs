//! How well names are compared, as a floor: on pairs of our own, hard negatives included.

use super::{Builder, MATCH, Name, Rarity, compare_texts};

/// The files of labelled pairs, and the least F1 of each in hundredths. `held_out` and `unseen` were never tuned on.
const FILES: &[(&str, usize)] = &[
    (include_str!("../../tests/names/pairs.tsv"), 96),
    (include_str!("../../tests/names/societies.tsv"), 95),
    (include_str!("../../tests/names/houses.tsv"), 95),
    (include_str!("../../tests/names/tongues.tsv"), 95),
    (include_str!("../../tests/names/mixed.tsv"), 90),
    (include_str!("../../tests/names/held_out.tsv"), 80),
    (include_str!("../../tests/names/strangers.tsv"), 95),
    (include_str!("../../tests/names/rounds.tsv"), 95),
    (include_str!("../../tests/names/unseen.tsv"), 92),
];

/// Whether each labelled pair is of one organization, and whether it is taken for one.
fn pairs(file: &str) -> Vec<(bool, bool, String)> {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            let score = compare_texts(cells[1], cells[2], &Rarity::unknown()).score;
            (
                cells[0] == "1",
                score >= MATCH,
                format!("{score:.2} {line}"),
            )
        })
        .collect()
}

#[test]
fn labelled_pairs_are_told_apart() {
    for (file, least) in FILES {
        let pairs = pairs(file);
        assert!(pairs.len() >= 150);
        let hits = pairs.iter().filter(|it| it.0 && it.1).count();
        let wrong: Vec<&str> = pairs
            .iter()
            .filter(|it| it.0 != it.1)
            .map(|it| it.2.as_str())
            .collect();
        // As many errors as the least F1 leaves.
        assert!(
            wrong.len() * least <= 2 * hits * (100 - least),
            "{} wrong:\n{}",
            wrong.len(),
            wrong.join("\n")
        );
    }
}

#[test]
fn the_right_one_is_among_the_first_ten() {
    let pairs: Vec<(&str, &str)> = include_str!("../../tests/names/pairs.tsv")
        .lines()
        .filter_map(|line| line.strip_prefix("1\t"))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?, cells.next()?))
        })
        .collect();
    let mut builder = Builder::default();
    let names: Vec<(String, u32)> = (0_u32..)
        .zip(&pairs)
        .map(|(at, pair)| (pair.1.to_owned(), at))
        .collect();
    builder.add_all(&names);
    let index = builder.build();
    let mut finder = index.finder();
    let found = (0_u32..)
        .zip(&pairs)
        .filter(|(at, pair)| {
            finder
                .find(&Name::read(pair.0), 10, |_, _| {})
                .iter()
                // Some names stand in several pairs.
                .any(|it| it.bearer == *at || pairs[it.bearer as usize].1 == pair.1)
        })
        .count();
    assert!(
        found * 100 >= pairs.len() * 97,
        "{found} of {}",
        pairs.len()
    );
}

#[test]
fn slips_and_look_alikes_find_the_name() {
    let mut builder = Builder::default();
    let names = ["Unity", "Hope", "Armenian Youth Association", "Ararat Club"];
    for (at, name) in (0_u32..).zip(names) {
        builder.add(name, at);
    }
    let index = builder.build();
    for (asked, at) in [
        ("Unitty", 0),
        ("Unіty", 0),
        ("Hoep", 1),
        ("Armenian Yuoth Asociation", 2),
        ("Ararat Сlub", 3),
    ] {
        let found = index.finder().find(&Name::read(asked), 3, |_, _| {});
        let best = found.first().map(|it| (it.bearer, it.likeness.is_match()));
        assert_eq!(best, Some((at, true)), "{asked}: {found:?}");
    }
}
