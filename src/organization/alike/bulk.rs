//! Candidates for many organizations at once: a handful of statements for a thousand of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use sqlx::PgConnection;

use super::contact;
use super::find::{best, identifiers_of, names_of};
use super::keys::rarity;
use super::weigh::Known;
use super::{Asked, Weighed};
use crate::Result;
use crate::ids::OrganizationId;
use crate::names::keys;
use crate::organization::find_many;
use crate::values::RegistryNumber;

/// The keys of one organization that are looked up: its rarest. Two spellings of a name share most of their keys.
const LOOKED_UP: usize = 2;

/// The keys that are looked up together: what the index does with each name that it finds takes longer, the more there are.
const AT_ONCE: usize = 20;

/// A key that more names have about than so many tells nothing alone.
const FREQUENT: u32 = 60;

/// A key that so many of those that ask have is not looked up.
const SHARED: usize = 12;

/// The candidates of one organization that are compared.
const COMPARED: usize = 6;

/// A website that more organizations have than so many is a host of pages, not a sign.
const HOSTED: i64 = 10;

/// An organization that another may be.
#[derive(Clone, Debug)]
pub struct Twin {
    /// Its id.
    pub id: OrganizationId,
    /// Its number.
    pub number: RegistryNumber,
    /// How likely, and why.
    pub weighed: Weighed,
}

/// For each that is asked for: those of the registry that are likely the same, the likeliest first, at most so many; never
/// itself. It finds less than a look-up of one does, at a small part of its cost.
pub async fn alike_in_bulk(
    conn: &mut PgConnection,
    asked: &[(OrganizationId, Asked)],
    most: usize,
) -> Result<Vec<Vec<Twin>>> {
    let known = rarity(&mut *conn).await?;
    let mut by_key: HashMap<i32, Vec<usize>> = HashMap::new();
    let mut by_host: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, (_, asked)) in asked.iter().enumerate() {
        let mut rarest: Vec<(u32, i32)> = asked
            .names
            .iter()
            .flat_map(|name| keys(name))
            .map(|key| (known.counts.of(key), key))
            .filter(|(count, _)| *count <= FREQUENT)
            .collect();
        rarest.sort_unstable();
        rarest.dedup();
        for (_, key) in rarest.into_iter().take(LOOKED_UP) {
            by_key.entry(key).or_default().push(at);
        }
        if let Some(host) = &asked.website_host {
            by_host.entry(host).or_default().push(at);
        }
    }
    let mut by_mark: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, (_, asked)) in asked.iter().enumerate() {
        for mark in &asked.marks {
            by_mark.entry(mark.clone()).or_default().push(at);
        }
    }
    // What many of those that ask share is frequent too, whatever the statistics know of it.
    by_key.retain(|_, ats| ats.len() <= SHARED);
    let mut pairs: HashMap<usize, Vec<OrganizationId>> = HashMap::new();
    for (ats, id) in sharing(conn, by_key, by_host).await? {
        for at in ats {
            let own = pairs.entry(at).or_default();
            if id != asked[at].0 && own.len() < COMPARED && !own.contains(&id) {
                own.push(id);
            }
        }
    }
    let marks: Vec<_> = asked
        .iter()
        .flat_map(|(_, it)| it.marks.iter().cloned())
        .collect();
    for (mark, id) in contact::marked(conn, &marks).await? {
        let of = by_mark.get(&mark).into_iter().flatten();
        for at in of {
            let own = pairs.entry(*at).or_default();
            // A contact counts for more than a word: it is compared whatever else is.
            if id != asked[*at].0 && !own.contains(&id) {
                own.push(id);
            }
        }
    }
    let ids: HashSet<OrganizationId> = pairs.values().flatten().copied().collect();
    let ids: Vec<OrganizationId> = ids.into_iter().collect();
    let organizations: HashMap<OrganizationId, _> = find_many(conn, &ids)
        .await?
        .into_iter()
        .filter(|it| it.merged_into.is_none())
        .map(|it| (it.id, it))
        .collect();
    let names = names_of(conn, &ids).await?;
    let identifiers = identifiers_of(conn, &ids).await?;
    let mut marks: HashMap<OrganizationId, Vec<_>> = HashMap::new();
    for (id, mark) in contact::marks_of(conn, &ids).await? {
        marks.entry(id).or_default().push(mark);
    }
    let mut found: Vec<Vec<Twin>> = vec![Vec::new(); asked.len()];
    for (at, ids) in pairs {
        let asked = &asked[at].1;
        let mut twins: Vec<Twin> = ids
            .iter()
            .filter_map(|id| {
                let organization = organizations.get(id)?;
                let own = Known {
                    host_country: organization.host_country,
                    city: organization.city.clone(),
                    identifiers: identifiers.get(id).cloned().unwrap_or_default(),
                    website_host: organization.website.as_ref().and_then(super::asked::host),
                    marks: marks.get(id).cloned().unwrap_or_default(),
                };
                let (_, weighed) = best(asked, names.get(id)?, &own, &known.rarity)?;
                weighed.is_match().then_some(Twin {
                    id: *id,
                    number: organization.number,
                    weighed,
                })
            })
            .collect();
        twins.sort_by(|a, b| {
            let scores = b.weighed.score.total_cmp(&a.weighed.score);
            scores.then(a.number.cmp(&b.number))
        });
        twins.truncate(most);
        found[at] = twins;
    }
    Ok(found)
}

/// The organizations that share a key or a website, each with the places of those that ask for it.
async fn sharing(
    conn: &mut PgConnection,
    by_key: HashMap<i32, Vec<usize>>,
    by_host: HashMap<&str, Vec<usize>>,
) -> Result<Vec<(Vec<usize>, OrganizationId)>> {
    let mut found = Vec::new();
    let mut wanted: Vec<i32> = by_key.keys().copied().collect();
    // What the answer is must not depend on the order in which a table of hashes gives them.
    wanted.sort_unstable();
    // Arrays of arrays do not unnest.
    let parts: Vec<String> = wanted
        .chunks(AT_ONCE)
        .map(|part| {
            let part: Vec<String> = part.iter().map(ToString::to_string).collect();
            format!("{{{}}}", part.join(","))
        })
        .collect();
    if !parts.is_empty() {
        let rows = sqlx::query!(
            r#"select n.organization_id as "organization_id!: OrganizationId", n.keys as "keys!: Vec<i32>"
               from unnest($1::text[]) as part (keys)
               cross join lateral (
                   select organization_id, keys from organization_names where keys && part.keys::int[] limit 1000
               ) n"#,
            &parts
        )
        .fetch_all(&mut *conn)
        .await?;
        let mut hits: HashMap<i32, u32> = HashMap::new();
        for key in rows.iter().flat_map(|row| &row.keys) {
            *hits.entry(*key).or_insert(0) += 1;
        }
        let by_key: HashMap<i32, Vec<usize>> = by_key
            .into_iter()
            .filter(|(key, _)| hits.get(key).is_none_or(|many| *many <= FREQUENT))
            .collect();
        for row in rows {
            let ats: Vec<usize> = row
                .keys
                .iter()
                .filter_map(|key| by_key.get(key))
                .flatten()
                .copied()
                .collect();
            found.push((ats, row.organization_id));
        }
    }
    let mut hosts: Vec<String> = by_host.keys().map(|host| (*host).to_owned()).collect();
    hosts.sort_unstable();
    if !hosts.is_empty() {
        let rows = sqlx::query!(
            r#"select w.host as "host!", o.id as "id!: OrganizationId"
               from unnest($1::text[]) as w (host)
               cross join lateral (select id from organizations where website_host = w.host limit $2) o"#,
            &hosts,
            HOSTED + 1
        )
        .fetch_all(conn)
        .await?;
        let mut bearers: BTreeMap<String, Vec<OrganizationId>> = BTreeMap::new();
        for row in rows {
            bearers.entry(row.host).or_default().push(row.id);
        }
        for (host, ids) in bearers {
            let few = i64::try_from(ids.len()).is_ok_and(|many| many <= HOSTED);
            let ats = by_host.get(host.as_str()).filter(|_| few);
            for id in ids {
                found.extend(ats.map(|ats| (ats.clone(), id)));
            }
        }
    }
    Ok(found)
}
