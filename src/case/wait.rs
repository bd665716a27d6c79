//! How long a case waited on whom: a row for each wait from its submission on, kept with whose turn it is.

use crate::Result;
use crate::db::Tx;
use crate::ids::CaseId;

/// Writes down what changed of whom these cases wait on: what is over ends, and what is new begins. For those who write whose turn
/// it is, after they did.
pub(super) async fn follow(tx: &mut Tx, cases: &[CaseId]) -> Result<()> {
    let now = tx.now();
    // A hold that ended by itself ended before anybody wrote it down.
    sqlx::query!(
        "update case_waits w set until = greatest(w.since, coalesce(c.waits_since, $2))
         from cases c
         where c.id = any($1) and w.case_id = c.id and w.until is null
            and (w.waits_on, w.holder_id, w.since) is distinct from (c.waits_on, c.holder_id, c.waits_since)",
        cases as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "insert into case_waits (case_id, nth, waits_on, holder_id, since)
         select c.id, 1 + coalesce((select max(w.nth) from case_waits w where w.case_id = c.id), 0), c.waits_on, c.holder_id, c.waits_since
         from cases c
         where c.id = any($1) and c.waits_on is not null and c.stage <> 'draft'
            and not exists (select from case_waits w where w.case_id = c.id and w.until is null)",
        cases as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
