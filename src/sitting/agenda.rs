//! The agenda: cases are put on it, ordered, and taken off. A case is on one agenda at a time.

use serde_json::json;

use super::policy::CanKeep;
use super::{Item, OffHow, lock, of_case, recusal};
use crate::case::{self, Case, policy::CanPutOnAgenda};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::SittingItemId;
use crate::{Error, Result};

/// The most cases on one agenda.
const MOST: usize = 60;

/// Why a case is not put on an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// It is full.
    Full,
    /// It went on since it was chosen.
    Gone,
}

/// Puts a case at the end of an agenda. What a colleague proposed in it is overtaken. Who cannot vote on it is known from the start.
pub async fn add(
    tx: &mut Tx,
    granted: &CanKeep,
    of: CanPutOnAgenda,
) -> Result<std::result::Result<SittingItemId, NotAdded>> {
    let sitting = granted.sitting();
    lock(tx, sitting.id).await?;
    if sitting.items.iter().filter(|it| it.is_on()).count() >= MOST {
        return Ok(Err(NotAdded::Full));
    }
    let case: Case = match case::hand_to_session(tx, of).await {
        Ok(case) => case,
        Err(Error::Overtaken) => return Ok(Err(NotAdded::Gone)),
        Err(error) => return Err(error),
    };
    let (id, now) = (SittingItemId::fresh(), tx.now());
    sqlx::query!(
        "insert into sitting_items (id, sitting_id, case_id, position, added_by, added_at)
         select $1, $2, $3, coalesce(max(position), 0) + 1, $4, $5 from sitting_items where sitting_id = $2",
        id as _,
        sitting.id as _,
        case.id as _,
        granted.by().person()?.id as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    recusal::of_leaders(tx, sitting.id, id, &case).await?;
    recusal::note(tx, id).await?;
    let event = Event::new(Act::CaseOnAgenda, of_case(case.id, case.number))
        .after(json!({ "session": sitting.number }));
    history::record(tx, granted.by(), event).await?;
    Ok(Ok(id))
}

/// Takes a case off; it waits for another session. What was voted on it stays readable, and decides nothing.
pub async fn remove(tx: &mut Tx, granted: &CanKeep, item: &Item) -> Result<()> {
    let sitting = granted.sitting();
    lock(tx, sitting.id).await?;
    let now = tx.now();
    let removed = sqlx::query!(
        "update sitting_items set off_at = $2, off_how = $3, result = null, answer_sealed = null, casting = null,
            counted_at = null, counted_by = null
         where id = $1 and off_at is null",
        item.id as _,
        now,
        OffHow::Removed as _,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if removed == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::CaseOffAgenda, of_case(item.case, item.number))
        .after(json!({ "session": sitting.number, "why": OffHow::Removed }));
    history::record(tx, granted.by(), event).await?;
    case::tell_off_agenda(tx, granted.by(), &[item.case], sitting.number).await
}

/// Moves a case one place up or down. At the end of the list nothing happens.
pub async fn shift(tx: &mut Tx, granted: &CanKeep, item: &Item, up: bool) -> Result<()> {
    let sitting = granted.sitting();
    lock(tx, sitting.id).await?;
    let mut order: Vec<SittingItemId> = sqlx::query_scalar!(
        "select id from sitting_items where sitting_id = $1 and off_at is null order by position, id",
        sitting.id as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let at = order.iter().position(|it| *it == item.id);
    let at = at.ok_or(Error::Overtaken)?;
    let to = if up { at.checked_sub(1) } else { Some(at + 1) };
    let Some(to) = to.filter(|to| *to < order.len()) else {
        return Ok(());
    };
    order.swap(at, to);
    sqlx::query!(
        "update sitting_items i set position = o.position::smallint
         from unnest($1::uuid[]) with ordinality as o (id, position) where i.id = o.id",
        &order as _
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::SessionAgendaOrdered, super::subject(sitting))
        .after(json!({ "case": item.number, "up": up }));
    history::record(tx, granted.by(), event).await
}
