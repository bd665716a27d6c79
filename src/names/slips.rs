//! Words of the vocabulary with a slip of typing: one letter too many, too few, another, or two that changed places.

use super::keys::hash;

/// A form, whether it is a stem, and what it means.
pub(super) type Form = (Box<str>, bool, u16);

/// The forms that a slip is looked for in, by themselves and without each of their letters.
#[derive(Debug, Default)]
pub(super) struct Slips {
    forms: Vec<Form>,
    /// Sorted: the hash of what is left of a form, and its place.
    entries: Vec<(i32, u32)>,
}

/// Shorter words are a letter away from too many others.
const SHORTEST: usize = 5;

/// Stems that may go on after a slip.
const SHORTEST_STEM: usize = 6;

/// How long an ending may be behind a stem with a slip.
const ENDING: usize = 5;

/// The meanings of a slip: more say nothing.
const MEANINGS: usize = 3;

impl Slips {
    pub(super) fn of(forms: Vec<Form>) -> Self {
        let mut entries = Vec::new();
        for (at, (form, ..)) in (0_u32..).zip(&forms) {
            shortened(form, |left| entries.push((hash('d', left), at)));
        }
        entries.sort_unstable();
        entries.dedup();
        Self { forms, entries }
    }

    /// The meanings of the forms that the word is one slip away from; of several, those of the longest form.
    pub(super) fn find(&self, word: &str) -> Vec<u16> {
        let ends: Vec<usize> = word
            .char_indices()
            .map(|(at, _)| at)
            .chain([word.len()])
            .collect();
        let letters = ends.len() - 1;
        let least = SHORTEST_STEM.max(letters.saturating_sub(ENDING)) - 1;
        let mut best = (false, 0);
        let mut found: Vec<u16> = Vec::new();
        for cut in (least.min(letters)..=letters).rev() {
            let (prefix, whole) = (&word[..ends[cut]], cut == letters);
            if best.0 && !whole {
                break;
            }
            self.near(prefix, |(form, is_stem, meaning)| {
                let length = form.chars().count();
                let fits = if whole {
                    length >= SHORTEST
                        || length == letters && length == SHORTEST - 1 && is_turn(prefix, form)
                } else {
                    *is_stem && length >= SHORTEST_STEM
                };
                if !fits || !is_slip(prefix, form) {
                    return;
                }
                let rank = (whole, length);
                if rank > best {
                    best = rank;
                    found.clear();
                }
                if rank == best && found.len() < MEANINGS && !found.contains(meaning) {
                    found.push(*meaning);
                }
            });
        }
        found
    }

    fn near(&self, word: &str, mut each: impl FnMut(&Form)) {
        shortened(word, |left| {
            let key = hash('d', left);
            let from = self.entries.partition_point(|entry| entry.0 < key);
            for (_, at) in self.entries[from..].iter().take_while(|it| it.0 == key) {
                each(&self.forms[*at as usize]);
            }
        });
    }
}

/// The word, and the word without each of its letters.
fn shortened(word: &str, mut each: impl FnMut(&[u8])) {
    let bytes = word.as_bytes();
    each(bytes);
    let mut left = Vec::with_capacity(bytes.len());
    for (at, c) in word.char_indices() {
        left.clear();
        left.extend_from_slice(&bytes[..at]);
        left.extend_from_slice(&bytes[at + c.len_utf8()..]);
        each(&left);
    }
}

/// Whether one slip makes one of the other. The first letter is right: who types watches it.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    if one.chars().next() != other.chars().next() {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([], []) => false,
        ([first, second, rest @ ..], [third, fourth, others @ ..])
            if first == fourth && second == third =>
        {
            rest == others
        }
        _ if a.len() == b.len() => a[1..] == b[1..],
        _ if a.len() > b.len() => a[1..] == *b,
        _ => *a == b[1..],
    }
}

/// Whether two neighbouring letters changed places, and nothing else.
pub(super) fn is_turn(one: &str, other: &str) -> bool {
    let (mut a, mut b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    a.sort_unstable();
    b.sort_unstable();
    a == b && is_slip(one, other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter_or_two_that_changed_places() {
        for (one, other) in [
            ("unitty", "unity"),
            ("univeristy", "university"),
            ("hoep", "hope"),
            ("асоциация", "ассоциация"),
            ("asseciation", "association"),
        ] {
            assert!(is_slip(one, other) && is_slip(other, one), "{one} {other}");
        }
        for (one, other) in [("unity", "unity"), ("mother", "father"), ("fold", "gold")] {
            assert!(!is_slip(one, other), "{one} {other}");
        }
    }

    #[test]
    fn slips_are_found_in_whole_forms_and_in_stems() {
        let slips = Slips::of(vec![
            ("unity".into(), false, 1),
            ("universit".into(), true, 2),
            ("hope".into(), false, 3),
        ]);
        for (word, meaning) in [
            ("unitty", Some(1)),
            ("univeristy", Some(2)),
            ("unversities", Some(2)),
            ("hoep", Some(3)),
            ("hop", None),
            ("hype", None),
            ("universal", None),
        ] {
            assert_eq!(slips.find(word).first().copied(), meaning, "{word}");
        }
    }
}
