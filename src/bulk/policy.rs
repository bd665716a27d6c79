//! Who may act on many at once, and who reads what became of it.

use super::BulkAct;
use crate::actor::{Actor, Denied};
use crate::ids::AccountId;
use crate::values::Role;

/// May act on many organizations at once; what of it may be done to each is asked of the single act.
#[derive(Clone, Debug)]
#[must_use = "act with it"]
pub struct CanAct {
    by: Actor,
}

/// The board. To others at the desk it is forbidden, and to members it is not there.
pub fn act(actor: &Actor) -> Result<CanAct, Denied> {
    match actor.person()?.role {
        Role::Coordinator | Role::Chair => Ok(CanAct { by: actor.clone() }),
        Role::Member => Err(Denied::Hidden),
        _ => Err(Denied::Forbidden),
    }
}

/// Whoever did it, a chair and an admin. To others it is not there.
pub fn read(actor: &Actor, by: AccountId) -> Result<(), Denied> {
    let person = actor.person()?;
    let is_theirs = person.id == by && actor.has_desk();
    match is_theirs || reads_all(person.role) {
        true => Ok(()),
        false => Err(Denied::Hidden),
    }
}

pub(super) const fn reads_all(role: Role) -> bool {
    matches!(role, Role::Chair | Role::Admin)
}

/// Whoever planned it begins it, leaves it, and does what failed again.
pub fn go_on(actor: &Actor, bulk: &BulkAct) -> Result<CanAct, Denied> {
    read(actor, bulk.by)?;
    match actor.account() == Some(bulk.by) {
        true => act(actor),
        false => Err(Denied::Forbidden),
    }
}

impl CanAct {
    /// Who.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}
