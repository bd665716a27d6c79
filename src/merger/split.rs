//! Making two records of one that is two: the new one gets a number of its own, and what is said to be its own.

use serde_json::json;
use sqlx::PgConnection;

use super::MergerKind;
use super::journal::{self, difference};
use super::merge::{gave_way, has_rescue, keep};
use super::obstacle::Obstacle;
use super::policy::CanSplit;
use super::tables::images;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, AssignmentId, MembershipId, MergerId, OfficeId};
use crate::organization::{self, Organization, Particulars, team};
use crate::values::{Prose, RegistryNumber, Standing};
use crate::{Error, Result};

/// What whoever splits decided.
#[derive(Clone, Debug)]
pub struct Splitting {
    /// What the one that stays says from now on.
    pub stays: Particulars,
    /// What the new one says.
    pub leaves: Particulars,
    /// The offices of leaders that are the new one's.
    pub offices: Vec<OfficeId>,
    /// Its places in groups.
    pub memberships: Vec<MembershipId>,
    /// Its parts in initiatives.
    pub partnerships: Vec<AssignmentId>,
    /// Those of the team who look after the new one too, as what they are.
    pub seats: Vec<AccountId>,
    /// Why.
    pub reason: Prose,
    /// The revision that was seen.
    pub seen: i32,
}

/// What stands in the way of a split.
pub async fn in_the_way_of_a_split(
    conn: &mut PgConnection,
    one: &Organization,
) -> Result<Vec<Obstacle>> {
    let mut found: Vec<Obstacle> = gave_way(conn, one).await?.into_iter().collect();
    match one.standing {
        Standing::StruckOff => found.push(Obstacle::StruckOff(one.number)),
        Standing::Suspended => found.push(Obstacle::Suspended(one.number)),
        _ => {}
    }
    if has_rescue(conn, one.id).await? {
        found.push(Obstacle::Rescue(one.number));
    }
    Ok(found)
}

/// Splits, in one transaction. What stands in the way is told, and nothing is done.
pub async fn split(
    tx: &mut Tx,
    granted: &CanSplit,
    wanted: &Splitting,
) -> Result<Result<(MergerId, RegistryNumber), Vec<Obstacle>>> {
    let id = granted.organization().id;
    let organization = organization::hold(tx, &[id])
        .await?
        .pop()
        .ok_or(Error::NotFound)?;
    let mut obstacles = in_the_way_of_a_split(tx, &organization).await?;
    if obstacles.is_empty() && wanted.seen != organization.revision {
        obstacles.push(Obstacle::Changed);
    }
    if !obstacles.is_empty() {
        return Ok(Err(obstacles));
    }
    let by = granted.actor();
    let before = images(tx, &[id]).await?;
    let (new, number) = organization::register(tx, by, &wanted.leaves, None).await?;
    organization::update(tx, by, &organization, &wanted.stays).await?;
    sqlx::query!(
        "update leader_offices set organization_id = $2 where organization_id = $1 and id = any($3)",
        id as _,
        new as _,
        &wanted.offices as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update group_members set organization_id = $2 where organization_id = $1 and id = any($3) and until is null",
        id as _,
        new as _,
        &wanted.memberships as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update initiative_partners set organization_id = $2
         where organization_id = $1 and id = any($3) and until is null",
        id as _,
        new as _,
        &wanted.partnerships as _
    )
    .execute(&mut **tx)
    .await?;
    for seat in team::of_organization(tx, id).await? {
        if wanted.seats.contains(&seat.account) {
            team::join(tx, by, (new, number), seat.account, seat.role).await?;
        }
    }
    let moved = difference(before, images(tx, &[id, new]).await?);
    let merger = keep(tx, by, (MergerKind::Split, id, new), &wanted.reason).await?;
    journal::keep(tx, merger, &moved).await?;
    for (subject, after) in [
        (
            Subject::organization(id, organization.number),
            json!({ "split_off": number, "merger": merger }),
        ),
        (
            Subject::organization(new, number),
            json!({ "split_from": organization.number, "merger": merger }),
        ),
    ] {
        let event = Event::new(Act::OrganizationSplit, subject)
            .after(after)
            .reason(Some(&wanted.reason));
        history::record(tx, by, event).await?;
    }
    Ok(Ok((merger, number)))
}
