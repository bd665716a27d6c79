//! Cells that no spreadsheet takes for a formula (OWASP, CSV injection), and the way back to what they said.

use std::borrow::Cow;

/// Puts `'` before every start that a spreadsheet would calculate: at the beginning of the text, of each
/// line in it, and after `;` and tab, where a spreadsheet set to another separator cuts. Starts that already
/// have an apostrophe get another, so that [`unprotect`] gives back every text as it was.
pub fn protect(text: &str) -> Cow<'_, str> {
    if text.bytes().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut kept = 0;
    for at in starts(text) {
        if is_risky(rest(text, at), at == 0) {
            out.push_str(text.get(kept..at).unwrap_or_default());
            out.push('\'');
            kept = at;
        }
    }
    if out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(rest(text, kept));
    Cow::Owned(out)
}

/// The text that [`protect`] was given.
pub fn unprotect(text: &str) -> Cow<'_, str> {
    if !text.contains('\'') {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut kept = 0;
    for at in starts(text) {
        let bare = rest(text, at).strip_prefix('\'');
        if bare.is_some_and(|bare| is_risky(bare, at == 0)) {
            out.push_str(text.get(kept..at).unwrap_or_default());
            kept = at + 1;
        }
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(rest(text, kept));
    Cow::Owned(out)
}

/// Bytes that are neither a dangerous sign nor part of one.
fn is_harmless(byte: u8) -> bool {
    !matches!(
        byte,
        b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n' | 0xEF
    )
}

fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// Where a spreadsheet may begin to read: the beginning, and after whatever ends a line or a cell for it.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let after = text
        .char_indices()
        .filter(|(_, c)| is_boundary(*c))
        .map(|(at, c)| at + c.len_utf8());
    std::iter::once(0).chain(after)
}

fn is_boundary(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\t' | ';' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Whether a text behind any apostrophes and blanks opens with a sign that spreadsheets act upon. Apostrophes
/// count as nothing here: that is what makes [`unprotect`] exact.
fn is_risky(text: &str, at_the_beginning: bool) -> bool {
    let text = text.trim_start_matches('\'').trim_start_matches(is_unseen);
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫') => {
            true
        }
        Some('\t' | '\r' | '\n') => at_the_beginning,
        _ => false,
    }
}

/// Blanks, and characters without width or ink, that programs skip before they look. Never a boundary: an
/// apostrophe may be set behind those.
fn is_unseen(c: char) -> bool {
    !is_boundary(c)
        && (c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '\u{AD}'
                    | '\u{34F}'
                    | '\u{61C}'
                    | '\u{115F}'
                    | '\u{1160}'
                    | '\u{17B4}'
                    | '\u{17B5}'
                    | '\u{180B}'..='\u{180F}'
                    | '\u{200B}'..='\u{200F}'
                    | '\u{202A}'..='\u{202E}'
                    | '\u{2060}'..='\u{206F}'
                    | '\u{2800}'
                    | '\u{3164}'
                    | '\u{FE00}'..='\u{FE0F}'
                    | '\u{FEFF}'
                    | '\u{FFA0}'
                    | '\u{FFF9}'..='\u{FFFB}'
                    | '\u{E0000}'..='\u{E0FFF}'
            ))
}

#[cfg(test)]
#[path = "cell_test.rs"]
mod tests;
