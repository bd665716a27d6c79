//! Candidates for many organizations at once: a handful of statements for a thousand of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use sqlx::PgConnection;

use super::contact;
use super::find::{best, identifiers_of, names_of};
use super::keys::rarity;
use super::weigh::Known;
use super::{Called, ReadAsked, Weighed};
use crate::Result;
use crate::db;
use crate::ids::OrganizationId;
use crate::names::by_all_cores;
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
    (own, asked): (&[OrganizationId], &[ReadAsked]),
    most: usize,
) -> Result<Vec<Vec<Twin>>> {
    let known = rarity(&mut *conn).await?;
    let keys: Vec<HashSet<i32>> = asked.iter().map(|it| it.keys().collect()).collect();
    let mut by_key: HashMap<i32, Vec<usize>> = HashMap::new();
    let mut by_host: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_mark: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, (keys, ReadAsked { asked, .. })) in keys.iter().zip(asked).enumerate() {
        let mut rarest: Vec<(u32, i32)> = keys
            .iter()
            .map(|key| (known.counts.of(*key), *key))
            .filter(|(count, _)| *count <= FREQUENT)
            .collect();
        rarest.sort_unstable();
        for (_, key) in rarest.into_iter().take(LOOKED_UP) {
            by_key.entry(key).or_default().push(at);
        }
        if let Some(host) = &asked.website_host {
            by_host.entry(host).or_default().push(at);
        }
        for mark in &asked.marks {
            by_mark.entry(mark.clone()).or_default().push(at);
        }
    }
    // What many of those that ask share is frequent too, whatever the statistics know of it.
    by_key.retain(|_, ats| ats.len() <= SHARED);
    // A website or a contact counts for more than a word: whoever has it is compared whatever their name is.
    let mut pairs: HashMap<usize, Vec<(f32, OrganizationId)>> = HashMap::new();
    let mut add = |at: usize, share: f32, id: OrganizationId| {
        let of_one = pairs.entry(at).or_default();
        match of_one.iter_mut().find(|(_, there)| *there == id) {
            Some(there) => there.0 = there.0.max(share),
            None if id != own[at] => of_one.push((share, id)),
            None => {}
        }
    };
    for (ats, id) in hosted(&mut *conn, by_host).await? {
        ats.into_iter().for_each(|at| add(at, 1.0, id));
    }
    let marks: Vec<_> = asked
        .iter()
        .flat_map(|it| it.asked.marks.iter().cloned())
        .collect();
    for (mark, id) in contact::marked(conn, &marks).await? {
        let of = by_mark.get(&mark).into_iter().flatten();
        of.for_each(|at| add(*at, 1.0, id));
    }
    for (ats, theirs, id) in sharing(conn, by_key).await? {
        for at in ats {
            add(at, share(&keys[at], &theirs), id);
        }
    }
    for of_one in pairs.values_mut() {
        of_one.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        of_one.truncate(COMPARED);
    }
    let ids: HashSet<OrganizationId> = pairs.values().flatten().map(|it| it.1).collect();
    let ids: Vec<OrganizationId> = ids.into_iter().collect();
    let organizations: HashMap<OrganizationId, _> = find_many(conn, &ids)
        .await?
        .into_iter()
        .filter(|it| it.merged_into.is_none())
        .map(|it| (it.id, it))
        .collect();
    let names: Vec<_> = names_of(conn, &ids).await?.into_iter().collect();
    let names = by_all_cores(&names, |some| {
        some.iter()
            .map(|(id, names)| (*id, Called::all(names)))
            .collect()
    });
    let names: HashMap<OrganizationId, Vec<Called>> = names.into_iter().collect();
    let identifiers = identifiers_of(conn, &ids).await?;
    let mut marks: HashMap<OrganizationId, Vec<_>> = HashMap::new();
    for (id, mark) in contact::marks_of(conn, &ids).await? {
        marks.entry(id).or_default().push(mark);
    }
    let weighed = |at: usize, id: OrganizationId| {
        let organization = organizations.get(&id)?;
        let own = Known {
            host_country: organization.host_country,
            city: organization.city.clone(),
            identifiers: identifiers.get(&id).cloned().unwrap_or_default(),
            website_host: organization.website.as_ref().and_then(super::asked::host),
            marks: marks.get(&id).cloned().unwrap_or_default(),
        };
        let (_, weighed) = best(&asked[at], names.get(&id)?, &own, &known.rarity)?;
        weighed.is_match().then_some(Twin {
            id,
            number: organization.number,
            weighed,
        })
    };
    let pairs: Vec<_> = pairs.into_iter().collect();
    let twins = by_all_cores(&pairs, |some| {
        some.iter()
            .map(|(at, ids)| {
                let twins = ids.iter().filter_map(|(_, id)| weighed(*at, *id));
                (*at, twins.collect::<Vec<Twin>>())
            })
            .collect()
    });
    let mut found: Vec<Vec<Twin>> = vec![Vec::new(); asked.len()];
    for (at, mut twins) in twins {
        twins.sort_by(|a, b| {
            let scores = b.weighed.score.total_cmp(&a.weighed.score);
            scores.then(a.number.cmp(&b.number))
        });
        twins.truncate(most);
        found[at] = twins;
    }
    Ok(found)
}

/// How much of the shorter of two names both have, by its keys. One that asks may have several names: it is never the shorter one.
fn share(asked: &HashSet<i32>, theirs: &[i32]) -> f32 {
    let shared = theirs.iter().filter(|key| asked.contains(key)).count();
    shared as f32 / theirs.len().min(asked.len()).max(1) as f32
}

/// Names that share a key: the places of those that ask for it, the keys of the name, and whose it is.
async fn sharing(
    conn: &mut PgConnection,
    by_key: HashMap<i32, Vec<usize>>,
) -> Result<Vec<(HashSet<usize>, Vec<i32>, OrganizationId)>> {
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
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    db::by_indexes(&mut *conn, true).await?;
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
    db::by_indexes(&mut *conn, false).await?;
    let mut hits: HashMap<i32, u32> = HashMap::new();
    for key in rows.iter().flat_map(|row| &row.keys) {
        *hits.entry(*key).or_insert(0) += 1;
    }
    let by_key: HashMap<i32, Vec<usize>> = by_key
        .into_iter()
        .filter(|(key, _)| hits.get(key).is_none_or(|many| *many <= FREQUENT))
        .collect();
    let found = rows.into_iter().map(|row| {
        let ats = row.keys.iter().filter_map(|key| by_key.get(key));
        let ats = ats.flatten().copied().collect();
        (ats, row.keys, row.organization_id)
    });
    Ok(found.collect())
}

/// The organizations with a website that few have, each with the places of those that ask for it.
async fn hosted(
    conn: &mut PgConnection,
    by_host: HashMap<&str, Vec<usize>>,
) -> Result<Vec<(Vec<usize>, OrganizationId)>> {
    let mut hosts: Vec<String> = by_host.keys().map(|host| (*host).to_owned()).collect();
    hosts.sort_unstable();
    if hosts.is_empty() {
        return Ok(Vec::new());
    }
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
    let mut found = Vec::new();
    for (host, ids) in bearers {
        let few = i64::try_from(ids.len()).is_ok_and(|many| many <= HOSTED);
        let ats = by_host.get(host.as_str()).filter(|_| few);
        for id in ids {
            found.extend(ats.map(|ats| (ats.clone(), id)));
        }
    }
    Ok(found)
}
