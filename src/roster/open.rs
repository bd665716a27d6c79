//! A roster file from its first byte to rows of values: encoding, table, columns, in one place.

use std::io::{self, Read, Seek};

use encoding_rs::Encoding;

use super::columns::ColumnMap;
use super::encoding::{self, Text};
use super::header::{Header, NoColumn};
use super::own;
use super::read::{RowReader, Taken};
use super::reason::Remark;
use super::table::{Refused, Row, Table, TableError};
use crate::values::Arg;

/// A file that is being read.
pub struct Roster<R> {
    table: Table<Text<R>>,
    rows: RowReader,
    map: ColumnMap,
    encoding: &'static Encoding,
}

/// A row of the file: in, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The line in which it begins.
    pub line: u64,
    /// The row, or everything that is wrong with it.
    pub result: Result<Taken, Vec<Remark>>,
}

/// Why a file cannot be read as a roster.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file could not be read.
    #[error("the file cannot be read: {0}")]
    Io(#[from] io::Error),
    /// A workbook or a page, not a text.
    #[error("the file is a workbook or a PDF; save it as CSV and try again")]
    Workbook,
    /// No table.
    #[error(transparent)]
    Table(TableError),
    /// No column map, and other headers than Concord's own.
    #[error("the file needs a column map: its headers are not Concord's own")]
    NeedsMap,
    /// Columns that the map or Concord's own format names once, and the file not so.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Columns(Vec<NoColumn>),
}

impl OpenError {
    /// The key of its sentence in the catalogues. That of the columns is said once for each.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Io(_) | Self::Table(TableError::Io(_)) => "roster-unreadable",
            Self::Workbook => "roster-workbook",
            Self::Table(TableError::Empty) => "roster-empty",
            Self::Table(TableError::Header { .. }) => "roster-broken-header",
            Self::NeedsMap => "roster-needs-map",
            Self::Columns(_) => "roster-no-columns",
        }
    }
}

impl OpenError {
    /// What the sentence mentions, by the names the catalogues use.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            // As text: a line number takes no separators of thousands.
            Self::Table(TableError::Header { line, .. }) => {
                vec![("line", Arg::Text(line.to_string()))]
            }
            _ => Vec::new(),
        }
    }
}

impl From<TableError> for OpenError {
    fn from(error: TableError) -> Self {
        match error {
            TableError::Io(error) => Self::Io(error),
            other => Self::Table(other),
        }
    }
}

impl<R: Read + Seek> Roster<R> {
    /// Opens a file by a column map, or by Concord's own headers if there is none; `this_year` bounds founding years.
    pub fn open(mut file: R, map: Option<ColumnMap>, this_year: i32) -> Result<Self, OpenError> {
        if encoding::is_workbook(&mut file)? {
            return Err(OpenError::Workbook);
        }
        let told = map.as_ref().and_then(|map| map.encoding);
        let text = encoding::open(file, told)?;
        let encoding = text.encoding();
        let layout = map.as_ref().map(|map| map.layout).unwrap_or_default();
        let table = Table::open(text, layout)?;
        let map = match map {
            Some(map) => map,
            None if own::is_own(table.header()) => own::map(table.header()),
            None => return Err(OpenError::NeedsMap),
        };
        let rows = RowReader::new(&map, table.header(), this_year).map_err(OpenError::Columns)?;
        Ok(Self {
            table,
            rows,
            map,
            encoding,
        })
    }

    /// The next row, or nothing at the end of the file. Only reading itself can fail.
    pub fn advance(&mut self) -> io::Result<Option<Entry>> {
        Ok(self.table.advance()?.map(|row| match row {
            Row::Record(record) => Entry {
                line: record.line,
                result: self.rows.read(&record),
            },
            Row::Refused(Refused { line, reason }) => Entry {
                line,
                result: Err(vec![Remark::row(reason)]),
            },
        }))
    }

    /// The names of the file's columns.
    pub fn header(&self) -> &Header {
        self.table.header()
    }

    /// The columns that have a name and that the map does not mention: what of the file stays outside.
    pub fn unread(&self) -> impl Iterator<Item = &str> {
        let names = self.header().names().iter().enumerate();
        names
            .filter(|(place, name)| !name.is_empty() && !self.rows.reads(*place))
            .map(|(_, name)| name.as_str())
    }

    /// The column map that the file is read by.
    pub fn columns(&self) -> &ColumnMap {
        &self.map
    }

    /// The encoding that the file is in.
    pub fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// What stands between two cells of the file.
    pub fn delimiter(&self) -> u8 {
        self.table.delimiter()
    }
}

impl<R: Read + Seek> Iterator for Roster<R> {
    type Item = io::Result<Entry>;

    fn next(&mut self) -> Option<Self::Item> {
        self.advance().transpose()
    }
}
