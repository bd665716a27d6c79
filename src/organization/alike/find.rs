//! Finding candidates in the registry by what the database can look up, and weighing them.

use std::collections::HashMap;

use sqlx::PgConnection;

use super::contact;
use super::keys::{Counts, rarity};
use super::wanted::{READ, Wanted};
use super::weigh::{Known, weigh};
use super::{Asked, Called, ReadAsked, Sign, Weighed};
use crate::Result;
use crate::ids::OrganizationId;
use crate::names::{Likeness, Rarity, compare};
use crate::organization::{Organization, find_many};
use crate::values::Identifier;

/// What is less likely is not shown.
const LEAST: f32 = 0.4;

/// An organization that may be the one, how likely, and why.
#[derive(Clone, Debug)]
pub struct Alike {
    /// The organization.
    pub organization: Organization,
    /// The name that is most like what was asked for.
    pub name: String,
    /// How likely, and why.
    pub weighed: Weighed,
}

/// Registered organizations that may be the one that is asked for, the likeliest first, at most so many.
pub async fn alike(conn: &mut PgConnection, asked: &Asked, most: usize) -> Result<Vec<Alike>> {
    let known = rarity(&mut *conn).await?;
    let (rarity, counts) = (&known.rarity, &known.counts);
    let mut ids = numbered(&mut *conn, asked).await?;
    ids.extend(named(&mut *conn, asked, counts).await?);
    let shared = contact::marked(&mut *conn, &asked.marks).await?;
    let asked = ReadAsked::of(asked.clone());
    ids.extend(shared.iter().map(|(_, id)| *id));
    ids.sort_unstable();
    ids.dedup();
    let organizations = find_many(&mut *conn, &ids).await?;
    let mut names = names_of(&mut *conn, &ids).await?;
    let mut identifiers = identifiers_of(&mut *conn, &ids).await?;
    let mut found: Vec<Alike> = organizations
        .into_iter()
        // Those that gave way are found by their names at the one that goes on.
        .filter(|it| it.merged_into.is_none())
        .filter_map(|organization| {
            let known = Known {
                host_country: organization.host_country,
                city: organization.city.clone(),
                identifiers: identifiers.remove(&organization.id).unwrap_or_default(),
                website_host: organization.website.as_ref().and_then(super::asked::host),
                marks: shared
                    .iter()
                    .filter(|(_, id)| *id == organization.id)
                    .map(|(mark, _)| mark.clone())
                    .collect(),
            };
            let names = names.remove(&organization.id).unwrap_or_default();
            let (name, weighed) = best(&asked, &Called::all(&names), &known, rarity)?;
            (weighed.score >= LEAST).then_some(Alike {
                organization,
                name,
                weighed,
            })
        })
        .collect();
    found.sort_by(|a, b| {
        b.weighed
            .score
            .total_cmp(&a.weighed.score)
            .then(a.organization.number.cmp(&b.organization.number))
    });
    found.truncate(most);
    Ok(found)
}

/// The name of a candidate that is most like one that was asked for.
pub fn best(
    asked: &ReadAsked,
    names: &[Called],
    known: &Known,
    rarity: &Rarity,
) -> Option<(String, Weighed)> {
    let mut best: Option<(&String, Weighed)> = None;
    for theirs in names {
        for own in &asked.names {
            let likeness = compare(&own.name, &theirs.name, rarity);
            let weighed = weigh(&asked.asked, &own.text, known, &likeness);
            if best
                .as_ref()
                .is_none_or(|(_, known)| weighed.score > known.score)
            {
                best = Some((&theirs.text, weighed));
            }
        }
    }
    let best = best.map(|(text, weighed)| (text.clone(), weighed));
    best.or_else(|| {
        let nothing = Likeness {
            score: 0.0,
            reasons: Vec::new(),
        };
        let weighed = weigh(&asked.asked, "", known, &nothing);
        let is_the_one = weighed.signs.contains(&Sign::Identifier);
        is_the_one.then(|| (String::new(), weighed))
    })
}

/// Those with one of the numbers, or the website.
async fn numbered(conn: &mut PgConnection, asked: &Asked) -> Result<Vec<OrganizationId>> {
    let (schemes, values): (Vec<String>, Vec<String>) = asked
        .identifiers
        .iter()
        .map(|it| (it.scheme().to_owned(), it.value().to_owned()))
        .unzip();
    let ids = sqlx::query_scalar!(
        r#"select id as "id!: OrganizationId" from (
            select i.organization_id as id from organization_identifiers i
                join unnest($1::text[], $2::text[]) as said(scheme, value)
                    on i.scheme = said.scheme and identifier_normal(i.value) = identifier_normal(said.value)
            union
            (select o.id from organizations o where o.website_host = $3 limit 50)
         ) found limit 100"#,
        &schemes,
        &values,
        asked.website_host.as_deref(),
    )
    .fetch_all(conn)
    .await?;
    Ok(ids)
}

/// Those with a name that shares the rarest keys.
async fn named(
    conn: &mut PgConnection,
    asked: &Asked,
    counts: &Counts,
) -> Result<Vec<OrganizationId>> {
    let wanted = Wanted::of(&asked.names, counts);
    if wanted.keys().is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select organization_id as "id: OrganizationId", keys as "keys!: Vec<i32>" from organization_names where keys && $1
           limit $2"#,
        wanted.keys(),
        READ
    )
    .fetch_all(conn)
    .await?;
    Ok(wanted.nearest(rows.into_iter().map(|row| (row.id, row.keys)).collect()))
}

/// The names of these organizations, the main one first.
pub async fn names_of(
    conn: &mut PgConnection,
    ids: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Vec<String>>> {
    let rows = sqlx::query!(
        r#"select organization_id, text as "text: String" from organization_names where organization_id = any($1)
           order by organization_id, position"#,
        ids as _
    )
    .fetch_all(conn)
    .await?;
    let mut names: HashMap<OrganizationId, Vec<String>> = HashMap::new();
    for row in rows {
        names.entry(row.organization_id).or_default().push(row.text);
    }
    Ok(names)
}

/// Their numbers in other registers.
pub(super) async fn identifiers_of(
    conn: &mut PgConnection,
    ids: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Vec<Identifier>>> {
    let rows = sqlx::query!(
        "select organization_id, scheme, value from organization_identifiers where organization_id = any($1)",
        ids as _
    )
    .fetch_all(conn)
    .await?;
    let mut identifiers: HashMap<OrganizationId, Vec<Identifier>> = HashMap::new();
    for row in rows {
        if let Ok(identifier) = Identifier::parse(&row.scheme, &row.value) {
            identifiers
                .entry(row.organization_id)
                .or_default()
                .push(identifier);
        }
    }
    Ok(identifiers)
}
