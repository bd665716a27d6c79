//! Who may see which initiatives, and who may keep them.

mod files;
mod partners;

pub use files::{CanSeeFile, see_file};
pub use partners::{CanAnswer, CanAsk, answer_for, ask, ask_for};

use super::{Proposal, ProposalStage};
use crate::actor::{Actor, Denied};
use crate::organization::{self, Organization};
use crate::values::{Role, TeamRole};
use crate::{Error, Result};

/// May write initiatives down, publish them, and add and remove their partners.
#[derive(Debug)]
pub struct CanKeepInitiatives {
    by: Actor,
}

/// May propose initiatives for an organization.
#[derive(Debug)]
pub struct CanPropose {
    by: Actor,
    organization: Organization,
}

/// May change what is proposed, send it to the board, or drop it.
#[derive(Debug)]
pub struct CanKeepProposal {
    by: Actor,
    organization: Organization,
    proposal: Proposal,
}

/// May read what is proposed.
#[derive(Debug)]
pub struct CanReadProposal(());

/// May see what waits for the board.
#[derive(Debug)]
pub struct CanSeeProposals(());

/// May publish what is proposed, or send it back.
#[derive(Debug)]
pub struct CanReview {
    keep: CanKeepInitiatives,
    organization: Organization,
    proposal: Proposal,
}

/// Which initiatives somebody sees: a part of every WHERE clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    unpublished: bool,
}

impl CanKeepInitiatives {
    /// Whoever does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }
}

impl CanPropose {
    /// Whoever does it.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// For which organization.
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }
}

impl CanKeepProposal {
    pub(super) const fn by(&self) -> &Actor {
        &self.by
    }

    pub(super) const fn organization(&self) -> &Organization {
        &self.organization
    }

    /// Of which proposal.
    pub const fn proposal(&self) -> &Proposal {
        &self.proposal
    }
}

impl CanReview {
    pub(super) const fn keep(&self) -> &CanKeepInitiatives {
        &self.keep
    }

    pub(super) const fn organization(&self) -> &Organization {
        &self.organization
    }

    pub(super) const fn proposal(&self) -> &Proposal {
        &self.proposal
    }
}

impl Scope {
    /// All of them, for the program itself.
    pub(crate) const fn everything() -> Self {
        Self { unpublished: true }
    }

    /// Whether those that are not published yet are among them.
    pub const fn unpublished(self) -> bool {
        self.unpublished
    }
}

/// The board keeps initiatives.
pub fn keep(actor: &Actor) -> Result<CanKeepInitiatives, Denied> {
    if actor.is_board() {
        return Ok(CanKeepInitiatives { by: actor.clone() });
    }
    desk(actor)?;
    Err(Denied::Forbidden)
}

/// The board keeps an initiative, though nobody one that an organization of their own carries: they would publish it to themselves.
pub fn keep_this(actor: &Actor, is_own: bool) -> Result<CanKeepInitiatives, Denied> {
    let granted = keep(actor)?;
    match is_own {
        true => Err(Denied::Forbidden),
        false => Ok(granted),
    }
}

/// The board, its auditor and admins see all initiatives, at the desk.
pub fn desk(actor: &Actor) -> Result<Scope, Denied> {
    match actor.person()?.role {
        Role::Coordinator | Role::Chair | Role::Admin | Role::Auditor => {
            Ok(Scope { unpublished: true })
        }
        Role::Member | Role::PostOfficer => Err(Denied::Hidden),
    }
}

/// What anybody sees: what is published.
pub const fn public() -> Scope {
    Scope { unpublished: false }
}

/// Owners and editors propose for their organization, as long as it can take part in anything.
pub fn propose(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanPropose, Denied> {
    let granted = organization::policy::edit(actor, organization, own)?;
    if !organization.standing.takes_part() {
        return Err(Denied::Forbidden);
    }
    Ok(CanPropose {
        by: granted.actor().clone(),
        organization: granted.organization().clone(),
    })
}

/// The whole team reads what its organization proposes, and the board, its auditor and admins what was ever sent.
pub fn read_proposal(
    actor: &Actor,
    proposal: &Proposal,
    own: Option<TeamRole>,
) -> Result<CanReadProposal, Denied> {
    actor.person()?;
    let at_desk = desk(actor).is_ok() && proposal.sent_at.is_some();
    match own.is_some() || at_desk {
        true => Ok(CanReadProposal(())),
        false => Err(Denied::Hidden),
    }
}

/// Owners and editors keep it while it is with them.
pub fn keep_proposal(
    actor: &Actor,
    proposal: &Proposal,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanKeepProposal> {
    let granted = propose(actor, organization, own)?;
    if !proposal.stage.is_open_to_team() {
        return Err(Error::Overtaken);
    }
    Ok(CanKeepProposal {
        by: granted.by,
        organization: granted.organization,
        proposal: proposal.clone(),
    })
}

/// The board, its auditor and admins see what waits.
pub fn see_proposals(actor: &Actor) -> Result<CanSeeProposals, Denied> {
    desk(actor).map(|_| CanSeeProposals(()))
}

/// The board decides; nobody on what their own organization proposes, and only what was sent.
pub fn review(
    actor: &Actor,
    proposal: &Proposal,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanReview> {
    let keep = keep(actor)?;
    if own.is_some() {
        return Err(Denied::Forbidden.into());
    }
    if proposal.stage != ProposalStage::Sent {
        return Err(Error::Overtaken);
    }
    Ok(CanReview {
        keep,
        organization: organization.clone(),
        proposal: proposal.clone(),
    })
}
