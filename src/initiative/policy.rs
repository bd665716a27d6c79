//! Who may see which initiatives, and who may keep them.

use crate::actor::{Actor, Denied};
use crate::values::Role;

/// May write initiatives down, publish them, and add and remove their partners.
#[derive(Debug)]
pub struct CanKeepInitiatives {
    by: Actor,
}

/// Which initiatives somebody sees: a part of every WHERE clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    unpublished: bool,
}

impl CanKeepInitiatives {
    /// Whoever does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}

impl Scope {
    /// Whether those that are not published yet are among them.
    pub const fn unpublished(self) -> bool {
        self.unpublished
    }
}

/// The board keeps initiatives.
pub fn keep(actor: &Actor) -> Result<CanKeepInitiatives, Denied> {
    if actor.is_board() {
        return Ok(CanKeepInitiatives { by: actor.clone() });
    }
    desk(actor)?;
    Err(Denied::Forbidden)
}

/// The board, its auditor and admins see all initiatives, at the desk.
pub fn desk(actor: &Actor) -> Result<Scope, Denied> {
    match actor.person()?.role {
        Role::Coordinator | Role::Chair | Role::Admin | Role::Auditor => {
            Ok(Scope { unpublished: true })
        }
        Role::Member | Role::PostOfficer => Err(Denied::Hidden),
    }
}

/// What anybody sees: what is published.
pub const fn public() -> Scope {
    Scope { unpublished: false }
}
