//! Who may do what with meetings of groups. The board calls and keeps them; members' teams read; to others they are not there.

use super::{Meeting, MeetingStage};
use crate::actor::{Actor, Denied};
use crate::group;
use crate::ids::{AccountId, GroupId, LeaderId, OrganizationId};
use crate::leader::policy::CanKeepConsents;
use crate::organization::Organization;
use crate::values::{Role, TeamRole};
use crate::{Error, Result};

/// May call a meeting of a group.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanCall {
    by: Actor,
    group: GroupId,
}

/// May keep a meeting that is not over: move it, call it off, keep its agenda, note who is there and close it.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanKeep {
    by: Actor,
    meeting: Meeting,
}

/// May answer for the board what a group recommends.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanAnswer {
    by: Actor,
}

/// Whose meetings a calendar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follower {
    /// Those that an organization's people are invited to, for somebody in its team.
    Team(OrganizationId, AccountId),
    /// Those at which a leader sits.
    Leader(LeaderId),
}

/// May have a calendar of meetings.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanFollow {
    by: Actor,
    of: Follower,
}

impl CanCall {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }

    pub(super) const fn group(&self) -> GroupId {
        self.group
    }
}

impl CanKeep {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }

    /// The meeting as it was seen.
    pub(super) const fn meeting(&self) -> &Meeting {
        &self.meeting
    }
}

impl CanAnswer {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }
}

impl CanFollow {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }

    /// Whose meetings.
    pub const fn of(&self) -> Follower {
        self.of
    }
}

/// The desk sees meetings as it sees groups.
pub fn see(actor: &Actor) -> std::result::Result<(), Denied> {
    group::policy::desk(actor)
}

/// The board calls meetings.
pub fn call(actor: &Actor, group: GroupId) -> std::result::Result<CanCall, Denied> {
    group::policy::group(actor)?;
    Ok(CanCall {
        by: actor.clone(),
        group,
    })
}

/// The board keeps them until they are over.
pub fn keep(actor: &Actor, meeting: &Meeting) -> Result<CanKeep> {
    group::policy::group(actor)?;
    if meeting.stage != MeetingStage::Called {
        return Err(Error::Overtaken);
    }
    Ok(CanKeep {
        by: actor.clone(),
        meeting: meeting.clone(),
    })
}

/// The board answers what is recommended to it.
pub fn answer(actor: &Actor) -> std::result::Result<CanAnswer, Denied> {
    group::policy::group(actor)?;
    Ok(CanAnswer { by: actor.clone() })
}

/// Everybody in a team, its readers too, has the calendar of its organization; an auditor changes nothing.
pub fn follow(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> std::result::Result<CanFollow, Denied> {
    let person = actor.person()?;
    match own {
        None => Err(Denied::Hidden),
        Some(_) if person.role == Role::Auditor => Err(Denied::Forbidden),
        Some(_) => Ok(CanFollow {
            by: actor.clone(),
            of: Follower::Team(organization.id, person.id),
        }),
    }
}

/// Leaders who speak for themselves have a calendar of where they sit; nobody else has it for them.
pub fn follow_themselves(
    can: &CanKeepConsents,
    leader: LeaderId,
) -> std::result::Result<CanFollow, Denied> {
    let own = can.profile().ok_or(Denied::Hidden)?;
    Ok(CanFollow {
        by: own.by().clone(),
        of: Follower::Leader(leader),
    })
}
