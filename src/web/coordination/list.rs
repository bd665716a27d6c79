//! Rows of lists, and what the lists of forms offer.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::Spoken;
use crate::organization::{self, Mention};
use crate::say;
use crate::values::{Arg, Country, Lang, LanguageTag, Line, Problem, RegistryNumber, Standing};
use crate::web::{Reader, Result};

/// An organization in a list, with what it is to the thing whose list it is.
pub struct Named {
    /// Its number.
    pub number: RegistryNumber,
    /// The name it goes by.
    pub name: Spoken,
    /// Where it works.
    pub country: Country,
    /// How it stands.
    pub standing: Standing,
    /// The key of what it is here.
    pub role_key: &'static str,
    /// Where a form that ends this is sent; empty where nobody may.
    pub ending: String,
    /// Where something else is said of it; empty where nobody may.
    pub change: String,
}

impl Named {
    /// A row for an organization.
    pub fn new(of: &Mention, role_key: &'static str, ending: String) -> Self {
        Self {
            number: of.number,
            name: Spoken::organization(of),
            country: of.host_country,
            standing: of.standing,
            role_key,
            ending,
            change: String::new(),
        }
    }
}

/// A list of codes with their names, for radios, checkboxes and selects.
pub fn choices<T: Copy>(
    lang: Lang,
    all: &[T],
    code: fn(T) -> &'static str,
    key: fn(T) -> &'static str,
) -> Vec<(&'static str, String)> {
    all.iter()
        .map(|one| (code(*one), say::t(lang, key(*one))))
        .collect()
}

/// All countries, for a picker.
pub fn countries(lang: Lang) -> Vec<(&'static str, &'static str)> {
    Country::sorted(lang)
        .iter()
        .map(|country| (country.code(), country.name(lang)))
        .collect()
}

/// The common languages, for a picker.
pub fn languages(lang: Lang) -> Vec<(String, String)> {
    LanguageTag::sorted(lang)
        .iter()
        .map(|(tag, name)| (tag.to_string(), name.clone()))
        .collect()
}

/// The organization whose registry number somebody typed; a mistake at the field where there is none.
pub async fn organization_of(
    conn: &mut PgConnection,
    reader: &mut Reader<'_>,
    field: &str,
) -> Result<Option<Mention>> {
    let Some(number) = reader.required(field, RegistryNumber::parse) else {
        return Ok(None);
    };
    let found = organization::mention_by_number(conn, number).await?;
    if found.is_none() {
        reader.mistake(field, "coordination-no-such-number");
    }
    Ok(found)
}

/// From when until when, in words; empty where neither is known.
pub fn term(lang: Lang, since: Option<NaiveDate>, until: Option<NaiveDate>) -> String {
    let day = |day: NaiveDate| Arg::Text(say::day(lang, day));
    match (since, until) {
        (Some(since), Some(until)) => {
            let args = [("from", day(since)), ("until", day(until))];
            say::with(lang, "coordination-from-until", &args)
        }
        (Some(since), None) => say::with(lang, "coordination-since", &[("from", day(since))]),
        (None, Some(until)) => say::with(lang, "coordination-until", &[("until", day(until))]),
        (None, None) => String::new(),
    }
}

/// A short text of at most 300 characters.
pub fn line(text: &str) -> Result<Line, Problem> {
    Line::parse(text, 300)
}
