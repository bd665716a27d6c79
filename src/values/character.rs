//! Which characters may stand in people's text, and which only pretend to be nothing (UAX #9, UAX #31, UTR #36).

use icu::properties::{
    CodePointMapData,
    props::{GeneralCategory, Script},
};

use super::Problem;

/// What ends a line, by whatever system wrote it.
pub(super) const BREAKS: &[char] = &['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'];

/// Zero width joiner.
pub(super) const ZWJ: char = '\u{200D}';

/// Zero width non-joiner.
pub(super) const ZWNJ: char = '\u{200C}';

/// More marks on one letter than any living orthography stacks.
pub(super) const MOST_MARKS: usize = 8;

/// What copying from documents leaves behind: byte order mark, soft hyphen, the harmless direction marks.
/// They change nothing that a reader sees, so nobody is troubled with them.
pub(super) fn is_residue(c: char) -> bool {
    matches!(
        c,
        '\u{FEFF}' | '\u{AD}' | '\u{200E}' | '\u{200F}' | '\u{61C}'
    )
}

/// Whether a character is drawn on the one before it.
pub(super) fn is_mark(c: char) -> bool {
    !c.is_ascii()
        && matches!(
            CodePointMapData::<GeneralCategory>::new().get(c),
            GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark
        )
}

/// Whether a character may stand where it stands, after `before`.
pub(super) fn check(c: char, before: Option<char>) -> Result<(), Problem> {
    match c {
        ' '..='~' => return Ok(()),
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => return Err(Problem::ControlCharacter),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => return Err(Problem::BidiControl),
        ZWJ | ZWNJ => {
            return if before.is_some_and(|before| joins(before, c)) {
                Ok(())
            } else {
                Err(Problem::InvisibleCharacter)
            };
        }
        // Fillers and an empty Braille cell are letters and symbols by category, and blanks to the eye.
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{2800}' | '\u{34F}' => {
            return Err(Problem::InvisibleCharacter);
        }
        '\u{FFFD}' => return Err(Problem::BrokenText),
        _ => {}
    }
    match CodePointMapData::<GeneralCategory>::new().get(c) {
        GeneralCategory::Format if is_written_format(c) => Ok(()),
        GeneralCategory::Format => Err(Problem::InvisibleCharacter),
        GeneralCategory::Unassigned | GeneralCategory::PrivateUse | GeneralCategory::Surrogate => {
            Err(Problem::BrokenText)
        }
        _ => Ok(()),
    }
}

/// Format characters that are drawn: Arabic number and verse signs, and their Syriac and Kaithi kin.
fn is_written_format(c: char) -> bool {
    matches!(
        c,
        '\u{600}'
            ..='\u{605}'
                | '\u{6DD}'
                | '\u{70F}'
                | '\u{890}'
                | '\u{891}'
                | '\u{8E2}'
                | '\u{110BD}'
                | '\u{110CD}'
    )
}

/// Whether a joiner says something after this character: in cursive and conjunct scripts, and between emoji.
fn joins(before: char, joiner: char) -> bool {
    // Marks shared by scripts (Arabic vowels, variation selectors) continue what stands before them.
    if is_mark(before) && !before.is_ascii() {
        return true;
    }
    let script = CodePointMapData::<Script>::new().get(before);
    let cursive = [
        Script::Arabic,
        Script::Syriac,
        Script::Mandaic,
        Script::Nko,
        Script::Mongolian,
        Script::Devanagari,
        Script::Bengali,
        Script::Gurmukhi,
        Script::Gujarati,
        Script::Oriya,
        Script::Tamil,
        Script::Telugu,
        Script::Kannada,
        Script::Malayalam,
        Script::Sinhala,
        Script::Khmer,
        Script::Myanmar,
        Script::Balinese,
        Script::Javanese,
        Script::Tibetan,
        Script::HanifiRohingya,
        Script::Adlam,
        Script::MeeteiMayek,
    ]
    .contains(&script);
    cursive || (joiner == ZWJ && is_pictograph(before))
}

/// Roughly the pictographs that emoji sequences are made of.
fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}
