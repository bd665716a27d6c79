//! Who came.

use serde_json::json;

use super::policy::CanKeep;
use super::{lock, subject};
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::AccountId;

/// Notes which members are there now. Who comes late or leaves is noted again; votes that were counted stay as they were counted.
pub async fn note_attendance(tx: &mut Tx, granted: &CanKeep, present: &[AccountId]) -> Result<()> {
    let sitting = granted.sitting();
    lock(tx, sitting.id).await?;
    let changed = sqlx::query!(
        "update sitting_members set present = account_id = any($2)
         where sitting_id = $1 and present <> (account_id = any($2))",
        sitting.id as _,
        present as _,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if changed == 0 {
        return Ok(());
    }
    let event = Event::new(Act::SessionAttendanceNoted, subject(sitting))
        .after(json!({ "present": present }));
    history::record(tx, granted.by(), event).await
}
