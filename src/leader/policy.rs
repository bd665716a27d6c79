//! Who may see leaders who did not consent to be seen, and who may record a consent.

use crate::actor::{Actor, Denied};
use crate::values::{Country, Role};

/// May read the names and addresses of leaders, whether they consented to a public page or not.
#[derive(Debug)]
pub struct CanSeeLeaders {
    by: Actor,
}

/// May record that a leader gave or withdrew a consent.
#[derive(Debug)]
pub struct CanKeepConsents {
    by: Actor,
}

impl CanSeeLeaders {
    /// Whoever looks.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}

impl CanKeepConsents {
    /// Whoever records it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}

/// The board and its auditor see all leaders; a post those of its host countries; nobody else sees any.
pub fn see(actor: &Actor, host: Country) -> Result<CanSeeLeaders, Denied> {
    let person = actor.person().map_err(|_| Denied::Hidden)?;
    let sees = match person.role {
        Role::Coordinator | Role::Chair | Role::Auditor => true,
        Role::PostOfficer => person.hosts.contains(&host),
        Role::Admin | Role::Member => false,
    };
    if !sees {
        return Err(Denied::Hidden);
    }
    Ok(CanSeeLeaders { by: actor.clone() })
}

/// The board records consents; those who only see leaders may not.
pub fn keep_consents(actor: &Actor) -> Result<CanKeepConsents, Denied> {
    if actor.is_board() {
        return Ok(CanKeepConsents { by: actor.clone() });
    }
    match actor.role() {
        Some(Role::Auditor | Role::PostOfficer) => Err(Denied::Forbidden),
        _ => Err(Denied::Hidden),
    }
}
