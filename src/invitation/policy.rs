//! Who may invite, and who may follow an invitation.

use super::Place;
use crate::actor::{Actor, Denied};
use crate::case::{self, Case};
use crate::ids::AccountId;
use crate::organization::{self, Organization};
use crate::values::{Role, TeamRole};

/// May let people into a team.
#[derive(Clone, Debug)]
pub struct CanInvite {
    actor: Actor,
    place: Place,
    hands_over: bool,
}

/// May join a team by an invitation.
#[derive(Clone, Debug)]
pub struct CanAccept {
    actor: Actor,
}

/// Whoever keeps the team of an organization.
pub fn to_organization(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanInvite, Denied> {
    organization::policy::keep_team(actor, organization, own)?;
    Ok(CanInvite {
        actor: actor.clone(),
        place: Place::of_organization(organization),
        hands_over: false,
    })
}

/// Whoever keeps the team of a registration that is being written.
pub fn to_case(actor: &Actor, case: &Case) -> crate::Result<CanInvite> {
    let _ = case::policy::keep_team(actor, case)?;
    Ok(CanInvite {
        actor: actor.clone(),
        place: Place::of_case(case),
        hands_over: false,
    })
}

/// Whoever may let the organization's own people take over a case that was typed in from paper.
pub fn hand_case_over(actor: &Actor, case: &Case) -> crate::Result<CanInvite> {
    let _ = case::policy::hand_over(actor, case)?;
    Ok(CanInvite {
        actor: actor.clone(),
        place: Place::of_case(case),
        hands_over: true,
    })
}

/// The same for an organization that came of one: the board, admins and its post, as long as nobody looks after it. `typed_in`:
/// whether it waits to be handed over; `owners`: those whom it has now.
pub fn hand_organization_over(
    actor: &Actor,
    organization: &Organization,
    typed_in: bool,
    owners: &[AccountId],
) -> crate::Result<CanInvite> {
    let _ = organization::policy::see_all(actor, organization, None)?;
    let _ = case::policy::type_in_any(actor)?;
    if !typed_in || !owners.is_empty() {
        return Err(crate::Error::Overtaken);
    }
    Ok(CanInvite {
        actor: actor.clone(),
        place: Place::of_organization(organization),
        hands_over: true,
    })
}

/// Everybody who signed in and holds the link; an auditor changes nothing.
pub fn accept(actor: &Actor) -> Result<CanAccept, Denied> {
    match actor.person()?.role {
        Role::Auditor => Err(Denied::Forbidden),
        _ => Ok(CanAccept {
            actor: actor.clone(),
        }),
    }
}

impl CanInvite {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Where to.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// Whether whoever accepts takes the record over.
    pub const fn hands_over(&self) -> bool {
        self.hands_over
    }
}

impl CanAccept {
    /// Who.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }
}
