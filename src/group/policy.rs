//! Who may form groups and put members into them, and who may answer and leave.

use super::joining::Who;
use crate::actor::{Actor, Denied};
use crate::ids::LeaderId;
use crate::organization::{self, Organization};
use crate::values::{Role, TeamRole};

/// May create groups, and add and remove their members.
#[derive(Debug)]
pub struct CanGroup {
    by: Actor,
}

/// May answer for a member, or for one that is asked to be a member, and leave for it.
#[derive(Debug)]
pub struct CanAnswer {
    by: Actor,
    who: Who,
}

impl CanGroup {
    /// Whoever does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}

impl CanAnswer {
    /// Whoever does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// For whom.
    pub const fn who(&self) -> Who {
        self.who
    }
}

/// The board groups organizations.
pub fn group(actor: &Actor) -> Result<CanGroup, Denied> {
    if actor.is_board() {
        return Ok(CanGroup { by: actor.clone() });
    }
    desk(actor)?;
    Err(Denied::Forbidden)
}

/// The board, its auditor and admins see groups at the desk. What groups there are is public, at the public pages.
pub fn desk(actor: &Actor) -> Result<(), Denied> {
    match actor.person()?.role {
        Role::Coordinator | Role::Chair | Role::Admin | Role::Auditor => Ok(()),
        Role::Member | Role::PostOfficer => Err(Denied::Hidden),
    }
}

/// Owners and editors say whether their organization joins a group, and leave it.
pub fn answer_for(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanAnswer, Denied> {
    organization::policy::edit(actor, organization, own)?;
    Ok(CanAnswer {
        by: actor.clone(),
        who: Who::Organization(organization.id),
    })
}

/// Whoever holds the link of a leader's own letter answers for that leader, signed in or not: only the link gives it.
pub(super) fn by_themselves(actor: &Actor, leader: LeaderId) -> CanAnswer {
    CanAnswer {
        by: actor.clone(),
        who: Who::Leader(leader),
    }
}
