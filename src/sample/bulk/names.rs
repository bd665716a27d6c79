//! Where the names come from: ROR's organizations if there is a file of them, else those of our own sample.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::values::{Country, LanguageTag, Line};

/// Why a file of names is of no use.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// It cannot be read.
    #[error("{}: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// It is no CSV.
    #[error("the file of names: {0}")]
    Csv(#[from] csv::Error),
    /// It lacks a column, or has no rows.
    #[error("the file of names has no {0}")]
    Missing(&'static str),
}

/// A name with its language, if that is known.
pub(super) type Named = (Line, Option<LanguageTag>);

/// An organization that lends its names.
pub(super) struct Model {
    pub name: Named,
    pub others: Vec<Named>,
    pub host: Option<Country>,
    pub city: Option<Line>,
}

/// All that lend something.
pub(super) struct Source {
    pub models: Vec<Model>,
    pub cities: Vec<Line>,
    /// Peoples of our sample, the most frequent first.
    pub communities: Vec<(Line, Option<Country>)>,
}

const SAMPLE: &str = include_str!("../organizations.csv");

impl Source {
    pub(super) fn read(path: Option<&Path>) -> Result<Self, SourceError> {
        let mut models = match path {
            Some(path) => {
                let file = File::open(path).map_err(|error| SourceError::File {
                    path: path.to_owned(),
                    error,
                })?;
                of_ror(io::BufReader::new(file))?
            }
            None => Vec::new(),
        };
        // Ours are in it in any case: names of many scripts.
        models.extend(of_sample()?);
        let mut cities: Vec<Line> = models
            .iter()
            .filter_map(|model| model.city.clone())
            .collect();
        cities.sort();
        cities.dedup();
        if cities.is_empty() {
            return Err(SourceError::Missing("cities"));
        }
        Ok(Self {
            models,
            cities,
            communities: communities()?,
        })
    }
}

struct Table {
    rows: Vec<csv::StringRecord>,
    header: csv::StringRecord,
}

impl Table {
    fn read(from: impl Read) -> Result<Self, SourceError> {
        let mut reader = csv::Reader::from_reader(from);
        let header = reader.headers()?.clone();
        let rows = reader.into_records().collect::<Result<_, _>>()?;
        Ok(Self { rows, header })
    }

    fn column(&self, name: &'static str) -> Result<usize, SourceError> {
        self.header
            .iter()
            .position(|cell| cell == name)
            .ok_or(SourceError::Missing(name))
    }
}

fn named(text: &str, language: &str) -> Option<Named> {
    let text = Line::parse(text, 200).ok()?;
    Some((text, LanguageTag::parse(language).ok()))
}

/// `id,name,name_language,other_names,types,established,country,city,…`, other names as `und:acronym:GUC; de:Haus`.
fn of_ror(from: impl Read) -> Result<Vec<Model>, SourceError> {
    let table = Table::read(from)?;
    let (name, language) = (table.column("name")?, table.column("name_language")?);
    let (others, country, city) = (
        table.column("other_names")?,
        table.column("country")?,
        table.column("city")?,
    );
    let cell = |row: &csv::StringRecord, at: usize| row.get(at).unwrap_or_default().to_owned();
    let model = |row: &csv::StringRecord| {
        let others = cell(row, others);
        let others = others.split("; ").filter_map(|item| {
            let (language, text) = item.split_once(':')?;
            named(text.strip_prefix("acronym:").unwrap_or(text), language)
        });
        Some(Model {
            name: named(&cell(row, name), &cell(row, language))?,
            others: others.take(3).collect(),
            host: Country::from_code(&cell(row, country)),
            city: Line::parse(&cell(row, city), 120).ok(),
        })
    };
    let models: Vec<Model> = table.rows.iter().filter_map(model).collect();
    if models.is_empty() {
        return Err(SourceError::Missing("rows"));
    }
    Ok(models)
}

/// `en:legal:Name | hy:native:Name`.
fn of_sample() -> Result<Vec<Model>, SourceError> {
    let table = Table::read(SAMPLE.as_bytes())?;
    let (names, host, city) = (
        table.column("names")?,
        table.column("host")?,
        table.column("city")?,
    );
    let model = |row: &csv::StringRecord| {
        let mut names = row.get(names)?.split(" | ").filter_map(|item| {
            let mut parts = item.splitn(3, ':');
            let (language, _role, text) = (parts.next()?, parts.next()?, parts.next()?);
            named(text, language)
        });
        Some(Model {
            name: names.next()?,
            others: names.collect(),
            host: Country::from_code(row.get(host)?),
            city: Line::parse(row.get(city)?, 120).ok(),
        })
    };
    Ok(table.rows.iter().filter_map(model).collect())
}

fn communities() -> Result<Vec<(Line, Option<Country>)>, SourceError> {
    let table = Table::read(SAMPLE.as_bytes())?;
    let (community, homeland) = (table.column("community")?, table.column("homeland")?);
    let mut counted: std::collections::BTreeMap<(Line, Option<Country>), usize> =
        Default::default();
    for row in &table.rows {
        let Ok(people) = Line::parse(row.get(community).unwrap_or_default(), 80) else {
            continue;
        };
        let homeland = Country::from_code(row.get(homeland).unwrap_or_default());
        *counted.entry((people, homeland)).or_default() += 1;
    }
    let mut counted: Vec<_> = counted.into_iter().collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Ok(counted.into_iter().map(|(one, _)| one).collect())
}
