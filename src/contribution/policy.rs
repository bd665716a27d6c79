//! Who records what an organization gave, who reads it, and who looks at it for the board.

use super::{Contribution, Review, Whose};
use crate::actor::{Actor, Denied};
use crate::initiative::policy::desk;
use crate::organization::{self, Organization};
use crate::values::TeamRole;
use crate::{Error, Result};

/// May record what an organization gave.
#[derive(Debug)]
pub struct CanRecord {
    by: Actor,
    organization: Organization,
}

/// May replace a record with another, or take it back.
#[derive(Debug)]
pub struct CanKeep {
    record: CanRecord,
    contribution: Contribution,
}

/// May read all that an organization recorded.
#[derive(Debug)]
pub struct CanRead {
    organization: Organization,
}

/// May read all that is recorded, at the desk.
#[derive(Debug)]
pub struct CanSeeAll {
    by: Actor,
}

/// May say for the board whether it counts.
#[derive(Debug)]
pub struct CanReview {
    by: Actor,
    organization: Organization,
    contribution: Contribution,
}

/// May open the file that shows a contribution.
#[derive(Debug)]
pub struct CanSeeFile {
    by: Actor,
    organization: Organization,
    contribution: Contribution,
    at_desk: bool,
}

/// May take contributions away as a file.
#[derive(Debug)]
pub struct CanExport {
    by: Actor,
    whose: Whose,
}

impl CanExport {
    /// Whoever does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// Whose contributions.
    pub const fn whose(&self) -> Whose {
        self.whose
    }
}

impl CanSeeFile {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }

    pub(super) const fn organization(&self) -> &Organization {
        &self.organization
    }

    pub(super) const fn contribution(&self) -> &Contribution {
        &self.contribution
    }

    /// Whether for the board, not as one's own.
    pub(super) const fn at_desk(&self) -> bool {
        self.at_desk
    }
}

impl CanRecord {
    /// Whoever does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// For which organization.
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }
}

impl CanKeep {
    /// The permission to record what takes its place.
    pub const fn record(&self) -> &CanRecord {
        &self.record
    }

    /// Which record.
    pub const fn contribution(&self) -> &Contribution {
        &self.contribution
    }
}

impl CanRead {
    /// Of which organization.
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }
}

impl CanReview {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }

    pub(super) const fn organization(&self) -> &Organization {
        &self.organization
    }

    pub(super) const fn contribution(&self) -> &Contribution {
        &self.contribution
    }
}

/// Owners and editors record what their organization gave, as long as it can take part in anything.
pub fn record(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanRecord, Denied> {
    let granted = organization::policy::edit(actor, organization, own)?;
    if !organization.standing.takes_part() {
        return Err(Denied::Forbidden);
    }
    Ok(CanRecord {
        by: granted.actor().clone(),
        organization: granted.organization().clone(),
    })
}

/// The same keep what is recorded, as long as nothing took its place.
pub fn keep(
    actor: &Actor,
    contribution: &Contribution,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanKeep> {
    let record = record(actor, organization, own)?;
    if contribution.superseded_at.is_some() {
        return Err(Error::Overtaken);
    }
    Ok(CanKeep {
        record,
        contribution: contribution.clone(),
    })
}

/// The whole team reads what its organization recorded.
pub fn read(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanRead, Denied> {
    actor.person()?;
    match own {
        Some(_) => Ok(CanRead {
            organization: organization.clone(),
        }),
        None => Err(Denied::Hidden),
    }
}

/// The whole team opens the file that shows what its organization gave, and the coordinators of the board with their chair, who judge
/// by it. Nobody else: a receipt names people.
pub fn see_file(
    actor: &Actor,
    contribution: &Contribution,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanSeeFile, Denied> {
    actor.person()?;
    if own.is_none() && !actor.is_board() {
        see_all(actor)?;
        return Err(Denied::Forbidden);
    }
    Ok(CanSeeFile {
        by: actor.clone(),
        organization: organization.clone(),
        contribution: contribution.clone(),
        at_desk: own.is_none(),
    })
}

/// The board, its auditor and admins read all of it.
pub fn see_all(actor: &Actor) -> Result<CanSeeAll, Denied> {
    desk(actor).map(|_| CanSeeAll { by: actor.clone() })
}

/// The same take them away as a file.
pub fn export(actor: &Actor, whose: Whose) -> Result<CanExport, Denied> {
    let by = see_all(actor)?.by;
    Ok(CanExport { by, whose })
}

/// The team takes away what its organization recorded.
pub fn export_own(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanExport, Denied> {
    let whose = Whose::Organization(read(actor, organization, own)?.organization.id);
    Ok(CanExport {
        by: actor.clone(),
        whose,
    })
}

/// The board says whether it counts; nobody of what their own organization gave, and only of what nothing took the place of.
/// What is verified or refused stays so: a new record is looked at anew.
pub fn review(
    actor: &Actor,
    contribution: &Contribution,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanReview> {
    see_all(actor)?;
    if !actor.is_board() || own.is_some() {
        return Err(Denied::Forbidden.into());
    }
    if contribution.superseded_at.is_some() || !is_open(contribution) {
        return Err(Error::Overtaken);
    }
    Ok(CanReview {
        by: actor.clone(),
        organization: organization.clone(),
        contribution: contribution.clone(),
    })
}

/// Whether the board has something to say yet.
const fn is_open(contribution: &Contribution) -> bool {
    use super::Evidence::Verified;
    match contribution.review {
        Review::Waiting => true,
        Review::Accepted => !matches!(contribution.given.evidence, Verified),
        Review::Refused => false,
    }
}
