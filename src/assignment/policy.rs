//! Who may say which coordinator looks after which organization.

use crate::actor::{Actor, Denied};
use crate::ids::AccountId;
use crate::values::Role;

/// May assign coordinators, hand organizations over and release them.
#[derive(Debug)]
pub struct CanAssign {
    by: Actor,
}

/// May make and end the rules by which coordinators are suggested.
#[derive(Debug)]
pub struct CanKeepRules {
    by: Actor,
}

/// May see what somebody of the board has to look after.
#[derive(Clone, Copy, Debug)]
pub struct CanSeeLoad {
    of: AccountId,
}

impl CanKeepRules {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }
}

impl CanSeeLoad {
    /// Whose.
    pub const fn of(&self) -> AccountId {
        self.of
    }
}

impl CanAssign {
    /// Whoever does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}

/// The board assigns its coordinators.
pub fn assign(actor: &Actor) -> Result<CanAssign, Denied> {
    if actor.is_board() {
        return Ok(CanAssign { by: actor.clone() });
    }
    see(actor)?;
    Err(Denied::Forbidden)
}

/// Whoever looks after something hands it on; a chair and an admin do so for others.
pub fn hand_over(actor: &Actor, from: AccountId) -> Result<CanAssign, Denied> {
    if actor.role() != Some(Role::Admin) {
        assign(actor)?;
    }
    let speaks_for_others = matches!(actor.role(), Some(Role::Chair | Role::Admin));
    match speaks_for_others || actor.account() == Some(from) {
        true => Ok(CanAssign { by: actor.clone() }),
        false => Err(Denied::Forbidden),
    }
}

/// The board, its auditor and admins see who looks after what.
pub fn see(actor: &Actor) -> Result<(), Denied> {
    match actor.person()?.role {
        Role::Coordinator | Role::Chair | Role::Admin | Role::Auditor => Ok(()),
        Role::Member | Role::PostOfficer => Err(Denied::Hidden),
    }
}

/// Whoever compares what colleagues have to look after: a chair, an admin and an auditor.
pub fn see_loads(actor: &Actor) -> Result<(), Denied> {
    match actor.person()?.role {
        Role::Chair | Role::Admin | Role::Auditor => Ok(()),
        _ => Err(Denied::Hidden),
    }
}

/// What one has oneself, and what colleagues have for those who compare.
pub fn see_load(actor: &Actor, of: AccountId) -> Result<CanSeeLoad, Denied> {
    see(actor)?;
    match actor.account() == Some(of) {
        true => Ok(CanSeeLoad { of }),
        false => see_loads(actor).map(|()| CanSeeLoad { of }),
    }
}

/// A chair and an admin keep the rules; those who see who looks after what read them.
pub fn keep_rules(actor: &Actor) -> Result<CanKeepRules, Denied> {
    see(actor)?;
    match actor.role() {
        Some(Role::Chair | Role::Admin) => Ok(CanKeepRules { by: actor.clone() }),
        _ => Err(Denied::Forbidden),
    }
}
