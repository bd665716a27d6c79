//! Who may see leaders who did not consent to be seen, and who may record a consent.

mod profile;
mod roll;

pub use profile::{CanClaim, CanKeepProfile, claim, keep_own_profile, keep_profile};
pub use roll::{CanLookThrough, look_through};

use crate::actor::{Actor, Denied};
use crate::ids::OrganizationId;
use crate::organization::{self, Organization};
use crate::values::{Country, RegistryNumber, Role, TeamRole};

/// May read the names and addresses of leaders, whether they consented to a public page or not.
#[derive(Debug)]
pub struct CanSeeLeaders {
    by: Actor,
    shared_only: bool,
}

/// May record that a leader gave or withdrew a consent.
#[derive(Debug)]
pub struct CanKeepConsents {
    by: Actor,
    voice: Voice,
}

/// Who says what a leader agrees to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Voice {
    Board,
    /// The leader, by a link of theirs or as whoever claimed the entry.
    Themselves,
    /// Whoever holds the link of an entry that gave way to another: perhaps somebody else than the survivor, who may take back alone.
    OldLink,
}

/// May record that a leader withdrew a consent.
#[derive(Debug)]
pub struct CanWithdraw {
    by: Actor,
    /// Whether the leader says it, and neither the board nor their team.
    themselves: bool,
}

/// May see whom of a group one may invite, and how they are reached.
#[derive(Debug)]
pub struct CanInvite {
    by: Actor,
}

impl CanSeeLeaders {
    /// Whoever looks.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// Whether they see all that is known, and not only what was agreed to be shared with posts.
    pub const fn sees_everything(&self) -> bool {
        !self.shared_only
    }

    /// Whether they see only those who agreed to be shared with posts.
    pub(super) const fn sees_shared_only(&self) -> bool {
        self.shared_only
    }
}

impl CanWithdraw {
    /// Whoever records it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// Whether it is the leader's own word, which nobody else takes back.
    pub(super) const fn is_their_word(&self) -> bool {
        self.themselves
    }
}

impl CanInvite {
    /// Whoever looks.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}

impl CanKeepConsents {
    /// Whoever records it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// Who may record that a consent is given may record that it is withdrawn.
    pub fn withdrawing(&self) -> CanWithdraw {
        CanWithdraw {
            by: self.by.clone(),
            themselves: self.voice != Voice::Board,
        }
    }

    /// Whether they may say that somebody agrees, too.
    pub fn may_agree(&self) -> bool {
        self.voice != Voice::OldLink
    }

    /// Whether the leader says it.
    fn is_themselves(&self) -> bool {
        self.voice == Voice::Themselves
    }
}

/// The board and its auditor see all leaders; a post those of its host countries who agreed to be shared with it; nobody else
/// sees any.
pub fn see(actor: &Actor, host: Country) -> Result<CanSeeLeaders, Denied> {
    let person = actor.person().map_err(|_| Denied::Hidden)?;
    let sees = match person.role {
        Role::Coordinator | Role::Chair | Role::Auditor => true,
        Role::PostOfficer => person.hosts.contains(&host),
        Role::Admin | Role::Member => false,
    };
    if !sees {
        return Err(Denied::Hidden);
    }
    Ok(CanSeeLeaders {
        by: actor.clone(),
        shared_only: person.role == Role::PostOfficer,
    })
}

/// The board records consents, though not of those who lead an organization of one's own; those who only see leaders may not.
pub fn keep_consents(actor: &Actor, leads_own: bool) -> Result<CanKeepConsents, Denied> {
    if actor.is_board() && leads_own {
        return Err(Denied::Forbidden);
    }
    if actor.is_board() {
        return Ok(CanKeepConsents {
            by: actor.clone(),
            voice: Voice::Board,
        });
    }
    match actor.role() {
        Some(Role::Auditor | Role::PostOfficer) => Err(Denied::Forbidden),
        _ => Err(Denied::Hidden),
    }
}

/// May say who holds an office of an organization, since when and until when, and hand it over.
#[derive(Debug)]
pub struct CanKeepOffices {
    by: Actor,
    organization: OrganizationId,
    number: RegistryNumber,
}

impl CanKeepOffices {
    /// Whoever says it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// Of which organization.
    pub const fn organization(&self) -> OrganizationId {
        self.organization
    }

    /// Its number.
    pub const fn number(&self) -> RegistryNumber {
        self.number
    }
}

/// The board keeps offices, though not those of an organization of one's own: its people are material, and what its own
/// team says of them comes as an amendment. One that gave way to another is changed no more.
pub fn keep_offices(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanKeepOffices, Denied> {
    see(actor, organization.host_country)?;
    if !actor.is_board() || own.is_some() || organization.merged_into.is_some() {
        return Err(Denied::Forbidden);
    }
    Ok(CanKeepOffices {
        by: actor.clone(),
        organization: organization.id,
        number: organization.number,
    })
}

/// Owners and editors see the leaders of their own organization: they say who leads it.
pub fn see_own(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanSeeLeaders, Denied> {
    organization::policy::edit(actor, organization, own)?;
    Ok(CanSeeLeaders {
        by: actor.clone(),
        shared_only: false,
    })
}

/// Owners and editors withdraw at once what a leader of their own organization agreed to. That somebody agrees, they say with an
/// amendment, which the board looks at.
pub fn withdraw_own(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanWithdraw, Denied> {
    organization::policy::edit(actor, organization, own)?;
    Ok(CanWithdraw {
        by: actor.clone(),
        themselves: false,
    })
}

/// Whoever holds the link of an entry that gave way to another goes on withdrawing: they may be somebody else than the survivor, so
/// that nothing is agreed to by that link, and nothing else of the survivor is theirs.
pub(super) fn by_an_old_link(actor: &Actor) -> CanKeepConsents {
    CanKeepConsents {
        by: actor.clone(),
        voice: Voice::OldLink,
    }
}

/// Whoever holds the link of a leader's own letter speaks for that leader, signed in or not: only the link gives it.
pub(super) fn by_themselves(actor: &Actor) -> CanKeepConsents {
    CanKeepConsents {
        by: actor.clone(),
        voice: Voice::Themselves,
    }
}

/// The board and its auditor see whom one may invite.
pub fn invite(actor: &Actor) -> Result<CanInvite, Denied> {
    match actor.person()?.role {
        Role::Coordinator | Role::Chair | Role::Auditor => Ok(CanInvite { by: actor.clone() }),
        _ => Err(Denied::Hidden),
    }
}
