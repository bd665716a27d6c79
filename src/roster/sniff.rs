//! What separates the cells of a file, judged by its first rows.

use super::scan::{Cells, Rules, Scan, scan};

/// What files from elsewhere use, likeliest first.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many rows are looked at.
const ROWS: usize = 60;

/// The separator that cuts the most rows into as many cells as the header has; a comma if none does.
pub fn sniff(head: &[u8], whole: bool) -> u8 {
    let mut best = (0, 0, b',');
    for delimiter in CANDIDATES {
        let (alike, width) = judge(head, whole, delimiter);
        if width > 1 && (alike, width) > (best.0, best.1) {
            best = (alike, width, delimiter);
        }
    }
    best.2
}

/// How many thousandths of the rows are as wide as the header, and how wide that is.
fn judge(head: &[u8], whole: bool, delimiter: u8) -> (usize, usize) {
    let rules = Rules {
        delimiter,
        max_lines: 100,
        last: whole,
    };
    let mut cells = Cells::default();
    let (mut at, mut width, mut rows, mut alike) = (0, 0, 0, 0);
    while rows < ROWS {
        let rest = head.get(at..).unwrap_or_default();
        if rest.is_empty() {
            break;
        }
        match scan(rest, rules, &mut cells) {
            Scan::Open => break,
            Scan::Record { len, .. } => {
                at += len;
                if cells.ends.len() == 1 && cells.text.is_empty() {
                    continue;
                }
                if rows == 0 {
                    width = cells.ends.len();
                }
                alike += usize::from(cells.ends.len() == width);
            }
            Scan::Broken { .. } => {
                let line = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
                at += line.map_or(rest.len(), |end| end + 1);
            }
        }
        rows += 1;
    }
    (alike * 1000 / rows.max(1), width)
}

/// The separator that Excel's own first line `sep=;` names.
pub fn separator_line(head: &[u8]) -> Option<u8> {
    let (word, after) = head.split_at_checked(4)?;
    match (word.eq_ignore_ascii_case(b"sep="), after) {
        (true, [delimiter, b'\r' | b'\n', ..]) => Some(*delimiter),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_separator_is_found() {
        for (text, delimiter) in [
            ("a,b,c\n1,2,3\n", b','),
            ("a;b;c\n1,5;2,5;3,5\n2,5;1,5;0,5\n", b';'),
            ("a\tb\n1, 2\t3; 4\n", b'\t'),
            ("a|b|c\n1|x, y|3\n", b'|'),
            ("name, legal;city\nA, B;C\nD;E\n", b';'),
            ("\"a;b\",c\n\"1;2;3\",4\n", b','),
            ("name\nOne, Two\n", b','),
            ("", b','),
        ] {
            assert_eq!(
                char::from(sniff(text.as_bytes(), true)),
                char::from(delimiter),
                "{text:?}"
            );
        }
    }

    #[test]
    fn excel_says_it_in_the_first_line() {
        assert_eq!(separator_line(b"sep=;\r\na;b"), Some(b';'));
        assert_eq!(separator_line(b"SEP=\t\na"), Some(b'\t'));
        assert_eq!(separator_line(b"sep=;;"), None);
        assert_eq!(separator_line(b"sep"), None);
    }
}
