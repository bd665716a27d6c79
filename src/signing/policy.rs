//! Who may say who signs. Who signs needs no account: whoever holds the link may.

use crate::Result;
use crate::actor::Actor;
use crate::case::{self, Case};

/// May name those who sign, take them out, and have letters written to them.
#[derive(Clone, Debug)]
#[must_use = "act with it"]
pub struct CanAsk {
    actor: Actor,
    case: Case,
}

/// Whoever writes the form, as long as it is with them.
pub fn ask(actor: &Actor, case: &Case) -> Result<CanAsk> {
    let _ = case::policy::edit(actor, case)?;
    Ok(CanAsk {
        actor: actor.clone(),
        case: case.clone(),
    })
}

impl CanAsk {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn case(&self) -> &Case {
        &self.case
    }
}
