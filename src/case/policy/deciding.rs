//! What the board and its posts may do with a case: take it and let go of it, say what they think, decide, and see to conditions.

use super::{has_jurisdiction, judge, only_if, viewer};
use crate::Result;
use crate::actor::{Actor, Denied, Person};
use crate::case::stage::Stage;
use crate::case::{Case, Way};
use crate::values::Role;

grants! {
    /// May be the one who works on it.
    CanTake,
    /// May take it out of a colleague's hands.
    CanTakeOver,
    /// May let go of it.
    CanRelease,
    /// May decide: everything where one is enough, and elsewhere what asks for changes.
    CanDecide,
    /// May propose an answer to a colleague.
    CanPropose,
    /// May confirm what a colleague proposed, which decides.
    CanConfirm,
    /// May disagree with what a colleague proposed.
    CanDisagree,
    /// May take back what they proposed.
    CanTakeBack,
    /// May put it on the agenda of a session.
    CanPutOnAgenda,
    /// May give the answer that a session came to.
    CanResolve,
    /// May say whether a condition is met.
    CanMarkCondition,
    /// May say what the post thinks.
    CanGiveOpinion,
}

/// May take whatever case is next.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanTakeNext {
    actor: Person,
}

/// The board: a case that waits, or (a chair) an appeal. What a colleague holds is taken over, which is another thing.
pub fn take(actor: &Actor, case: &Case) -> Result<CanTake> {
    judge(actor, case)?;
    only_if(matches!(
        case.stage,
        Stage::Submitted { .. } | Stage::Appealed { .. } | Stage::InReview { held: None }
    ))?;
    Ok(CanTake::of(actor, case))
}

/// The board: a case that a colleague holds.
pub fn take_over(actor: &Actor, case: &Case) -> Result<CanTakeOver> {
    let person = judge(actor, case)?;
    let held = case.stage.holding();
    only_if(held.is_some_and(|held| held.by != person.id))?;
    Ok(CanTakeOver::of(actor, case))
}

/// The board, whatever comes next.
pub fn take_next(actor: &Actor) -> Result<CanTakeNext> {
    let person = actor.person()?;
    if !actor.is_board() {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanTakeNext {
        actor: person.clone(),
    })
}

/// Whoever holds it, and a chair.
pub fn release(actor: &Actor, case: &Case) -> Result<CanRelease> {
    let person = viewer(actor, case)?;
    if !actor.is_board() {
        return Err(Denied::Forbidden.into());
    }
    let held = case.stage.holding();
    only_if(held.is_some())?;
    if held.is_some_and(|held| held.by == person.id) || person.role == Role::Chair {
        Ok(CanRelease::of(actor, case))
    } else {
        Err(Denied::Forbidden.into())
    }
}

/// The board, on what is under review; never on their own, and an appeal not twice. While a proposal waits for a second person,
/// or the case is on an agenda, nobody decides beside that.
pub fn decide(actor: &Actor, case: &Case) -> Result<CanDecide> {
    judge(actor, case)?;
    let is_free = case.proposer.is_none() && case.sitting.is_none();
    only_if(matches!(case.stage, Stage::InReview { .. }) && is_free)?;
    Ok(CanDecide::of(actor, case))
}

/// As [`decide`], where two must agree.
pub fn propose(actor: &Actor, case: &Case) -> Result<CanPropose> {
    let _ = decide(actor, case)?;
    only_if(case.way == Way::Two)?;
    Ok(CanPropose::of(actor, case))
}

/// Whoever could decide, and is not who proposed it. If the rule asks for a session by now, two are not enough any more.
pub fn confirm(actor: &Actor, case: &Case) -> Result<CanConfirm> {
    let _ = disagree(actor, case)?;
    only_if(case.way != Way::Session)?;
    Ok(CanConfirm::of(actor, case))
}

/// Whoever could decide, and is not who proposed it.
pub fn disagree(actor: &Actor, case: &Case) -> Result<CanDisagree> {
    let person = judge(actor, case)?;
    if case.proposer == Some(person.id) {
        return Err(Denied::Forbidden.into());
    }
    only_if(matches!(case.stage, Stage::InReview { .. }) && case.proposer.is_some())?;
    Ok(CanDisagree::of(actor, case))
}

/// Whoever proposed it, as long as it waits.
pub fn take_back(actor: &Actor, case: &Case) -> Result<CanTakeBack> {
    let person = judge(actor, case)?;
    only_if(case.proposer.is_some())?;
    if case.proposer != Some(person.id) {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanTakeBack::of(actor, case))
}

/// Chairs and admins, what a session has to decide and is on no agenda; never on their own.
pub fn put_on_agenda(actor: &Actor, case: &Case) -> Result<CanPutOnAgenda> {
    let person = viewer(actor, case)?;
    if !matches!(person.role, Role::Chair | Role::Admin) || case.concerns(person.id) {
        return Err(Denied::Forbidden.into());
    }
    let waits = matches!(case.stage, Stage::InReview { .. }) && case.way == Way::Session;
    only_if(waits && case.sitting.is_none())?;
    Ok(CanPutOnAgenda::of(actor, case))
}

/// A chair, what is on an agenda, also if the rule is another one by now: it is finished as it was begun. Whoever closes a session
/// carries out what others voted, and so may do it for a case that they take no part in.
pub fn resolve(actor: &Actor, case: &Case) -> Result<CanResolve> {
    let person = actor.person()?;
    if person.role != Role::Chair {
        return Err(Denied::Forbidden.into());
    }
    only_if(matches!(case.stage, Stage::InReview { .. }) && case.sitting.is_some())?;
    Ok(CanResolve::of(actor, case))
}

/// The board, what it finds of the criteria of a case that is open; never on their own.
pub fn assess(actor: &Actor, case: &Case) -> Result<()> {
    judge(actor, case)?;
    only_if(case.number.is_some() && case.stage.is_open())
}

/// The board, as long as something remains to be done; never on their own.
pub fn mark_condition(actor: &Actor, case: &Case) -> Result<CanMarkCondition> {
    judge(actor, case)?;
    only_if(matches!(case.stage, Stage::AcceptedWithConditions { .. }))?;
    Ok(CanMarkCondition::of(actor, case))
}

/// The post of the host country, while the case is with it.
pub fn give_opinion(actor: &Actor, case: &Case) -> Result<CanGiveOpinion> {
    let person = viewer(actor, case)?;
    let has_part = case.concerns(person.id) || case.was_typed_by(person.id);
    if !has_jurisdiction(person, case) || has_part {
        return Err(Denied::Forbidden.into());
    }
    only_if(matches!(case.stage, Stage::AtPost { .. }))?;
    Ok(CanGiveOpinion::of(actor, case))
}

impl CanTakeNext {
    pub(in crate::case) const fn by(&self) -> &Person {
        &self.actor
    }
}
