//! Who may ask for a rescue, stop it and decide on it.

use chrono::NaiveDate;

use super::{Rescue, Stage};
use crate::actor::{Actor, Denied};
use crate::ids::AccountId;
use crate::organization::Organization;
use crate::values::{Country, Role, TeamRole};
use crate::{Error, Result};

/// May ask.
#[derive(Clone, Debug)]
pub struct CanAsk {
    actor: Actor,
    organization: Organization,
}

/// May stop it: an owner, signed in or by the link of their letter.
#[derive(Clone, Debug)]
pub struct CanStop {
    actor: Actor,
    owner: AccountId,
    rescue: Rescue,
}

/// May take it back: whoever asked.
#[derive(Clone, Debug)]
pub struct CanWithdraw {
    actor: Actor,
    rescue: Rescue,
}

/// May read those that wait.
#[derive(Clone, Debug)]
pub struct CanSee {
    hosts: Option<Vec<Country>>,
}

/// May decide.
#[derive(Clone, Debug)]
pub struct CanDecide {
    actor: Actor,
    rescue: Rescue,
    organization: Organization,
}

/// Everybody who signed in, of an organization that has owners and whose owner they are not.
pub fn ask(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanAsk, Denied> {
    let person = actor.person()?;
    if person.role == Role::Auditor
        || own == Some(TeamRole::Owner)
        || organization.merged_into.is_some()
    {
        return Err(Denied::Forbidden);
    }
    Ok(CanAsk {
        actor: actor.clone(),
        organization: organization.clone(),
    })
}

/// Its owners.
pub fn stop(actor: &Actor, rescue: &Rescue, own: Option<TeamRole>) -> Result<CanStop> {
    let owner = actor.person()?.id;
    match own {
        None => return Err(Denied::Hidden.into()),
        Some(TeamRole::Owner) => {}
        Some(_) => return Err(Denied::Forbidden.into()),
    }
    only_if(!rescue.stage.is_over())?;
    Ok(CanStop {
        actor: actor.clone(),
        owner,
        rescue: rescue.clone(),
    })
}

/// The owner to whom the link went, whoever is signed in: `of_link` found them both.
pub fn stop_by_link((rescue, owner): (Rescue, AccountId)) -> Result<CanStop> {
    only_if(!rescue.stage.is_over())?;
    Ok(CanStop {
        actor: Actor::Visitor,
        owner,
        rescue,
    })
}

/// Whoever asked.
pub fn withdraw(actor: &Actor, rescue: &Rescue) -> Result<CanWithdraw> {
    if actor.person()?.id != rescue.account {
        return Err(Denied::Hidden.into());
    }
    only_if(!rescue.stage.is_over())?;
    Ok(CanWithdraw {
        actor: actor.clone(),
        rescue: rescue.clone(),
    })
}

/// The desk; a post for its host countries.
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

/// The post of the host country and the board, when the owners had their time; nobody on what they have a part in.
pub fn decide(
    actor: &Actor,
    rescue: &Rescue,
    organization: &Organization,
    own: Option<TeamRole>,
    today: NaiveDate,
) -> Result<CanDecide> {
    let scope = see(actor)?;
    let person = actor.person()?;
    if !scope.reaches(organization.host_country) {
        return Err(Denied::Hidden.into());
    }
    let may = matches!(
        person.role,
        Role::Coordinator | Role::Chair | Role::PostOfficer
    );
    if !may || own.is_some() || rescue.account == person.id {
        return Err(Denied::Forbidden.into());
    }
    only_if(matches!(rescue.stage, Stage::Cooling { until } if until < today))?;
    Ok(CanDecide {
        actor: actor.clone(),
        rescue: rescue.clone(),
        organization: organization.clone(),
    })
}

const fn only_if(in_order: bool) -> Result<()> {
    if in_order {
        Ok(())
    } else {
        Err(Error::Overtaken)
    }
}

impl CanAsk {
    pub(super) const fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn organization(&self) -> &Organization {
        &self.organization
    }
}

impl CanStop {
    pub(super) const fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn owner(&self) -> AccountId {
        self.owner
    }

    pub(super) const fn rescue(&self) -> &Rescue {
        &self.rescue
    }
}

impl CanWithdraw {
    pub(super) const fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn rescue(&self) -> &Rescue {
        &self.rescue
    }
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

impl CanDecide {
    pub(super) const fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn rescue(&self) -> &Rescue {
        &self.rescue
    }

    pub(super) const fn organization(&self) -> &Organization {
        &self.organization
    }
}
