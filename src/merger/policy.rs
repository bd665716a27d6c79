//! Who may merge, split, and take that back: those of the board who see both, and have a place in neither.

use crate::actor::{Actor, Denied};
use crate::organization::Organization;
use crate::organization::policy::sort_out;
use crate::values::TeamRole;

/// May let one organization give way to another, and take that back.
#[derive(Clone, Debug)]
pub struct CanMerge {
    actor: Actor,
    survivor: Organization,
    other: Organization,
}

/// May make two of one organization.
#[derive(Clone, Debug)]
pub struct CanSplit {
    actor: Actor,
    organization: Organization,
}

impl CanMerge {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The one that goes on.
    pub const fn survivor(&self) -> &Organization {
        &self.survivor
    }

    /// The one that gives way.
    pub const fn other(&self) -> &Organization {
        &self.other
    }
}

impl CanSplit {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Which.
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }
}

/// An organization, and what the actor is in its team.
pub type Seen<'a> = (&'a Organization, Option<TeamRole>);

/// The board and admins, where they see both; nobody where one of the two is their own.
pub fn merge(actor: &Actor, survivor: Seen<'_>, other: Seen<'_>) -> Result<CanMerge, Denied> {
    for (organization, own) in [survivor, other] {
        sort_out(actor, organization, own)?;
    }
    Ok(CanMerge {
        actor: actor.clone(),
        survivor: survivor.0.clone(),
        other: other.0.clone(),
    })
}

/// The same for one that is two.
pub fn split(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanSplit, Denied> {
    sort_out(actor, organization, own)?;
    Ok(CanSplit {
        actor: actor.clone(),
        organization: organization.clone(),
    })
}
