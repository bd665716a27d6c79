//! Who sees pairs, who says what becomes of them, and who reads what introduced organizations write.

use super::{Introduction, Pair};
use crate::actor::{Actor, Denied};
use crate::ids::{InitiativeId, OrganizationId};
use crate::initiative::{self, Scope};
use crate::organization::{self, Organization};
use crate::values::{Role, TeamRole};
use crate::{Error, Result};

/// May see the pairs whose both initiatives are in the scope.
#[derive(Clone, Copy, Debug)]
pub struct CanSee {
    scope: Scope,
}

/// May say what becomes of a pair.
#[derive(Debug)]
pub struct CanJudge {
    by: Actor,
    pair: Pair,
}

/// May link two initiatives that somebody names, whether or not they are suggested.
#[derive(Debug)]
pub struct CanLink {
    by: Actor,
    this: InitiativeId,
    other: InitiativeId,
}

/// Sees what others do that the initiatives of their organization ought to know of.
#[derive(Debug)]
pub struct CanSeeForTeam {
    organization: OrganizationId,
}

/// May read what two organizations write to each other.
#[derive(Debug)]
pub struct CanReadIntroduction {
    introduction: Introduction,
}

/// May write there.
#[derive(Debug)]
pub struct CanWriteIntroduction {
    by: Actor,
    introduction: Introduction,
}

impl CanSee {
    /// Which initiatives.
    pub const fn scope(&self) -> Scope {
        self.scope
    }
}

impl CanJudge {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }

    pub(super) const fn pair(&self) -> &Pair {
        &self.pair
    }
}

impl CanLink {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }

    /// The two, in the order in which they were named.
    pub(super) const fn both(&self) -> (InitiativeId, InitiativeId) {
        (self.this, self.other)
    }
}

impl CanSeeForTeam {
    /// Whose team.
    pub const fn own(&self) -> OrganizationId {
        self.organization
    }
}

impl CanReadIntroduction {
    pub(super) const fn introduction(&self) -> &Introduction {
        &self.introduction
    }
}

impl CanWriteIntroduction {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }

    pub(super) const fn introduction(&self) -> &Introduction {
        &self.introduction
    }
}

/// Whoever sees initiatives at the desk; a pair is seen where both of it are. To others there is no radar.
pub fn see(actor: &Actor) -> Result<CanSee, Denied> {
    Ok(CanSee {
        scope: initiative::policy::desk(actor)?,
    })
}

/// Whose role it is to judge.
pub fn judge_any(actor: &Actor) -> Result<(), Denied> {
    see(actor)?;
    match actor.is_board() {
        true => Ok(()),
        false => Err(Denied::Forbidden),
    }
}

/// The board says what becomes of a pair, as long as it is open; nobody where they are in a team that carries one of it.
pub fn judge(actor: &Actor, pair: &Pair, is_own: bool) -> Result<CanJudge> {
    judge_any(actor)?;
    if is_own {
        return Err(Denied::Forbidden.into());
    }
    if !pair.state.is_open() {
        return Err(Error::Overtaken);
    }
    Ok(CanJudge {
        by: actor.clone(),
        pair: pair.clone(),
    })
}

/// The board links what it sees for itself; nobody where they are in a team that carries one of both.
pub fn link(
    actor: &Actor,
    (this, other): (InitiativeId, InitiativeId),
    is_own: bool,
) -> Result<CanLink, Denied> {
    judge_any(actor)?;
    match is_own {
        true => Err(Denied::Forbidden),
        false => Ok(CanLink {
            by: actor.clone(),
            this,
            other,
        }),
    }
}

/// The board takes a link back; nobody where they are in a team that carries one of both.
pub fn unlink(actor: &Actor, pair: &Pair, is_own: bool) -> Result<CanJudge> {
    judge_any(actor)?;
    if is_own {
        return Err(Denied::Forbidden.into());
    }
    if pair.link.is_none() {
        return Err(Error::Overtaken);
    }
    Ok(CanJudge {
        by: actor.clone(),
        pair: pair.clone(),
    })
}

/// The whole team.
pub fn team(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanSeeForTeam, Denied> {
    let granted = organization::policy::keep_seat(actor, organization, own)?;
    Ok(CanSeeForTeam {
        organization: granted.organization().id,
    })
}

/// Both teams, and the desk. To all others it is not there.
pub fn read_introduction(
    actor: &Actor,
    introduction: &Introduction,
    own: [Option<TeamRole>; 2],
) -> Result<CanReadIntroduction, Denied> {
    actor.person()?;
    match own.iter().any(Option::is_some) || see(actor).is_ok() {
        true => Ok(CanReadIntroduction {
            introduction: introduction.clone(),
        }),
        false => Err(Denied::Hidden),
    }
}

/// The owners and editors of both, and the board.
pub fn write_introduction(
    actor: &Actor,
    introduction: &Introduction,
    own: [Option<TeamRole>; 2],
) -> Result<CanWriteIntroduction, Denied> {
    read_introduction(actor, introduction, own)?;
    let writes = |role: &Option<TeamRole>| matches!(role, Some(TeamRole::Owner | TeamRole::Editor));
    let may = own.iter().any(writes) && actor.role() != Some(Role::Auditor);
    match may || actor.is_board() {
        true => Ok(CanWriteIntroduction {
            by: actor.clone(),
            introduction: introduction.clone(),
        }),
        false => Err(Denied::Forbidden),
    }
}
