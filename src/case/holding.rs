//! Holding: being the one who works on a case now.

use super::policy::{CanRelease, CanTake, CanTakeNext};
use super::stage::{Holding, Stage, Step};
use super::{Case, find, policy, save};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act};
use crate::ids::CaseId;
use crate::values::Role;

/// Takes a case: one that waits, one that a colleague holds, or an appeal.
pub async fn take(tx: &mut Tx, granted: CanTake) -> Result<()> {
    hold(tx, granted.by(), granted.case()).await
}

/// Lets go of a case; it waits for whoever is next.
pub async fn release(tx: &mut Tx, granted: CanRelease) -> Result<()> {
    let case = granted.case();
    let to = save::step(tx, case, Step::Release, None).await?;
    history::record(tx, granted.by(), save::moved(Act::CaseReleased, case, to)).await
}

/// Takes the oldest case that waits and is not the person's own. Those that others are taking at this moment are
/// passed over, so that many who ask at once get as many cases, and none waits for another.
pub async fn take_next(tx: &mut Tx, granted: CanTakeNext) -> Result<Option<CaseId>> {
    let person = granted.by();
    let next = sqlx::query_scalar!(
        "select c.id from cases c
         where c.stage in ('submitted', 'in_review') and c.holder_id is null and c.applicant_id <> $1
            and not case_typed_by(c, $1)
            and not exists (select from organization_team t
                where t.organization_id = c.organization_id and t.account_id = $1 and t.until is null)
            and not exists (select from case_decisions d
                where d.case_id = c.id and d.outcome = 'refused' and not ($2 and d.decided_by <> $1))
         order by c.submitted_at, c.id limit 1
         for update of c skip locked",
        person.id as _,
        person.role == Role::Chair,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(id) = next else { return Ok(None) };
    let actor = Actor::Person(person.clone());
    let case = find(tx, &actor, id).await?;
    take(tx, policy::take(&actor, &case)?).await?;
    Ok(Some(id))
}

async fn hold(tx: &mut Tx, by: &Actor, case: &Case) -> Result<()> {
    let holding = Holding {
        by: by.person()?.id,
        since: tx.now(),
    };
    let to = save::step(tx, case, Step::Take(holding), None).await?;
    let act = match case.stage {
        Stage::Appealed { .. } => Act::CaseReopened,
        _ => Act::CaseHeld,
    };
    history::record(tx, by, save::moved(act, case, to)).await
}
