//! Who may hand over what is done at the desk, for whom and to whom, and who reads what became of it.

use super::Handover;
use crate::account::Account;
use crate::actor::{Actor, Denied, Person};
use crate::values::Role;

/// May begin to hand over: what is theirs, and perhaps for others.
#[derive(Clone, Copy, Debug)]
pub struct CanBegin {
    has_own: bool,
    for_others: bool,
}

/// May hand over what somebody has to somebody else.
#[derive(Clone, Debug)]
#[must_use = "act with it"]
pub struct CanHandOver {
    by: Actor,
    from: Account,
    to: Account,
}

/// Who works at the desk, auditors aside. To members it is not there.
pub fn begin(actor: &Actor) -> Result<CanBegin, Denied> {
    let person = see(actor)?;
    match person.role {
        Role::Auditor => Err(Denied::Forbidden),
        role => Ok(CanBegin {
            has_own: role != Role::Admin,
            for_others: speaks_for_others(role),
        }),
    }
}

/// Who works at the desk, and reads what concerns them. To members it is not there.
pub fn see(actor: &Actor) -> Result<&Person, Denied> {
    let person = actor.person()?;
    match person.role {
        Role::Member => Err(Denied::Hidden),
        _ => Ok(person),
    }
}

const fn speaks_for_others(role: Role) -> bool {
    matches!(role, Role::Chair | Role::Admin)
}

/// Chairs, admins and auditors read all of them.
pub(super) const fn reads_all(role: Role) -> bool {
    speaks_for_others(role) || matches!(role, Role::Auditor)
}

/// What is one's own; a chair and an admin for anybody, also for whoever has left.
pub fn hand_over(actor: &Actor, from: &Account, to: &Account) -> Result<CanHandOver, Denied> {
    let granted = begin(actor)?;
    let is_own = actor.account() == Some(from.id);
    if !(is_own && granted.has_own || !is_own && granted.for_others) || !may_have(from, to) {
        return Err(Denied::Forbidden);
    }
    Ok(CanHandOver {
        by: actor.clone(),
        from: from.clone(),
        to: to.clone(),
    })
}

/// Whoever has it now, a chair and an admin; once.
pub fn hand_back(
    actor: &Actor,
    handover: &Handover,
    (from, to): (&Account, &Account),
) -> Result<CanHandOver, Denied> {
    let is_way_back = from.id == handover.to && to.id == handover.from;
    match is_way_back && handover.undone_by.is_none() && handover.undoes.is_none() {
        true => hand_over(actor, from, to),
        false => Err(Denied::Forbidden),
    }
}

/// Those who are there and have such things to look after: the board, and of a post its like.
fn may_have(from: &Account, to: &Account) -> bool {
    let is_there = to.closed_at.is_none() && to.confirmed_at.is_some() && to.id != from.id;
    is_there && roles_beside(from.role).contains(&to.role)
}

/// Who can be chosen after somebody of a role.
pub const fn roles_beside(from: Role) -> &'static [Role] {
    match from {
        Role::PostOfficer => &[Role::PostOfficer, Role::Coordinator, Role::Chair],
        _ => &[Role::Coordinator, Role::Chair],
    }
}

/// Who did it, had it or has it; chairs, admins and auditors. To others it is not there.
pub fn read(actor: &Actor, handover: &Handover) -> Result<(), Denied> {
    let person = see(actor)?;
    let has_part = [handover.by, handover.from, handover.to].contains(&person.id);
    match has_part || reads_all(person.role) {
        true => Ok(()),
        false => Err(Denied::Hidden),
    }
}

impl CanBegin {
    /// Whether they have something of their own to hand over.
    pub const fn has_own(self) -> bool {
        self.has_own
    }

    /// Whether they may do it for others.
    pub const fn for_others(self) -> bool {
        self.for_others
    }
}

impl CanHandOver {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }

    /// Whose it is.
    pub const fn from(&self) -> &Account {
        &self.from
    }

    /// Who gets it.
    pub const fn to(&self) -> &Account {
        &self.to
    }

    /// Whether somebody does it for another, and so says why.
    pub fn is_for_another(&self) -> bool {
        self.by.account() != Some(self.from.id)
    }
}
