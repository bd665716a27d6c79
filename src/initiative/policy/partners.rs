//! Who may ask organizations to carry an initiative, and who answers and leaves for them.

use super::{keep, propose};
use crate::actor::{Actor, Denied};
use crate::ids::InitiativeId;
use crate::organization::{self, Organization};
use crate::values::{InitiativeRole, TeamRole};

/// May ask organizations to carry an initiative, and take that back while nobody has answered.
#[derive(Debug)]
pub struct CanAsk {
    by: Actor,
    initiative: InitiativeId,
    asking: Option<Organization>,
}

/// May say for an organization whether it carries an initiative, and leave it.
#[derive(Debug)]
pub struct CanAnswer {
    by: Actor,
    organization: Organization,
}

impl CanAsk {
    /// Whoever does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// Into which initiative.
    pub const fn initiative(&self) -> InitiativeId {
        self.initiative
    }

    /// The organization that leads it, where its team asks; nothing where the board does.
    pub const fn asking(&self) -> Option<&Organization> {
        self.asking.as_ref()
    }
}

impl CanAnswer {
    /// Whoever does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// For which organization.
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }
}

/// The board asks anybody into any initiative.
pub fn ask(actor: &Actor, initiative: InitiativeId) -> Result<CanAsk, Denied> {
    keep(actor).map(|_| CanAsk {
        by: actor.clone(),
        initiative,
        asking: None,
    })
}

/// Owners and editors of an organization that leads an initiative ask others into it, as long as it can take part in anything.
pub fn ask_for(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
    (initiative, part): (InitiativeId, InitiativeRole),
) -> Result<CanAsk, Denied> {
    let granted = propose(actor, organization, own)?;
    if part != InitiativeRole::Lead {
        return Err(Denied::Forbidden);
    }
    Ok(CanAsk {
        by: granted.by().clone(),
        initiative,
        asking: Some(granted.organization().clone()),
    })
}

/// Owners and editors say whether their organization carries an initiative, and leave it.
pub fn answer_for(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanAnswer, Denied> {
    let granted = organization::policy::edit(actor, organization, own)?;
    Ok(CanAnswer {
        by: granted.actor().clone(),
        organization: granted.organization().clone(),
    })
}
