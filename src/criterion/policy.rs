//! Who keeps the criteria, and who says what the board finds of them.

use crate::Result;
use crate::actor::{Actor, Denied};
use crate::case::{self, Case};
use crate::values::Role;

/// May read the editions.
#[derive(Debug)]
#[must_use = "read with it"]
pub struct CanReadCriteria(());

/// May write the draft and publish it.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanKeepCriteria {
    actor: Actor,
}

/// May say what the board finds in a case.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanAssess {
    actor: Actor,
    case: Case,
}

/// Admins keep them; auditors read everything. To others the pages are not there: they read the criteria of a case with it.
pub fn read(actor: &Actor) -> Result<CanReadCriteria, Denied> {
    match actor {
        Actor::System => Ok(CanReadCriteria(())),
        Actor::Visitor => Err(Denied::SignIn),
        Actor::Person(person) => match person.role {
            Role::Admin | Role::Auditor => Ok(CanReadCriteria(())),
            _ => Err(Denied::Hidden),
        },
    }
}

/// Admins.
pub fn keep(actor: &Actor) -> Result<CanKeepCriteria, Denied> {
    let _ = read(actor)?;
    if !actor.is_admin() && !matches!(actor, Actor::System) {
        return Err(Denied::Forbidden);
    }
    Ok(CanKeepCriteria {
        actor: actor.clone(),
    })
}

/// Who could decide on the case, as long as it is open. Posts read what the board finds, and have their opinion to say more.
pub fn assess(actor: &Actor, case: &Case) -> Result<CanAssess> {
    case::policy::assess(actor, case)?;
    Ok(CanAssess {
        actor: actor.clone(),
        case: case.clone(),
    })
}

impl CanKeepCriteria {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }
}

impl CanAssess {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn case(&self) -> &Case {
        &self.case
    }
}
