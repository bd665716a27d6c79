//! Names of one organization are alike, and those of others are not.

use proptest::prelude::*;

use super::*;
use crate::names::MATCH;

fn score(a: &str, b: &str) -> f32 {
    compare_texts(a, b, &Rarity::unknown()).score
}

#[test]
fn translations_and_transliterations_match() {
    for (a, b) in [
        (
            "Общество армянской культуры «Арарат»",
            "Ararat Armenian Cultural Society",
        ),
        ("Obshchestvo Ararat", "Общество Арарат"),
        (
            "Ассоциация украинских женщин в Берлине",
            "Verein ukrainischer Frauen in Berlin",
        ),
        ("جامعة القاهرة", "Cairo University"),
        ("ARS", "Armenian Relief Society"),
    ] {
        assert!(
            score(a, b) >= MATCH,
            "{a} | {b}: {:?}",
            compare_texts(a, b, &Rarity::unknown())
        );
    }
}

#[test]
fn other_places_numbers_and_branches_do_not() {
    for (a, b) in [
        ("Школа № 5", "School No. 6"),
        (
            "Armenian Community of Berlin",
            "Armenian Community of Munich",
        ),
        (
            "Armenian Community of Berlin",
            "Georgian Community of Berlin",
        ),
        ("Kurdish Women's Union", "Kurdish Youth Union"),
    ] {
        assert!(
            score(a, b) < MATCH,
            "{a} | {b}: {:?}",
            compare_texts(a, b, &Rarity::unknown())
        );
    }
}

#[test]
fn hostile_names_end_soon() {
    let began = std::time::Instant::now();
    for text in [
        "x".repeat(10_000),
        "я ".repeat(10_000),
        "—«»…".repeat(3_000),
        "\u{202E}\u{200B}a\u{200D}".repeat(3_000),
        "ა".repeat(10_000),
        "1 ".repeat(9_000),
        "ﷺ".repeat(10_000),
    ] {
        let likeness = compare_texts(&text, "Armenian Relief Society", &Rarity::unknown());
        assert!((0.0..=1.0).contains(&likeness.score));
        assert!(crate::names::keys(&text).len() <= 64);
    }
    assert!(began.elapsed().as_secs() < 5);
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[A-Za-zа-яА-Яա-ֆა-ჰא-תء-ي0-9 .«»'-]{0,60}",
        proptest::sample::select(vec![
            "Armenian Relief Society",
            "Общество армянской культуры",
            "جامعة القاهرة",
            "School No. 5",
            "Verein der Freunde Georgiens e.V.",
            "თბილისის უნივერსიტეტი",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn a_score_is_a_score_whoever_asks(a in text(), b in text()) {
        let (one, other) = (compare_texts(&a, &b, &Rarity::unknown()), compare_texts(&b, &a, &Rarity::unknown()));
        prop_assert!((0.0..=1.0).contains(&one.score));
        prop_assert_eq!(one.score.to_bits(), other.score.to_bits());
        let (mut x, mut y) = (one.reasons, other.reasons);
        x.sort_unstable();
        y.sort_unstable();
        prop_assert_eq!(x, y);
    }

    #[test]
    fn what_is_equal_scores_one(a in text()) {
        prop_assert_eq!(score(&a, &a).to_bits(), 1.0_f32.to_bits());
    }

    #[test]
    fn letter_case_and_signs_change_nothing(a in "[A-Za-zа-яА-Я]{2,8}( [A-Za-zа-я]{2,8}){0,4}") {
        prop_assert_eq!(score(&a, &a.to_uppercase()).to_bits(), 1.0_f32.to_bits());
        prop_assert_eq!(score(&a, &format!("«{a}».")).to_bits(), 1.0_f32.to_bits());
    }

    #[test]
    fn the_order_of_words_hardly_matters(words in proptest::collection::vec("[a-z]{5,9}", 2..6)) {
        let there = words.join(" ");
        let back = words.iter().rev().cloned().collect::<Vec<_>>().join(" ");
        prop_assert!(score(&there, &back) > 0.9, "{}", score(&there, &back));
    }
}
