//! Letting one entry of a leader give way to another: looked at before and after, so that the journal has every row that changed.

use std::collections::BTreeMap;

use serde_json::json;

use super::super::journal::{Moved, difference};
use super::super::tables::{Image, images_of};
use super::obstacle::Obstacle;
use super::policy::CanMergePeople;
use super::{REASON, TABLES, rows};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{LeaderId, LeaderMergerId};
use crate::leader::{self, ConsentField, Facts, Keeper, Known};
use crate::values::{Prose, codes};
use crate::{Error, Result};

codes! {
    /// Which of two values goes on.
    pub enum Pick {
        Own = "own",
        Other = "other",
        Both = "both",
    }

    /// What a row is to people.
    pub enum PersonPart {
        Profile = "profile",
        Offices = "offices",
        Consents = "consents",
        Claims = "claims",
        Groups = "groups",
    }
}

/// What whoever merges decided.
#[derive(Clone, Debug)]
pub struct Merging {
    /// Which value goes on in a field; the survivor's own where none is named.
    pub picks: BTreeMap<ConsentField, Pick>,
    /// Why.
    pub reason: Prose,
    /// The revisions of the survivor and of the other that were seen.
    pub seen: (i32, i32),
}

/// What was done: its id, and how many rows changed by what they are.
#[derive(Debug)]
pub struct Merged {
    /// Its id.
    pub id: LeaderMergerId,
    /// How many.
    pub counts: Vec<(PersonPart, usize)>,
}

/// What comes of two in the fields as they were picked.
pub fn combine(own: &Facts, other: &Facts, picks: &BTreeMap<ConsentField, Pick>) -> Facts {
    let mut facts = own.clone();
    for (field, pick) in picks {
        match pick {
            Pick::Own => {}
            Pick::Other => facts.take(*field, other),
            Pick::Both => facts.add(*field, other),
        }
    }
    if facts.names.is_empty() {
        facts.take(ConsentField::Name, own);
    }
    facts
}

/// Lets the other give way, in one transaction. What stands in the way is told, and nothing is done.
pub async fn merge(
    tx: &mut Tx,
    granted: &CanMergePeople,
    wanted: &Merging,
) -> Result<Result<Merged, Vec<Obstacle>>> {
    let (survivor, other) = granted.pair();
    let ids = [survivor, other];
    hold(tx, &ids).await?;
    let vault = tx.vault();
    let find = async |tx: &mut Tx, id: LeaderId| {
        let found = leader::known(tx, &vault, id).await?;
        found.ok_or(Error::NotFound)
    };
    let (own, theirs) = (find(tx, survivor).await?, find(tx, other).await?);
    let obstacles = in_the_way(tx, (&own, &theirs), wanted.seen).await?;
    if !obstacles.is_empty() {
        return Ok(Err(obstacles));
    }
    let uuids = ids.map(LeaderId::uuid);
    let before: Vec<Image> = images_of(tx, TABLES, &uuids).await?;
    let facts = combine(&own.facts, &theirs.facts, &wanted.picks);
    let changed: Vec<ConsentField> = ConsentField::of_profile()
        .filter(|field| facts.differ(&own.facts, *field))
        .collect();
    bring_offices(tx, survivor, other).await?;
    leader::narrow_consents(tx, survivor, other).await?;
    end_claims(tx, other).await?;
    end_calendar(tx, other).await?;
    bring_places(tx, survivor, other).await?;
    leader::give_way(tx, other, survivor).await?;
    leader::write_facts(tx, survivor, &facts).await?;
    // Whoever said it of one of them says nothing of the other: what is put together is the board's word.
    leader::write_sources(tx, survivor, (Keeper::Board, None), &changed).await?;
    leader::bring_likenesses(tx, survivor, other).await?;
    leader::mark(tx, survivor, &facts).await?;
    let moved = difference(before, images_of(tx, TABLES, &uuids).await?);
    let id = keep(tx, granted, &wanted.reason, &moved).await?;
    for (one, with, key) in [
        (survivor, other, "took_in"),
        (other, survivor, "gave_way_to"),
    ] {
        let subject = history::Subject::leader(one);
        let event = Event::new(Act::LeadersMerged, subject)
            .after(json!({ key: with, "merger": id }))
            .reason(Some(&wanted.reason));
        history::record(tx, granted.by(), event).await?;
    }
    leader::tell_of_change(tx, &own).await?;
    Ok(Ok(Merged {
        id,
        counts: counts(&moved),
    }))
}

/// Nobody else changes these until the transaction ends; held in the order of their ids, so that two crosswise wait.
pub(super) async fn hold(tx: &mut Tx, ids: &[LeaderId]) -> Result<()> {
    sqlx::query!(
        "select id from leaders where id = any($1) order by id for update",
        ids as _
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(())
}

/// What stands in the way.
async fn in_the_way(
    tx: &mut Tx,
    (own, other): (&Known, &Known),
    seen: (i32, i32),
) -> Result<Vec<Obstacle>> {
    if own.id == other.id {
        return Ok(vec![Obstacle::Same]);
    }
    let mut found = Vec::new();
    for one in [own, other] {
        if leader::merged_into(tx, one.id).await?.is_some() {
            found.push(Obstacle::GaveWay);
        }
    }
    if found.is_empty() && (own.revision, other.revision) != seen {
        found.push(Obstacle::Changed);
    }
    Ok(found)
}

/// Offices go over. Where the survivor holds the same today, the other's ends.
async fn bring_offices(tx: &mut Tx, survivor: LeaderId, other: LeaderId) -> Result<()> {
    let (now, today) = (tx.now(), tx.today());
    sqlx::query!(
        "update leader_offices o set until = greatest(o.since, $4), ended_at = $3
         where o.leader_id = $2 and (o.until is null or o.until >= $5) and o.mistaken_at is null
            and exists (select from leader_offices s where s.leader_id = $1 and s.organization_id = o.organization_id
                and s.office = o.office and s.title = o.title and covers(s.since, s.until, $5)
                    and s.mistaken_at is null)",
        survivor as _,
        other as _,
        now,
        today.pred_opt().unwrap_or(today),
        today
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update leader_offices set leader_id = $1 where leader_id = $2",
        survivor as _,
        other as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Nobody reaches the survivor who only reached the other: they say anew that it is theirs.
async fn end_claims(tx: &mut Tx, other: LeaderId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update leader_claims set state = 'ended', answered_at = $2
         where leader_id = $1 and state in ('waiting', 'confirmed')",
        other as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whoever holds the secret address of an entry that gave way does not follow the survivor by it.
async fn end_calendar(tx: &mut Tx, other: LeaderId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update group_feeds set revoked_at = $2 where leader_id = $1 and revoked_at is null",
        other as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Places in groups go over; where the survivor has one in the same, the other's ends. Nobody is asked twice.
async fn bring_places(tx: &mut Tx, survivor: LeaderId, other: LeaderId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update group_members m set until = $3 where m.leader_id = $2 and m.until is null
            and exists (select from group_members s where s.group_id = m.group_id and s.leader_id = $1 and s.until is null)",
        survivor as _,
        other as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update group_members set leader_id = $1 where leader_id = $2 and until is null",
        survivor as _,
        other as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update group_invitations set answer = 'withdrawn', answered_at = $2 where leader_id = $1 and answer is null",
        other as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn keep(
    tx: &mut Tx,
    granted: &CanMergePeople,
    reason: &Prose,
    moved: &[Moved],
) -> Result<LeaderMergerId> {
    let id = LeaderMergerId::fresh();
    let (now, by) = (tx.now(), granted.by().person()?.id);
    let sealed = tx.vault().seal_text(REASON, id, reason)?;
    let (survivor, other) = granted.pair();
    sqlx::query!(
        "insert into leader_mergers (id, survivor_id, other_id, made_by, made_at, reason_sealed, rows)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id as _,
        survivor as _,
        other as _,
        by as _,
        now,
        sealed as _,
        rows::written(moved)
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// How many rows changed, by what they are. Marks and likenesses are made from the rest.
pub(super) fn counts(moved: &[Moved]) -> Vec<(PersonPart, usize)> {
    let of = |part: PersonPart| {
        let rows = moved.iter().filter(|it| rows::part(it.table) == Some(part));
        (part, rows.count())
    };
    let all = PersonPart::ALL.iter().map(|part| of(*part));
    all.filter(|(_, count)| *count > 0).collect()
}
