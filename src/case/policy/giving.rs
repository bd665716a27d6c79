//! Who may give on what somebody holds or was told of cases, and to whom; and who may stand in for a holder who is away.

use super::{judges, may_be_told, only_if, viewer};
use crate::account::Account;
use crate::actor::{Actor, Denied};
use crate::case::Case;
use crate::ids::{AccountId, TellingId};
use crate::values::Role;
use crate::{Error, Result};

/// Why something of a case is not for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTheirs {
    /// It is their own: they applied, typed it in, or belong to the organization.
    Own,
    /// It is not within what their role and their countries reach.
    OutOfReach,
    /// They had a part in it that another has to judge.
    SamePerson,
}

/// May put a case that somebody holds into a colleague's hands.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanGive {
    actor: Actor,
    case: Case,
    from: AccountId,
    to: AccountId,
}

/// May put on a colleague's desk what somebody was told and has not read.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanGiveTelling {
    actor: Actor,
    case: Case,
    telling: TellingId,
    from: AccountId,
    to: AccountId,
}

/// May take a case from a holder who is away, as their deputy.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanStandIn {
    actor: Actor,
    case: Case,
}

/// Whoever has it, a chair and an admin; nobody of their own side of the desk.
fn gives(actor: &Actor, from: AccountId, case: &Case) -> Result<(), Denied> {
    let person = viewer(actor, case)?;
    let speaks_for_others = matches!(person.role, Role::Chair | Role::Admin);
    match !case.concerns(person.id) && (person.id == from || speaks_for_others) {
        true => Ok(()),
        false => Err(Denied::Forbidden),
    }
}

/// What somebody holds goes to whoever of the board could take it. Whoever proposed an answer to it waits for another to confirm.
pub fn give(
    actor: &Actor,
    from: AccountId,
    to: &Account,
    case: &Case,
) -> Result<Result<CanGive, NotTheirs>> {
    gives(actor, from, case)?;
    only_if(case.stage.holding().is_some_and(|held| held.by == from))?;
    if let Err(why) = judges(to.id, to.role, case) {
        return Ok(Err(why));
    }
    if case.proposer == Some(to.id) {
        return Ok(Err(NotTheirs::SamePerson));
    }
    Ok(Ok(CanGive {
        actor: actor.clone(),
        case: case.clone(),
        from,
        to: to.id,
    }))
}

/// What somebody was told goes to whoever can be told of the case.
pub fn give_telling(
    actor: &Actor,
    (from, telling): (AccountId, TellingId),
    to: &Account,
    case: &Case,
) -> Result<Result<CanGiveTelling, NotTheirs>> {
    gives(actor, from, case)?;
    if case.concerns(to.id) {
        return Ok(Err(NotTheirs::Own));
    }
    if !may_be_told(to.id, to.role, &to.hosts, case) {
        return Ok(Err(NotTheirs::OutOfReach));
    }
    Ok(Ok(CanGiveTelling {
        actor: actor.clone(),
        case: case.clone(),
        telling,
        from,
        to: to.id,
    }))
}

/// Whoever could take the case over, and was named by its holder for the time in which they are away.
pub fn stand_in(actor: &Actor, case: &Case, deputy: Option<AccountId>) -> Result<CanStandIn> {
    let _ = super::take_over(actor, case)?;
    match deputy.is_some() && deputy == actor.account() {
        true => Ok(CanStandIn {
            actor: actor.clone(),
            case: case.clone(),
        }),
        false => Err(Error::Denied(Denied::Forbidden)),
    }
}

impl CanGive {
    pub(in crate::case) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(in crate::case) const fn case(&self) -> &Case {
        &self.case
    }

    pub(in crate::case) const fn from(&self) -> AccountId {
        self.from
    }

    pub(in crate::case) const fn to(&self) -> AccountId {
        self.to
    }
}

impl CanGiveTelling {
    pub(in crate::case) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(in crate::case) const fn case(&self) -> &Case {
        &self.case
    }

    pub(in crate::case) const fn telling(&self) -> TellingId {
        self.telling
    }

    pub(in crate::case) const fn from(&self) -> AccountId {
        self.from
    }

    pub(in crate::case) const fn to(&self) -> AccountId {
        self.to
    }
}

impl CanStandIn {
    pub(in crate::case) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(in crate::case) const fn case(&self) -> &Case {
        &self.case
    }
}
