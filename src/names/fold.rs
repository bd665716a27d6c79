//! Folding: a name in any script as lower-case ASCII words, for look-ups that forgive spelling.

use any_ascii::any_ascii_char;
use icu::{
    casemap::CaseMapperBorrowed,
    normalizer::ComposingNormalizerBorrowed,
    properties::{
        CodePointMapData,
        props::{GeneralCategory, GeneralCategoryGroup},
    },
};

use super::letters;

/// The text as lower-case ASCII words with single blanks between them: `[a-z0-9 ]` and nothing else.
///
/// Folding a folded text changes nothing. Two spellings of a name may fold differently, and two names alike:
/// it finds candidates, it does not decide.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() {
        text.bytes().for_each(|byte| push(&mut out, byte));
    } else {
        let nfkc = ComposingNormalizerBorrowed::new_nfkc();
        let compatible = nfkc.normalize(text);
        let lower = CaseMapperBorrowed::new().fold_string(&compatible);
        // Case folding takes some letters apart again.
        let folded = nfkc.normalize(&lower);
        let mut rest = folded.chars().peekable();
        while let Some(c) = rest.next() {
            let next = rest.peek().copied();
            let word = &out[out.rfind(' ').map_or(0, |at| at + 1)..];
            if let Some(reading) = letters::read(c, next, word) {
                out.push_str(reading.latin);
                if reading.with_next {
                    rest.next();
                }
                continue;
            }
            transliterate(&mut out, c);
            if letters::has_inherent_a(c, next) {
                out.push('a');
            }
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// The words of the folded text.
pub fn words(text: &str) -> Vec<String> {
    fold(text)
        .split_ascii_whitespace()
        .map(str::to_owned)
        .collect()
}

/// Adds one ASCII character: letters and digits stay, apostrophes vanish, anything else parts words.
fn push(out: &mut String, byte: u8) {
    match byte {
        b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
        b'A'..=b'Z' => out.push(char::from(byte.to_ascii_lowercase())),
        b'\'' | b'`' => {}
        _ if out.is_empty() || out.ends_with(' ') => {}
        _ => out.push(' '),
    }
}

/// Adds a character by the table of its script. A letter that the table turns into signs is still a letter,
/// and a picture that it turns into a word (`:crown:`) is not one.
fn transliterate(out: &mut String, c: char) {
    let latin = any_ascii_char(c);
    if c.is_alphanumeric() {
        latin
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .for_each(|byte| push(out, byte));
    } else if latin.is_empty() || latin.starts_with(':') {
        // A sign without a reading parts words; a mark without one belongs to its letter.
        if !is_mark(c) {
            push(out, b' ');
        }
    } else {
        latin.bytes().for_each(|byte| push(out, byte));
    }
}

/// Whether a character is drawn on its neighbour: virama, vowel sign, accent.
pub(super) fn is_mark(c: char) -> bool {
    GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

#[cfg(test)]
#[path = "fold_test.rs"]
mod tests;
