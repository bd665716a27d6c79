//! Text that people typed: Unicode NFC (UAX #15), without what deceives the eye (UTR #36) or breaks a file.

use std::borrow::Cow;

use icu::normalizer::ComposingNormalizerBorrowed;

use super::{
    Problem, character,
    column::{Written, holds_text, text_columns},
};

/// One line: trimmed, inner blanks single, never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(String);

/// Several lines parted by `\n`: each trimmed, at most one empty line between two full ones.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prose(String);

impl Line {
    /// No line is longer than this, whatever its field allows.
    pub const CEILING: usize = 4_000;

    /// Reads a line of at most `max` characters.
    pub fn parse(text: &str, max: usize) -> Result<Self, Problem> {
        let text = text.trim();
        if is_plain(text) {
            return fit(text, max).map(|text| Self(text.to_owned()));
        }
        if text.contains(character::BREAKS) {
            return Err(Problem::NotOnOneLine);
        }
        fit(&clean(text)?, max).map(|text| Self(text.to_owned()))
    }
}

impl Prose {
    /// No text is longer than this, whatever its field allows.
    pub const CEILING: usize = 100_000;

    /// Reads a text of at most `max` characters, line breaks included.
    pub fn parse(text: &str, max: usize) -> Result<Self, Problem> {
        let text = text.replace("\r\n", "\n");
        let mut out = String::with_capacity(text.len());
        let mut gap = false;
        for line in text.split(character::BREAKS) {
            let line = clean(line)?;
            if line.is_empty() {
                gap = !out.is_empty();
                continue;
            }
            if !out.is_empty() {
                out.push_str(if gap { "\n\n" } else { "\n" });
            }
            gap = false;
            out.push_str(&line);
        }
        fit(&out, max).map(|text| Self(text.to_owned()))
    }

    /// Its paragraphs: what empty lines part.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.0.split("\n\n")
    }
}

/// Refuses nothing and too much; characters are counted as people see them typed, not as bytes.
fn fit(text: &str, max: usize) -> Result<&str, Problem> {
    if text.is_empty() {
        return Err(Problem::Required);
    }
    // A byte holds at most one character, so counting can wait until it matters.
    if text.len() > max && text.chars().count() > max {
        return Err(Problem::TooLong { max });
    }
    Ok(text)
}

/// Whether cleaning would give the same text back: printable ASCII with single blanks.
fn is_plain(text: &str) -> bool {
    let mut before = b' ';
    text.bytes().all(|byte| {
        let ok = (b' '..=b'~').contains(&byte) && (byte != b' ' || before != b' ');
        before = byte;
        ok
    })
}

/// One line in NFC, with single blanks, or why it is refused.
fn clean(text: &str) -> Result<String, Problem> {
    let text = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        if c.is_whitespace() {
            marks = 0;
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        if character::is_residue(c) {
            continue;
        }
        character::check(c, out.chars().next_back())?;
        marks = if character::is_mark(c) { marks + 1 } else { 0 };
        if marks > character::MOST_MARKS {
            return Err(Problem::BrokenText);
        }
        out.push(c);
    }
    out.truncate(
        out.trim_end_matches([' ', character::ZWJ, character::ZWNJ])
            .len(),
    );
    // Residue may have stood between a letter and its mark, which now compose.
    if !ComposingNormalizerBorrowed::new_nfc().is_normalized(&out) {
        return clean(&out);
    }
    Ok(out)
}

impl Written for Line {
    fn written(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text, Self::CEILING)
    }
}

impl Written for Prose {
    fn written(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text, Self::CEILING)
    }
}

holds_text!(Line, Prose);
text_columns!(Line, Prose);

#[cfg(test)]
#[path = "text_test.rs"]
mod tests;
