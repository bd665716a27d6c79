//! What a file is called: as people typed it, without what deceives the eye or leads out of a folder.

use any_ascii::any_ascii;

use super::FileKind;

/// The most characters of a name.
const MOST: usize = 120;

/// The name of a file, without folders and without its ending, which follows from its content. Personal: people write names
/// of people into names of files.
#[derive(Clone, PartialEq, Eq)]
pub struct FileName(String);

impl FileName {
    /// The name that a browser sent, made safe.
    pub fn clean(sent: &str) -> Self {
        let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = match last.rsplit_once('.') {
            Some((stem, end)) if !stem.is_empty() && is_ending(end) => stem,
            _ => last,
        };
        let kept: String = stem
            .chars()
            .filter(|c| is_harmless(*c))
            .take(MOST)
            .collect();
        let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
        Self(kept.trim_matches(['.', ' ', '-']).to_owned())
    }

    /// The name as it is shown.
    pub fn shown(&self, kind: FileKind) -> String {
        let stem = if self.0.is_empty() {
            "document"
        } else {
            &self.0
        };
        format!("{stem}.{}", kind.extension())
    }

    /// The same in ASCII, for programs that read nothing else.
    pub fn ascii(&self, kind: FileKind) -> String {
        let plain: String = any_ascii(&self.0)
            .chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || "-_ ".contains(c) {
                    c
                } else {
                    '-'
                }
            })
            .take(MOST)
            .collect();
        Self(plain.trim_matches(['-', ' ']).to_owned()).shown(kind)
    }

    /// The name itself, for the vault to seal.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// A name that was clean when it was sealed.
    pub(crate) const fn kept(text: String) -> Self {
        Self(text)
    }
}

impl std::fmt::Debug for FileName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FileName(…)")
    }
}

fn is_ending(end: &str) -> bool {
    (1..=5).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Neither control characters, nor marks that turn the direction of what follows, nor what file systems trip over.
fn is_harmless(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{FFFD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{61C}')
        && !"<>:\"|?*%".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(sent: &str) -> String {
        FileName::clean(sent).shown(FileKind::Pdf)
    }

    #[test]
    fn a_name_keeps_its_words_and_loses_its_tricks() {
        assert_eq!(shown("Устав общества.pdf"), "Устав общества.pdf");
        assert_eq!(shown("C:\\Users\\Ani\\statutes.PDF"), "statutes.pdf");
        assert_eq!(shown("../../etc/passwd"), "passwd.pdf");
        // A name that pretends to end in .pdf by turning its letters around.
        assert_eq!(shown("annual\u{202E}fdp.exe"), "annualfdp.pdf");
        assert_eq!(shown("a\r\nSet-Cookie: x=1.pdf"), "aSet-Cookie x=1.pdf");
        assert_eq!(shown("v1.2 draft"), "v1.2 draft.pdf");
        for nothing in ["", "...", ".pdf", "\u{200F}"] {
            assert!(
                ["document.pdf", "pdf.pdf"].contains(&shown(nothing).as_str()),
                "{nothing}"
            );
        }
    }

    #[test]
    fn a_name_of_any_script_has_one_in_ascii() {
        let name = FileName::clean("النظام الأساسي.docx");
        let ascii = name.ascii(FileKind::Docx);
        assert!(
            ascii.is_ascii() && ascii.ends_with(".docx") && ascii.len() > 8,
            "{ascii}"
        );
        assert_eq!(FileName::clean("\";x").ascii(FileKind::Odt), "x.odt");
    }
}
