//! Who may see and do what with an organization. Each answer is a value that the acting function demands.

use super::Organization;
use crate::actor::{Actor, Denied};
use crate::values::{Role, TeamRole};

/// May see all that the registry has of an organization, sealed contacts included.
#[derive(Clone, Debug)]
pub struct CanSeeAll {
    organization: Organization,
}

/// May change where an organization stands.
#[derive(Clone, Debug)]
pub struct CanChangeStanding {
    actor: Actor,
    organization: Organization,
}

/// May keep the team: let people in, change what they may do, take them out, hand over.
#[derive(Clone, Debug)]
pub struct CanKeepTeam {
    actor: Actor,
    organization: Organization,
}

/// Is in the team, and decides about their own place in it.
#[derive(Clone, Debug)]
pub struct CanKeepSeat {
    actor: Actor,
    organization: Organization,
}

/// May change at once what the organization says of itself, material things aside.
#[derive(Clone, Debug)]
pub struct CanEdit {
    actor: Actor,
    organization: Organization,
}

/// May ask to be let into the team.
#[derive(Clone, Debug)]
pub struct CanAskToJoin {
    actor: Actor,
    organization: Organization,
}

/// May say of two organizations whether they are one.
#[derive(Clone, Debug)]
pub struct CanJudge {
    actor: Actor,
    one: Organization,
    other: Organization,
}

impl CanJudge {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Of which two.
    pub const fn pair(&self) -> (&Organization, &Organization) {
        (&self.one, &self.other)
    }
}

/// May leave an organization in peace for a while.
#[derive(Clone, Debug)]
pub struct CanDelay {
    actor: Actor,
    organization: Organization,
}

/// May write to an organization in the name of the board, and ask for its renewal.
#[derive(Clone, Debug)]
pub struct CanWriteTo {
    actor: Actor,
    organization: Organization,
}

/// Permissions that somebody has over one organization.
macro_rules! over_an_organization {
    ($($name:ident),+) => {$(
        impl $name {
            /// Who.
            pub const fn actor(&self) -> &Actor {
                &self.actor
            }

            /// Of which organization.
            pub const fn organization(&self) -> &Organization {
                &self.organization
            }
        }
    )+};
}
over_an_organization!(
    CanKeepTeam,
    CanKeepSeat,
    CanEdit,
    CanAskToJoin,
    CanDelay,
    CanWriteTo
);

/// May see what the ladder would do to whom.
#[derive(Clone, Debug)]
pub struct CanSeeLadder {
    actor: Actor,
}

/// May give notice to many, and strike many off, after having seen whom.
#[derive(Clone, Debug)]
pub struct CanApprove {
    actor: Actor,
}

/// May see how long things last.
#[derive(Clone, Debug)]
pub struct CanSeeRules(());

/// May change how long things last.
#[derive(Clone, Debug)]
pub struct CanKeepRules {
    actor: Actor,
}

impl CanSeeLadder {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }
}

impl CanApprove {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }
}

impl CanKeepRules {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }
}

impl CanSeeAll {
    /// Which organization.
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }
}

impl CanChangeStanding {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Of which organization.
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }
}

/// Its own team may; and those who work at the desk, a post for its host countries alone.
/// The public page is for everybody, so to all others the rest is as good as not there.
pub fn see_all(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanSeeAll, Denied> {
    let desk = match actor {
        Actor::System => true,
        Actor::Visitor => return Err(Denied::SignIn),
        Actor::Person(person) => match person.role {
            Role::Coordinator | Role::Chair | Role::Admin | Role::Auditor => true,
            Role::PostOfficer => person.hosts.contains(&organization.host_country),
            Role::Member => false,
        },
    };
    if desk || own.is_some() {
        Ok(CanSeeAll {
            organization: organization.clone(),
        })
    } else {
        Err(Denied::Hidden)
    }
}

/// The board, but nobody to an organization of their own.
pub fn write_to(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanWriteTo, Denied> {
    let _ = see_all(actor, organization, None)?;
    match actor.is_board() && own.is_none() {
        true => Ok(CanWriteTo {
            actor: actor.clone(),
            organization: organization.clone(),
        }),
        false => Err(Denied::Forbidden),
    }
}

/// The chair may, and the program itself; nobody for an organization of their own.
pub fn change_standing(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanChangeStanding, Denied> {
    see_all(actor, organization, own)?;
    let may = matches!(actor, Actor::System) || actor.role() == Some(Role::Chair);
    if may && own.is_none() {
        Ok(CanChangeStanding {
            actor: actor.clone(),
            organization: organization.clone(),
        })
    } else {
        Err(Denied::Forbidden)
    }
}

/// Owners keep the team. To those outside of it, it is not there.
pub fn keep_team(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanKeepTeam, Denied> {
    let person = actor.person()?;
    match own {
        None => Err(Denied::Hidden),
        Some(TeamRole::Owner) if person.role != Role::Auditor && !gave_way(organization) => {
            Ok(CanKeepTeam {
                actor: actor.clone(),
                organization: organization.clone(),
            })
        }
        Some(_) => Err(Denied::Forbidden),
    }
}

/// Whoever is in the team leaves it, and takes or declines what they are offered in it.
pub fn keep_seat(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanKeepSeat, Denied> {
    actor.person()?;
    match own {
        None => Err(Denied::Hidden),
        Some(_) => Ok(CanKeepSeat {
            actor: actor.clone(),
            organization: organization.clone(),
        }),
    }
}

/// Owners and editors keep what the organization says of itself, as far as the board need not look at it first.
pub fn edit(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanEdit, Denied> {
    let person = actor.person()?;
    match own {
        None => Err(Denied::Hidden),
        Some(TeamRole::Owner | TeamRole::Editor)
            if person.role != Role::Auditor && !gave_way(organization) =>
        {
            Ok(CanEdit {
                actor: actor.clone(),
                organization: organization.clone(),
            })
        }
        Some(_) => Err(Denied::Forbidden),
    }
}

/// One that gave way to another can be read by its team as ever, and is changed no more.
const fn gave_way(organization: &Organization) -> bool {
    organization.merged_into.is_some()
}

/// Everybody who signed in and is not in it already; an auditor changes nothing.
pub fn ask_to_join(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanAskToJoin, Denied> {
    let person = actor.person()?;
    if person.role == Role::Auditor || own.is_some() || organization.merged_into.is_some() {
        return Err(Denied::Forbidden);
    }
    Ok(CanAskToJoin {
        actor: actor.clone(),
        organization: organization.clone(),
    })
}

/// Whether somebody may sort out which records are one organization and which are two: the board and admins, where they
/// see the organization and have no place in it.
pub fn sort_out(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<(), Denied> {
    see_all(actor, organization, own)?;
    match actor.role() {
        Some(Role::Coordinator | Role::Chair | Role::Admin) if own.is_none() => Ok(()),
        _ => Err(Denied::Forbidden),
    }
}

/// Those who sort out both.
pub fn judge(
    actor: &Actor,
    one: (&Organization, Option<TeamRole>),
    other: (&Organization, Option<TeamRole>),
) -> Result<CanJudge, Denied> {
    sort_out(actor, one.0, one.1)?;
    sort_out(actor, other.0, other.1)?;
    Ok(CanJudge {
        actor: actor.clone(),
        one: one.0.clone(),
        other: other.0.clone(),
    })
}

/// The chair and admins may; nobody for an organization of their own.
pub fn delay(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanDelay, Denied> {
    see_all(actor, organization, own)?;
    delay_any(actor)?;
    if own.is_none() {
        Ok(CanDelay {
            actor: actor.clone(),
            organization: organization.clone(),
        })
    } else {
        Err(Denied::Forbidden)
    }
}

/// Whose role it is to delay, if the organization is not their own.
pub fn delay_any(actor: &Actor) -> Result<(), Denied> {
    match actor.role() {
        Some(Role::Chair | Role::Admin) => Ok(()),
        _ => Err(Denied::Forbidden),
    }
}

/// The board, admins and auditors see it. To others it is not there.
pub fn see_ladder(actor: &Actor) -> Result<CanSeeLadder, Denied> {
    match actor.person()?.role {
        Role::Coordinator | Role::Chair | Role::Admin | Role::Auditor => Ok(CanSeeLadder {
            actor: actor.clone(),
        }),
        Role::PostOfficer | Role::Member => Err(Denied::Hidden),
    }
}

/// The chair may; of each organization it is asked again whether it is one of their own.
pub fn approve(actor: &Actor) -> Result<CanApprove, Denied> {
    see_ladder(actor)?;
    match actor.role() {
        Some(Role::Chair) => Ok(CanApprove {
            actor: actor.clone(),
        }),
        _ => Err(Denied::Forbidden),
    }
}

/// Admins keep them, and auditors read everything. To others the page is not there.
pub fn see_rules(actor: &Actor) -> Result<CanSeeRules, Denied> {
    match actor.person()?.role {
        Role::Admin | Role::Auditor => Ok(CanSeeRules(())),
        _ => Err(Denied::Hidden),
    }
}

/// Admins may.
pub fn keep_rules(actor: &Actor) -> Result<CanKeepRules, Denied> {
    see_rules(actor)?;
    match actor.role() {
        Some(Role::Admin) => Ok(CanKeepRules {
            actor: actor.clone(),
        }),
        _ => Err(Denied::Forbidden),
    }
}

#[cfg(test)]
#[path = "policy_test.rs"]
mod tests;
