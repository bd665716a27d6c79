//! Looking: what an initiative is about is written down as a profile and signs, and compared with those that share rare signs.
//!
//! A new or changed initiative is looked at in the transaction that writes it. Whatever was changed otherwise is found by its
//! date, so a job looks at all that waits, in parts, and goes on where it was stopped.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;
use sqlx::PgConnection;

use super::profile::{PROFILE_VERSION, Profile, Spot, Texts, Wants, community_keys};
use super::score::{Overlap, SUGGESTED, compare};
use crate::db::Tx;
use crate::ids::{InitiativeId, OverlapId};
use crate::initiative::{self, Initiative, Place, PlaceSide, Scope, WantSide};
use crate::values::{Areas, InitiativeStage};
use crate::{Error, Result};

/// How many initiatives that share signs are compared with one.
const CANDIDATES: i64 = 80;
/// A sign that more have says too little to be followed to its end.
const COMMON: i64 = 300;
/// How many pairs an initiative is suggested in at once.
const PAIRS: usize = 20;
/// How many initiatives a part of the job looks at.
const PART: i64 = 100;
/// Two that look at once would not see each other: one waits for the other.
const LOCK: i64 = 0x0072_6164_6172;

/// Looks at an initiative that is new or was changed.
pub async fn look(tx: &mut Tx, id: InitiativeId) -> Result<()> {
    lock(tx).await?;
    profile(tx, &[id]).await?;
    compare_all(tx, &[id]).await
}

/// Writes the profiles of some that are new or were changed; how many.
pub async fn profile_waiting(tx: &mut Tx) -> Result<usize> {
    lock(tx).await?;
    let ids = sqlx::query_scalar!(
        "select i.id from initiatives i left join radar_profiles p on p.initiative_id = i.id
         where p.initiative_id is null or p.version <> $1 or p.made_at < i.updated_at
         order by i.id limit $2",
        PROFILE_VERSION,
        PART * 5
    )
    .fetch_all(&mut **tx)
    .await?;
    profile(tx, &ids).await?;
    Ok(ids.len())
}

/// Compares some whose profiles are new; how many.
pub async fn compare_waiting(tx: &mut Tx) -> Result<usize> {
    lock(tx).await?;
    let ids = sqlx::query_scalar!(
        "select initiative_id from radar_profiles where compared_at is null order by initiative_id limit $1",
        PART
    )
    .fetch_all(&mut **tx)
    .await?;
    compare_all(tx, &ids).await?;
    Ok(ids.len())
}

/// Lets the job look at everything anew. What people said of pairs stays.
pub async fn begin_anew(tx: &mut Tx) -> Result<()> {
    sqlx::query!("update radar_profiles set version = 0")
        .execute(&mut **tx)
        .await?;
    Ok(())
}

async fn lock(tx: &mut Tx) -> Result<()> {
    sqlx::query!(r#"select pg_advisory_xact_lock($1)::text as "done""#, LOCK)
        .fetch_one(&mut **tx)
        .await?;
    Ok(())
}

/// Writes the profiles and signs of these.
async fn profile(tx: &mut Tx, ids: &[InitiativeId]) -> Result<()> {
    let found = initiative::find_many(tx, Scope::everything(), ids).await?;
    let carried = carried(tx, ids).await?;
    let now = tx.now();
    let (mut of, mut profiles) = (Vec::new(), Vec::new());
    let (mut signed, mut signs) = (Vec::new(), Vec::new());
    for one in &found {
        let empty = Carried::default();
        let made = read(one, carried.get(&one.id).unwrap_or(&empty));
        for sign in made.signs() {
            signed.push(one.id);
            signs.push(sign);
        }
        of.push(one.id);
        profiles.push(serde_json::to_value(&made).map_err(|_| broken())?);
    }
    sqlx::query!(
        "insert into radar_profiles (initiative_id, version, profile, made_at)
         select id, $3, profile, $4 from unnest($1::uuid[], $2::jsonb[]) as p (id, profile)
         on conflict (initiative_id) do update set version = $3, profile = excluded.profile, made_at = $4,
            compared_at = null",
        &of as _,
        &profiles as _,
        PROFILE_VERSION,
        now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "delete from radar_signs where initiative_id = any($1)",
        &of as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "insert into radar_signs (sign, initiative_id) select * from unnest($1::bigint[], $2::uuid[])",
        &signs,
        &signed as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

fn broken() -> Error {
    Error::Contradiction("a profile of the radar")
}

/// Who carries an initiative, as far as it matters here.
#[derive(Default)]
struct Carried {
    organizations: Vec<String>,
    communities: Vec<String>,
}

async fn carried(
    conn: &mut PgConnection,
    ids: &[InitiativeId],
) -> Result<HashMap<InitiativeId, Carried>> {
    let rows = sqlx::query!(
        "select p.initiative_id, o.id as organization, o.community from initiative_partners p
         join organizations o on o.id = p.organization_id
         where p.initiative_id = any($1) and p.until is null order by p.initiative_id, o.id",
        ids as _
    )
    .fetch_all(conn)
    .await?;
    let mut all: HashMap<InitiativeId, Carried> = HashMap::new();
    for row in rows {
        let of = all.entry(row.initiative_id).or_default();
        of.organizations.push(row.organization.to_string());
        of.communities
            .extend(row.community.map(|it| it.to_string()));
    }
    Ok(all)
}

/// The profile of an initiative.
fn read(one: &Initiative, carried: &Carried) -> Profile {
    let said = &one.said;
    let areas = Areas::now();
    let area = |area| {
        let now = areas.now_of(area);
        (now.to_string(), areas.top_of(now).to_string())
    };
    let spot = |it: &Place| Spot::new(it.country.code(), it.place.as_deref().unwrap_or_default());
    let kinds = |side| {
        let open = said.wants_of(side).filter(|it| !it.is_met);
        let mut kinds: Vec<String> = open.map(|it| it.kind.code().to_owned()).collect();
        kinds.sort();
        kinds.dedup();
        kinds
    };
    let mut communities: Vec<i32> = carried
        .communities
        .iter()
        .flat_map(|name| community_keys(name))
        .collect();
    communities.sort_unstable();
    communities.dedup();
    let mut profile = Profile {
        areas: said.areas.iter().map(|it| area(*it)).collect(),
        hosts: said.places_of(PlaceSide::Host).map(spot).collect(),
        homelands: said.places_of(PlaceSide::Homeland).map(spot).collect(),
        communities,
        organizations: carried.organizations.clone(),
        starts_on: said.starts_on,
        ends_on: said.ends_on,
        is_over: matches!(said.stage, InitiativeStage::Done | InitiativeStage::Stopped),
        wants: Wants {
            needs: kinds(WantSide::Need),
            offers: kinds(WantSide::Offer),
        },
        ..Profile::default()
    };
    let benefits: Vec<&str> = said
        .places
        .iter()
        .filter_map(|it| it.words.as_deref())
        .collect();
    let mut texts: Vec<Texts<'_>> = said
        .texts
        .iter()
        .map(|text| Texts {
            title: &text.title,
            more: text
                .summary
                .as_deref()
                .into_iter()
                .chain(text.outcomes.as_deref())
                .collect(),
        })
        .collect();
    if let Some(first) = texts.first_mut() {
        first.more.extend(benefits);
    }
    profile.read(&texts);
    profile
}

struct Candidate {
    of: InitiativeId,
    other: InitiativeId,
}

/// Compares these with those that share their signs, and writes down what is suggested.
async fn compare_all(tx: &mut Tx, ids: &[InitiativeId]) -> Result<()> {
    let candidates = candidates(tx, ids).await?;
    let mut wanted: Vec<InitiativeId> = candidates.iter().map(|it| it.other).collect();
    wanted.extend(ids);
    wanted.sort_unstable();
    wanted.dedup();
    let profiles = profiles(tx, &wanted).await?;
    let mut best: HashMap<InitiativeId, Vec<(InitiativeId, Overlap)>> = HashMap::new();
    for it in candidates {
        let (one, other) = (it.of.min(it.other), it.of.max(it.other));
        let (Some(a), Some(b)) = (profiles.get(&one), profiles.get(&other)) else {
            continue;
        };
        let overlap = compare(a, b);
        if overlap.score >= SUGGESTED {
            best.entry(it.of).or_default().push((it.other, overlap));
        }
    }
    let mut pairs: BTreeMap<(InitiativeId, InitiativeId), Overlap> = BTreeMap::new();
    for (of, mut found) in best {
        found.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.0.cmp(&b.0)));
        found.truncate(PAIRS);
        for (other, overlap) in found {
            pairs.insert((of.min(other), of.max(other)), overlap);
        }
    }
    save(tx, ids, &pairs).await
}

async fn candidates(conn: &mut PgConnection, ids: &[InitiativeId]) -> Result<Vec<Candidate>> {
    Ok(sqlx::query_as!(
        Candidate,
        r#"select of as "of!: InitiativeId", other as "other!: InitiativeId" from (
            select q.initiative_id as of, c.initiative_id as other,
                row_number() over (partition by q.initiative_id
                    order by sum(ln(2::float8 * $3::bigint / c.count)) desc, c.initiative_id) as rank
            from radar_signs q
            cross join lateral (
                select s.initiative_id, count(*) over () as count
                from (select initiative_id from radar_signs where sign = q.sign limit $3) s
            ) c
            where q.initiative_id = any($1) and c.initiative_id <> q.initiative_id
            group by q.initiative_id, c.initiative_id
         ) ranked where rank <= $2"#,
        ids as _,
        CANDIDATES,
        COMMON
    )
    .fetch_all(conn)
    .await?)
}

async fn profiles(
    conn: &mut PgConnection,
    ids: &[InitiativeId],
) -> Result<HashMap<InitiativeId, Profile>> {
    let rows = sqlx::query!(
        "select initiative_id, profile from radar_profiles where initiative_id = any($1)",
        ids as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let profile: Value = row.profile;
            let profile = serde_json::from_value(profile).map_err(|_| broken())?;
            Ok((row.initiative_id, profile))
        })
        .collect()
}

/// Writes the pairs down. Those that were suggested and are not any more grow stale; what somebody spoke of is left alone.
async fn save(
    tx: &mut Tx,
    ids: &[InitiativeId],
    pairs: &BTreeMap<(InitiativeId, InitiativeId), Overlap>,
) -> Result<()> {
    let now = tx.now();
    let looked_at: HashSet<InitiativeId> = ids.iter().copied().collect();
    debug_assert!(
        pairs
            .keys()
            .all(|(one, other)| looked_at.contains(one) || looked_at.contains(other))
    );
    let fresh: Vec<OverlapId> = pairs.iter().map(|_| OverlapId::fresh()).collect();
    let ones: Vec<InitiativeId> = pairs.keys().map(|pair| pair.0).collect();
    let others: Vec<InitiativeId> = pairs.keys().map(|pair| pair.1).collect();
    let scores: Vec<f32> = pairs.values().map(|it| it.score).collect();
    let reasons = pairs
        .values()
        .map(|it| serde_json::to_value(&it.reasons).map_err(|_| broken()))
        .collect::<Result<Vec<Value>>>()?;
    sqlx::query!(
        "update overlap_pairs p set state = 'stale'
         where state = 'suggested' and (one_id = any($1) or other_id = any($1))
            and not exists (select from unnest($2::uuid[], $3::uuid[]) as n (one, other)
                where n.one = p.one_id and n.other = p.other_id)",
        ids as _,
        &ones as _,
        &others as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "insert into overlap_pairs (id, one_id, other_id, state, score, reasons, found_at)
         select id, one, other, 'suggested', score, reasons, $6
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::real[], $5::jsonb[]) as n (id, one, other, score, reasons)
         on conflict (one_id, other_id) do update set score = excluded.score, reasons = excluded.reasons,
            state = case when overlap_pairs.state in ('suggested', 'stale') then 'suggested' else overlap_pairs.state end,
            found_at = case when overlap_pairs.state = 'stale' then $6 else overlap_pairs.found_at end
         where overlap_pairs.state in ('suggested', 'stale')",
        &fresh as _,
        &ones as _,
        &others as _,
        &scores,
        &reasons,
        now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update radar_profiles set compared_at = $2 where initiative_id = any($1)",
        ids as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
