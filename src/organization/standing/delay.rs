//! Delays: an organization is left in peace until a day, for a reason.

use chrono::NaiveDate;
use serde_json::json;

use super::ladder::step_of;
use super::renewal::lock;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::EventId;
use crate::organization::policy::CanDelay;
use crate::values::Prose;
use crate::{Error, Result};

/// Where reasons are sealed.
const REASON: &str = "standing_delays.reason";

/// Leaves an organization in peace until the end of a day. A delay that was in force is replaced, if it is the one that
/// was seen.
pub async fn delay(
    tx: &mut Tx,
    granted: &CanDelay,
    seen: Option<NaiveDate>,
    until: NaiveDate,
    why: &Prose,
) -> Result<()> {
    let of = granted.organization();
    lock(tx, of.id).await?;
    let step = step_of(tx, of.id).await?.ok_or(Error::Overtaken)?;
    if step.delayed_until != seen {
        return Err(Error::Overtaken);
    }
    end(tx, granted).await?;
    let (id, now, vault) = (EventId::fresh(), tx.now(), tx.vault());
    sqlx::query!(
        "insert into standing_delays (id, organization_id, until, reason_sealed, account_id, at)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        of.id as _,
        until,
        vault.seal_text(REASON, id, why)? as _,
        granted.actor().account() as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(
        Act::OrganizationDelayed,
        Subject::organization(of.id, of.number),
    )
    .before(json!({ "delayed_until": step.delayed_until }))
    .after(json!({ "delayed_until": until, "rung": step.rung }))
    .reason(Some(why));
    history::record(tx, granted.actor(), event).await
}

/// Ends the delay that is in force.
pub async fn end_delay(tx: &mut Tx, granted: &CanDelay) -> Result<()> {
    let of = granted.organization();
    lock(tx, of.id).await?;
    let until = end(tx, granted).await?.ok_or(Error::Overtaken)?;
    let subject = Subject::organization(of.id, of.number);
    let event =
        Event::new(Act::OrganizationDelayEnded, subject).before(json!({ "delayed_until": until }));
    history::record(tx, granted.actor(), event).await
}

async fn end(tx: &mut Tx, granted: &CanDelay) -> Result<Option<NaiveDate>> {
    let now = tx.now();
    Ok(sqlx::query_scalar!(
        "update standing_delays set ended_at = $2 where organization_id = $1 and ended_at is null returning until",
        granted.organization().id as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?)
}
