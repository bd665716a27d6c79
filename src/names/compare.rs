//! Comparing two names: which words of one stand for which of the other, and what is left over on both sides.

use super::against::contradictions;
use super::bridge::{abbreviates, joined};
use super::derived::{common, derived};
use super::rarity::Rarity;
use super::reason::{Likeness, Reason};
use super::side::Side;
use super::unit::{Name, Unit};
use super::unit_alike::{How, between, told};
use super::vocabulary::Class;

/// What a word that each of the names has instead of one of the other takes away, beside one that both have.
const CONTRARY: f32 = 1.25;

/// What a word that only one of the names has takes away, beside one that both lack.
const OMITTED: f32 = 0.42;

/// How alike a word that nobody knows and one that everybody does are taken to be, and how much must agree before.
const PRESUMED: f32 = 0.4;
const PRESUMED_FROM: f32 = 1.9;

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
        if !self.a.real && !self.b.real {
            // "The" and "Of", GmbH and Ltd: signs, not names.
            return Likeness {
                score: 0.0,
                reasons: Vec::new(),
            };
        }
        self.pair();
        self.join();
        self.initials();
        self.presume();
        let (left_a, left_b) = (self.a.left(), self.b.left());
        let against = CONTRARY * left_a.min(left_b) + OMITTED * (left_a - left_b).abs();
        let whole = self.matched + against;
        let mut score = if whole > 0.0 {
            self.matched / whole
        } else {
            0.0
        };
        let (factor, mut against) = contradictions(&self.a, &self.b);
        score *= factor * common(&self.a, &self.b, &self.pairs);
        let (factor, also) = derived(&self.a, &self.b);
        score *= factor;
        against.extend(also.filter(|reason| !against.contains(reason)));
        self.reasons.extend(against);
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
    /// Of two languages, a word that the vocabulary has and one that it does not, where all else agrees: the one may well be the
    /// other.
    fn presume(&mut self) {
        let translated = |(i, j, how): &(usize, usize, How)| {
            *how == How::Meaning && told(self.a.units[*i], self.b.units[*j]) == How::Translated
        };
        if self.matched < PRESUMED_FROM || !self.pairs.iter().any(translated) {
            return;
        }
        if let (Some((i, one)), Some((j, other))) = (self.a.only(), self.b.only())
            && (is_untranslated(one) && is_common(other)
                || is_common(one) && is_untranslated(other))
        {
            self.take(i, j, PRESUMED, How::Translated);
        }
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
        } else if self.matched > 0.0 {
            said.push(Reason::InPart);
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

fn is_untranslated(unit: &Unit) -> bool {
    unit.class == Class::Unknown
        && unit.concepts.is_empty()
        && !unit.capitals
        && !unit.quoted
        && unit.latin.len() >= 4
}

const fn is_common(unit: &Unit) -> bool {
    matches!(
        unit.class,
        Class::Institution | Class::Field | Class::Quality | Class::Attribute
    )
}

#[cfg(test)]
#[path = "compare_test.rs"]
mod tests;
