//! Words in which letters of another alphabet stand for letters that look the same: typed on two keyboards, or to deceive.

use std::borrow::Cow;

use super::letters::is_left_out;
use super::word::Alphabet;

/// Small Latin letters, and the Cyrillic and Greek ones that look like them, small or large; a blank where there is none.
const ALIKE: &[(char, char, char)] = &[
    ('a', 'а', 'α'),
    ('b', 'в', 'β'),
    ('c', 'с', ' '),
    ('e', 'е', 'ε'),
    ('h', 'н', 'η'),
    ('h', 'һ', ' '),
    ('i', 'і', 'ι'),
    ('ï', 'ї', 'ϊ'),
    ('j', 'ј', ' '),
    ('k', 'к', 'κ'),
    ('m', 'м', 'μ'),
    ('n', ' ', 'ν'),
    ('o', 'о', 'ο'),
    ('p', 'р', 'ρ'),
    ('s', 'ѕ', ' '),
    ('t', 'т', 'τ'),
    ('x', 'х', 'χ'),
    ('y', 'у', 'υ'),
    ('z', ' ', 'ζ'),
];

/// The text with each mixed word in one alphabet, if its other letters all look like letters of that one.
pub(super) fn unmixed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !is_mixed(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphabetic() || is_left_out(c) {
            word.push(c);
        } else {
            out.push_str(&one_alphabet(&word));
            word.clear();
            out.push(c);
        }
    }
    out.push_str(&one_alphabet(&word));
    Cow::Owned(out)
}

/// Whether it has letters of two of the alphabets that look alike.
fn is_mixed(text: &str) -> bool {
    let mut seen = [false; 3];
    for c in text.chars() {
        if let Some(at) = column(c) {
            seen[at] = true;
        }
    }
    seen.iter().filter(|it| **it).count() > 1
}

fn column(c: char) -> Option<usize> {
    match Alphabet::of(c) {
        Alphabet::Latin if c.is_alphabetic() => Some(0),
        Alphabet::Cyrillic => Some(1),
        Alphabet::Greek => Some(2),
        _ => None,
    }
}

fn one_alphabet(word: &str) -> Cow<'_, str> {
    let mut counts = [0_usize; 3];
    for c in word.chars() {
        if let Some(at) = column(c) {
            counts[at] += 1;
        }
    }
    if counts.iter().filter(|count| **count > 0).count() < 2 {
        return Cow::Borrowed(word);
    }
    let mut columns = [0, 1, 2];
    // The alphabet of most letters is the one that was meant.
    columns.sort_by_key(|at| std::cmp::Reverse(counts[*at]));
    columns
        .into_iter()
        .find_map(|to| written_in(word, to))
        .map_or(Cow::Borrowed(word), Cow::Owned)
}

/// The word with every letter in the alphabet of that column; nothing where one has no like in it.
fn written_in(word: &str, to: usize) -> Option<String> {
    word.chars()
        .map(|c| match column(c) {
            Some(from) if from != to => {
                let small = one(c.to_lowercase())?;
                let other = ALIKE.iter().find_map(|row| {
                    let row = [row.0, row.1, row.2];
                    (row[from] == small && row[to] != ' ').then_some(row[to])
                })?;
                if small == c {
                    Some(other)
                } else {
                    one(other.to_uppercase())
                }
            }
            _ => Some(c),
        })
        .collect()
}

/// The letter, if it is one.
fn one(mut letters: impl Iterator<Item = char>) -> Option<char> {
    letters.next().filter(|_| letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::unmixed;

    #[test]
    fn letters_that_look_alike_are_of_the_alphabet_of_the_word() {
        for (mixed, whole) in [
            ("Unіty", "Unity"),
            ("Ararat Сlub", "Ararat Club"),
            ("Вiрменська громада", "Вірменська громада"),
            ("Ελληνiκή", "Ελληνική"),
            ("Рolish", "Polish"),
        ] {
            assert_eq!(unmixed(mixed), whole);
        }
    }

    #[test]
    fn words_of_two_alphabets_stay_as_they_are() {
        for text in ["Дом Europa", "IT-школа", "ЖdФ", "Μουσείο Ani", "Berlin"] {
            assert_eq!(unmixed(text), text);
        }
    }
}
