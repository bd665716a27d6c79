//! How well pairs are told apart, as a floor: on labelled pairs of our own, hard negatives included.

use super::labelled::{Labelled, count, labelled};
use super::{Profile, Reason, SUGGESTED, Spot, Texts, compare};

/// Right ones among those suggested, and suggested ones among the right.
fn measured(pairs: &[Labelled]) -> (f64, f64) {
    let said = |it: &&Labelled| compare(&it.one.profile, &it.other.profile).score >= SUGGESTED;
    let right = pairs.iter().filter(|it| it.is_overlap);
    let hits = right.clone().filter(said).count() as f64;
    let suggested = pairs.iter().filter(said).count() as f64;
    (hits / suggested, hits / right.count() as f64)
}

#[test]
fn labelled_pairs_are_told_apart_also_those_that_were_held_out() {
    let all = labelled();
    assert_eq!(
        all.len(),
        count(),
        "a pair names an initiative that is not there"
    );
    assert!(all.len() >= 200);
    for held_out in [false, true] {
        let half: Vec<Labelled> = all
            .iter()
            .filter(|it| it.is_held_out == held_out)
            .cloned()
            .collect();
        let (precision, recall) = measured(&half);
        assert!(
            precision >= 0.90 && recall >= 0.90,
            "held out {held_out}: precision {precision:.3}, recall {recall:.3}"
        );
    }
}

#[test]
fn whatever_overlaps_is_found_by_its_signs() {
    for pair in labelled().iter().filter(|it| it.is_overlap) {
        let signs = pair.other.profile.signs();
        let shared = pair
            .one
            .profile
            .signs()
            .iter()
            .filter(|it| signs.contains(it))
            .count();
        assert!(
            shared > 0,
            "{} and {} share no sign",
            pair.one.title,
            pair.other.title
        );
    }
}

#[test]
fn the_order_of_two_does_not_matter() {
    for pair in labelled() {
        let one = compare(&pair.one.profile, &pair.other.profile).score;
        let other = compare(&pair.other.profile, &pair.one.profile).score;
        assert!(
            (one - other).abs() < 1e-4,
            "{} / {}",
            pair.one.title,
            pair.other.title
        );
    }
}

fn school(language_title: &str, place: &str) -> Profile {
    let mut profile = Profile {
        hosts: vec![Spot::new("FR", place)],
        ..Profile::default()
    };
    profile.read(&[Texts {
        title: language_title,
        more: Vec::new(),
    }]);
    profile
}

#[test]
fn two_that_say_nothing_in_common_are_never_suggested_and_a_reason_is_what_they_share() {
    let (one, other) = (
        school("Sunday school", "Lyon"),
        school("Воскресная школа", "Лион"),
    );
    let overlap = compare(&one, &other);
    assert!(
        matches!(&overlap.reasons[0], Reason::Words { pairs } if !pairs.is_empty()),
        "{overlap:?}"
    );
    assert!(
        overlap
            .reasons
            .iter()
            .any(|it| matches!(it, Reason::Place { .. })),
        "{overlap:?}"
    );
    let apart = compare(&one, &school("Шахматный турнир", "Лион"));
    assert!(apart.score < overlap.score);
    let nothing = compare(&Profile::default(), &Profile::default());
    assert!(nothing.score < 0.01 && nothing.reasons.is_empty());
}
