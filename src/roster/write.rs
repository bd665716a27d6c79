//! Rosters as CSV (RFC 4180, CRLF), row by row into whatever takes bytes, safe to open in any spreadsheet.

use std::io::{self, Write};

use super::cell::protect;
use super::field::RosterField;
use super::own;
use super::row::RosterRow;

/// Writes lines of cells; each cell is made safe.
pub struct CellWriter<W: Write> {
    inner: csv::Writer<W>,
}

/// Writes rows in Concord's own format, its headers first.
pub struct RosterWriter<W: Write> {
    cells: CellWriter<W>,
}

impl<W: Write> CellWriter<W> {
    /// A byte order mark in front tells Excel that the file is UTF-8.
    pub fn new(mut into: W, with_mark: bool) -> io::Result<Self> {
        if with_mark {
            into.write_all("\u{FEFF}".as_bytes())?;
        }
        let inner = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(into);
        Ok(Self { inner })
    }

    /// Writes a line.
    pub fn write<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) -> io::Result<()> {
        for cell in cells {
            self.inner
                .write_field(&*protect(cell.as_ref()))
                .map_err(io::Error::other)?;
        }
        self.inner
            .write_record(None::<&[u8]>)
            .map_err(io::Error::other)
    }

    /// Hands everything on. Without this nobody knows whether the last lines arrived.
    pub fn finish(self) -> io::Result<W> {
        self.inner.into_inner().map_err(|error| error.into_error())
    }
}

impl<W: Write> RosterWriter<W> {
    /// Writes the headers.
    pub fn new(into: W, with_mark: bool) -> io::Result<Self> {
        let mut cells = CellWriter::new(into, with_mark)?;
        cells.write(RosterField::ALL.iter().map(|field| field.code()))?;
        Ok(Self { cells })
    }

    /// Goes on with rows, for a file that leaves in parts.
    pub fn rows(into: W) -> io::Result<Self> {
        let cells = CellWriter::new(into, false)?;
        Ok(Self { cells })
    }

    /// Writes a row.
    pub fn write(&mut self, row: &RosterRow) -> io::Result<()> {
        self.cells.write(own::cells(row))
    }

    /// Hands everything on. Without this nobody knows whether the last rows arrived.
    pub fn finish(self) -> io::Result<W> {
        self.cells.finish()
    }
}

#[cfg(test)]
#[path = "write_test.rs"]
mod tests;
