//! Who may see flags, raise and settle them.

use chrono::NaiveDate;

use super::Flag;
use crate::actor::{Actor, Denied};
use crate::organization::Organization;
use crate::values::{Country, Role, TeamRole};
use crate::{Error, Result};

/// May see those that are up.
#[derive(Clone, Debug)]
pub struct CanSee {
    hosts: Option<Vec<Country>>,
}

/// May raise one.
#[derive(Clone, Debug)]
pub struct CanRaise {
    actor: Actor,
    organization: Organization,
}

/// May end one, and give it to somebody.
#[derive(Clone, Debug)]
pub struct CanSettle {
    actor: Actor,
    flag: Flag,
    organization: Organization,
}

/// The desk; a post for its host countries. To others there are none.
pub fn see(actor: &Actor) -> Result<CanSee, Denied> {
    let person = actor.person()?;
    match person.role {
        Role::Member => Err(Denied::Hidden),
        Role::PostOfficer => Ok(CanSee {
            hosts: Some(person.hosts.clone()),
        }),
        _ => Ok(CanSee { hosts: None }),
    }
}

/// Who works at the desk, auditors aside; nobody about an organization of their own.
pub fn raise(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanRaise, Denied> {
    if !see(actor)?.reaches(organization.host_country) {
        return Err(Denied::Hidden);
    }
    if actor.role() == Some(Role::Auditor) || own.is_some() {
        return Err(Denied::Forbidden);
    }
    Ok(CanRaise {
        actor: actor.clone(),
        organization: organization.clone(),
    })
}

/// The board and admins, and whoever raised it; nobody about an organization of their own.
pub fn settle(
    actor: &Actor,
    flag: &Flag,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanSettle> {
    raise(actor, organization, own)?;
    let raised_it = flag.raised_by.is_some() && flag.raised_by == actor.account();
    if actor.role() == Some(Role::PostOfficer) && !raised_it {
        return Err(Denied::Forbidden.into());
    }
    if !flag.is_up() {
        return Err(Error::Overtaken);
    }
    Ok(CanSettle {
        actor: actor.clone(),
        flag: flag.clone(),
        organization: organization.clone(),
    })
}

impl CanSee {
    /// The host countries, if not all.
    pub fn hosts(&self) -> Option<&[Country]> {
        self.hosts.as_deref()
    }

    /// Whether this country is among them.
    pub fn reaches(&self, host: Country) -> bool {
        self.hosts
            .as_ref()
            .is_none_or(|hosts| hosts.contains(&host))
    }
}

impl CanRaise {
    pub(super) const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// About which organization.
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }
}

impl CanSettle {
    /// Until when somebody should look at it.
    pub const fn due_on(&self) -> NaiveDate {
        self.flag.due_on
    }

    pub(super) const fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn flag(&self) -> &Flag {
        &self.flag
    }

    pub(super) const fn organization(&self) -> &Organization {
        &self.organization
    }
}
