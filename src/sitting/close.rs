//! Closing a session. `outcome::close` decides its cases between [`begin`] and [`finish`], all in one transaction.

use serde_json::json;

use super::policy::{CanClose, CanSee};
use super::{ANSWER, ItemResult, lock, minutes, of_case, subject};
use crate::Result;
use crate::case::{self, Answer};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{CaseId, DecisionId, SittingItemId};
use crate::values::TrackingNumber;
use crate::vault::Sealed;

/// A case that the votes decided.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// Its place on the agenda.
    pub item: SittingItemId,
    /// The case.
    pub case: CaseId,
    /// The answer of the board.
    pub answer: Answer,
}

/// Holds the session, and says what its votes decided, in the order of the agenda.
pub async fn begin(tx: &mut Tx, granted: &CanClose) -> Result<Vec<Resolved>> {
    let sitting = granted.sitting();
    lock(tx, sitting.id).await?;
    let vault = tx.vault();
    let rows = sqlx::query!(
        r#"select id, case_id, answer_sealed as "answer!: Sealed" from sitting_items
         where sitting_id = $1 and off_at is null and answer_sealed is not null order by position, id"#,
        sitting.id as _
    )
    .fetch_all(&mut **tx)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Resolved {
                answer: vault.open_json(ANSWER, row.id, &row.answer)?,
                item: row.id,
                case: row.case_id,
            })
        })
        .collect()
}

/// Whether a case is on the agenda still: deciding one may refuse its rivals.
pub async fn is_still_on(tx: &mut Tx, item: SittingItemId) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select off_at is null as "on!" from sitting_items where id = $1"#,
        item as _
    )
    .fetch_one(&mut **tx)
    .await?)
}

/// Says which decision came of a case.
pub async fn decided(tx: &mut Tx, item: SittingItemId, decision: DecisionId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update sitting_items set settled_at = $3, decision_id = $2 where id = $1",
        item as _,
        decision as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Closes the session: what was not decided waits again, and the minutes are frozen.
pub async fn finish(tx: &mut Tx, granted: &CanClose, see: &CanSee) -> Result<()> {
    let sitting = granted.sitting();
    let now = tx.now();
    let waiting = sqlx::query!(
        r#"update sitting_items i set settled_at = $2, result = coalesce(i.result, 'not_reached')
         from cases c
         where c.id = i.case_id and i.sitting_id = $1 and i.off_at is null and i.settled_at is null
         returning i.case_id as "case: CaseId", c.number as "number: TrackingNumber", i.result as "result!: ItemResult""#,
        sitting.id as _,
        now,
    )
    .fetch_all(&mut **tx)
    .await?;
    let events = waiting
        .iter()
        .map(|it| {
            Event::new(Act::CaseOffAgenda, of_case(it.case, it.number))
                .after(json!({ "session": sitting.number, "why": it.result }))
        })
        .collect();
    history::record_all(tx, granted.by(), events).await?;
    let cases: Vec<CaseId> = waiting.iter().map(|it| it.case).collect();
    case::tell_off_agenda(tx, granted.by(), &cases, sitting.number).await?;
    let digest = minutes::freeze(tx, granted, see).await?;
    let event = Event::new(Act::SessionClosed, subject(sitting))
        .after(json!({ "minutes": super::hex(&digest) }));
    history::record(tx, granted.by(), event).await
}
