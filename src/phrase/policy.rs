//! Who keeps the phrases.

use crate::actor::{Actor, Denied};
use crate::values::Role;

/// May read all of them, retired ones too.
#[derive(Debug)]
#[must_use = "read with it"]
pub struct CanReadPhrases(());

/// May write them.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanKeepPhrases {
    actor: Actor,
}

/// Admins keep them; auditors read everything. To others the pages are not there: they are offered what they may write.
pub fn read(actor: &Actor) -> Result<CanReadPhrases, Denied> {
    match actor {
        Actor::System => Ok(CanReadPhrases(())),
        Actor::Visitor => Err(Denied::SignIn),
        Actor::Person(person) => match person.role {
            Role::Admin | Role::Auditor => Ok(CanReadPhrases(())),
            _ => Err(Denied::Hidden),
        },
    }
}

/// Admins.
pub fn keep(actor: &Actor) -> Result<CanKeepPhrases, Denied> {
    let _ = read(actor)?;
    if !actor.is_admin() && !matches!(actor, Actor::System) {
        return Err(Denied::Forbidden);
    }
    Ok(CanKeepPhrases {
        actor: actor.clone(),
    })
}

impl CanKeepPhrases {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }
}
