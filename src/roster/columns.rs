//! The column map: a TOML file that says which column of a foreign table holds what. `examples/columns/` has two that are in use.

use std::collections::BTreeMap;

use encoding_rs::Encoding;
use serde::Deserialize;

use super::check;
use super::encoding;
use super::field::RosterField;
use super::header::nearest;
use super::source::{Entry, OneOrMany, Source};
use super::table::Layout;

/// A column map, checked as far as it can be without the file.
#[derive(Clone, Debug)]
pub struct ColumnMap {
    /// What the table is, for people.
    pub title: Option<String>,
    /// The encoding, where the map says it.
    pub encoding: Option<&'static Encoding>,
    /// The separator and the header's line, where the map says them.
    pub layout: Layout,
    pub(super) empty: Vec<String>,
    pub(super) protected: bool,
    pub(super) skip: Vec<Skip>,
    pub(super) fields: BTreeMap<RosterField, Vec<Source>>,
}

/// Rows to leave out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skip {
    /// The header of the column to look at.
    pub column: String,
    /// Leave out rows with one of these texts there.
    #[serde(default)]
    pub values: Vec<String>,
    /// Leave out rows with none of these texts there.
    #[serde(default)]
    pub unless: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    title: Option<String>,
    #[serde(default)]
    file: File,
    #[serde(default)]
    skip: OneOrMany<Skip>,
    columns: BTreeMap<String, OneOrMany<Entry>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    encoding: Option<String>,
    delimiter: Option<String>,
    header_line: Option<u64>,
    empty: Vec<String>,
}

/// What is wrong with a column map.
#[derive(Debug, thiserror::Error)]
pub enum MapError {
    /// It is no TOML, or has keys that a map does not have.
    #[error("the column map cannot be read: {0}")]
    Toml(#[from] Box<toml::de::Error>),
    /// An encoding that nobody knows.
    #[error("[file] encoding: no encoding is called “{0}”; try “utf-8” or “windows-1252”")]
    Encoding(String),
    /// A separator that cannot separate.
    #[error(
        "[file] delimiter: “{0}” is not one character of ASCII, or one that cells need themselves"
    )]
    Delimiter(String),
    /// A field that an organization does not have.
    #[error("[columns] has no field “{name}”; the nearest is “{nearest}”")]
    Field { name: String, nearest: String },
    /// A field without which there is no organization.
    #[error("[columns] must say where “{0}” comes from")]
    Needed(RosterField),
    /// Something in a field's entry.
    #[error("[columns] {field}: {what}")]
    Entry { field: RosterField, what: String },
    /// A condition that never or always holds.
    #[error("[[skip]] “{0}”: say which `values` to leave out, or `unless` which")]
    Skip(String),
}

impl ColumnMap {
    /// Reads a column map for an import.
    pub fn parse(toml: &str) -> Result<Self, MapError> {
        Self::parse_with(toml, &[RosterField::Name, RosterField::HostCountry])
    }

    /// Reads a column map for looking names up: nothing but a name is needed.
    pub fn parse_names(toml: &str) -> Result<Self, MapError> {
        Self::parse_with(toml, &[RosterField::Name])
    }

    fn parse_with(toml: &str, needed: &[RosterField]) -> Result<Self, MapError> {
        let raw: Raw = toml::from_str(toml).map_err(Box::new)?;
        let mut fields = BTreeMap::new();
        for (name, entries) in raw.columns {
            let field = field(&name)?;
            let sources: Vec<Source> = entries.0.into_iter().map(|entry| entry.0).collect();
            check::sources(field, &sources).map_err(|what| MapError::Entry { field, what })?;
            fields.insert(field, sources);
        }
        for needed in needed {
            if !fields.contains_key(needed) {
                return Err(MapError::Needed(*needed));
            }
        }
        if let Some(skip) = raw
            .skip
            .0
            .iter()
            .find(|skip| skip.values.is_empty() == skip.unless.is_empty())
        {
            return Err(MapError::Skip(skip.column.clone()));
        }
        Ok(Self {
            title: raw.title,
            encoding: raw.file.encoding.map(told_encoding).transpose()?,
            layout: Layout {
                delimiter: raw.file.delimiter.map(told_delimiter).transpose()?,
                header_line: raw.file.header_line,
            },
            empty: raw.file.empty,
            protected: false,
            skip: raw.skip.0,
            fields,
        })
    }

    /// Whether the map says anything about a field. What it does not mention, an import leaves alone.
    pub fn mentions(&self, field: RosterField) -> bool {
        self.fields.contains_key(&field)
    }
}

fn field(name: &str) -> Result<RosterField, MapError> {
    RosterField::from_code(name).ok_or_else(|| {
        let codes = RosterField::ALL.iter().map(|field| field.code());
        MapError::Field {
            name: name.to_owned(),
            nearest: nearest(name, codes).unwrap_or_default().to_owned(),
        }
    })
}

fn told_encoding(label: String) -> Result<&'static Encoding, MapError> {
    encoding::by_label(&label).ok_or(MapError::Encoding(label))
}

fn told_delimiter(text: String) -> Result<u8, MapError> {
    match text.as_bytes() {
        [b'"' | b' ' | b'\r' | b'\n' | 0] => Err(MapError::Delimiter(text)),
        [one] if one.is_ascii() => Ok(*one),
        _ => Err(MapError::Delimiter(text)),
    }
}

#[cfg(test)]
#[path = "columns_test.rs"]
mod tests;
