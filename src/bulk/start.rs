//! Beginning what was planned, or leaving it.

use serde_json::json;

use super::policy::CanAct;
use super::{BulkAct, BulkState};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};

/// Begins it: the job does the rest. Nothing, where it was begun already: pressed twice it is done once.
pub async fn start(tx: &mut Tx, granted: &CanAct, bulk: &BulkAct) -> Result<bool> {
    if !step(tx, granted, bulk, BulkState::Running).await? {
        return Ok(false);
    }
    // What was not to be done has its fate.
    let rows = sqlx::query!(
        "update bulk_rows set fate = planned where bulk_id = $1 and planned <> 'will'",
        bulk.id as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    let event = Event::new(Act::BulkBegun, Subject::bulk(bulk.id))
        .after(json!({ "kind": bulk.order.kind(), "left_out": rows }));
    history::record(tx, granted.by(), event).await?;
    Ok(true)
}

/// Leaves what was planned and not begun.
pub async fn leave(tx: &mut Tx, granted: &CanAct, bulk: &BulkAct) -> Result<bool> {
    if !step(tx, granted, bulk, BulkState::Dropped).await? {
        return Ok(false);
    }
    let event = Event::new(Act::BulkDropped, Subject::bulk(bulk.id))
        .after(json!({ "kind": bulk.order.kind() }));
    history::record(tx, granted.by(), event).await?;
    Ok(true)
}

async fn step(tx: &mut Tx, granted: &CanAct, bulk: &BulkAct, to: BulkState) -> Result<bool> {
    let person = granted.by().person()?;
    let begins = to == BulkState::Running;
    let begun = begins.then_some(tx.now());
    let session = begins.then_some(person.session);
    let moved = sqlx::query!(
        "update bulk_acts set state = $2, begun_at = $3, session_id = $4 where id = $1 and state = 'planned' and by_id = $5",
        bulk.id as _,
        to as _,
        begun,
        session as _,
        person.id as _,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    Ok(moved == 1)
}

/// Writes down that the result leaves as a file.
pub async fn taken_away(tx: &mut Tx, by: &Actor, bulk: &BulkAct) -> Result<()> {
    let event = Event::new(Act::RosterExported, Subject::bulk(bulk.id))
        .after(json!({ "of": "bulk", "format": "csv" }));
    history::record(tx, by, event).await
}
