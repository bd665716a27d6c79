//! What somebody typed into the search box: words in any order, and in quotes those that stand together.

use crate::names::words;

/// The most words that are looked for, those in quotes included.
pub const WORDS_MAX: usize = 8;

/// The longest word, in letters of ASCII: what is longer is told apart by its beginning.
pub const LETTERS_MAX: usize = 40;

/// A text that was typed, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// All words in the order in which they were typed, folded.
    pub words: Vec<String>,
    /// Which of them stand together as they are: places in `words`.
    pub phrases: Vec<std::ops::Range<usize>>,
    /// Whether there were more words than are looked for.
    pub is_cut: bool,
    /// What does not stand in quotes of the text that is looked for, as it was typed: it may be meant.
    pub open: String,
}

impl Wanted {
    /// Takes a text apart. A quotation mark opens behind a blank and closes before one, so that one inside of a word
    /// (צה"ל) is a letter's neighbour; one that never closes is none, because somebody is still typing. Telephones write it
    /// curled. Marks that stand around names («Единство», „Haus“) quote nothing: whoever types a name with them may still slip.
    pub fn parse(text: &str) -> Self {
        let mut wanted = Self::default();
        let straight = text.replace(['“', '”'], "\"");
        let mut rest = straight.as_str();
        while let Some((before, quoted, after)) = quotation(rest) {
            wanted.add(before, false);
            wanted.add(quoted, true);
            rest = after;
        }
        wanted.add(rest, false);
        wanted
    }

    fn add(&mut self, text: &str, together: bool) {
        let from = self.words.len();
        for mut word in words(text) {
            if self.words.len() == WORDS_MAX {
                self.is_cut = true;
                break;
            }
            word.truncate(LETTERS_MAX);
            self.words.push(word);
        }
        let count = self.words.len() - from;
        if together && count > 0 {
            self.phrases.push(from..self.words.len());
        }
        if !together {
            let mut seen = 0;
            for piece in text.split_whitespace() {
                let more = words(piece).len();
                if more > 0 && seen + more <= count {
                    if !self.open.is_empty() {
                        self.open.push(' ');
                    }
                    self.open.push_str(piece);
                }
                seen += more;
            }
        }
    }

    /// Whether the word at this place stands in quotes.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.phrases.iter().any(|phrase| phrase.contains(&at))
    }
}

/// The first quotation of a text: what is before it, in it and behind it.
fn quotation(text: &str) -> Option<(&str, &str, &str)> {
    let opens = text.match_indices('"').map(|(at, _)| at).find(|at| {
        let before = &text[..*at];
        before.is_empty() || before.ends_with(char::is_whitespace)
    })?;
    let inside = &text[opens + 1..];
    let closes = inside.match_indices('"').map(|(at, _)| at).find(|at| {
        let after = &inside[at + 1..];
        after.is_empty() || after.starts_with(char::is_whitespace)
    })?;
    Some((&text[..opens], &inside[..closes], &inside[closes + 1..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quotes_keep_words_together() {
        let wanted = Wanted::parse(r#"Köln "Hay  Tun" Дом"#);
        assert_eq!(wanted.words, ["koln", "hay", "tun", "dom"]);
        assert_eq!(wanted.phrases, vec![1..3]);
        assert!(!wanted.is_quoted(0) && wanted.is_quoted(1) && wanted.is_quoted(2));
        assert_eq!(wanted.open, "Köln Дом");
    }

    #[test]
    fn what_is_not_looked_for_is_not_meant_either() {
        let wanted = Wanted::parse("a b c d e f g Союз Дом");
        assert!(wanted.is_cut);
        assert_eq!(wanted.open, "a b c d e f g Союз");
        assert_eq!(Wanted::parse("!? — Союз").open, "Союз");
    }

    #[test]
    fn curled_marks_quote_and_those_around_names_do_not() {
        assert_eq!(Wanted::parse("“Hay Tun”").phrases, vec![0..2]);
        for text in ["«Hay Tun»", "„Hay Tun“", "„Hay“ und „Tun“", "»Hay Tun«"] {
            assert!(Wanted::parse(text).phrases.is_empty(), "{text}");
        }
    }

    #[test]
    fn a_mark_that_is_no_quotation_changes_nothing() {
        for text in [r#"צה"ל"#, r#""hay tun"#, r#"hay" tun"#, r#"12" pipe"#] {
            assert!(Wanted::parse(text).phrases.is_empty(), "{text}");
        }
        assert_eq!(Wanted::parse(r#""" "!" ""#), Wanted::default());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]

        #[test]
        fn any_text_is_taken_apart_within_bounds(text in any::<String>(), quoted in "[\"a-zа-я \u{200f}\u{202e}]{0,60}") {
            for text in [text, quoted] {
                let wanted = Wanted::parse(&text);
                prop_assert!(wanted.words.len() <= WORDS_MAX);
                for word in &wanted.words {
                    prop_assert!(!word.is_empty() && word.len() <= LETTERS_MAX);
                    prop_assert!(word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
                }
                let mut end = 0;
                for phrase in &wanted.phrases {
                    prop_assert!(phrase.start >= end && phrase.start < phrase.end);
                    end = phrase.end;
                }
                prop_assert!(end <= wanted.words.len());
            }
        }

        #[test]
        fn words_come_back_with_and_without_quotes(words in proptest::collection::vec("[a-z0-9]{1,12}", 1..WORDS_MAX)) {
            let text = words.join(" ");
            prop_assert_eq!(&Wanted::parse(&text).words, &words);
            let quoted = Wanted::parse(&format!("\"{text}\""));
            prop_assert_eq!(&quoted.words, &words);
            prop_assert_eq!(quoted.phrases, vec![0..words.len()]);
        }
    }
}
