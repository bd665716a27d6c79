//! The one place that moves a case: what the row says of its stage changes here and nowhere else.

use super::Case;
use super::proposal;
use super::row::Facts;
use super::stage::{OutOfOrder, Stage, Step};
use super::{keys, turn, wait};
use crate::db::Tx;
use crate::history::{Act, Event, Subject};
use crate::ids::{CaseId, OrganizationId};
use crate::{Error, Result};

impl From<OutOfOrder> for Error {
    fn from(_: OutOfOrder) -> Self {
        Self::Overtaken
    }
}

/// Moves a case by a step, if it still stands where it was seen.
pub(super) async fn step(
    tx: &mut Tx,
    case: &Case,
    step: Step,
    organization: Option<OrganizationId>,
) -> Result<Stage> {
    let to = case.stage.after(step)?;
    let since = if to.code() == case.stage.code() {
        case.since
    } else {
        tx.now()
    };
    let facts = Facts::of(to, since);
    let now = tx.now();
    let asked = match step {
        Step::Submit { at, .. } | Step::Appeal { at } => Some(at),
        _ => None,
    };
    // What follows from the calendar is read while the case is held: a change of the calendar waits for it.
    lock(tx, case).await?;
    let waiting = turn::after(tx, case, to, asked.is_some()).await?;
    let moved = sqlx::query!(
        "update cases set stage = $4, stage_since = $5, due_on = $6, appeal_until = $7, decided_at = $8,
            holder_id = $9, held_since = $10,
            held_until = case when $9::uuid is null then null else $17::timestamptz + hold_lasts() end, organization_id = coalesce($11, organization_id),
            asked_at = coalesce($12, asked_at), answer_by = $13, waits_on = $14, waits_since = $15, waits_until = $16,
            revision = revision + 1
         where id = $1 and stage = $2 and revision = $3",
        case.id as _,
        case.stage.code() as _,
        case.revision,
        facts.stage as _,
        facts.since,
        facts.due_on,
        facts.appeal_until,
        facts.decided_at,
        facts.holder_id as _,
        facts.held_since,
        organization as _,
        asked,
        waiting.answer_by,
        waiting.turn.map(|turn| turn.of) as _,
        waiting.turn.map(|turn| turn.since),
        waiting.turn.and_then(|turn| turn.until),
        now,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if moved != 1 {
        return Err(Error::Overtaken);
    }
    wait::follow(tx, &[case.id]).await?;
    if matches!(
        to,
        Stage::Accepted { .. } | Stage::AcceptedWithConditions { .. } | Stage::Withdrawn { .. }
    ) {
        keys::end(tx, case.id).await?;
    }
    // Nothing waits in a case that is not under review any more.
    if !matches!(to, Stage::InReview { .. }) {
        proposal::overtake(tx, case.id).await?;
    }
    Ok(to)
}

/// Counts a change that moves nothing, if the case still stands where it was seen.
pub(super) async fn touch(tx: &mut Tx, case: &Case) -> Result<()> {
    let touched = sqlx::query!(
        "update cases set revision = revision + 1 where id = $1 and stage = $2 and revision = $3",
        case.id as _,
        case.stage.code() as _,
        case.revision,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    match touched {
        1 => Ok(()),
        _ => Err(Error::Overtaken),
    }
}

/// Waits for whoever works on this case now, and refuses if it is not as it was seen any more.
pub(super) async fn lock(tx: &mut Tx, case: &Case) -> Result<()> {
    sqlx::query_scalar!(
        "select id from cases where id = $1 and stage = $2 and revision = $3 for update",
        case.id as _,
        case.stage.code() as _,
        case.revision,
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(|_: CaseId| ())
    .ok_or(Error::Overtaken)
}

/// What history calls this case.
pub(super) fn subject(case: &Case) -> Subject {
    let subject = Subject::case(case.id, case.number).of_case(case.id);
    match case.organization {
        Some(organization) => subject.of_organization(organization),
        None => subject,
    }
}

/// A move of a case, for history.
pub(super) fn moved(act: Act, case: &Case, to: Stage) -> Event {
    Event::new(act, subject(case))
        .before(serde_json::json!({ "stage": case.stage.code() }))
        .after(serde_json::json!({ "stage": to.code(), "due": to.due() }))
}
