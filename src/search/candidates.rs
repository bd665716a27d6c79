//! Candidates for a name from somebody's spreadsheet: found by the keys of names and weighed by how alike these are, as
//! everywhere in the house.

use sqlx::{PgConnection, Postgres, QueryBuilder};

use super::directory::{Directory, Question};
use super::filter::Filter;
use super::list::{COLUMNS, Cursor, Hit, Sort};
use super::predicate::{Query, push_where, resolve};
use super::read;
use crate::Result;
use crate::db::DbError;
use crate::ids::OrganizationId;
use crate::names::{Likeness, MATCH, Name, Rarity, Reason, compare};
use crate::organization::{READ, Wanted, names_of, rarity};
use crate::values::Identifier;

/// How much better than the next, in hundredths, the best candidate must be to be taken without asking.
const AHEAD: f64 = 5.0;

/// What is less alike, in hundredths, is no candidate.
const LEAST: f64 = 10.0;

/// Who is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// The name, or a number, and what narrows.
    pub filter: Filter,
    /// Numbers in other registers.
    pub identifiers: Vec<Identifier>,
    /// Numbers in whichever register, ours too, as they were typed.
    pub numbers: Vec<String>,
}

/// A candidate.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The organization.
    pub hit: Hit,
    /// How likely, from 0 to 100: how alike the names are, and 100 for whoever has the number.
    pub score: f64,
    /// How alike the names are, from 0 to 100.
    pub name: f64,
    /// Why the names are found alike, or not quite.
    pub reasons: Vec<Reason>,
    /// Whether it has a number that was asked for.
    pub is_numbered: bool,
    /// Whether it is likely enough, and no other nearly so.
    pub is_match: bool,
}

impl Directory {
    /// The organizations that somebody may mean, the likeliest first.
    pub async fn candidates(
        &self,
        conn: &mut PgConnection,
        sought: &Sought,
        most: usize,
    ) -> Result<Vec<Candidate>> {
        let known = rarity(conn).await?;
        let text = &sought.filter.text;
        let unworded = Filter {
            text: String::new(),
            ..sought.filter.clone()
        };
        let narrowed = resolve(conn, unworded).await?;
        let wanted = Wanted::of(std::slice::from_ref(text), &known.counts);
        let ids = wanted.nearest(sharing(conn, &narrowed, wanted.keys()).await?);
        let mut slots = numbered(conn, &sought.identifiers).await?;
        for number in sought.numbers.iter().chain([text]) {
            slots.extend(read::numbered(conn, number).await?);
        }
        let found = found(conn, &narrowed, &ids, &slots).await?;
        let ids: Vec<OrganizationId> = found.iter().map(|hit| hit.id).collect();
        let mut names = names_of(conn, &ids).await?;
        let name = Name::read(text);
        let candidates = found
            .into_iter()
            .map(|hit| {
                let likeness = best(
                    &name,
                    &names.remove(&hit.id).unwrap_or_default(),
                    &known.rarity,
                );
                let is_numbered = slots.contains(&hit.slot);
                let alike = hundredths(likeness.score);
                Candidate {
                    hit,
                    score: if is_numbered { 100.0 } else { alike },
                    name: alike,
                    reasons: likeness.reasons,
                    is_numbered,
                    is_match: false,
                }
            })
            .collect();
        Ok(decided(candidates, most))
    }

    /// The first that fit.
    pub async fn first(
        &self,
        conn: &mut PgConnection,
        filter: &Filter,
        most: usize,
    ) -> Result<Vec<Hit>, DbError> {
        let question = Question {
            filter,
            sort: Sort::Relevance,
            cursor: Cursor::First,
            most,
            facets: &[],
        };
        Ok(self.search(conn, &question).await?.listed.hits)
    }
}

/// Those within the filter whose names share keys, each with the keys of a name.
async fn sharing(
    conn: &mut PgConnection,
    narrowed: &Query,
    keys: &[i32],
) -> Result<Vec<(OrganizationId, Vec<i32>)>, DbError> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql: QueryBuilder<Postgres> = QueryBuilder::new(
        "select n.organization_id, n.keys from organization_names n join organizations o on o.id = n.organization_id",
    );
    push_where(&mut sql, narrowed, None);
    sql.push(" and n.keys && ")
        .push_bind(keys)
        .push(" limit ")
        .push_bind(READ);
    sql.build_query_as().fetch_all(conn).await
}

/// The slots of those with one of these numbers in other registers.
async fn numbered(
    conn: &mut PgConnection,
    identifiers: &[Identifier],
) -> Result<Vec<i32>, DbError> {
    if identifiers.is_empty() {
        return Ok(Vec::new());
    }
    let (schemes, values): (Vec<String>, Vec<String>) = identifiers
        .iter()
        .map(|it| (it.scheme().to_owned(), it.value().to_owned()))
        .unzip();
    sqlx::query_scalar!(
        "select distinct o.slot from unnest($1::text[], $2::text[]) as said (scheme, value)
         join organization_identifiers i on i.scheme = said.scheme and i.value = said.value
         join organizations o on o.id = i.organization_id limit 1000",
        &schemes,
        &values
    )
    .fetch_all(conn)
    .await
}

/// Of these, those within the filter.
async fn found(
    conn: &mut PgConnection,
    narrowed: &Query,
    ids: &[OrganizationId],
    slots: &[i32],
) -> Result<Vec<Hit>, DbError> {
    if ids.is_empty() && slots.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql: QueryBuilder<Postgres> = QueryBuilder::new("select ");
    sql.push(COLUMNS).push(" from organizations o");
    push_where(&mut sql, narrowed, None);
    sql.push(" and (o.id = any(")
        .push_bind(ids)
        .push(") or o.slot = any(")
        .push_bind(slots)
        .push("))");
    sql.build_query_as().fetch_all(conn).await
}

/// How alike the likest of its names is.
fn best(name: &Name, names: &[String], rarity: &Rarity) -> Likeness {
    let nothing = Likeness {
        score: 0.0,
        reasons: Vec::new(),
    };
    names
        .iter()
        .map(|other| compare(name, &Name::read(other), rarity))
        .fold(
            nothing,
            |best, one| {
                if one.score > best.score { one } else { best }
            },
        )
}

fn hundredths(score: f32) -> f64 {
    (f64::from(score) * 1_000.0).round() / 10.0
}

/// The likeliest first, and whether the first is taken.
fn decided(mut candidates: Vec<Candidate>, most: usize) -> Vec<Candidate> {
    candidates.retain(|one| one.score >= LEAST);
    candidates.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then(b.is_numbered.cmp(&a.is_numbered))
            .then(b.name.total_cmp(&a.name))
            .then(a.hit.number.cmp(&b.hit.number))
    });
    let second = candidates
        .get(1)
        .map_or((0.0, false), |one| (one.score, one.is_numbered));
    if let Some(best) = candidates.first_mut() {
        let is_only = best.is_numbered && !second.1;
        best.is_match =
            best.score >= hundredths(MATCH) && (is_only || best.score - second.0 >= AHEAD);
    }
    candidates.truncate(most);
    candidates
}

#[cfg(test)]
#[path = "candidates_test.rs"]
mod tests;
