//! What an applicant may do, and whoever writes or speaks with them: begin a case, write and send it, take it back, appeal.

use super::{only_if, speaker, viewer, writer};
use crate::Result;
use crate::actor::{Actor, Denied, Person};
use crate::case::Case;
use crate::case::stage::Stage;
use crate::ids::AccountId;
use crate::organization::standing::Window;
use crate::organization::{self, Organization};
use crate::values::{CaseKind, Role, TeamRole};

grants! {
    /// May save the form as it is.
    CanEdit,
    /// May submit it.
    CanSubmit,
    /// May take the case back.
    CanWithdraw,
    /// May appeal against the refusal.
    CanAppeal,
    /// May answer a condition.
    CanAnswerCondition,
    /// May say who writes it together.
    CanKeepTeam,
    /// May leave those who write it together.
    CanLeaveTeam,
}

/// May start a case of this kind.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanStart {
    actor: Person,
    kind: CaseKind,
    about: Option<Organization>,
}

/// Anybody who signed in may start a registration; an auditor changes nothing.
pub fn start(actor: &Actor, kind: CaseKind) -> Result<CanStart> {
    let person = actor.person()?;
    if person.role == Role::Auditor || kind != CaseKind::Registration {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanStart {
        actor: person.clone(),
        kind,
        about: None,
    })
}

/// Anybody who signed in may claim an organization that nobody looks after; an auditor changes nothing.
/// `owners`: those whom it has now.
pub fn claim(actor: &Actor, about: &Organization, owners: &[AccountId]) -> Result<CanStart> {
    let person = actor.person()?;
    if person.role == Role::Auditor || about.merged_into.is_some() {
        return Err(Denied::Forbidden.into());
    }
    only_if(owners.is_empty())?;
    Ok(CanStart {
        actor: person.clone(),
        kind: CaseKind::Claim,
        about: Some(about.clone()),
    })
}

/// Owners ask for changes that the board looks at first.
pub fn amend(actor: &Actor, about: &Organization, own: Option<TeamRole>) -> Result<CanStart> {
    let _ = organization::policy::keep_team(actor, about, own)?;
    Ok(CanStart {
        actor: actor.person()?.clone(),
        kind: CaseKind::Amendment,
        about: Some(about.clone()),
    })
}

/// Owners and editors begin a renewal, from the day on which the registration can be renewed. Who was struck off is revived
/// by the chair, and who was merged is renewed with the other.
pub fn renew(
    actor: &Actor,
    about: &Organization,
    own: Option<TeamRole>,
    window: &Window,
) -> Result<CanStart> {
    organization::policy::edit(actor, about, own)?;
    only_if(window.is_open)?;
    Ok(CanStart {
        actor: actor.person()?.clone(),
        kind: CaseKind::Renewal,
        about: Some(about.clone()),
    })
}

/// The applicant, and whoever they let in as an owner, as long as there is no organization with a team of its own.
pub fn keep_team(actor: &Actor, case: &Case) -> Result<CanKeepTeam> {
    speaker(actor, case)?;
    only_if(case.has_own_team())?;
    Ok(CanKeepTeam::of(actor, case))
}

/// Whoever is on the team of the case itself, and does not answer for it.
pub fn leave_team(actor: &Actor, case: &Case) -> Result<CanLeaveTeam> {
    let person = viewer(actor, case)?;
    if case.applicant == person.id || !case.is_own(person.id) {
        return Err(Denied::Forbidden.into());
    }
    only_if(case.has_own_team())?;
    Ok(CanLeaveTeam::of(actor, case))
}

/// The applicant, and owners and editors of the organization, write while the case is with them.
pub fn edit(actor: &Actor, case: &Case) -> Result<CanEdit> {
    writer(actor, case)?;
    only_if(case.stage.is_with_applicant())?;
    Ok(CanEdit::of(actor, case))
}

/// The applicant, and owners of the organization, as long as it can be written in.
pub fn submit(actor: &Actor, case: &Case) -> Result<CanSubmit> {
    speaker(actor, case)?;
    only_if(case.stage.is_with_applicant())?;
    Ok(CanSubmit::of(actor, case))
}

/// As [`submit`], until the board has answered for good.
pub fn withdraw(actor: &Actor, case: &Case) -> Result<CanWithdraw> {
    speaker(actor, case)?;
    only_if(case.stage.is_open())?;
    Ok(CanWithdraw::of(actor, case))
}

/// As [`submit`], once, after a refusal; the last day is checked by the step itself.
pub fn appeal(actor: &Actor, case: &Case) -> Result<CanAppeal> {
    speaker(actor, case)?;
    only_if(matches!(case.stage, Stage::Refused { .. }))?;
    if case.refusers.len() > 1 {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanAppeal::of(actor, case))
}

/// Whoever writes for the applicant, as long as something remains to be done after the acceptance.
pub fn answer_condition(actor: &Actor, case: &Case) -> Result<CanAnswerCondition> {
    writer(actor, case)?;
    only_if(matches!(case.stage, Stage::AcceptedWithConditions { .. }))?;
    Ok(CanAnswerCondition::of(actor, case))
}

impl CanEdit {
    /// The same, for the case as it is under a lock.
    pub(in crate::case) fn seen_again(mut self, revision: i32) -> Self {
        self.case.revision = revision;
        self
    }
}

impl CanStart {
    pub(in crate::case) const fn by(&self) -> &Person {
        &self.actor
    }

    pub(in crate::case) const fn kind(&self) -> CaseKind {
        self.kind
    }

    pub(in crate::case) const fn about(&self) -> Option<&Organization> {
        self.about.as_ref()
    }
}
