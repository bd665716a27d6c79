//! Who may see and do what with an organization. Each answer is a value that the acting function demands.

use super::Organization;
use crate::actor::{Actor, Denied};
use crate::values::{Role, TeamRole};

/// May see all that the registry has of an organization, sealed contacts included.
#[derive(Clone, Debug)]
pub struct CanSeeAll {
    organization: Organization,
}

/// May change where an organization stands.
#[derive(Clone, Debug)]
pub struct CanChangeStanding {
    actor: Actor,
    organization: Organization,
}

impl CanSeeAll {
    /// Which organization.
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }
}

impl CanChangeStanding {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Of which organization.
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }
}

/// Its own team may; and those who work at the desk, a post for its host countries alone.
/// The public page is for everybody, so to all others the rest is as good as not there.
pub fn see_all(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanSeeAll, Denied> {
    let desk = match actor {
        Actor::System => true,
        Actor::Visitor => return Err(Denied::SignIn),
        Actor::Person(person) => match person.role {
            Role::Coordinator | Role::Chair | Role::Admin | Role::Auditor => true,
            Role::PostOfficer => person.hosts.contains(&organization.host_country),
            Role::Member => false,
        },
    };
    if desk || own.is_some() {
        Ok(CanSeeAll {
            organization: organization.clone(),
        })
    } else {
        Err(Denied::Hidden)
    }
}

/// The chair may, and the program itself; nobody for an organization of their own.
pub fn change_standing(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanChangeStanding, Denied> {
    see_all(actor, organization, own)?;
    let may = matches!(actor, Actor::System) || actor.role() == Some(Role::Chair);
    if may && own.is_none() {
        Ok(CanChangeStanding {
            actor: actor.clone(),
            organization: organization.clone(),
        })
    } else {
        Err(Denied::Forbidden)
    }
}

#[cfg(test)]
#[path = "policy_test.rs"]
mod tests;
