//! One record of a separated file (RFC 4180), told apart from the bytes after it. No state, so that a broken record can be read again from its second line.

use super::reason::Reason;

/// The most cells of a record.
pub const MAX_COLUMNS: usize = 1_000;

/// The cells of a record: one text and where each cell ends in it.
#[derive(Default)]
pub struct Cells {
    pub text: Vec<u8>,
    pub ends: Vec<usize>,
}

impl Cells {
    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    fn push(&mut self, bytes: Option<&[u8]>) {
        self.text.extend_from_slice(bytes.unwrap_or_default());
    }

    fn end(&mut self) {
        self.ends.push(self.text.len());
    }
}

/// What the bytes begin with.
pub enum Scan {
    /// A record of `len` bytes over `lines` lines; `ended` if a line break closes it and not the end of the file.
    Record { len: usize, lines: u64, ended: bool },
    /// A record whose end is not among these bytes.
    Open,
    /// No record; `seen` bytes had to be read to find that out.
    Broken { reason: Reason, seen: usize },
}

/// What a separated file is cut by, and how far one record may go.
#[derive(Clone, Copy)]
pub struct Rules {
    pub delimiter: u8,
    pub max_lines: u64,
    /// Whether these bytes go to the end of the file.
    pub last: bool,
}

/// Reads the record at the beginning of `bytes` into `cells`.
pub fn scan(bytes: &[u8], rules: Rules, cells: &mut Cells) -> Scan {
    cells.clear();
    let mut at = 0;
    let mut lines = 1;
    loop {
        let opening = at + blanks(bytes, at);
        if bytes.get(opening) == Some(&b'"') {
            match quoted(bytes, opening + 1, rules, cells, &mut lines) {
                Quoted::Closed(after) => at = after,
                Quoted::Open if rules.last => return broken(Reason::UnclosedQuote, bytes.len()),
                Quoted::Open => return Scan::Open,
                Quoted::TooLong(seen) => return broken(Reason::UnclosedQuote, seen),
            }
            at += blanks(bytes, at);
        } else {
            let rest = bytes.get(at..).unwrap_or_default();
            let end = rest
                .iter()
                .position(|byte| *byte == rules.delimiter || matches!(byte, b'\n' | b'\r'));
            match end {
                Some(end) => {
                    cells.push(rest.get(..end));
                    at += end;
                }
                None if rules.last => {
                    cells.push(Some(rest));
                    at = bytes.len();
                }
                None => return Scan::Open,
            }
        }
        cells.end();
        if cells.ends.len() > MAX_COLUMNS {
            return broken(Reason::TooManyColumns { max: MAX_COLUMNS }, at);
        }
        match bytes.get(at) {
            Some(byte) if *byte == rules.delimiter => at += 1,
            Some(b'\n' | b'\r') => {
                return match line_break(bytes, at, rules.last) {
                    Some(len) => Scan::Record {
                        len: at + len,
                        lines,
                        ended: true,
                    },
                    None => Scan::Open,
                };
            }
            Some(_) => return broken(Reason::TextAfterQuote, at),
            None if rules.last => {
                return Scan::Record {
                    len: at,
                    lines,
                    ended: false,
                };
            }
            None => return Scan::Open,
        }
    }
}

fn broken(reason: Reason, seen: usize) -> Scan {
    Scan::Broken { reason, seen }
}

/// How many blanks stand there.
fn blanks(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().take_while(|byte| **byte == b' ').count()
}

/// How long the line break is that stands there, unless its second half may still come.
pub fn line_break(bytes: &[u8], at: usize, last: bool) -> Option<usize> {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => Some(2),
        (Some(b'\r'), None) if !last => None,
        _ => Some(1),
    }
}

enum Quoted {
    /// The closing quotation mark is before this place.
    Closed(usize),
    Open,
    TooLong(usize),
}

/// A quoted cell from behind its opening mark.
fn quoted(bytes: &[u8], from: usize, rules: Rules, cells: &mut Cells, lines: &mut u64) -> Quoted {
    let mut at = from;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(stop) = rest
            .iter()
            .position(|byte| matches!(byte, b'"' | b'\n' | b'\r'))
        else {
            return Quoted::Open;
        };
        cells.push(rest.get(..stop));
        at += stop;
        if bytes.get(at) == Some(&b'"') {
            match bytes.get(at + 1) {
                Some(b'"') => {
                    cells.push(Some(b"\""));
                    at += 2;
                }
                None if !rules.last => return Quoted::Open,
                _ => return Quoted::Closed(at + 1),
            }
        } else {
            let Some(len) = line_break(bytes, at, rules.last) else {
                return Quoted::Open;
            };
            cells.push(bytes.get(at..at + len));
            at += len;
            *lines += 1;
            if *lines > rules.max_lines {
                return Quoted::TooLong(at);
            }
        }
    }
}
