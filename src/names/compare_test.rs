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
fn slips_look_alikes_and_abbreviations_match() {
    for (a, b) in [
        ("Unityy", "Unity"),
        ("Hoep", "Hope"),
        ("Univeristy of Tartu", "Тартуский университет"),
        ("Unіty Club", "Unity Club"),
        ("УКК", "Ukrainian Canadian Congress"),
        ("A.G.B.U.", "Armenian General Benevolent Union"),
        ("Group 5", "Group V"),
        ("Twenty-First Century Fund", "21st Century Fund"),
        ("多伦多华人文化中心", "Chinese Cultural Centre of Toronto"),
        ("የኤርትራ ማኅበረሰብ በስቶክሆልም", "Eritrean Community in Stockholm"),
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
        ("Club A", "Club B"),
        ("Section C Parents", "Section D Parents"),
        ("Group 1a", "Group 1b"),
        ("y", "z"),
        ("The", "Of"),
        ("GmbH", "Ltd"),
        ("Cultural Society", "Cultural Association"),
        ("Anti-Racism League", "Racism League"),
        ("Friends of Ararat School", "Ararat School"),
        ("University of Tartu Museum", "University of Tartu"),
        ("Central Bank of Armenia", "Bank of Armenia"),
        ("Ararat headquarters", "Ararat branch"),
        ("Казахский клуб", "Казачий клуб"),
        ("Saturday School", "Sunday School"),
        ("Warsaw University", "Warsaw Polytechnic"),
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

/// Up to ten thousand characters that nobody is called by: any signs, marks that turn the line round, joiners, ligatures.
fn hostile() -> impl Strategy<Value = String> {
    let odd = proptest::sample::select(vec![
        '\u{202E}',
        '\u{2066}',
        '\u{2069}',
        '\u{200B}',
        '\u{200D}',
        '\u{200F}',
        '\u{FEFF}',
        '\u{AD}',
        '\u{301}',
        '\u{338}',
        'ﷺ',
        'ﬃ',
        'İ',
        'ß',
        'և',
        'ა',
        'ǆ',
        '٣',
        'Ⅻ',
        '\'',
        '’',
        '(',
        '[',
        ' ',
        '\0',
        '\u{10FFFF}',
    ]);
    let letter = prop_oneof![any::<char>(), odd, proptest::char::range('а', 'я')];
    (proptest::collection::vec(letter, 1..60), 1..1_000_usize).prop_map(|(letters, times)| {
        let once: String = letters.into_iter().collect();
        once.repeat(times).chars().take(10_000).collect()
    })
}

/// The same name with something that cannot be seen behind each letter.
fn veiled(name: &str, veil: char) -> String {
    name.chars().flat_map(|c| [c, veil]).collect()
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
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_sent_is_compared_soon_and_the_same_both_ways(a in hostile(), b in prop_oneof![hostile(), text()]) {
        // The vocabulary is read before the clock starts.
        let _ = Name::read("Union");
        let began = std::time::Instant::now();
        let (one, other) = (compare_texts(&a, &b, &Rarity::unknown()), compare_texts(&b, &a, &Rarity::unknown()));
        prop_assert!((0.0..=1.0).contains(&one.score), "{}", one.score);
        prop_assert_eq!(one.score.to_bits(), other.score.to_bits());
        prop_assert_eq!(score(&a, &a).to_bits(), 1.0_f32.to_bits());
        // Four comparisons of names that are cut: a debug build takes some milliseconds.
        prop_assert!(began.elapsed().as_millis() < 2_000, "{:?}", began.elapsed());
    }

    #[test]
    fn whatever_is_sent_has_a_bounded_number_of_keys_and_units(a in hostile()) {
        let name = Name::read(&a);
        prop_assert!(name.units.len() <= 32);
        prop_assert!(name.units.iter().all(|unit| unit.weight.is_finite() && unit.weight >= 0.0));
        prop_assert!(crate::names::keys(&a).len() <= 64);
        prop_assert_eq!(crate::names::keys(&a), crate::names::keys(&a));
    }

    #[test]
    fn what_cannot_be_seen_changes_nothing(
        name in "[A-Za-zа-яա-ֆ]{2,9}( [A-Za-zа-яա-ֆ]{2,9}){0,3}",
        veil in proptest::sample::select(vec!['\u{200B}', '\u{200D}', '\u{200E}', '\u{202B}', '\u{2060}', '\u{2067}', '\u{FEFF}', '\u{AD}']),
    ) {
        prop_assert_eq!(score(&name, &veiled(&name, veil)).to_bits(), 1.0_f32.to_bits());
    }

    #[test]
    fn two_letters_that_changed_places_are_a_slip(
        word in "[b-df-hj-np-tv-xz][aeiou][b-df-hj-np-tv-xz][aeiou][b-df-hj-np-tv-xz][aeiou]", at in 1..4_usize,
    ) {
        let mut letters: Vec<char> = word.chars().collect();
        letters.swap(at, at + 1);
        let slip: String = letters.into_iter().collect();
        prop_assert!(score(&format!("Ararat {word}"), &format!("Ararat {slip}")) >= MATCH, "{word} {slip}");
    }
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
