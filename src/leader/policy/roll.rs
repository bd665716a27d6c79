//! Who may look through all leaders.

use crate::actor::{Actor, Denied};
use crate::values::{Country, Role};

/// May look through leaders: all of them, or those who are shared with a post.
#[derive(Debug)]
pub struct CanLookThrough {
    by: Actor,
    hosts: Option<Vec<Country>>,
}

impl CanLookThrough {
    /// Whoever looks.
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// The host countries of a post, which sees those who agreed to be shared with it; nothing, for those who see everybody.
    pub fn hosts(&self) -> Option<&[Country]> {
        self.hosts.as_deref()
    }
}

/// The board and its auditor look through all leaders, a post through those of its host countries who agreed to be shared with it.
pub fn look_through(actor: &Actor) -> Result<CanLookThrough, Denied> {
    let person = actor.person()?;
    let hosts = match person.role {
        Role::Coordinator | Role::Chair | Role::Auditor => None,
        Role::PostOfficer => Some(person.hosts.clone()),
        Role::Admin | Role::Member => return Err(Denied::Hidden),
    };
    Ok(CanLookThrough {
        by: actor.clone(),
        hosts,
    })
}
