//! Folding: a name in any script as lower-case ASCII words, for look-ups that forgive spelling.

use any_ascii::any_ascii_char;
use icu::{casemap::CaseMapperBorrowed, normalizer::ComposingNormalizerBorrowed};

/// The text as lower-case ASCII words with single blanks between them: `[a-z0-9 ]` and nothing else.
///
/// Folding a folded text changes nothing. Two spellings of a name may fold differently, and two names alike:
/// it finds candidates, it does not decide.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() {
        text.bytes().for_each(|byte| push(&mut out, byte));
    } else {
        let compatible = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
        let folded = CaseMapperBorrowed::new().fold_string(&compatible);
        let mut rest = folded.chars().peekable();
        while let Some(c) = rest.next() {
            match special(c, rest.peek().copied()) {
                Special::Pair(latin) => {
                    rest.next();
                    latin.bytes().for_each(|byte| push(&mut out, byte));
                }
                Special::One(latin) => latin.bytes().for_each(|byte| push(&mut out, byte)),
                Special::None => transliterate(&mut out, c),
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

/// Adds a character by the table of its script. A letter that the table turns into signs is still a letter.
fn transliterate(out: &mut String, c: char) {
    let latin = any_ascii_char(c);
    if c.is_alphabetic() {
        latin
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .for_each(|byte| push(out, byte));
    } else if latin.is_empty() && c.is_whitespace() {
        push(out, b' ');
    } else {
        latin.bytes().for_each(|byte| push(out, byte));
    }
}

enum Special {
    Pair(&'static str),
    One(&'static str),
    None,
}

/// Where a table of single letters goes wrong: digraphs, and marks that most writers leave out.
fn special(c: char, next: Option<char>) -> Special {
    match (c, next) {
        // Armenian ու is one vowel, and և (folded to եւ) is "ev".
        ('ո', Some('ւ')) => Special::Pair("u"),
        ('ե', Some('ւ')) => Special::Pair("ev"),
        // Arabic vowel signs, shadda and the stretching of lines; the Quran's signs.
        (
            '\u{610}'..='\u{61A}'
            | '\u{640}'
            | '\u{64B}'..='\u{65F}'
            | '\u{670}'
            | '\u{6D6}'..='\u{6ED}',
            _,
        ) => Special::One(""),
        // Hebrew vowel points and accents; geresh and gershayim stand inside words.
        ('\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C7}' | '\u{5F3}' | '\u{5F4}', _) => {
            Special::One("")
        }
        // Apostrophes of every shape, and modifier letters used as such.
        ('‘' | '’' | '‛' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˈ' | '՚' | '′', _) => {
            Special::One("")
        }
        // Combining marks that are left after composition decorate a letter already written.
        (
            '\u{300}'..='\u{36F}'
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20F0}',
            _,
        ) => Special::One(""),
        _ => Special::None,
    }
}

#[cfg(test)]
#[path = "fold_test.rs"]
mod tests;
