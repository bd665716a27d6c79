//! Cutting a name into words, each in the plain letters of its own script and in Latin ones.

use icu::casemap::CaseMapperBorrowed;
use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::fold::fold;
use super::letters::is_left_out;
use super::mixed::unmixed;
use super::tongue::{Tongue, spoken};

/// The characters of a name that are looked at. Real names are shorter; what is longer is an attack or a mistake.
const CHARACTERS: usize = 600;

/// The words of a name that are looked at.
const WORDS: usize = 48;

/// The letters of a word that are looked at.
const LETTERS: usize = 40;

/// The alphabets whose words the vocabulary has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Alphabet {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Hebrew,
    Arabic,
    Georgian,
    Ethiopic,
    Indic,
    /// Scripts that leave no room between words, or little: Han, Kana, Hangul, Thai, Khmer, Burmese.
    Unparted,
    Digits,
    Other,
}

impl Alphabet {
    pub(super) fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digits,
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{2AF}' | '\u{1E00}'..='\u{1EFF}' => Self::Latin,
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Self::Greek,
            '\u{400}'..='\u{52F}' => Self::Cyrillic,
            '\u{530}'..='\u{58F}' => Self::Armenian,
            '\u{590}'..='\u{5FF}' => Self::Hebrew,
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' => Self::Arabic,
            '\u{10A0}'..='\u{10FF}' | '\u{1C90}'..='\u{1CBF}' | '\u{2D00}'..='\u{2D2F}' => {
                Self::Georgian
            }
            '\u{1200}'..='\u{139F}' | '\u{2D80}'..='\u{2DDF}' => Self::Ethiopic,
            '\u{900}'..='\u{DFF}' => Self::Indic,
            '\u{E00}'..='\u{EFF}'
            | '\u{1000}'..='\u{109F}'
            | '\u{1100}'..='\u{11FF}'
            | '\u{1780}'..='\u{17FF}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3040}'..='\u{318F}'
            | '\u{31F0}'..='\u{31FF}'
            | '\u{3400}'..='\u{9FFF}'
            | '\u{AC00}'..='\u{D7AF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}' => Self::Unparted,
            _ => Self::Other,
        }
    }

    /// Whether it writes consonants and vowels, a letter for each.
    pub(super) const fn is_spelled(self) -> bool {
        matches!(
            self,
            Self::Latin | Self::Cyrillic | Self::Greek | Self::Armenian | Self::Georgian
        )
    }

    /// Whether its letters carry signs that are characters of their own.
    const fn has_signs(self) -> bool {
        matches!(
            self,
            Self::Other | Self::Indic | Self::Ethiopic | Self::Unparted
        )
    }

    /// Whether its vowels are mostly unwritten.
    pub(super) const fn is_abjad(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew)
    }
}

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// In plain small letters of its own script.
    pub(super) plain: String,
    /// In small ASCII letters and digits.
    pub(super) latin: String,
    /// As it is spoken, where that is not what the Latin letters say.
    pub(super) spoken: Option<String>,
    pub(super) tongue: Tongue,
    pub(super) alphabet: Alphabet,
    /// Written in capitals alone: an abbreviation, if its neighbours are not.
    pub(super) capitals: bool,
    /// A single letter, written large: an initial, or what tells one section from the other.
    pub(super) lone: bool,
    /// Nothing stands between it and the word before.
    pub(super) attached: bool,
    /// It stands in brackets, behind something else.
    pub(super) aside: bool,
    /// It stands in quotation marks: a name of its own.
    pub(super) quoted: bool,
}

impl Word {
    /// A part of it, in plain letters.
    pub(super) fn part(&self, plain: &str, attached: bool) -> Self {
        Self {
            plain: plain.to_owned(),
            latin: fold(plain).split_ascii_whitespace().collect(),
            spoken: None,
            attached,
            ..self.clone()
        }
    }
}

/// The words of a name, a bounded number of bounded length.
pub(super) fn words(text: &str) -> Vec<Word> {
    let start: String = text.chars().take(CHARACTERS).collect();
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(&start);
    let composed = unmixed(&composed);
    let tongue = Tongue::of(&composed);
    let mut found = Vec::new();
    let mut raw = String::new();
    let mut parted = true;
    let mut alphabet = None;
    let mut place = Place::default();
    for c in composed.chars() {
        if is_left_out(c) || c == '\'' || c == '`' {
            if elides(&raw, c) {
                raw.clear();
                parted = true;
            }
            continue;
        }
        if !c.is_alphanumeric() && !is_mark_of(c, alphabet) {
            push(&mut found, &mut raw, tongue, parted, place);
            // The ending of an ordinal is tied to its digits: 2-я, 3-րդ.
            parted = !(c == '-' && alphabet == Some(Alphabet::Digits));
            alphabet = None;
            place.pass(c, found.is_empty());
            continue;
        }
        let kind = if c.is_numeric() {
            Alphabet::Digits
        } else {
            Alphabet::of(c)
        };
        let other = alphabet.is_some_and(|now| now != kind);
        if other && !is_mark_of(c, alphabet) {
            push(&mut found, &mut raw, tongue, parted, place);
            parted = false;
        }
        if alphabet.is_none() || other {
            alphabet = Some(kind);
        }
        raw.push(c);
    }
    push(&mut found, &mut raw, tongue, parted, place);
    found
}

/// Where in a name a word stands.
#[derive(Clone, Copy, Default)]
struct Place {
    brackets: usize,
    quoted: bool,
}

impl Place {
    fn pass(&mut self, c: char, at_start: bool) {
        match c {
            '(' | '[' if !at_start => self.brackets += 1,
            ')' | ']' => self.brackets = self.brackets.saturating_sub(1),
            '«' | '„' | '「' | '《' => self.quoted = true,
            '»' | '”' | '」' | '》' => self.quoted = false,
            // They close in one language what they open in another.
            '"' | '“' => self.quoted = !self.quoted,
            _ => {}
        }
    }
}

/// French and Italian articles before an apostrophe are words of their own, and say nothing.
fn elides(raw: &str, c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
        && matches!(
            raw.to_ascii_lowercase().as_str(),
            "l" | "d" | "dell" | "all" | "nell" | "qu" | "un"
        )
}

/// Vowel signs belong to the word that they are in.
fn is_mark_of(c: char, alphabet: Option<Alphabet>) -> bool {
    alphabet.is_some_and(Alphabet::has_signs) && !c.is_alphanumeric() && super::fold::is_mark(c)
}

fn push(found: &mut Vec<Word>, raw: &mut String, tongue: Tongue, parted: bool, place: Place) {
    let text = std::mem::take(raw);
    if text.is_empty() || found.len() >= WORDS {
        return;
    }
    let text: String = text.chars().take(LETTERS).collect();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters > 1
        && !text.chars().any(char::is_lowercase)
        && text.chars().any(char::is_uppercase);
    let plain = plain(&text);
    let latin: String = fold(&text).split_ascii_whitespace().collect();
    if latin.is_empty() && plain.is_empty() {
        return;
    }
    let alphabet = text.chars().next().map_or(Alphabet::Other, |c| {
        if c.is_numeric() {
            Alphabet::Digits
        } else {
            Alphabet::of(c)
        }
    });
    found.push(Word {
        plain: if alphabet == Alphabet::Latin || alphabet == Alphabet::Digits {
            latin.clone()
        } else {
            plain
        },
        spoken: spoken(&text, tongue),
        tongue,
        latin,
        alphabet,
        capitals,
        lone: letters == 1 && text.chars().all(char::is_uppercase),
        attached: !parted,
        aside: place.brackets > 0,
        quoted: place.quoted,
    });
}

/// A word in the plain small letters of its script: without accents, with one letter for those that writers mix up.
fn plain(text: &str) -> String {
    let small = CaseMapperBorrowed::new().fold_string(text);
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(&small);
    let mut out = String::with_capacity(text.len());
    let mut chars = apart.chars().peekable();
    while let Some(c) = chars.next() {
        let joined = match (c, chars.peek()) {
            ('и', Some('\u{306}')) => 'й',
            ('і', Some('\u{308}')) => 'ї',
            ('у', Some('\u{306}')) => 'ў',
            // The first and the fourth order of these two are mixed up as well.
            _ => match one(c) {
                'ሃ' => 'ሀ',
                'ኣ' => 'አ',
                other => other,
            },
        };
        if !is_left_out(c) && !('\u{300}'..='\u{36F}').contains(&c) {
            out.push(joined);
        }
    }
    // Syllables and voiced kana are one letter again.
    if out
        .chars()
        .any(|c| matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3099}' | '\u{309A}'))
    {
        out = ComposingNormalizerBorrowed::new_nfc()
            .normalize(&out)
            .into_owned();
    }
    // The ligature և is two letters once its case is folded, and three in the other orthography.
    if out.contains("եւ") {
        out = out.replace("եւ", "եվ");
    }
    // The classical orthography of the Armenian diaspora, as the reformed one writes it.
    if out.contains(['ւ', 'ե', 'է', 'օ']) {
        out = out
            .replace("իւ", "յու")
            .replace("եա", "յա")
            .replace('է', "ե")
            .replace('օ', "ո");
    }
    out
}

/// One letter for those that writers mix up.
const fn one(c: char) -> char {
    match c {
        'ґ' => 'г',
        'ς' => 'σ',
        'ى' | 'ی' | 'ې' | 'ۍ' | 'ێ' | 'ے' | 'ئ' => 'ي',
        'ک' | 'ڪ' | 'ګ' => 'ك',
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۂ' => 'ه',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' | 'ۆ' => 'و',
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        // Letters of Amharic and Tigrinya that sound alike.
        '\u{1210}'..='\u{1217}' => shifted(c, -0x10),
        '\u{1280}'..='\u{1287}' => shifted(c, -0x80),
        '\u{1220}'..='\u{1227}' => shifted(c, 0x10),
        '\u{12D0}'..='\u{12D6}' => shifted(c, -0x30),
        '\u{1340}'..='\u{1346}' => shifted(c, -8),
        other => other,
    }
}

const fn shifted(c: char, by: i32) -> char {
    match char::from_u32((c as u32).wrapping_add_signed(by)) {
        Some(other) => other,
        None => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plains(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.plain).collect()
    }

    #[test]
    fn words_are_plain_in_their_own_script() {
        assert_eq!(plains("Націона́льна Спілка"), ["національна", "спілка"]);
        assert_eq!(plains("ΕΛΛΗΝΙΚΉ Εταιρεία"), ["ελληνικη", "εταιρεια"]);
        assert_eq!(plains("الجامعة الأمريكية"), ["الجامعه", "الامريكيه"]);
        assert_eq!(plains("דרום"), ["דרומ"]);
        assert_eq!(plains("Երևան Երեւան"), ["երեվան", "երեվան"]);
        assert_eq!(plains("École d'Ingénierie"), ["ecole", "ingenierie"]);
        assert_eq!(plains("O‘zbekiston"), ["ozbekiston"]);
        assert_eq!(plains("UMR1208"), ["umr", "1208"]);
    }

    #[test]
    fn what_is_too_long_is_cut() {
        let long = "слово ".repeat(5_000);
        assert!(words(&long).len() <= WORDS);
        assert!(words(&"я".repeat(10_000))[0].plain.chars().count() <= LETTERS);
    }
}
