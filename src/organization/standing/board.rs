//! What the chair does by hand: suspend, lift a suspension, strike off, revive; and suspensions that end by themselves.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::change::{Cause, Change, Said, put};
use super::letters::tell_owners;
use super::renewal::{after_term, extend, lock, registered_until};
use super::rules::{Rule, amounts};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::OrganizationId;
use crate::notice::Letter;
use crate::organization::Organization;
use crate::organization::find::find;
use crate::organization::policy::{self, CanChangeStanding};
use crate::values::Standing;
use crate::{Error, Result};

/// How many organizations one transaction of the job takes.
const BATCH: i64 = 50;

/// Suspends a registration until the end of a day.
pub async fn suspend(
    tx: &mut Tx,
    granted: &CanChangeStanding,
    until: NaiveDate,
    said: &Said,
) -> Result<()> {
    let seen = granted.organization();
    let change = Change {
        to: Standing::Suspended,
        until: Some(until),
        cause: Cause::Board,
        said: Some(said),
    };
    put(tx, granted.actor(), seen, change).await?;
    tell_owners(tx, seen, |of| Letter::Suspended { of, until }).await
}

/// Lifts a suspension before its end. The organization stands where it stood before, and where it has been renewed
/// meanwhile, in good standing.
pub async fn lift(tx: &mut Tx, granted: &CanChangeStanding, said: &Said) -> Result<()> {
    over(
        tx,
        granted.actor(),
        granted.organization(),
        Cause::Board,
        Some(said),
    )
    .await
}

/// Lifts the suspensions whose last day has passed; how many there were. One call takes at most fifty.
pub async fn lift_ended(tx: &mut Tx) -> Result<usize> {
    let today = tx.today();
    let ids = sqlx::query_scalar!(
        "select id from organizations where standing = 'suspended' and standing_until < $1
         order by standing_until, id limit $2 for update skip locked",
        today,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    for id in &ids {
        let seen = find(tx, *id).await?.ok_or(Error::NotFound)?;
        let granted = policy::change_standing(&Actor::System, &seen, None)?;
        over(tx, granted.actor(), &seen, Cause::End, None).await?;
    }
    Ok(ids.len())
}

/// Where a suspended organization would stand if the suspension ended today.
pub async fn would_lift(
    conn: &mut PgConnection,
    id: OrganizationId,
    today: NaiveDate,
) -> Result<Standing> {
    let until = registered_until(conn, id).await?;
    if until.is_none_or(|until| until > today) {
        return Ok(Standing::Good);
    }
    let before = sqlx::query_scalar!(
        "select before from organization_standings
         where organization_id = $1 and standing = 'suspended' order by id desc limit 1",
        id as _
    )
    .fetch_optional(conn)
    .await?;
    Ok(match before {
        Some(rung @ (Standing::Due | Standing::Lapsed | Standing::Notice)) => rung,
        _ => Standing::Good,
    })
}

/// Strikes an organization off by hand.
pub async fn strike_off(tx: &mut Tx, granted: &CanChangeStanding, said: &Said) -> Result<()> {
    let seen = granted.organization();
    let change = Change {
        to: Standing::StruckOff,
        until: None,
        cause: Cause::Board,
        said: Some(said),
    };
    put(tx, granted.actor(), seen, change).await?;
    tell_owners(tx, seen, Letter::StruckOff).await
}

/// Until when a registration would be valid that is revived today: what was left of the old one counts no more.
pub async fn revived_until(
    conn: &mut PgConnection,
    organization: &Organization,
    today: NaiveDate,
) -> Result<NaiveDate> {
    after_term(conn, organization, today).await
}

/// Revives a registration that was struck off; until when it is valid now.
pub async fn revive(tx: &mut Tx, granted: &CanChangeStanding, said: &Said) -> Result<NaiveDate> {
    let seen = granted.organization();
    let change = Change {
        to: Standing::Revived,
        until: None,
        cause: Cause::Board,
        said: Some(said),
    };
    lock(tx, seen.id).await?;
    put(tx, granted.actor(), seen, change).await?;
    let today = tx.today();
    let until = revived_until(tx, seen, today).await?;
    extend(tx, seen.id, until).await?;
    tell_owners(tx, seen, |of| Letter::Revived { of, until }).await?;
    Ok(until)
}

async fn over(
    tx: &mut Tx,
    by: &Actor,
    seen: &Organization,
    cause: Cause,
    said: Option<&Said>,
) -> Result<()> {
    if seen.standing != Standing::Suspended {
        return Err(Error::Overtaken);
    }
    lock(tx, seen.id).await?;
    let today = tx.today();
    let to = would_lift(tx, seen.id, today).await?;
    // A notice begins anew: what ran of it before the suspension, nobody could use for a renewal.
    let runs = amounts(tx).await?.days(Rule::NoticeRuns);
    let change = Change {
        to,
        until: Some(today + runs),
        cause,
        said,
    };
    put(tx, by, seen, change).await?;
    tell_owners(tx, seen, Letter::SuspensionOver).await
}
