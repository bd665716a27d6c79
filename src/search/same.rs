//! Why somebody is found by meaning: which of their words says the same as one that was typed.

use std::collections::HashMap;

use sqlx::PgConnection;

use super::cities::{self, Typed};
use super::list::Hit;
use super::text::Wanted;
use crate::db::DbError;
use crate::gazetteer::City;
use crate::ids::OrganizationId;
use crate::names::{Concepts, Said, fold};

/// The most words that are told of one organization.
const MOST: usize = 4;

/// A word that was typed, and another that says the same.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Same {
    /// The word that was typed.
    pub typed: String,
    /// The word of a name, or the place.
    pub written: String,
}

/// Tells of each of these hits why it was found.
pub(super) async fn tell(
    conn: &mut PgConnection,
    text: &str,
    hits: Vec<&mut Hit>,
) -> Result<(), DbError> {
    if hits.is_empty() {
        return Ok(());
    }
    let ids: Vec<OrganizationId> = hits.iter().map(|hit| hit.id).collect();
    let names = names(conn, &ids).await?;
    let mut concepts = Concepts::default();
    let open = Wanted::parse(text).open;
    let typed = concepts.said(&open);
    let cities = cities::typed(&open, &typed);
    for hit in hits {
        let others = names.get(&hit.id).into_iter().flatten();
        let texts = std::iter::once(hit.name.as_str())
            .chain(others.map(String::as_str))
            .chain(hit.city.as_deref());
        let written: Vec<Said> = texts.flat_map(|text| concepts.said(text)).collect();
        hit.by_meaning = same(&typed, &written);
        hit.by_meaning.extend(in_city(&cities, hit));
        hit.by_meaning.truncate(MOST);
    }
    Ok(())
}

/// The city that was typed, where its spelling is another and the words say not already that it is the same.
fn in_city(typed: &[Typed], hit: &Hit) -> Option<Same> {
    let written = hit.city.as_deref()?;
    let city = City::called(hit.host_country, written)?;
    // The longest is what was meant: `New York` and not `York`.
    let one = typed
        .iter()
        .filter(|one| one.cities.contains(&city) && fold(&one.written) != fold(written))
        .max_by_key(|one| one.units.len())?;
    let is_said = hit.by_meaning.iter().any(|same| same.written == written);
    (!is_said).then(|| Same {
        typed: one.written.clone(),
        written: written.to_owned(),
    })
}

/// What says the same in other words, in the order in which it was typed.
fn same(typed: &[Said], written: &[Said]) -> Vec<Same> {
    let has = |one: &&Said| !written.iter().any(|other| other.words == one.words);
    typed
        .iter()
        .filter(has)
        .filter_map(|one| {
            let other = written.iter().find(|other| one.means(other))?;
            Some(Same {
                typed: one.written.clone(),
                written: other.written.clone(),
            })
        })
        .take(MOST)
        .collect()
}

/// All names of some organizations.
pub(super) async fn names(
    conn: &mut PgConnection,
    ids: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Vec<String>>, DbError> {
    let rows = sqlx::query!(
        r#"select organization_id as "id: OrganizationId", text as "text: String" from organization_names
         where organization_id = any($1)"#,
        ids as _
    )
    .fetch_all(conn)
    .await?;
    let mut names: HashMap<OrganizationId, Vec<String>> = HashMap::new();
    for row in rows {
        names.entry(row.id).or_default().push(row.text);
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_where_they_are_others() {
        let mut concepts = Concepts::default();
        let typed = concepts.said("Union of Armenian Zanzibar schools");
        let written = concepts.said("«Союз» армянских школ Zanzibar");
        let told: Vec<(String, String)> = same(&typed, &written)
            .into_iter()
            .map(|it| (it.typed, it.written))
            .collect();
        let told: Vec<(&str, &str)> = told.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(
            told,
            [
                ("Union", "Союз"),
                ("Armenian", "армянских"),
                ("schools", "школ")
            ]
        );
        assert!(same(&written, &written).is_empty());
    }
}
