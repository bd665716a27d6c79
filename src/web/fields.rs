//! What a form or an address sent: names and values as they were typed.

use std::collections::BTreeMap;

use percent_encoding::percent_decode;

use super::form::Reader;

/// Names and values in the order in which they were sent. Bytes that are no UTF-8 became U+FFFD, which
/// `values::text` refuses at the field, as it does control characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The most fields that anything sends.
    pub const MOST: usize = 5_000;

    /// Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5.1). Nothing if there are too many fields.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let pairs: Vec<_> = bytes
            .split(|byte| *byte == b'&')
            .filter(|pair| !pair.is_empty())
            .take(Self::MOST + 1)
            .map(|pair| {
                let at = pair.iter().position(|byte| *byte == b'=');
                let (name, value) = pair.split_at(at.unwrap_or(pair.len()));
                (
                    decode(name),
                    decode(value.strip_prefix(b"=").unwrap_or(value)),
                )
            })
            .collect();
        (pairs.len() <= Self::MOST).then_some(Self(pairs))
    }

    /// The first value of this name; empty if there is none.
    pub fn get(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// Every value of this name.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether this name has this value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|known| known == value)
    }

    /// Whether this name was sent at all.
    pub fn sent(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Sets a name to one value.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.remove(name);
        self.0.push((name.to_owned(), value.into()));
    }

    /// Adds a value to a name.
    pub fn push(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// Takes a name away, such as a secret that no page repeats.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// Puts U+FFFD where a value holds a control character that HTML cannot say.
    pub fn make_showable(&mut self) {
        let silent = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
        for (_, value) in &mut self.0 {
            if value.contains(silent) {
                *value = value.replace(silent, "\u{FFFD}");
            }
        }
    }

    /// The numbers that stand in names such as `name-3-text`, in order, for the prefix `name`.
    pub fn rows(&self, prefix: &str) -> Vec<usize> {
        let mut rows: Vec<usize> = self
            .0
            .iter()
            .filter_map(|(name, _)| {
                name.strip_prefix(prefix)?
                    .strip_prefix('-')?
                    .split('-')
                    .next()?
                    .parse()
                    .ok()
            })
            .collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// By name, for keeping.
    pub fn to_map(&self) -> BTreeMap<String, Vec<String>> {
        let mut map: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in &self.0 {
            map.entry(name.clone()).or_default().push(value.clone());
        }
        map
    }

    /// From what was kept.
    pub fn from_map(map: BTreeMap<String, Vec<String>>) -> Self {
        Self(
            map.into_iter()
                .flat_map(|(name, values)| {
                    values.into_iter().map(move |value| (name.clone(), value))
                })
                .collect(),
        )
    }

    /// As the query of an address, empty values left out, these changed: `None` takes a name away.
    pub fn query_with(&self, changes: &[(&str, Option<&str>)]) -> String {
        let kept = self.iter().filter(|(name, value)| {
            !value.is_empty() && !changes.iter().any(|(changed, _)| changed == name)
        });
        let changed = changes
            .iter()
            .filter_map(|(name, value)| Some((*name, (*value)?)));
        let mut out = url::form_urlencoded::Serializer::new(String::new());
        out.extend_pairs(kept.chain(changed));
        out.finish()
    }

    /// Reads typed values, noting all mistakes.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(self)
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Fields {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(
            pairs
                .into_iter()
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
    }
}

fn decode(bytes: &[u8]) -> String {
    let spaced: Vec<u8> = bytes
        .iter()
        .map(|byte| if *byte == b'+' { b' ' } else { *byte })
        .collect();
    percent_decode(&spaced).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_through_whole() {
        let fields = Fields::parse(
            "name=%D0%90%D0%BD%D0%B8+%26+Co&area=culture&area=youth&empty=&bare".as_bytes(),
        )
        .unwrap();
        assert_eq!(fields.get("name"), "Ани & Co");
        assert_eq!(fields.all("area").collect::<Vec<_>>(), ["culture", "youth"]);
        assert!(fields.sent("empty") && fields.sent("bare") && !fields.sent("none"));
    }

    #[test]
    fn broken_bytes_are_marked_for_the_field_to_refuse() {
        let fields = Fields::parse(b"name=%ff%fe&city=a%00b").unwrap();
        assert!(fields.get("name").contains('\u{FFFD}'));
        assert!(crate::values::Line::parse(fields.get("city"), 10).is_err());
    }

    #[test]
    fn rows_are_found_by_their_numbers() {
        let fields = Fields::parse(
            b"name-2-text=b&name-0-text=a&name-0-role=legal&names-7-text=c&name-x-text=d",
        )
        .unwrap();
        assert_eq!(fields.rows("name"), [0, 2]);
    }

    #[test]
    fn a_flood_is_refused() {
        assert!(Fields::parse("a=1&".repeat(Fields::MOST + 1).as_bytes()).is_none());
        assert!(Fields::parse("a=1&".repeat(Fields::MOST).as_bytes()).is_some());
    }

    #[test]
    fn an_address_repeats_what_was_asked() {
        let fields = Fields::parse(b"q=Ani+%26&host=DE&after=x").unwrap();
        assert_eq!(
            fields.query_with(&[("after", None), ("host", Some("FR"))]),
            "q=Ani+%26&host=FR"
        );
    }
}
