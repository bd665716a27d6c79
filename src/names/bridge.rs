//! Words of one name that stand in the other in one piece: written together, or as their initials.

use super::acronym::{begin, loose};
use super::side::Side;
use super::unit::{Name, Unit};
use super::vocabulary::Class;

/// Finds two neighbours of one side that together sound like one of the other.
pub(super) fn joined(apart: &mut Side<'_>, together: &mut Side<'_>, matched: &mut f32) -> bool {
    let mut any = false;
    for at in 1..apart.units.len() {
        let (first, second) = (apart.units[at - 1], apart.units[at]);
        if apart.taken[at - 1] > 0.0 || apart.taken[at] > 0.0 || first.is_void() && second.is_void()
        {
            continue;
        }
        let letters = first.latin.len() + second.latin.len();
        let may = |unit: &Unit| unit.latin.len() >= 4 && unit.latin.len().abs_diff(letters) <= 3;
        if !together.free().any(|(_, unit)| may(unit)) {
            continue;
        }
        let both: String = [&*first.latin, &*second.latin].concat();
        let heard = super::sound::sound(&both);
        // Words that are all known mean what they say, however they sound together.
        let known = |unit: &Unit| !unit.concepts.is_empty() && !unit.heard;
        let both_known = known(first) && known(second);
        let found = together.free().find_map(|(other, unit)| {
            if !may(unit) || both_known && known(unit) && *both != *unit.latin {
                return None;
            }
            let sim = if *both == *unit.latin {
                1.0
            } else {
                let vowels = if unit.alphabet == first.alphabet {
                    super::distance::Vowels::Written
                } else if unit.alphabet.is_abjad() || first.alphabet.is_abjad() {
                    super::distance::Vowels::Unwritten
                } else {
                    super::distance::Vowels::Respelled
                };
                super::distance::alike(&heard, &unit.sound, vowels)
                    .max(super::distance::alike(&heard, &unit.stem, vowels) * 0.97)
            };
            (sim > 0.82).then_some((other, sim))
        });
        if let Some((other, sim)) = found {
            apart.taken[at - 1] = sim;
            apart.taken[at] = sim;
            together.taken[other] = sim;
            *matched +=
                sim * 0.5 * (apart.weights[at - 1] + apart.weights[at] + together.weights[other]);
            any = true;
        }
    }
    any
}

/// Finds the words of one side whose initials the other has as a word.
pub(super) fn abbreviates(
    short: &mut Side<'_>,
    long: &mut Side<'_>,
    long_name: &Name,
    matched: &mut f32,
) -> bool {
    let alone =
        short.units.len() == 1 || short.units.iter().filter(|unit| !unit.is_void()).count() == 1;
    let scripts = |one: &Unit| long.units.iter().all(|unit| unit.alphabet != one.alphabet);
    let found = short.units.iter().enumerate().find_map(|(at, unit)| {
        if short.taken[at] > 0.0 && !alone {
            return None;
        }
        let letters = unit.latin.len();
        // A word of small letters is an abbreviation only if nothing is missing.
        let may = (unit.class == Class::Unknown || unit.capitals && alone)
            && (unit.capitals || alone || letters <= 5)
            && (3..=8).contains(&letters);
        // With all of the words that count, and with any of those that do not.
        let all = || {
            within(&long_name.initials, &unit.latin) && within(&unit.latin, &long_name.all_initials)
        };
        let exact = || *unit.latin == *long_name.initials || *unit.latin == *long_name.all_initials;
        let elsewhere = || {
            let left: Vec<&Unit> = long.free().map(|(_, unit)| unit).collect();
            unit.capitals && scripts(unit) && loose(&unit.latin) == loose(&long_name.initials)
                || unit
                    .short
                    .as_ref()
                    .is_some_and(|it| begin(it, &long.units) || begin(it, &left))
        };
        let whole = may && (exact() || unit.capitals && all() || elsewhere());
        let run = || {
            letters >= 3
                && unit.capitals
                && (long_name.initials.contains(&*unit.latin)
                    || long_name.all_initials.contains(&*unit.latin))
        };
        (may && (whole || run())).then_some((at, whole))
    });
    let Some((at, whole)) = found else {
        return false;
    };
    let worth = if whole { 0.85 } else { 0.7 };
    short.taken[at] = 1.0;
    let mut covered = 0.0;
    for other in 0..long.units.len() {
        if long.taken[other] == 0.0 && !long.units[other].is_void() {
            long.taken[other] = worth;
            covered += worth * long.weights[other];
        }
    }
    *matched += 0.5 * (short.weights[at] * worth + covered);
    true
}

/// Whether the letters of one stand in the other in the same order.
fn within(letters: &str, text: &str) -> bool {
    let mut rest = text.bytes();
    !letters.is_empty()
        && letters
            .bytes()
            .all(|letter| rest.any(|other| other == letter))
}
