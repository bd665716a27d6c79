//! Handing over: everything that was looked at, each by its own act, in one transaction; and giving it back.

use serde_json::json;

use super::find::Handover;
use super::plan::{Plan, Single, plan, plan_back};
use super::policy::CanHandOver;
use super::{DutyFate, WORDS};
use crate::db::{Tx, Whole};
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, DutyHandoverId, SittingId};
use crate::notice::{self, Letter, OfDuties, Recipient};
use crate::values::Prose;
use crate::{Error, Result, assignment, case, flag, sitting};

/// What a hand-over is done with.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// What the person saw.
    pub seen: &'a str,
    /// Why; whoever does it for another says so.
    pub words: Option<&'a Prose>,
    /// What it gives back.
    pub undoes: Option<&'a Handover>,
}

/// Gives everything that can be given. `Overtaken` where something of it is not as it was seen any more: then nothing moves, and it
/// is looked at again.
pub async fn hand_over(
    tx: &mut Tx,
    granted: &CanHandOver,
    order: Order<'_>,
) -> Result<DutyHandoverId> {
    let vault = tx.vault();
    let plan = match order.undoes {
        Some(handover) => plan_back(tx, &vault, granted, &handover.rows).await?,
        None => plan(tx, &vault, granted).await?,
    };
    if plan.seen != order.seen || plan.given() == 0 {
        return Err(Error::Overtaken);
    }
    let id = begin(tx, granted, &order).await?;
    tx.begin_part_of(Whole::DutyHandover(id));
    let (given, rows) = (plan.given(), plan.rows.len());
    keep(tx, id, &plan).await?;
    let to = granted.to().id;
    for planned in plan.rows {
        if let Some(step) = planned.step {
            single(tx, granted, step, to).await?;
        }
    }
    let event = Event::new(Act::DutiesHandedOver, Subject::account(granted.from().id))
        .after(json!({ "account": to, "given": given, "stayed": rows - given }))
        .reason(order.words);
    history::record(tx, granted.by(), event).await?;
    tell(tx, granted, id, given).await?;
    Ok(id)
}

async fn begin(tx: &mut Tx, granted: &CanHandOver, order: &Order<'_>) -> Result<DutyHandoverId> {
    let (id, now, vault) = (DutyHandoverId::fresh(), tx.now(), tx.vault());
    let words = order
        .words
        .map(|words| vault.seal_text(WORDS, id, words))
        .transpose()?;
    let inserted = sqlx::query!(
        "insert into duty_handovers (id, from_id, to_id, by_id, words_sealed, at, undoes) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (undoes) where undoes is not null do nothing",
        id as _,
        granted.from().id as _,
        granted.to().id as _,
        granted.by().person()?.id as _,
        words as _,
        now,
        order.undoes.map(|it| it.id) as _,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    match inserted {
        1 => Ok(id),
        _ => Err(Error::Overtaken),
    }
}

async fn keep(tx: &mut Tx, id: DutyHandoverId, plan: &Plan) -> Result<()> {
    let rows = || plan.rows.iter().map(|it| &it.row);
    let kinds: Vec<_> = rows().map(|row| row.kind).collect();
    let subjects: Vec<_> = rows().map(|row| row.subject).collect();
    let about: Vec<_> = rows().map(|row| row.about).collect();
    let fates: Vec<DutyFate> = rows().map(|row| row.fate).collect();
    sqlx::query!(
        "insert into duty_handover_rows (handover_id, position, kind, subject_id, about_id, fate)
         select $1, r.position, r.kind, r.subject_id, r.about_id, r.fate
         from unnest($2::text[], $3::uuid[], $4::uuid[], $5::text[]) with ordinality
            as r (kind, subject_id, about_id, fate, position)",
        id as _,
        &kinds as _,
        &subjects,
        &about,
        &fates as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn single(tx: &mut Tx, granted: &CanHandOver, step: Single, to: AccountId) -> Result<()> {
    match step {
        Single::Hold(granted) => case::give(tx, granted).await,
        Single::Mention(granted) => case::give_telling(tx, granted).await,
        Single::Assignment(organization, seen) => {
            let can = assignment::policy::hand_over(granted.by(), granted.from().id)?;
            assignment::assign(tx, &can, organization, to, Some(seen)).await?;
            Ok(())
        }
        Single::Flag(granted) => {
            let due_on = granted.due_on();
            flag::give(tx, &granted, Some(to), due_on).await
        }
        Single::Session(id) => chair(tx, granted, id, to).await,
    }
}

async fn chair(tx: &mut Tx, granted: &CanHandOver, id: SittingId, to: AccountId) -> Result<()> {
    let (vault, see) = (tx.vault(), sitting::policy::see(granted.by())?);
    let found = sitting::find(tx, &vault, &see, id).await?;
    let found = found.ok_or(Error::Overtaken)?;
    let can = sitting::policy::keep(granted.by(), &found)?;
    sitting::give_chair(tx, &can, to).await
}

/// To whoever has it now; and to whoever had it, where another did it for them. A closed account gets no letter.
async fn tell(tx: &mut Tx, granted: &CanHandOver, id: DutyHandoverId, count: usize) -> Result<()> {
    let of = OfDuties {
        handover: id,
        count,
    };
    let by = granted.by().account();
    let (from, to) = (granted.from().id, granted.to().id);
    if by != Some(to) {
        let letter = Letter::DutiesHandedOver(of.clone());
        notice::post(tx, Recipient::Account(to), letter).await?;
    }
    if by != Some(from) {
        notice::post(tx, Recipient::Account(from), Letter::DutiesGone(of)).await?;
    }
    Ok(())
}
