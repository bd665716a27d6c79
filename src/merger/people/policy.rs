//! Who may say that two leaders are one person: those of the board who keep leaders, and have a place in no organization of either.

use crate::actor::{Actor, Denied};
use crate::ids::LeaderId;
use crate::leader;
use crate::organization::Organization;
use crate::values::TeamRole;

/// May let one entry give way to another, and take that back.
#[derive(Clone, Debug)]
pub struct CanMergePeople {
    by: Actor,
    survivor: LeaderId,
    other: LeaderId,
}

impl CanMergePeople {
    /// Who.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// The one that goes on, and the one that gives way.
    pub const fn pair(&self) -> (LeaderId, LeaderId) {
        (self.survivor, self.other)
    }
}

/// The board, where it keeps both: `of` are the organizations where either is or was in office, and what the actor is in
/// their teams.
pub fn merge(
    actor: &Actor,
    (survivor, other): (LeaderId, LeaderId),
    of: &[(Organization, Option<TeamRole>)],
) -> Result<CanMergePeople, Denied> {
    if of.is_empty() {
        return Err(Denied::Hidden);
    }
    for (organization, own) in of {
        leader::policy::see(actor, organization.host_country)?;
        if !actor.is_board() || own.is_some() {
            return Err(Denied::Forbidden);
        }
    }
    Ok(CanMergePeople {
        by: actor.clone(),
        survivor,
        other,
    })
}
