//! Who may do what with the list of areas. The list itself is for anybody.

use crate::actor::{Actor, Denied};
use crate::values::Role;

/// May look at how the list is kept.
#[derive(Clone, Debug)]
pub struct CanReadAreas(());

/// May change it.
#[derive(Clone, Debug)]
pub struct CanKeepAreas {
    by: Actor,
}

/// Admins keep it; auditors read everything. To others the page is not there.
pub fn read(actor: &Actor) -> Result<CanReadAreas, Denied> {
    match actor.role() {
        Some(Role::Admin | Role::Auditor) => Ok(CanReadAreas(())),
        _ if actor.is_admin() => Ok(CanReadAreas(())),
        Some(_) => Err(Denied::Hidden),
        None => Err(Denied::SignIn),
    }
}

/// Admins.
pub fn keep(actor: &Actor) -> Result<CanKeepAreas, Denied> {
    let _ = read(actor)?;
    if !actor.is_admin() {
        return Err(Denied::Forbidden);
    }
    Ok(CanKeepAreas { by: actor.clone() })
}

impl CanKeepAreas {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }
}
