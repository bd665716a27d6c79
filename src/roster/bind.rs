//! A column map and the header of a file brought together: where in a row each text is, and how it gets its final form.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::cell::unprotect;
use super::columns::{ColumnMap, Skip};
use super::dates;
use super::field::RosterField;
use super::header::{Header, NoColumn, plain};
use super::list;
use super::reason::{Reason, Remark};
use super::row::ITEMS_MAX;
use super::source::Source;
use super::table::Record;
use crate::values::{LanguageTag, Problem};

/// A source whose columns were found.
pub(super) struct Bound {
    pub rules: Source,
    pub dates: Vec<dates::Form>,
    pub language: Option<LanguageTag>,
    pub places: Vec<usize>,
    skip: HashSet<String>,
    values: HashMap<String, String>,
}

/// A condition on rows whose column was found.
pub(super) struct BoundSkip {
    pub place: usize,
    values: HashSet<String>,
    unless: HashSet<String>,
}

/// What all cells of a file have in common.
pub(super) struct Cells {
    pub empty: HashSet<String>,
    pub protected: bool,
}

/// The sources of every field, and the conditions on rows.
pub(super) type Columns = (Vec<Vec<Bound>>, Vec<BoundSkip>);

/// Finds the columns of every source of every field. All that are missing are told together.
pub(super) fn bind(map: &ColumnMap, header: &Header) -> Result<Columns, Vec<NoColumn>> {
    let mut missing = Vec::new();
    let mut find = |name: &str| {
        header
            .find(name)
            .map_err(|error| {
                if !missing.contains(&error) {
                    missing.push(error);
                }
            })
            .unwrap_or_default()
    };
    let bound = RosterField::ALL
        .iter()
        .map(|field| {
            let sources = map.fields.get(field).map(Vec::as_slice).unwrap_or_default();
            sources
                .iter()
                .map(|source| Bound::new(source, &mut find))
                .collect()
        })
        .collect();
    let skips = map
        .skip
        .iter()
        .map(|skip| BoundSkip::new(skip, &mut find))
        .collect();
    if missing.is_empty() {
        Ok((bound, skips))
    } else {
        Err(missing)
    }
}

fn plain_all<'a>(texts: impl IntoIterator<Item = &'a String>) -> HashSet<String> {
    texts.into_iter().map(|text| plain(text)).collect()
}

impl Cells {
    pub fn new(map: &ColumnMap) -> Self {
        Self {
            empty: plain_all(&map.empty),
            protected: map.protected,
        }
    }

    fn text<'a>(&self, record: &'a Record, place: usize) -> Cow<'a, str> {
        let cell = record.cell(place);
        let text = if self.protected {
            unprotect(cell)
        } else {
            Cow::Borrowed(cell)
        };
        if !self.empty.is_empty() && self.empty.contains(&plain(&text)) {
            return Cow::Borrowed("");
        }
        text
    }
}

impl BoundSkip {
    fn new(skip: &Skip, find: &mut impl FnMut(&str) -> usize) -> Self {
        Self {
            place: find(&skip.column),
            values: plain_all(&skip.values),
            unless: plain_all(&skip.unless),
        }
    }

    /// Whether a row is to be left out.
    pub fn applies(&self, record: &Record) -> bool {
        let text = plain(record.cell(self.place));
        self.values.contains(&text) || !self.unless.is_empty() && !self.unless.contains(&text)
    }
}

impl Bound {
    fn new(source: &Source, find: &mut impl FnMut(&str) -> usize) -> Self {
        Self {
            places: source.column.0.iter().map(|name| find(name)).collect(),
            skip: plain_all(&source.skip),
            values: source
                .values
                .iter()
                .map(|(from, to)| (plain(from), to.clone()))
                .collect(),
            dates: source
                .dates
                .iter()
                .filter_map(|form| dates::Form::parse(form).ok())
                .collect(),
            language: source
                .language
                .as_deref()
                .and_then(|tag| LanguageTag::parse(tag).ok()),
            rules: source.clone(),
        }
    }

    /// The texts that a row has for this source, in their final form. Those that break a rule of the map go to `wrong`.
    pub fn texts<'a>(
        &'a self,
        field: RosterField,
        record: &'a Record,
        cells: &Cells,
        wrong: &mut Vec<Remark>,
    ) -> Vec<Cow<'a, str>> {
        let raw = self.raw(record, cells);
        if raw.trim().is_empty() {
            return Vec::new();
        }
        let mut out = Vec::new();
        let mut add = |part: Cow<'a, str>| match self.form(part) {
            Ok(text) if text.trim().is_empty() => {}
            Ok(text) => out.push(text),
            Err((text, reason)) => wrong.push(Remark::on(field, &text, reason)),
        };
        let parts = match &raw {
            Cow::Borrowed(raw) => self.parts(raw),
            Cow::Owned(raw) => owned(self.parts(raw)),
        };
        // A cell of a mebibyte can hold half a million items, each with a mistake of its own.
        let beyond = parts.get(ITEMS_MAX).map(|part| part.to_string());
        parts.into_iter().take(ITEMS_MAX).for_each(&mut add);
        if let Some(part) = beyond {
            let reason = Reason::TooManyItems { max: ITEMS_MAX };
            wrong.push(Remark::on(field, &part, reason));
        }
        out
    }

    /// The text of the source's columns.
    fn raw<'a>(&'a self, record: &'a Record, cells: &Cells) -> Cow<'a, str> {
        if let Some(constant) = &self.rules.constant {
            return Cow::Borrowed(constant);
        }
        if let [place] = *self.places {
            return cells.text(record, place);
        }
        let texts: Vec<_> = self
            .places
            .iter()
            .map(|place| cells.text(record, *place))
            .filter(|text| !text.trim().is_empty())
            .collect();
        Cow::Owned(texts.join(self.rules.join.as_deref().unwrap_or(", ")))
    }

    fn parts<'a>(&self, raw: &'a str) -> Vec<Cow<'a, str>> {
        if self.rules.listed {
            return list::split(raw);
        }
        match &self.rules.split {
            None => vec![Cow::Borrowed(raw)],
            Some(sign) if self.rules.tight => split_tight(raw, sign)
                .into_iter()
                .map(Cow::Borrowed)
                .collect(),
            Some(sign) => raw.split(sign.as_str()).map(Cow::Borrowed).collect(),
        }
    }

    /// One text as the rules want it.
    fn form<'a>(&self, text: Cow<'a, str>) -> Result<Cow<'a, str>, (String, Reason)> {
        let rules = &self.rules;
        let part = rules.take.map_or(&*text, |take| take.of(&text)).trim();
        let part = part.trim_matches(|c: char| c.is_whitespace() || rules.trim.contains(c));
        // Nothing to cut off is the usual case, and needs no copy.
        let mut text = if part.len() == text.len() {
            text
        } else {
            Cow::Owned(part.to_owned())
        };
        if !self.skip.is_empty() && self.skip.contains(&plain(&text)) {
            return Ok(Cow::Borrowed(""));
        }
        if !rules.starts.is_empty() {
            text = Cow::Owned(restarted(&text, &rules.starts));
        }
        if !self.values.is_empty() {
            if let Some(written) = self.values.get(&plain(&text)) {
                return Ok(Cow::Owned(written.clone()));
            }
            if let Some(otherwise) = &rules.otherwise {
                return Ok(Cow::Owned(otherwise.clone()));
            }
        }
        if rules.place && !is_a_place(&text) {
            return Err((text.into_owned(), Reason::NotAPlace));
        }
        if !rules.numbers.is_empty() {
            let written = rules
                .numbers
                .iter()
                .find_map(|number| number.write(text.trim()));
            return written
                .map(Cow::Owned)
                .ok_or_else(|| (text.into_owned(), Problem::BadIdentifier.into()));
        }
        Ok(text)
    }
}

fn owned<'a>(parts: Vec<Cow<'_, str>>) -> Vec<Cow<'a, str>> {
    let own = |part: Cow<'_, str>| Cow::Owned(part.into_owned());
    parts.into_iter().map(own).collect()
}

/// Whether a text can be the name of a place: no house number, postcode, mail or web address.
fn is_a_place(text: &str) -> bool {
    !text.contains('@') && !text.contains("//") && !text.chars().any(char::is_numeric)
}

/// The text with single blanks and, if it begins like one of these, with the other beginning.
fn restarted(text: &str, starts: &[(String, String)]) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let other = starts.iter().find_map(|(from, to)| {
        let (head, rest) = text.split_at_checked(from.len())?;
        (head.to_lowercase() == from.to_lowercase()).then(|| format!("{to}{}", rest.trim_start()))
    });
    other.unwrap_or(text)
}

/// Cuts where no blank follows.
fn split_tight<'a>(text: &'a str, sign: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(sign) {
        let after = at + sign.len();
        let followed = text
            .get(after..)
            .is_some_and(|rest| rest.starts_with(char::is_whitespace));
        if !followed {
            parts.extend(text.get(from..at));
            from = after;
        }
    }
    parts.extend(text.get(from..));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_before_a_blank_belongs_to_its_item() {
        assert_eq!(split_tight("a,b, or c,d", ","), ["a", "b, or c", "d"]);
        assert_eq!(split_tight("a", ","), ["a"]);
        assert_eq!(split_tight(",a,", ","), ["", "a", ""]);
    }

    #[test]
    fn beginnings_are_rewritten_once() {
        let starts = [
            ("Co. ".to_owned(), "County ".to_owned()),
            ("co.".to_owned(), "County ".to_owned()),
        ];
        for text in ["Co. Down", "CO.Down", "co.  Down"] {
            assert_eq!(restarted(text, &starts), "County Down", "{text}");
        }
        assert_eq!(restarted("Coleraine", &starts), "Coleraine");
        assert_eq!(restarted("Čo", &starts), "Čo");
    }
}
