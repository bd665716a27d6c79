//! Who may invite, and who may follow an invitation.

use super::Place;
use crate::actor::{Actor, Denied};
use crate::case::{self, Case};
use crate::organization::{self, Organization};
use crate::values::{Role, TeamRole};

/// May let people into a team.
#[derive(Clone, Debug)]
pub struct CanInvite {
    actor: Actor,
    place: Place,
}

/// May join a team by an invitation.
#[derive(Clone, Debug)]
pub struct CanAccept {
    actor: Actor,
}

/// Whoever keeps the team of an organization.
pub fn to_organization(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanInvite, Denied> {
    organization::policy::keep_team(actor, organization, own)?;
    Ok(CanInvite {
        actor: actor.clone(),
        place: Place::of_organization(organization),
    })
}

/// Whoever keeps the team of a registration that is being written.
pub fn to_case(actor: &Actor, case: &Case) -> crate::Result<CanInvite> {
    let _ = case::policy::keep_team(actor, case)?;
    Ok(CanInvite {
        actor: actor.clone(),
        place: Place::of_case(case),
    })
}

/// Everybody who signed in and holds the link; an auditor changes nothing.
pub fn accept(actor: &Actor) -> Result<CanAccept, Denied> {
    match actor.person()?.role {
        Role::Auditor => Err(Denied::Forbidden),
        _ => Ok(CanAccept {
            actor: actor.clone(),
        }),
    }
}

impl CanInvite {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Where to.
    pub const fn place(&self) -> &Place {
        &self.place
    }
}

impl CanAccept {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }
}
