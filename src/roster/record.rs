//! A row of a separated file, as far as a file can tell: its line and its cells, or why it has none.

use std::io;

use super::reason::Reason;

/// How a file is laid out, where that is known beforehand.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// What stands between two cells; found out from the file if not said.
    pub delimiter: Option<u8>,
    /// The line of the header, where titles stand above it.
    pub header_line: Option<u64>,
}

/// A row of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A row that could be read.
    Record(Record),
    /// A row that could not.
    Refused(Refused),
}

/// The cells of a row.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// The line of the file in which the row begins, from 1.
    pub line: u64,
    text: String,
    ends: Vec<usize>,
}

/// A row that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The line of the file in which the row begins, from 1.
    pub line: u64,
    /// Why.
    pub reason: Reason,
}

/// Why a file is no table at all.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The file could not be read.
    #[error("the file cannot be read: {0}")]
    Io(#[from] io::Error),
    /// There is no header.
    #[error("the file is empty")]
    Empty,
    /// The header is broken.
    #[error("the header in line {line} cannot be read: {reason}")]
    Header { line: u64, reason: Reason },
}

impl Record {
    /// A record that begins in this line, of one text and the places where its cells end.
    pub(super) fn new(line: u64, text: String, ends: Vec<usize>) -> Self {
        Self { line, text, ends }
    }

    /// How many cells the row has.
    pub fn width(&self) -> usize {
        self.ends.len()
    }

    /// A cell; empty where the row is too short to have it.
    pub fn cell(&self, place: usize) -> &str {
        let from = match place.checked_sub(1) {
            Some(before) => self.ends.get(before).copied(),
            None => Some(0),
        };
        from.zip(self.ends.get(place))
            .and_then(|(from, to)| self.text.get(from..*to))
            .unwrap_or_default()
    }

    /// All cells that the row has.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|place| self.cell(place))
    }
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Record(line {}, {} cells)", self.line, self.ends.len())
    }
}
