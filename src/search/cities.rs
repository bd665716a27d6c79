//! Cities of the gazetteer in the directory: how organizations write them, and where somebody types one.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use sqlx::{PgConnection, Postgres, QueryBuilder};

use super::predicate::{Query, push_where};
use crate::db::DbError;
use crate::gazetteer::{City, Reader};
use crate::names::Said;
use crate::values::Country;

/// The pieces of the longest name that is looked for: `Las Palmas de Gran Canaria`.
const PIECES: usize = 5;

/// What of these cities is written in the registry: the host countries, and beside each what stands there. The gazetteer is
/// the one place that knows which city a spelling means, so the database is asked for spellings.
pub(super) async fn written(
    conn: &mut PgConnection,
    cities: &[City],
) -> Result<(Vec<String>, Vec<String>), DbError> {
    if cities.is_empty() {
        return Ok(Default::default());
    }
    let hosts: HashSet<&str> = cities.iter().map(|city| city.country().code()).collect();
    let hosts: Vec<String> = hosts.into_iter().map(str::to_owned).collect();
    let rows = sqlx::query!(
        r#"select distinct host_country, city as "city!: String" from organizations
           where host_country = any($1) and city is not null"#,
        &hosts
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .filter(|row| {
            let city = City::called(row.host_country, &row.city);
            city.is_some_and(|city| cities.contains(&city))
        })
        .map(|row| (row.host_country.code().to_owned(), row.city))
        .unzip())
}

/// How many organizations are in each city, the city filter left out.
pub(super) async fn counted(
    conn: &mut PgConnection,
    query: &Query,
) -> Result<Vec<(String, i64)>, DbError> {
    let mut sql: QueryBuilder<Postgres> =
        QueryBuilder::new("select o.host_country, o.city, count(*) from organizations o");
    push_where(&mut sql, query, Some(super::Facet::City));
    sql.push(" and o.city is not null group by 1, 2");
    let rows: Vec<(Country, String, i64)> = sql.build_query_as().fetch_all(conn).await?;
    let mut reader = Reader::default();
    let mut counts: HashMap<City, i64> = HashMap::new();
    for (country, name, count) in rows {
        if let Some(city) = reader.city(country, &name) {
            *counts.entry(city).or_default() += count;
        }
    }
    let mut counts: Vec<(String, i64)> = counts
        .into_iter()
        .map(|(city, count)| (city.to_string(), count))
        .collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(counts)
}

/// A name of a city in what was typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Typed {
    /// As it was typed.
    pub written: String,
    /// Which units of the text it is.
    pub units: Range<usize>,
    /// The cities that are called so.
    pub cities: Vec<City>,
}

/// The cities that somebody may mean. A word that means something else is none by itself: whoever types a union does not
/// look for La Unión.
pub(super) fn typed(text: &str, units: &[Said]) -> Vec<Typed> {
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for from in 0..pieces.len() {
        for to in from + 1..=pieces.len().min(from + PIECES) {
            let begins = units.partition_point(|unit| unit.pieces.end <= from);
            let ends = units.partition_point(|unit| unit.pieces.start < to);
            let some = units.get(begins..ends).unwrap_or_default();
            let says_else = some.len() == 1 && !some[0].may_be_town;
            if says_else || some.iter().all(|unit| unit.is_light) {
                continue;
            }
            let written = pieces[from..to].join(" ");
            let cities = City::everywhere(&written);
            if !cities.is_empty() {
                found.push(Typed {
                    written: written
                        .trim_matches(|c: char| !c.is_alphanumeric())
                        .to_owned(),
                    units: begins..ends,
                    cities,
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::Concepts;

    fn names(text: &str) -> Vec<(String, Range<usize>)> {
        typed(text, &Concepts::default().said(text))
            .into_iter()
            .map(|one| (one.written, one.units))
            .collect()
    }

    #[test]
    fn a_city_is_seen_in_what_was_typed() {
        if City::everywhere("Munich").is_empty() {
            // A program that was built without its assets knows no city.
            return;
        }
        assert_eq!(names("Zanzibarq Мюнхен"), [("Мюнхен".to_owned(), 1..2)]);
        let all = names("Las Palmas de Gran Canaria");
        assert!(
            all.iter().any(|one| one.0 == "Las Palmas de Gran Canaria"),
            "{all:?}"
        );
        let all = names("«Нью-Йорк»");
        assert!(all.len() == 1 && all[0].0 == "Нью-Йорк", "{all:?}");
        // Each is a city somewhere, and says something else first.
        for other in ["Union", "Armenia", "George"] {
            assert!(!City::everywhere(other).is_empty(), "{other}");
            assert!(names(other).is_empty(), "{other}");
        }
        assert!(names("und").is_empty() && names("").is_empty() && names("— …").is_empty());
    }
}
