//! What is said with a file: what a picture shows, or what a document is called, in up to four languages.

use crate::initiative::FileUse;
use crate::values::{Lang, LanguageTag, Line, Wording};
use crate::web::{Fields, Reader};

/// In how many languages.
const ROWS: usize = 4;
/// The most characters: a sentence or two, as screen readers read it out.
const MOST: usize = 250;

/// The names of the fields of one language.
pub struct Row {
    /// Whether it is the first; the others are folded away.
    pub first: bool,
    pub text: String,
    pub language: String,
}

/// The rows of the form.
pub fn rows() -> Vec<Row> {
    (0..ROWS)
        .map(|n| Row {
            first: n == 0,
            text: format!("words-{n}-text"),
            language: format!("words-{n}-language"),
        })
        .collect()
}

/// The keys of what the form calls the words to a file, and of what they should say.
pub const fn called(used_as: FileUse) -> (&'static str, &'static str) {
    match used_as {
        FileUse::Picture => ("initiative-picture-words", "initiative-picture-words-hint"),
        FileUse::Document => (
            "initiative-document-words",
            "initiative-document-words-hint",
        ),
    }
}

/// An empty form in the reader's language.
pub fn empty(lang: Lang) -> Fields {
    let mut fields = Fields::default();
    fields.set("words-0-language", lang.code());
    fields
}

/// The form as what is there fills it in.
pub fn fill(words: &[Wording]) -> Fields {
    let mut fields = Fields::default();
    for (row, said) in rows().iter().zip(words) {
        fields.set(&row.text, said.text.as_str());
        fields.set(&row.language, said.language.as_str());
    }
    fields
}

/// What the form says: in one language at least, and in each once.
pub fn read(reader: &mut Reader<'_>) -> Vec<Wording> {
    let mut words: Vec<Wording> = Vec::new();
    for row in rows() {
        let parse = |text: &str| Line::parse(text, MOST);
        let text = match row.first {
            true => reader.required(&row.text, parse),
            false => reader.optional(&row.text, parse),
        };
        let Some(text) = text else { continue };
        let Some(language) = reader.required(&row.language, LanguageTag::parse) else {
            continue;
        };
        if words.iter().any(|it| it.language == language) {
            reader.mistake(row.language.as_str(), "initiatives-language-twice");
        }
        words.push(Wording { language, text });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fills_a_form_is_read_from_it_again() {
        let typed: Fields = [
            ("words-0-text", "Дети поют"),
            ("words-0-language", "ru"),
            ("words-2-text", "Children sing"),
            ("words-2-language", "en"),
        ]
        .into_iter()
        .collect();
        let mut reader = typed.reader();
        let words = read(&mut reader);
        reader.done().unwrap();
        let again = fill(&words);
        let mut reader = again.reader();
        assert_eq!(read(&mut reader), words);
        reader.done().unwrap();
        assert_eq!(words.len(), 2);
    }

    #[test]
    fn each_mistake_is_told_at_its_field() {
        let long = "a".repeat(MOST + 1);
        let typed: Fields = [
            ("words-0-text", ""),
            ("words-1-text", "Twice"),
            ("words-1-language", "en"),
            ("words-2-text", "Twice"),
            ("words-2-language", "en"),
            ("words-3-text", long.as_str()),
        ]
        .into_iter()
        .collect();
        let mut reader = typed.reader();
        read(&mut reader);
        let mistakes = reader.done().unwrap_err();
        let at: Vec<&str> = mistakes.iter().map(|it| it.field.as_str()).collect();
        assert_eq!(at, ["words-0-text", "words-2-language", "words-3-text"]);
    }
}
