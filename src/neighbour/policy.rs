//! Who sees which neighbours.

use crate::actor::{Actor, Denied};
use crate::initiative::{self, Scope};
use crate::leader;
use crate::organization::{self, Organization};
use crate::values::TeamRole;

/// May see what is near something.
#[derive(Clone, Copy, Debug)]
pub struct CanSee {
    scope: Scope,
    all_leaders: bool,
}

impl CanSee {
    /// Which initiatives tie.
    pub const fn scope(self) -> Scope {
        self.scope
    }

    /// Whether leaders tie who did not agree that anybody may know of their offices. Nobody is named in either case.
    pub(super) const fn all_leaders(self) -> bool {
        self.all_leaders
    }
}

/// What anybody sees: published initiatives, groups, and leaders whose offices are public.
pub const fn public() -> CanSee {
    CanSee {
        scope: initiative::policy::public(),
        all_leaders: false,
    }
}

/// The board, its auditor and admins, of initiatives, groups and countries.
pub fn desk(actor: &Actor) -> Result<CanSee, Denied> {
    Ok(CanSee {
        scope: initiative::policy::desk(actor)?,
        all_leaders: false,
    })
}

/// Those who see all of an organization at the desk; each sees the initiatives and leaders that they see anyway.
pub fn of_organization(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanSee, Denied> {
    actor.person()?;
    if !actor.has_desk() {
        return Err(Denied::Hidden);
    }
    organization::policy::see_all(actor, organization, own)?;
    let scope = initiative::policy::desk(actor);
    // A post sees those leaders alone who agreed to be shared with it: what all may know is all that ties for it.
    let sees_leaders = leader::policy::see(actor, organization.host_country).is_ok();
    Ok(CanSee {
        scope: scope.unwrap_or(initiative::policy::public()),
        all_leaders: scope.is_ok() && sees_leaders,
    })
}
