//! Comparing two names: which words of one stand for which of the other, and what is left over on both sides.

use super::rarity::Rarity;
use super::reason::{Likeness, Reason};
use super::unit::{Name, Unit};
use super::unit_alike::{How, between, told};
use super::vocabulary::Class;

/// What a word that each of the names has instead of one of the other takes away, beside one that both have.
const CONTRARY: f32 = 1.25;

/// What a word that only one of the names has takes away, beside one that both lack.
const OMITTED: f32 = 0.42;

/// How alike two names are, by the rarity of their words.
pub fn compare(a: &Name, b: &Name, rarity: &Rarity) -> Likeness {
    if a.folded == b.folded && !a.folded.is_empty() {
        return Likeness {
            score: 1.0,
            reasons: vec![Reason::SameName],
        };
    }
    // From one order of the two alone, so that the answer does not depend on who asks.
    if a.folded > b.folded {
        return Weighing::new(b, a, rarity).done();
    }
    Weighing::new(a, b, rarity).done()
}

/// How alike two names are. What is equal to the last sign is alike even where there is nothing to read.
pub fn compare_texts(a: &str, b: &str, rarity: &Rarity) -> Likeness {
    if a == b {
        return Likeness {
            score: 1.0,
            reasons: vec![Reason::SameName],
        };
    }
    compare(&Name::read(a), &Name::read(b), rarity)
}

/// One side of a comparison: its units, their weights, and how much of each is accounted for.
struct Side<'a> {
    units: Vec<&'a Unit>,
    weights: Vec<f32>,
    taken: Vec<f32>,
}

impl<'a> Side<'a> {
    fn new(name: &'a Name, rarity: &Rarity) -> Self {
        let mut units: Vec<&Unit> = name.units.iter().map(AsRef::as_ref).collect();
        let real = units
            .iter()
            .any(|unit| !unit.is_void() && unit.weight > 0.2);
        if real {
            units.retain(|unit| unit.class != Class::Nothing);
        }
        let weights = units
            .iter()
            .map(|unit| {
                if !real {
                    1.0
                } else if unit.is_void() {
                    unit.weight
                } else {
                    unit.weight * rarity.factor(unit.key)
                }
            })
            .collect();
        let taken = vec![0.0; units.len()];
        Self {
            units,
            weights,
            taken,
        }
    }

    fn free(&self) -> impl Iterator<Item = (usize, &'a Unit)> {
        self.units
            .iter()
            .enumerate()
            .filter(|(at, _)| self.taken[*at] == 0.0)
            .map(|(at, unit)| (at, *unit))
    }

    fn left(&self) -> f32 {
        self.weights
            .iter()
            .zip(&self.taken)
            .map(|(weight, taken)| weight * (1.0 - taken))
            .sum()
    }
}

struct Weighing<'a> {
    a: Side<'a>,
    b: Side<'a>,
    names: (&'a Name, &'a Name),
    pairs: Vec<(usize, usize, How)>,
    matched: f32,
    reasons: Vec<Reason>,
}

impl<'a> Weighing<'a> {
    fn new(a: &'a Name, b: &'a Name, rarity: &Rarity) -> Self {
        Self {
            a: Side::new(a, rarity),
            b: Side::new(b, rarity),
            names: (a, b),
            pairs: Vec::new(),
            matched: 0.0,
            reasons: Vec::new(),
        }
    }

    fn done(mut self) -> Likeness {
        self.pair();
        self.join();
        self.initials();
        let (left_a, left_b) = (self.a.left(), self.b.left());
        let against = CONTRARY * left_a.min(left_b) + OMITTED * (left_a - left_b).abs();
        let whole = self.matched + against;
        let mut score = if whole > 0.0 {
            self.matched / whole
        } else {
            0.0
        };
        score *= self.contradictions();
        self.explain(left_a, left_b);
        // One is kept for what is the same to the letter.
        Likeness {
            score: score.clamp(0.0, 0.995),
            reasons: if score > 0.0 {
                self.reasons
            } else {
                Vec::new()
            },
        }
    }

    /// Pairs units greedily, the weightiest likeness first.
    fn pair(&mut self) {
        let mut found: Vec<(f32, usize, usize, f32, How)> = Vec::new();
        for (i, one) in self.a.units.iter().enumerate() {
            for (j, other) in self.b.units.iter().enumerate() {
                if let Some((sim, how)) = between(one, other) {
                    let worth = sim * (self.a.weights[i] + self.b.weights[j]);
                    // Of equals, those that stand at like places.
                    let places = i.abs_diff(j);
                    #[expect(clippy::cast_precision_loss, reason = "places are few")]
                    found.push((worth - 0.001 * places as f32, i, j, sim, how));
                }
            }
        }
        found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        for (_, i, j, sim, how) in found {
            if self.a.taken[i] == 0.0 && self.b.taken[j] == 0.0 {
                self.take(i, j, sim, how);
            }
        }
        // A phrase that says a thing twice has it once.
        self.repeated();
    }

    fn take(&mut self, i: usize, j: usize, sim: f32, how: How) {
        self.a.taken[i] = sim.max(0.01);
        self.b.taken[j] = sim.max(0.01);
        self.matched += sim * 0.5 * (self.a.weights[i] + self.b.weights[j]);
        self.pairs.push((i, j, how));
    }

    /// What repeats a unit that is accounted for says nothing new.
    fn repeated(&mut self) {
        for side in [&mut self.a, &mut self.b] {
            for at in 0..side.units.len() {
                let repeats = side.taken[at] == 0.0
                    && side.units.iter().enumerate().any(|(other, unit)| {
                        other != at && side.taken[other] > 0.9 && unit.key == side.units[at].key
                    });
                if repeats {
                    side.taken[at] = 1.0;
                }
            }
        }
    }

    /// Words of one name that the other writes together.
    fn join(&mut self) {
        if joined(&mut self.a, &mut self.b, &mut self.matched)
            | joined(&mut self.b, &mut self.a, &mut self.matched)
        {
            self.reasons.push(Reason::Joined);
        }
    }

    /// An acronym in one name for words of the other.
    fn initials(&mut self) {
        let (a, b) = self.names;
        if abbreviates(&mut self.a, &mut self.b, b, &mut self.matched)
            | abbreviates(&mut self.b, &mut self.a, a, &mut self.matched)
        {
            self.reasons.push(Reason::Acronym);
        }
    }

    /// What tells the names apart however much else they share: the factor that is left.
    fn contradictions(&mut self) -> f32 {
        let mut factor = 1.0;
        let mut against = Vec::new();
        let numbers = |side: &Side<'_>| {
            side.free()
                .filter_map(|(_, unit)| unit.number)
                .collect::<Vec<_>>()
        };
        let (a, b) = (numbers(&self.a), numbers(&self.b));
        let is_year = |number: &u32| (1700..2100).contains(number);
        match (a.is_empty(), b.is_empty()) {
            (false, false) => {
                factor *= 0.45;
                against.push(Reason::OtherNumber);
            }
            (true, true) => {}
            _ if a.iter().chain(&b).all(is_year) => factor *= 0.95,
            _ => {
                factor *= 0.8;
                against.push(Reason::OtherNumber);
            }
        }
        let of = |side: &Side<'_>, class: &[Class]| {
            side.free()
                .filter(|(_, unit)| class.contains(&unit.class))
                .count()
        };
        let places = |side: &Side<'_>| of(side, &[Class::Town]);
        let countries = |side: &Side<'_>| of(side, &[Class::Country]);
        if places(&self.a) > 0 && places(&self.b) > 0
            || countries(&self.a) > 0 && countries(&self.b) > 0
        {
            factor *= 0.6;
            against.push(Reason::OtherPlace);
        }
        let (one, other) = (
            of(&self.a, &[Class::Opposite]),
            of(&self.b, &[Class::Opposite]),
        );
        if one > 0 && other > 0 {
            factor *= 0.5;
            against.push(Reason::Opposite);
        } else if one + other > 0 {
            factor *= 0.88;
        }
        factor *= replaced(&self.a, &self.b);
        let level = |side: &Side<'_>| side.free().any(|(_, unit)| unit.group() == Some("nat"));
        if level(&self.a) && level(&self.b) {
            factor *= 0.75;
        }
        if kinds_differ(&self.a, &self.b) {
            factor *= 0.75;
            against.push(Reason::OtherKind);
        }
        let branch = |side: &Side<'_>| side.free().any(|(_, unit)| unit.means("branch"));
        if branch(&self.a) != branch(&self.b) {
            factor *= 0.75;
            against.push(Reason::Branch);
        }
        self.reasons.append(&mut against);
        factor
    }

    fn explain(&mut self, left_a: f32, left_b: f32) {
        let mut said: Vec<Reason> = Vec::new();
        for (i, j, how) in &self.pairs {
            let weight = self.a.weights[*i] + self.b.weights[*j];
            let how = match how {
                How::Meaning => told(self.a.units[*i], self.b.units[*j]),
                other => *other,
            };
            let reason = match how {
                How::Same | How::Meaning => continue,
                How::Respelled => Reason::Respelled,
                How::Translated => Reason::Translated,
                How::Mistyped => Reason::Mistyped,
                How::Near => Reason::NearKind,
            };
            if weight > 0.1 && !said.contains(&reason) {
                said.push(reason);
            }
        }
        let matched: Vec<(usize, usize)> = {
            let mut pairs: Vec<(usize, usize)> =
                self.pairs.iter().map(|(i, j, _)| (*i, *j)).collect();
            pairs.sort_unstable();
            pairs
        };
        let same_language =
            !said.contains(&Reason::Translated) && !said.contains(&Reason::Respelled);
        if same_language && matched.windows(2).any(|two| two[0].1 > two[1].1) {
            said.push(Reason::OtherOrder);
        }
        let form = |side: &Side<'_>| side.free().any(|(_, unit)| unit.class == Class::Legal);
        if left_a < 0.2 && left_b < 0.2 {
            if form(&self.a) || form(&self.b) {
                said.push(Reason::OtherForm);
            }
        } else if left_a.min(left_b) < 0.3 {
            said.push(Reason::Shorter);
        }
        said.sort_unstable();
        let against = std::mem::take(&mut self.reasons);
        let (mut joined, against): (Vec<Reason>, Vec<Reason>) = against
            .into_iter()
            .partition(|reason| matches!(reason, Reason::Joined | Reason::Acronym));
        if said.is_empty() && joined.is_empty() && against.is_empty() && self.matched > 0.0 {
            said.push(Reason::SameName);
        }
        self.reasons = said;
        self.reasons.append(&mut joined);
        self.reasons.extend(against);
    }
}

/// What is left when a word that tells organizations apart stands in one name where another stands in the other: less,
/// the surer it is that they do not mean the same.
fn replaced<'a>(a: &Side<'a>, b: &Side<'a>) -> f32 {
    let strong = |side: &Side<'a>| -> Vec<&'a Unit> {
        side.free()
            .map(|(_, unit)| unit)
            .filter(|unit| {
                unit.weight >= 0.6
                    && matches!(
                        unit.class,
                        Class::Field
                            | Class::Unknown
                            | Class::Attribute
                            | Class::Town
                            | Class::Country
                            | Class::Given
                    )
            })
            .collect()
    };
    let (a, b) = (strong(a), strong(b));
    a.iter()
        .flat_map(|one| b.iter().map(move |other| (one, other)))
        .map(|(one, other)| {
            let known = (!one.concepts.is_empty(), !other.concepts.is_empty());
            match (known, one.alphabet == other.alphabet) {
                ((true, true), _) => 0.82,
                ((false, false), true) => 0.87,
                ((true, false) | (false, true), true) => 0.9,
                // A translation that the vocabulary does not have.
                _ => 0.98,
            }
        })
        .fold(1.0, f32::min)
}

/// Whether one is a hospital and the other a library. Unions, societies and centres are called what their translators
/// please.
fn kinds_differ(a: &Side<'_>, b: &Side<'_>) -> bool {
    const FIRM: &[&str] = &["edu", "health", "culture", "firm", "faith", "gov", "media"];
    let kind = |side: &Side<'_>| {
        side.free()
            .filter(|(_, unit)| unit.class == Class::Institution)
            .find_map(|(_, unit)| unit.group())
    };
    matches!((kind(a), kind(b)), (Some(one), Some(other)) if FIRM.contains(&one) || FIRM.contains(&other))
}

/// Finds two neighbours of one side that together sound like one of the other.
fn joined(apart: &mut Side<'_>, together: &mut Side<'_>, matched: &mut f32) -> bool {
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
        let found = together.free().find_map(|(other, unit)| {
            if !may(unit) {
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
fn abbreviates(
    short: &mut Side<'_>,
    long: &mut Side<'_>,
    long_name: &Name,
    matched: &mut f32,
) -> bool {
    let alone = short.units.iter().filter(|unit| !unit.is_void()).count() == 1;
    let found = short.units.iter().enumerate().find_map(|(at, unit)| {
        if short.taken[at] > 0.0 && !alone {
            return None;
        }
        let letters = unit.latin.len();
        let may = unit.class == Class::Unknown
            && (unit.capitals || alone || letters <= 5)
            && (3..=8).contains(&letters);
        // With all of the words that count, and with any of those that do not.
        let whole = within(&long_name.initials, &unit.latin)
            && within(&unit.latin, &long_name.all_initials);
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

#[cfg(test)]
#[path = "compare_test.rs"]
mod tests;
