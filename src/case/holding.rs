//! Holding: being the one who works on a case now. Whoever leaves a case idle holds it no more, and so does whoever signs out.

use serde_json::json;

use super::conversation::note;
use super::policy::{CanRelease, CanStandIn, CanTake, CanTakeOver};
use super::stage::{Holding, Stage, Step};
use super::telling::{TellingKind, tell};
use super::{Case, save, wait};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, CaseId, OrganizationId};
use crate::values::{Prose, TrackingNumber};

/// How many holds the clock ends at a time.
const AT_ONCE: i64 = 50;

/// Takes a case: one that waits, or an appeal.
pub async fn take(tx: &mut Tx, granted: CanTake) -> Result<()> {
    let act = match granted.case().stage {
        Stage::Appealed { .. } => Act::CaseReopened,
        _ => Act::CaseHeld,
    };
    let by = granted.by();
    let event = hold(tx, granted.case(), by.person()?.id, act).await?;
    history::record(tx, granted.by(), event).await
}

/// Takes a case out of a colleague's hands. They read why in a note of the case, on their desk and by letter.
pub async fn take_from(tx: &mut Tx, granted: CanTakeOver, why: &Prose) -> Result<()> {
    let (by, case) = (granted.by(), granted.case());
    let from = case.stage.holding().ok_or(crate::Error::Overtaken)?.by;
    let me = by.person()?.id;
    let event = hold(tx, case, me, Act::CaseTakenOver).await?;
    history::record(tx, by, event.reason(Some(why))).await?;
    let message = note(tx, case, me, why).await?;
    tell(tx, case, me, message, (TellingKind::TakenOver, &[from])).await
}

/// Takes a case from a holder who is away, as their deputy: what was agreed before needs no reason. History says whose it was.
pub async fn stand_in(tx: &mut Tx, granted: CanStandIn) -> Result<()> {
    let (by, case) = (granted.by(), granted.case());
    let from = case.stage.holding().ok_or(crate::Error::Overtaken)?.by;
    let event = hold(tx, case, by.person()?.id, Act::CaseTakenOver).await?;
    let event = event
        .before(json!({ "holder": from }))
        .after(json!({ "deputy": true }));
    history::record(tx, by, event).await
}

/// Lets go of a case; it waits for whoever is next.
pub async fn release(tx: &mut Tx, granted: CanRelease) -> Result<()> {
    let case = granted.case();
    let to = save::step(tx, case, Step::Release, None).await?;
    history::record(tx, granted.by(), save::moved(Act::CaseReleased, case, to)).await
}

/// Puts a case into somebody's hands; what history is to say of it.
pub(super) async fn hold(tx: &mut Tx, case: &Case, holder: AccountId, act: Act) -> Result<Event> {
    let holding = Holding {
        by: holder,
        since: tx.now(),
    };
    let to = save::step(tx, case, Step::Take(holding), None).await?;
    if case.lapsed.is_some() {
        // The clock has not been here yet: what it would have written comes before what follows.
        let lapsed = Event::new(Act::CaseHoldLapsed, save::subject(case));
        history::record(tx, &Actor::System, lapsed).await?;
    }
    Ok(save::moved(act, case, to))
}

/// The holder looks at the case or does something in it: the hold lasts from now on. Written once a minute at most, so that
/// looking costs nothing, and without another revision: nothing that anybody sees has changed.
pub async fn note_presence(tx: &mut Tx, actor: &Actor, case: &Case) -> Result<()> {
    let holder = case.stage.holding().map(|held| held.by);
    if holder.is_none() || holder != actor.account() {
        return Ok(());
    }
    let now = tx.now();
    sqlx::query!(
        "update cases set held_until = $3 + hold_lasts()
         where id = $1 and holder_id = $2 and held_until > $3
            and held_until < $3 + hold_lasts() - interval '1 minute'",
        case.id as _,
        holder as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

struct Ended {
    id: CaseId,
    number: Option<TrackingNumber>,
    organization_id: Option<OrganizationId>,
}

fn ids(ended: &[Ended]) -> Vec<CaseId> {
    ended.iter().map(|it| it.id).collect()
}

impl Ended {
    fn event(&self, act: Act) -> Event {
        let subject = Subject::case(self.id, self.number).of_case(self.id);
        let subject = match self.organization_id {
            Some(organization) => subject.of_organization(organization),
            None => subject,
        };
        Event::new(act, subject).after(json!({ "stage": "in_review" }))
    }
}

/// Writes down some of the holds that ended because nobody did anything. How many.
pub async fn end_idle_holds(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    let ended = sqlx::query_as!(
        Ended,
        "update cases set holder_id = null, held_since = null, held_until = null, revision = revision + 1,
            waits_on = case_turn_unheld(id), waits_since = least(held_until, $1)
         where id in (select id from cases where holder_id is not null and held_until <= $1
            order by held_until, id limit $2 for update skip locked)
         returning id, number, organization_id",
        now,
        AT_ONCE,
    )
    .fetch_all(&mut **tx)
    .await?;
    wait::follow(tx, &ids(&ended)).await?;
    let events = ended.iter().map(|it| it.event(Act::CaseHoldLapsed));
    history::record_all(tx, &Actor::System, events.collect()).await?;
    Ok(ended.len())
}

/// Lets go of everything that somebody holds, because they sign out.
pub async fn release_all(tx: &mut Tx, actor: &Actor) -> Result<()> {
    let me: AccountId = actor.person()?.id;
    let now = tx.now();
    let ended = sqlx::query_as!(
        Ended,
        "update cases set holder_id = null, held_since = null, held_until = null, revision = revision + 1,
            waits_on = case_turn_unheld(id), waits_since = least(held_until, $2)
         where id in (select id from cases where holder_id = $1 and held_until > $2 order by id for update)
         returning id, number, organization_id",
        me as _,
        now,
    )
    .fetch_all(&mut **tx)
    .await?;
    wait::follow(tx, &ids(&ended)).await?;
    let events = ended.iter().map(|it| it.event(Act::CaseReleased));
    history::record_all(tx, actor, events.collect()).await
}
