//! Numbers in names: digits of any script, Roman numerals, and the endings of ordinals.

use std::sync::Arc;

use super::keys::hash;
use super::unit::Unit;
use super::vocabulary::Class;
use super::word::{Alphabet, Word};

/// Endings that make an ordinal of digits: 1st, 2-й, 3-րդ, 4e.
const ENDINGS: &[&str] = &[
    "st", "nd", "rd", "th", "e", "er", "eme", "a", "o", "й", "я", "е", "го", "ой", "ый", "ая",
    "ша", "րդ", "ին", "ე", "η", "ος", "οσ", "ου", "ο",
];

/// Whether a word is the ending of the number before it. `at` is its place in the name.
pub(super) fn is_ending(words: &[Word], at: usize) -> bool {
    at > 0
        && words
            .first()
            .is_some_and(|word| word.attached && ENDINGS.contains(&word.plain.as_str()))
}

/// A number, if the first word is one. Roman numerals are written in capitals.
pub(super) fn read(words: &[Word], shouted: bool) -> Option<Unit> {
    let word = words.first()?;
    let number = match word.alphabet {
        Alphabet::Digits => word.latin.parse::<u32>().ok()?,
        Alphabet::Latin if word.capitals && !shouted => roman(&word.latin)?,
        _ => return None,
    };
    Some(of(number, word))
}

/// "Twenty-first": the words for tens and ones that stand together are one number.
pub(super) fn add_up(units: &mut Vec<Arc<Unit>>) {
    let [.., tens, ones] = &units[..] else {
        return;
    };
    let (Some(ten), Some(one)) = (tens.number, ones.number) else {
        return;
    };
    let in_words = tens.alphabet != Alphabet::Digits && ones.alphabet != Alphabet::Digits;
    if in_words && (20..100).contains(&ten) && ten % 10 == 0 && (1..10).contains(&one) {
        let sum = Unit {
            number: Some(ten + one),
            key: hash('c', (ten + one).to_string().as_bytes()),
            latin: [&*tens.latin, &*ones.latin].concat().into(),
            concepts: Vec::new(),
            ..(**tens).clone()
        };
        units.truncate(units.len() - 2);
        units.push(Arc::new(sum));
    }
}

/// A number, as a unit.
pub(super) fn of(number: u32, word: &Word) -> Unit {
    Unit {
        concepts: Vec::new(),
        class: Class::Number,
        weight: Class::Number.weight(),
        number: Some(number),
        latin: word.latin.as_str().into(),
        sound: word.latin.as_bytes().into(),
        stem: word.latin.as_bytes().into(),
        bare: None,
        alphabet: Alphabet::Digits,
        capitals: false,
        heard: false,
        slips: Vec::new(),
        quoted: word.quoted,
        short: None,
        consonants: 0,
        // The same as of the word for it.
        key: hash('c', number.to_string().as_bytes()),
    }
}

/// Two letters at least: a single one is an initial.
fn roman(latin: &str) -> Option<u32> {
    if !(2..=6).contains(&latin.len()) {
        return None;
    }
    let mut sum = 0;
    let mut before = 0;
    for byte in latin.bytes().rev() {
        let value = match byte {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            _ => return None,
        };
        if value < before {
            sum -= value;
        } else {
            sum += value;
            before = value;
        }
    }
    let sum = u32::try_from(sum)
        .ok()
        .filter(|sum| (1..40).contains(sum))?;
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn roman_numerals_are_read() {
        for (text, number) in [("ii", 2), ("iv", 4), ("ix", 9), ("xiv", 14), ("xxi", 21)] {
            assert_eq!(roman(text), Some(number), "{text}");
        }
        for text in ["i", "mix", "xylo", "", "vvvvvvvvvv"] {
            assert_eq!(roman(text), None, "{text}");
        }
    }
}
