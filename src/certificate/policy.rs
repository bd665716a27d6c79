//! Who may issue certificates, and who reads the list of those that were issued.

use crate::Result;
use crate::actor::{Actor, Denied};
use crate::organization::{self, Organization};
use crate::values::TeamRole;

/// May issue a certificate.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanIssue {
    actor: Actor,
    organization: Organization,
}

/// May see which certificates an organization was issued.
#[derive(Debug)]
#[must_use = "read with it"]
pub struct CanList {
    organization: Organization,
}

/// Owners and editors, as long as the registration is in force.
pub fn issue(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanIssue, Denied> {
    actor.person()?;
    match own {
        None => Err(Denied::Hidden),
        Some(TeamRole::Owner | TeamRole::Editor) if organization.standing.in_force() => {
            Ok(CanIssue {
                actor: actor.clone(),
                organization: organization.clone(),
            })
        }
        Some(_) => Err(Denied::Forbidden),
    }
}

/// Whoever sees all of the organization.
pub fn list(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanList, Denied> {
    organization::policy::see_all(actor, organization, own)?;
    Ok(CanList {
        organization: organization.clone(),
    })
}

impl CanIssue {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn organization(&self) -> &Organization {
        &self.organization
    }
}

impl CanList {
    pub(super) const fn organization(&self) -> &Organization {
        &self.organization
    }
}
