//! Who sees numbers of the desk: whoever has a desk, of the cases that their work shows them.

use crate::actor::{Actor, Denied};
use crate::case::policy::Scope;
use crate::ids::AccountId;
use crate::values::Role;

/// May see numbers.
#[derive(Clone, Debug)]
#[must_use = "read with it"]
pub struct CanSeeNumbers {
    actor: Actor,
    scope: Scope,
    people: People,
}

/// Of whom of the board somebody sees numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// Of all.
    All,
    /// Of themselves.
    Own(AccountId),
    /// Of nobody.
    Nobody,
}

impl CanSeeNumbers {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Of whom of the board.
    pub const fn people(&self) -> People {
        self.people
    }
}

/// The board, admins and auditors of all cases, posts of those in their countries. Chairs, admins and auditors see what each
/// colleague did, coordinators what they did themselves.
pub fn see(actor: &Actor) -> Result<CanSeeNumbers, Denied> {
    let person = actor.person()?;
    let people = match person.role {
        Role::Chair | Role::Admin | Role::Auditor => People::All,
        Role::Coordinator => People::Own(person.id),
        Role::PostOfficer => People::Nobody,
        Role::Member => return Err(Denied::Hidden),
    };
    Ok(CanSeeNumbers {
        actor: actor.clone(),
        scope: Scope::of_work(person),
        people,
    })
}
