//! Who may say something of a leader: the team of their organization, the board, and they themselves.

use crate::actor::{Actor, Denied};
use crate::ids::{AccountId, OrganizationId};
use crate::leader::{ConsentField, Keeper, Source};
use crate::organization::{self, Organization};
use crate::values::{Role, TeamRole};

/// May say what is known of a leader, as far as nobody with a better right said it.
#[derive(Clone, Debug)]
pub struct CanKeepProfile {
    by: Actor,
    keeper: Keeper,
    organization: Option<OrganizationId>,
}

impl CanKeepProfile {
    /// Whoever says it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// As whom.
    pub const fn keeper(&self) -> Keeper {
        self.keeper
    }

    /// Under which organization; leaders themselves under none.
    pub const fn organization(&self) -> Option<OrganizationId> {
        self.organization
    }

    /// Whether they see what is said in a field: a team what it said itself, and what it sees of its leaders anyway.
    pub fn sees(&self, field: ConsentField, source: Option<&Source>) -> bool {
        match (self.keeper, field) {
            (Keeper::Board | Keeper::Themselves, _)
            | (Keeper::Organization, ConsentField::Name | ConsentField::Languages) => true,
            (Keeper::Organization, ConsentField::Contact) => false,
            (Keeper::Organization, _) => source.is_none_or(|source| self.is_own(source)),
        }
    }

    /// Whether they may say something else there: a team changes nothing that others said, they themselves before all.
    pub fn changes(&self, field: ConsentField, source: Option<&Source>) -> bool {
        let is_own = source.is_none_or(|source| self.is_own(source));
        self.sees(field, source) && (self.keeper != Keeper::Organization || is_own)
    }

    fn is_own(&self, source: &Source) -> bool {
        source.organization.map(|(id, _)| id) == self.organization
    }
}

/// The board says what is known of leaders, though not of those of an organization of one's own.
pub fn keep_profile(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanKeepProfile, Denied> {
    let can = super::keep_offices(actor, organization, own)?;
    Ok(CanKeepProfile {
        by: actor.clone(),
        keeper: Keeper::Board,
        organization: Some(can.organization()),
    })
}

/// Owners and editors say what is known of those who lead their organization.
pub fn keep_own_profile(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanKeepProfile, Denied> {
    organization::policy::edit(actor, organization, own)?;
    Ok(CanKeepProfile {
        by: actor.clone(),
        keeper: Keeper::Organization,
        organization: Some(organization.id),
    })
}

impl super::CanKeepConsents {
    /// Whoever speaks for themselves says what is known of them, too. Nothing, for the board.
    pub fn profile(&self) -> Option<CanKeepProfile> {
        self.is_themselves().then(|| CanKeepProfile {
            by: self.by.clone(),
            keeper: Keeper::Themselves,
            organization: None,
        })
    }
}

/// May say that the entry of a leader is one's own, and give it up.
#[derive(Clone, Debug)]
pub struct CanClaim {
    by: Actor,
    account: AccountId,
}

impl CanClaim {
    /// Whoever says so.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// With which account.
    pub const fn account(&self) -> AccountId {
        self.account
    }
}

/// Whoever is signed in may say that an entry is theirs, where they know of it: it is public, or they follow its link. An
/// auditor changes nothing.
pub fn claim(actor: &Actor) -> Result<CanClaim, Denied> {
    let person = actor.person()?;
    if person.role == Role::Auditor {
        return Err(Denied::Forbidden);
    }
    Ok(CanClaim {
        by: actor.clone(),
        account: person.id,
    })
}
