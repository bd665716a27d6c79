//! The first row of a table: which column is called what.

use std::collections::HashMap;
use std::fmt;

use crate::values::Arg;

/// The names of the columns, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    names: Vec<String>,
    places: HashMap<String, Vec<usize>>,
}

/// Why a column cannot be found by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoColumn {
    /// None is called so; the one whose name is most like it.
    Missing {
        wanted: String,
        nearest: Option<String>,
    },
    /// Several are called so.
    Ambiguous { wanted: String, count: usize },
}

impl Header {
    /// A header of these names.
    pub fn new(names: Vec<String>) -> Self {
        let names: Vec<String> = names
            .into_iter()
            .map(|name| name.trim().to_owned())
            .collect();
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, name) in names.iter().enumerate() {
            places.entry(plain(name)).or_default().push(place);
        }
        Self { names, places }
    }

    /// How many columns there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// How many columns there are up to the last one that has a name.
    pub fn named(&self) -> usize {
        let last = self.names.iter().rposition(|name| !name.is_empty());
        last.map_or(0, |last| last + 1)
    }

    /// Whether these cells are the header once more.
    pub fn is_repeated_by<'a>(&self, cells: impl Iterator<Item = &'a str>) -> bool {
        cells
            .map(str::trim)
            .eq(self.names.iter().map(String::as_str))
    }

    /// The names, as the file writes them.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Where the column of this name is. Capitals, blanks and invisible characters make no difference;
    /// `#3` is the third column, for files whose names repeat or are missing.
    pub fn find(&self, wanted: &str) -> Result<usize, NoColumn> {
        match self.places.get(&plain(wanted)).map(Vec::as_slice) {
            Some([place]) => return Ok(*place),
            Some(several) => {
                return Err(NoColumn::Ambiguous {
                    wanted: wanted.to_owned(),
                    count: several.len(),
                });
            }
            None => {}
        }
        let by_number = wanted
            .strip_prefix('#')
            .and_then(|number| number.parse::<usize>().ok());
        match by_number {
            Some(number) if (1..=self.len()).contains(&number) => Ok(number - 1),
            _ => Err(NoColumn::Missing {
                wanted: wanted.to_owned(),
                nearest: self.nearest(wanted),
            }),
        }
    }

    fn nearest(&self, wanted: &str) -> Option<String> {
        nearest(wanted, self.names.iter().map(String::as_str)).map(str::to_owned)
    }
}

/// The name most like the wanted one; none if there is no name at all.
pub fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = plain(wanted);
    // Names are compared only so far: what a file calls its columns may be of any length.
    let head = |name: &str| name.chars().take(80).collect::<String>();
    names
        .filter(|name| !name.is_empty())
        .map(|name| {
            (
                strsim::jaro_winkler(&head(&plain(name)), &head(&wanted)),
                name,
            )
        })
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name)
}

/// A text for comparing: lower case, single blanks, nothing invisible.
pub fn plain(text: &str) -> String {
    let seen = text.replace(
        ['\u{FEFF}', '\u{200B}', '\u{200E}', '\u{200F}', '\u{AD}'],
        "",
    );
    let mut out = String::with_capacity(seen.len());
    for word in seen.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}

impl NoColumn {
    /// The key of its sentence in the catalogues.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Missing {
                nearest: Some(_), ..
            } => "roster-missing-column",
            Self::Missing { nearest: None, .. } => "roster-missing-column-unnamed",
            Self::Ambiguous { .. } => "roster-ambiguous-column",
        }
    }

    /// What the sentence mentions, by the names the catalogues use.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::Missing { wanted, nearest } => {
                let mut args = vec![("wanted", Arg::Text(wanted.clone()))];
                args.extend(
                    nearest
                        .iter()
                        .map(|nearest| ("nearest", Arg::Text(nearest.clone()))),
                );
                args
            }
            Self::Ambiguous { wanted, count } => vec![
                ("wanted", Arg::Text(wanted.clone())),
                (
                    "count",
                    Arg::Number(i64::try_from(*count).unwrap_or(i64::MAX)),
                ),
            ],
        }
    }
}

impl fmt::Display for NoColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing {
                wanted,
                nearest: Some(nearest),
            } => {
                write!(
                    f,
                    "the file has no column “{wanted}”; the nearest is “{nearest}”"
                )
            }
            Self::Missing {
                wanted,
                nearest: None,
            } => {
                write!(f, "the file has no column “{wanted}”, and none with a name")
            }
            Self::Ambiguous { wanted, count } => write!(
                f,
                "the file has {count} columns “{wanted}”; say which by its place, such as “#3” for the third column"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(names: &[&str]) -> Header {
        Header::new(names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn names_are_found_as_people_read_them() {
        let header = header(&["\u{200B}Reg  number ", "Name", ""]);
        assert_eq!(header.find("reg number"), Ok(0));
        assert_eq!(header.find("NAME"), Ok(1));
        assert_eq!(header.find("#3"), Ok(2));
    }

    #[test]
    fn a_missing_name_is_told_with_the_nearest() {
        let header = header(&["Charity number", "Charity name", "Status"]);
        let error = header.find("Charity nam").unwrap_err();
        assert_eq!(
            error.to_string(),
            "the file has no column “Charity nam”; the nearest is “Charity name”"
        );
        assert!(matches!(header.find("#4"), Err(NoColumn::Missing { .. })));
        assert!(matches!(header.find("#0"), Err(NoColumn::Missing { .. })));
    }

    #[test]
    fn a_repeated_name_is_found_by_its_place_alone() {
        let header = header(&["Phone", "phone", "#1"]);
        assert_eq!(
            header.find("Phone"),
            Err(NoColumn::Ambiguous {
                wanted: "Phone".to_owned(),
                count: 2
            })
        );
        assert_eq!(header.find("#2"), Ok(1));
        assert_eq!(header.find("#1"), Ok(2), "a name comes before a place");
    }
}
