//! A separated file row by row, each with the line it begins in. A row that cannot be read is reported and passed; the next one is read as if nothing had happened.

use std::io::{self, Read};

use super::header::Header;
use super::reason::Reason;
pub use super::record::{Layout, Record, Refused, Row, TableError};
use super::scan::{Cells, Rules, Scan, line_break, scan};
use super::sniff::{separator_line, sniff};

/// The longest row, in bytes.
pub const MAX_ROW: usize = 1024 * 1024;

/// The most lines of one row: more are a quotation mark that nobody closed.
pub const MAX_LINES: u64 = 1_000;

/// The most lines of one row where quotation marks have gone wrong too often for long looks ahead.
const FEW_LINES: u64 = 16;

/// How much is read at a time.
const CHUNK: usize = 64 * 1024;

/// A table that is read row by row.
pub struct Table<R> {
    source: R,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
    line: u64,
    delimiter: u8,
    header: Header,
    cells: Cells,
    /// Where the next byte stands in the file, and up to where a broken quotation mark may have spoilt it.
    offset: u64,
    suspect_until: u64,
    /// How many bytes were looked at more than once.
    reread: u64,
    /// The fewest cells of a row that was taken.
    narrowest: usize,
}

impl<R: Read> Table<R> {
    /// Reads the header of a file in UTF-8 without a byte order mark, as [`super::encoding::open`] gives it.
    pub fn open(source: R, layout: Layout) -> Result<Self, TableError> {
        let mut table = Self {
            source,
            buffer: Vec::new(),
            start: 0,
            ended: false,
            line: 1,
            delimiter: b',',
            header: Header::new(Vec::new()),
            cells: Cells::default(),
            offset: 0,
            suspect_until: 0,
            reread: 0,
            narrowest: 0,
        };
        table.fill()?;
        let told = separator_line(table.rest());
        if told.is_some() {
            table.skip_line()?;
        }
        while layout.header_line.is_some_and(|line| table.line < line) && !table.is_over()? {
            table.skip_line()?;
        }
        while matches!(table.rest().first(), Some(b'\n' | b'\r')) {
            table.skip_line()?;
        }
        table.delimiter = layout
            .delimiter
            .or(told)
            .unwrap_or_else(|| sniff(table.rest(), table.ended));
        table.read_header()?;
        Ok(table)
    }

    /// The names of the columns.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// What stands between two cells.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    fn read_header(&mut self) -> Result<(), TableError> {
        let line = self.line;
        match self.take()? {
            None => Err(TableError::Empty),
            Some(Row::Refused(Refused { line, reason })) => {
                Err(TableError::Header { line, reason })
            }
            Some(Row::Record(record)) if record.cells().all(|cell| cell.trim().is_empty()) => {
                Err(TableError::Header {
                    line,
                    reason: Reason::EmptyRow,
                })
            }
            Some(Row::Record(record)) => {
                self.header = Header::new(record.cells().map(str::to_owned).collect());
                self.narrowest = self.header.named();
                Ok(())
            }
        }
    }

    /// The next row, or nothing at the end of the file. Only reading itself can fail.
    pub fn advance(&mut self) -> io::Result<Option<Row>> {
        Ok(self.take()?.map(|row| match row {
            Row::Record(record) => self.checked(record),
            refused => refused,
        }))
    }

    /// The next record as it stands.
    fn take(&mut self) -> io::Result<Option<Row>> {
        loop {
            if self.is_over()? {
                return Ok(None);
            }
            let (line, rules) = (self.line, self.rules());
            match scan(
                self.buffer.get(self.start..).unwrap_or_default(),
                rules,
                &mut self.cells,
            ) {
                Scan::Open if self.rest().len() <= MAX_ROW => self.fill()?,
                Scan::Open => return self.too_long(line).map(Some),
                Scan::Record { len, lines, ended } => {
                    if let Some(row) = self.record(len, lines, ended)? {
                        return Ok(Some(row));
                    }
                }
                Scan::Broken { reason, seen } => {
                    if matches!(reason, Reason::UnclosedQuote | Reason::TextAfterQuote) {
                        self.suspect(seen);
                    }
                    self.skip_line()?;
                    return Ok(Some(refused(line, reason)));
                }
            }
        }
    }

    /// Takes a record of `len` bytes, unless its looks say that a quotation mark swallowed several rows.
    fn record(&mut self, len: usize, lines: u64, ended: bool) -> io::Result<Option<Row>> {
        let line = self.line;
        let is_header = self.header.is_empty();
        let narrow = !is_header && self.cells.ends.len() < self.narrowest;
        if lines > 1 && (narrow || !is_header && self.is_too_wide()) {
            self.suspect(len);
            self.skip_line()?;
            return Ok(Some(refused(line, Reason::UnclosedQuote)));
        }
        let suspect = self.offset < self.suspect_until;
        let raw = self.rest().get(..len).unwrap_or_default();
        let blank = self.cells.ends.len() == 1 && raw.trim_ascii().is_empty();
        let has_nul = self.cells.text.contains(&0);
        self.consume(len, lines);
        if blank {
            return Ok(None);
        }
        let reason = if suspect && narrow {
            Reason::AfterBrokenQuote
        } else if !ended && narrow {
            Reason::CutShort
        } else if len > MAX_ROW {
            Reason::RowTooLong { max: MAX_ROW }
        } else if has_nul {
            Reason::NulByte
        } else {
            return Ok(Some(Row::Record(self.taken(line))));
        };
        Ok(Some(refused(line, reason)))
    }

    /// Whether there is something in cells that the header has no names for.
    fn is_too_wide(&self) -> bool {
        let last = self.header.len().checked_sub(1);
        let named = last.and_then(|last| self.cells.ends.get(last)).copied();
        named.is_some_and(|end| {
            let beyond = self.cells.text.get(end..).unwrap_or_default();
            !beyond.trim_ascii().is_empty()
        })
    }

    fn taken(&self, line: u64) -> Record {
        match std::str::from_utf8(&self.cells.text) {
            Ok(text) => Record::new(line, text.to_owned(), self.cells.ends.clone()),
            // Only a source that is not the decoder gets here; its cells are mended one by one, or their
            // ends would shift.
            Err(_) => {
                let (mut text, mut ends, mut from) = (String::new(), Vec::new(), 0);
                for end in &self.cells.ends {
                    let cell = self.cells.text.get(from..*end).unwrap_or_default();
                    text.push_str(&String::from_utf8_lossy(cell));
                    ends.push(text.len());
                    from = *end;
                }
                Record::new(line, text, ends)
            }
        }
    }

    /// Compares a record with the header.
    fn checked(&mut self, record: Record) -> Row {
        let most = self.header.len();
        let is_empty = |cell: &str| cell.trim().is_empty();
        if record.cells().all(is_empty) {
            return refused(record.line, Reason::EmptyRow);
        }
        // Files that were put together from several have the header in their midst.
        if self.header.is_repeated_by(record.cells()) {
            return refused(record.line, Reason::RepeatedHeader);
        }
        if !record.cells().skip(most).all(is_empty) {
            let found = record.width();
            return refused(record.line, Reason::TooManyCells { most, found });
        }
        // A footer of a word or two is no measure for rows.
        if record.width() * 2 >= most {
            self.narrowest = self.narrowest.min(record.width());
        }
        Row::Record(record)
    }

    /// A row that goes on beyond what a row may have: one long line, or a quotation mark that nobody closed.
    fn too_long(&mut self, line: u64) -> io::Result<Row> {
        let window = self.rest();
        let first = window.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        if first.is_some_and(|end| end < MAX_ROW) {
            self.suspect(window.len());
            self.skip_line()?;
            return Ok(refused(line, Reason::UnclosedQuote));
        }
        self.skip_line()?;
        Ok(refused(line, Reason::RowTooLong { max: MAX_ROW }))
    }

    fn suspect(&mut self, seen: usize) {
        self.suspect_until = self.suspect_until.max(self.offset + seen as u64);
        self.reread += seen as u64;
    }

    /// Looking ahead far for every line of a large file would take forever.
    fn rules(&self) -> Rules {
        let patience = self.reread <= 16 * (self.offset + MAX_ROW as u64);
        Rules {
            delimiter: self.delimiter,
            max_lines: if patience { MAX_LINES } else { FEW_LINES },
            last: self.ended,
        }
    }

    fn rest(&self) -> &[u8] {
        self.buffer.get(self.start..).unwrap_or_default()
    }

    fn consume(&mut self, len: usize, lines: u64) {
        self.start += len;
        self.offset += len as u64;
        self.line += lines;
    }

    /// Passes the rest of the line, however long it is.
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let rest = self.rest();
            let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            match end.map(|end| (end, line_break(rest, end, self.ended))) {
                Some((end, Some(len))) => {
                    self.consume(end + len, 1);
                    return Ok(());
                }
                _ if self.ended => {
                    self.consume(rest.len(), 1);
                    return Ok(());
                }
                // The line break may be half of one: it stays until its other half is here.
                Some((end, None)) => self.consume(end, 0),
                None => self.consume(rest.len(), 0),
            }
            self.fill()?;
        }
    }

    fn is_over(&mut self) -> io::Result<bool> {
        while self.start == self.buffer.len() && !self.ended {
            self.fill()?;
        }
        Ok(self.start == self.buffer.len())
    }

    /// Reads on: as much again as is open, so that a long row is not looked at once for every chunk.
    fn fill(&mut self) -> io::Result<()> {
        self.buffer.drain(..self.start);
        self.start = 0;
        let open = self.buffer.len();
        let more = open.max(CHUNK) as u64;
        let read = self
            .source
            .by_ref()
            .take(more)
            .read_to_end(&mut self.buffer)?;
        self.ended = (read as u64) < more;
        Ok(())
    }
}

fn refused(line: u64, reason: Reason) -> Row {
    Row::Refused(Refused { line, reason })
}

#[cfg(test)]
#[path = "table_test.rs"]
mod tests;
