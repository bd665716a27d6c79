//! Who may let rosters in and out.

use crate::actor::{Actor, Denied};

/// Somebody who may see which rosters came in, and let one in.
#[derive(Debug)]
pub struct CanImport {
    by: Actor,
}

/// Somebody who may take a roster away.
#[derive(Debug)]
pub struct CanExport {
    by: Actor,
}

impl CanImport {
    /// Who it is.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}

impl CanExport {
    /// Who it is.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}

/// Rosters come in by the hands of admins. Others at the desk know that there is such a place, visitors and members do not.
pub fn import(actor: &Actor) -> Result<CanImport, Denied> {
    match actor {
        _ if actor.is_admin() => Ok(CanImport { by: actor.clone() }),
        _ if actor.has_desk() => Err(Denied::Forbidden),
        Actor::Visitor => Err(Denied::SignIn),
        _ => Err(Denied::Hidden),
    }
}

/// Everybody with a desk may take a roster away; it says no more than the public pages, and it is on record.
pub fn export(actor: &Actor) -> Result<CanExport, Denied> {
    match actor {
        Actor::System => Ok(CanExport { by: actor.clone() }),
        _ if actor.has_desk() => Ok(CanExport { by: actor.clone() }),
        Actor::Visitor => Err(Denied::SignIn),
        Actor::Person(_) => Err(Denied::Hidden),
    }
}
