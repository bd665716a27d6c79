//! Who may put organizations into groups.

use crate::actor::{Actor, Denied};
use crate::values::Role;

/// May create groups, and add and remove their members.
#[derive(Debug)]
pub struct CanGroup {
    by: Actor,
}

impl CanGroup {
    /// Whoever does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}

/// The board groups organizations.
pub fn group(actor: &Actor) -> Result<CanGroup, Denied> {
    if actor.is_board() {
        return Ok(CanGroup { by: actor.clone() });
    }
    desk(actor)?;
    Err(Denied::Forbidden)
}

/// The board, its auditor and admins see groups at the desk. What groups there are is public, at the public pages.
pub fn desk(actor: &Actor) -> Result<(), Denied> {
    match actor.person()?.role {
        Role::Coordinator | Role::Chair | Role::Admin | Role::Auditor => Ok(()),
        Role::Member | Role::PostOfficer => Err(Denied::Hidden),
    }
}
