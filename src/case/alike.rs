//! Cases about what may be the same organization: registrations that wait, and those that were refused.

use std::collections::{HashMap, HashSet};

use sqlx::PgConnection;

use super::keys::{number_key, sharing};
use super::policy::Scope;
use super::row::StageCode;
use super::submission::opened;
use crate::Result;
use crate::ids::{AccountId, CaseId};
use crate::names::{MATCH, Name, Reason, compare, fold};
use crate::organization::{Asked, Called, Known, Particulars, ReadAsked, Weighed, best, rarity};
use crate::values::{Country, TrackingNumber};
use crate::vault::Vault;

/// What is less likely is not shown.
const LEAST: f32 = 0.5;

/// The rarest keys of each of many that are looked up together, and how frequent they may be.
const IN_BULK: (usize, u32) = (2, 60);

/// The cases that are opened for a thousand rows of a file.
const OPENED: usize = 400;

/// A case that may be about the same organization.
#[derive(Clone, Debug)]
pub struct Alike {
    /// Its id.
    pub id: CaseId,
    /// Its tracking number.
    pub number: TrackingNumber,
    /// What it is called.
    pub title: String,
    /// The name that is most like what was asked for.
    pub name: String,
    /// Where it stands.
    pub stage: StageCode,
    /// How likely, and why.
    pub weighed: Weighed,
}

/// A case to compare with, and what it says.
struct Candidate {
    id: CaseId,
    number: TrackingNumber,
    title: String,
    stage: StageCode,
    applicant: AccountId,
    names: Vec<String>,
    known: Known,
}

/// Registrations that wait or were refused and may be for the same organization, of those that somebody sees: the likeliest first.
pub async fn alike(
    conn: &mut PgConnection,
    vault: &Vault,
    scope: &Scope,
    asked: &Asked,
    except: Option<CaseId>,
    most: usize,
) -> Result<Vec<Alike>> {
    let known = rarity(&mut *conn).await?;
    let mut ids = sharing(&mut *conn, asked, &known.counts).await?;
    ids.retain(|id| Some(*id) != except);
    let asked = ReadAsked::of(asked.clone());
    let mut found: Vec<Alike> = candidates(conn, vault, scope, &ids)
        .await?
        .into_iter()
        .filter_map(|it| {
            let names = Called::all(&it.names);
            let (name, weighed) = best(&asked, &names, &it.known, &known.rarity)?;
            Some(of(it, name, weighed))
        })
        .filter(|it| it.weighed.score >= LEAST)
        .collect();
    in_order(&mut found, most);
    Ok(found)
}

fn of(it: Candidate, name: String, weighed: Weighed) -> Alike {
    Alike {
        id: it.id,
        number: it.number,
        title: it.title,
        name,
        stage: it.stage,
        weighed,
    }
}

fn in_order(found: &mut Vec<Alike>, most: usize) {
    found.sort_by(|a, b| {
        let scores = b.weighed.score.total_cmp(&a.weighed.score);
        scores.then(a.id.cmp(&b.id))
    });
    found.truncate(most);
}

/// Those of these that somebody sees and that say something to compare with.
async fn candidates(
    conn: &mut PgConnection,
    vault: &Vault,
    scope: &Scope,
    ids: &[CaseId],
) -> Result<Vec<Candidate>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select c.id, c.number as "number!: TrackingNumber", c.title, c.stage, c.applicant_id
           from cases c join case_keys k on k.case_id = c.id
           where c.id = any($1) and c.number is not null and case_seen_by(c, $2, $3, $4, $5, $6)"#,
        ids as _,
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
    )
    .fetch_all(&mut *conn)
    .await?;
    let seen: Vec<CaseId> = rows.iter().map(|row| row.id).collect();
    let mut said: HashMap<CaseId, Particulars> =
        opened(conn, vault, &seen).await?.into_iter().collect();
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let asked = Asked::at_desk(vault, &said.remove(&row.id)?);
            Some(Candidate {
                id: row.id,
                number: row.number,
                title: row.title,
                stage: row.stage,
                applicant: row.applicant_id,
                names: asked.names,
                known: Known {
                    host_country: asked.host_country?,
                    city: asked.city,
                    identifiers: asked.identifiers,
                    website_host: asked.website_host,
                    marks: asked.marks,
                },
            })
        })
        .collect())
}

/// The same for many at once, each with its likeliest: a statement or two for a thousand of them.
pub async fn alike_in_bulk(
    conn: &mut PgConnection,
    vault: &Vault,
    scope: &Scope,
    asked: &[ReadAsked],
    most: usize,
) -> Result<Vec<Vec<Alike>>> {
    let mut found: Vec<Vec<Alike>> = vec![Vec::new(); asked.len()];
    let frequencies = rarity(&mut *conn).await?;
    let mut by_key: HashMap<i32, Vec<usize>> = HashMap::new();
    let mut by_number: HashMap<String, Vec<usize>> = HashMap::new();
    let mut by_host: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_mark: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, read) in asked.iter().enumerate() {
        let asked = &read.asked;
        for name in &read.names {
            let keys = name.name.keys();
            let mut rarest: Vec<(u32, i32)> = keys
                .into_iter()
                .map(|key| (frequencies.counts.of(key), key))
                .filter(|(count, _)| *count <= IN_BULK.1)
                .collect();
            rarest.sort_unstable();
            for (_, key) in rarest.into_iter().take(IN_BULK.0) {
                by_key.entry(key).or_default().push(at);
            }
        }
        for one in &asked.identifiers {
            by_number.entry(number_key(one)).or_default().push(at);
        }
        if let Some(host) = &asked.website_host {
            by_host.entry(host).or_default().push(at);
        }
        for mark in &asked.marks {
            by_mark.entry(mark.clone()).or_default().push(at);
        }
    }
    let mut wanted: Vec<i32> = by_key.keys().copied().collect();
    wanted.sort_unstable();
    if asked.is_empty() {
        return Ok(found);
    }
    let numbers: Vec<String> = by_number.keys().cloned().collect();
    let hosts: Vec<String> = by_host.keys().map(|host| (*host).to_owned()).collect();
    let marks: Vec<crate::vault::BlindIndex> = by_mark.keys().cloned().collect();
    let rows = sqlx::query!(
        r#"select case_id, keys as "keys!: Vec<i32>", numbers as "numbers!: Vec<String>", website_host,
                marks as "marks!: Vec<crate::vault::BlindIndex>"
           from case_keys where keys && $1 or numbers && $2 or website_host = any($3) or marks && $4
           order by case_id limit 2000"#,
        &wanted,
        &numbers,
        &hosts,
        &marks as _,
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut pairs: Vec<(CaseId, HashSet<usize>)> = Vec::new();
    for row in rows {
        let sharing = (row.keys.iter().filter_map(|key| by_key.get(key)))
            .chain(row.numbers.iter().filter_map(|it| by_number.get(it)))
            .chain(row.marks.iter().filter_map(|it| by_mark.get(it)))
            .chain(
                row.website_host
                    .iter()
                    .filter_map(|it| by_host.get(it.as_str())),
            );
        pairs.push((row.case_id, sharing.flatten().copied().collect()));
    }
    pairs.truncate(OPENED);
    let ids: Vec<CaseId> = pairs.iter().map(|(id, _)| *id).collect();
    let mut pairs: HashMap<CaseId, HashSet<usize>> = pairs.into_iter().collect();
    for it in candidates(conn, vault, scope, &ids).await? {
        let names = Called::all(&it.names);
        for at in pairs.remove(&it.id).unwrap_or_default() {
            let likely = best(&asked[at], &names, &it.known, &frequencies.rarity);
            if let Some((name, weighed)) = likely.filter(|(_, it)| it.is_match()) {
                found[at].push(Alike {
                    id: it.id,
                    number: it.number,
                    title: it.title.clone(),
                    name,
                    stage: it.stage,
                    weighed,
                });
            }
        }
    }
    for of_one in &mut found {
        in_order(of_one, most);
    }
    Ok(found)
}

/// Whether somebody else's registration is under way in this host country for an organization whose name is this one as a whole, in
/// whatever spelling. A word of a name is no name: nobody finds out by it what others ask for.
pub async fn is_under_way(
    conn: &mut PgConnection,
    vault: &Vault,
    (name, host): (&str, Country),
    but_of: Option<AccountId>,
) -> Result<bool> {
    let known = rarity(&mut *conn).await?;
    let scope = Scope::of(&mut *conn, &crate::actor::Actor::System).await?;
    let ids = sharing(&mut *conn, &Asked::name(name), &known.counts).await?;
    let asked = Name::read(name);
    let is_word = !fold(name).contains(' ');
    let is_whole = |text: &String| {
        let likeness = compare(&asked, &Name::read(text), &known.rarity);
        let in_part = [Reason::Shorter, Reason::InPart];
        let is_part = likeness.reasons.iter().any(|it| in_part.contains(it));
        likeness.score >= MATCH && !(is_word && is_part)
    };
    Ok(candidates(conn, vault, &scope, &ids)
        .await?
        .iter()
        .filter(|it| it.stage.is_open() && it.known.host_country == host)
        .filter(|it| Some(it.applicant) != but_of)
        .any(|it| it.names.iter().any(is_whole)))
}
