//! Rows of the sample files, and values in their cells. A mistake names the file, the line and the column.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::values::{DateForm, LanguageTag, Line, Problem, Prose, parse_date};

/// What parts the items of a cell.
const ITEMS: &str = " | ";

/// A cell of a sample file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{file}, line {line}, column {column}: {why}")]
pub struct BadCell {
    file: &'static str,
    line: u64,
    column: &'static str,
    why: String,
}

/// A row of a sample file.
pub(super) struct Row {
    file: &'static str,
    line: u64,
    cells: HashMap<String, String>,
}

type Parsed<T> = Result<T, Problem>;

impl Row {
    /// All rows of a file.
    pub(super) fn all(file: &'static str, text: &str) -> Result<Vec<Self>, BadCell> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let broken = |error: csv::Error| BadCell {
            file,
            line: error.position().map_or(0, csv::Position::line),
            column: "-",
            why: error.to_string(),
        };
        let headers = reader.headers().map_err(broken)?.clone();
        let cells = |record: &csv::StringRecord| {
            let pairs = headers.iter().zip(record.iter());
            pairs
                .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
                .collect()
        };
        reader
            .records()
            .map(|record| {
                let record = record.map_err(broken)?;
                Ok(Self {
                    file,
                    line: record.position().map_or(0, csv::Position::line),
                    cells: cells(&record),
                })
            })
            .collect()
    }

    /// A mistake in a cell.
    pub(super) fn bad(&self, column: &'static str, why: impl ToString) -> BadCell {
        BadCell {
            file: self.file,
            line: self.line,
            column,
            why: why.to_string(),
        }
    }

    /// What stands in a cell.
    pub(super) fn text(&self, column: &'static str) -> Result<&str, BadCell> {
        self.cells
            .get(column)
            .map(String::as_str)
            .ok_or_else(|| self.bad(column, "there is no such column"))
    }

    /// A value that must be there.
    pub(super) fn required<T>(
        &self,
        column: &'static str,
        parse: impl Fn(&str) -> Parsed<T>,
    ) -> Result<T, BadCell> {
        parse(self.text(column)?).map_err(|problem| self.bad(column, problem))
    }

    /// A value that may be missing.
    pub(super) fn optional<T>(
        &self,
        column: &'static str,
        parse: impl Fn(&str) -> Parsed<T>,
    ) -> Result<Option<T>, BadCell> {
        match self.text(column)? {
            "" => Ok(None),
            _ => self.required(column, parse).map(Some),
        }
    }

    /// The items of a list.
    pub(super) fn list<T>(
        &self,
        column: &'static str,
        parse: impl Fn(&str) -> Parsed<T>,
    ) -> Result<Vec<T>, BadCell> {
        self.text(column)?
            .split(ITEMS)
            .filter(|item| !item.is_empty())
            .map(|item| parse(item).map_err(|problem| self.bad(column, problem)))
            .collect()
    }
}

/// A short text.
pub(super) fn line(text: &str) -> Parsed<Line> {
    Line::parse(text, 300)
}

/// A long text.
pub(super) fn prose(text: &str) -> Parsed<Prose> {
    Prose::parse(text, 5_000)
}

/// A day, such as `2026-03-31`.
pub(super) fn day(text: &str) -> Parsed<NaiveDate> {
    parse_date(text, &[DateForm::Iso])
}

/// `hy:words`: a language, and something in it.
pub(super) fn in_language<T>(
    text: &str,
    parse: impl Fn(&str) -> Parsed<T>,
) -> Parsed<(LanguageTag, T)> {
    let (language, words) = text.split_once(':').ok_or(Problem::UnknownLanguage)?;
    Ok((LanguageTag::parse(language)?, parse(words)?))
}
