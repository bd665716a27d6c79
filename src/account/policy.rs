//! Who may do what with accounts.

use crate::actor::{Actor, Denied, Person};
use crate::ids::AccountId;
use crate::values::{Country, Role};

/// Somebody and their own account.
#[derive(Clone, Debug)]
pub struct Own {
    person: Person,
}

/// May read accounts: the list of them, and each, which is on record.
#[derive(Clone, Debug)]
pub struct CanList {
    by: Actor,
}

/// May give an account another role.
#[derive(Clone, Debug)]
pub struct CanChangeRole {
    by: Actor,
    account: AccountId,
}

/// May say when they are away.
#[derive(Clone, Debug)]
pub struct CanBeAway {
    by: Actor,
    account: AccountId,
}

/// May create accounts without an invitation: whoever runs the machine.
#[derive(Clone, Debug)]
pub struct CanCreate {
    by: Actor,
}

/// One's own account is everybody's who is signed in.
pub fn own(actor: &Actor) -> Result<Own, Denied> {
    let person = actor.person()?.clone();
    Ok(Own { person })
}

/// Those whom cases and organizations wait for: the board and its posts. To members the page is not there.
pub fn be_away(actor: &Actor) -> Result<CanBeAway, Denied> {
    let person = actor.person()?;
    match person.role {
        Role::Coordinator | Role::Chair | Role::PostOfficer => Ok(CanBeAway {
            by: actor.clone(),
            account: person.id,
        }),
        Role::Admin | Role::Auditor => Err(Denied::Forbidden),
        Role::Member => Err(Denied::Hidden),
    }
}

/// Admins keep the accounts; auditors read everything. To others the list is not there.
pub fn list(actor: &Actor) -> Result<CanList, Denied> {
    let by = actor.clone();
    match actor.role() {
        Some(Role::Admin | Role::Auditor) => Ok(CanList { by }),
        _ if actor.is_admin() => Ok(CanList { by }),
        Some(_) => Err(Denied::Hidden),
        None => Err(Denied::SignIn),
    }
}

/// Admins change roles, but not their own: so one admin always remains.
pub fn change_role(actor: &Actor, account: AccountId) -> Result<CanChangeRole, Denied> {
    list(actor)?;
    if !actor.is_admin() || actor.account() == Some(account) {
        return Err(Denied::Forbidden);
    }
    Ok(CanChangeRole {
        by: actor.clone(),
        account,
    })
}

/// Commands of whoever runs the machine.
pub fn create(actor: &Actor) -> Result<CanCreate, Denied> {
    match actor {
        Actor::System => Ok(CanCreate { by: actor.clone() }),
        _ => Err(Denied::Hidden),
    }
}

impl Own {
    /// The person.
    pub const fn person(&self) -> &Person {
        &self.person
    }

    /// The person as an actor.
    pub fn by(&self) -> Actor {
        Actor::Person(self.person.clone())
    }
}

impl CanBeAway {
    /// Whether they work for a post, and for which host countries.
    pub(super) fn post(&self) -> Option<&[Country]> {
        match &self.by {
            Actor::Person(person) if person.role == Role::PostOfficer => Some(&person.hosts),
            _ => None,
        }
    }

    /// Who says it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// Of themselves.
    pub const fn account(&self) -> AccountId {
        self.account
    }
}

impl CanList {
    /// Who reads.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}

impl CanChangeRole {
    /// Who does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// Whose role it is.
    pub const fn account(&self) -> AccountId {
        self.account
    }
}

impl CanCreate {
    /// Who does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}
