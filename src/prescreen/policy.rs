//! Who may do what with the rules of the pre-screen. The answers to its questions are for anybody.

use crate::actor::{Actor, Denied};
use crate::values::Role;

/// May read the rules.
#[derive(Clone, Debug)]
pub struct CanReadRules(());

/// May write them.
#[derive(Clone, Debug)]
pub struct CanKeepRules {
    by: Actor,
}

/// Admins keep them; auditors read everything. To others they are not there.
pub fn read(actor: &Actor) -> Result<CanReadRules, Denied> {
    match actor.role() {
        Some(Role::Admin | Role::Auditor) => Ok(CanReadRules(())),
        _ if actor.is_admin() => Ok(CanReadRules(())),
        Some(_) => Err(Denied::Hidden),
        None => Err(Denied::SignIn),
    }
}

/// Admins.
pub fn keep(actor: &Actor) -> Result<CanKeepRules, Denied> {
    let _ = read(actor)?;
    if !actor.is_admin() {
        return Err(Denied::Forbidden);
    }
    Ok(CanKeepRules { by: actor.clone() })
}

impl CanKeepRules {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }
}
