//! Who may say which coordinator looks after which organization.

use crate::actor::{Actor, Denied};
use crate::ids::AccountId;
use crate::values::Role;

/// May assign coordinators, hand organizations over and release them.
#[derive(Debug)]
pub struct CanAssign {
    by: Actor,
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
