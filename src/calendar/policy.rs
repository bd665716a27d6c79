//! Who may do what with the calendar.

use crate::actor::{Actor, Denied};
use crate::values::Role;

/// May look at how it is kept.
#[derive(Clone, Debug)]
pub struct CanSeeCalendar(());

/// May change it.
#[derive(Clone, Debug)]
pub struct CanKeepCalendar {
    by: Actor,
}

/// Admins keep it, and auditors read everything. To others the page is not there.
pub fn see(actor: &Actor) -> Result<CanSeeCalendar, Denied> {
    match actor.person()?.role {
        Role::Admin | Role::Auditor => Ok(CanSeeCalendar(())),
        _ => Err(Denied::Hidden),
    }
}

/// Admins may.
pub fn keep(actor: &Actor) -> Result<CanKeepCalendar, Denied> {
    let _ = see(actor)?;
    match actor.role() {
        Some(Role::Admin) => Ok(CanKeepCalendar { by: actor.clone() }),
        _ => Err(Denied::Forbidden),
    }
}

impl CanKeepCalendar {
    /// Who changes it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}
