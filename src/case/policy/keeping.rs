//! Who keeps what the desk works by: views of the queue, and the rules of how cases are decided.

use super::reads_everything;
use crate::actor::{Actor, Denied};
use crate::case::saved::View;
use crate::values::Role;

/// May read how cases are decided.
#[derive(Clone, Debug)]
pub struct CanReadWays(());

/// May say how cases are decided.
#[derive(Clone, Debug)]
pub struct CanKeepWays {
    actor: Actor,
}

/// May keep views of the queue for themselves, and put them on their desk.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanKeepViews {
    actor: Actor,
    shares: bool,
}

/// May change or retire this view.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanChangeView {
    actor: Actor,
    view: View,
}

/// Admins keep how cases are decided, and auditors read it. To others the page is not there; a case tells how it is decided.
pub fn read_ways(actor: &Actor) -> Result<CanReadWays, Denied> {
    match actor {
        Actor::System => Ok(CanReadWays(())),
        Actor::Visitor => Err(Denied::SignIn),
        Actor::Person(person) => match person.role {
            Role::Admin | Role::Auditor => Ok(CanReadWays(())),
            _ => Err(Denied::Hidden),
        },
    }
}

/// Admins.
pub fn keep_ways(actor: &Actor) -> Result<CanKeepWays, Denied> {
    let _ = read_ways(actor)?;
    if !actor.is_admin() {
        return Err(Denied::Forbidden);
    }
    Ok(CanKeepWays {
        actor: actor.clone(),
    })
}

/// Who works at the desk, auditors aside; the board shares them.
pub fn keep_views(actor: &Actor) -> Result<CanKeepViews, Denied> {
    let _ = see_views(actor)?;
    if actor.role() == Some(Role::Auditor) {
        return Err(Denied::Forbidden);
    }
    Ok(CanKeepViews {
        actor: actor.clone(),
        shares: actor.is_board(),
    })
}

/// Who works at the desk; whether they see also what others share with the board.
pub fn see_views(actor: &Actor) -> Result<bool, Denied> {
    let person = actor.person()?;
    match person.role {
        Role::Member => Err(Denied::Hidden),
        role => Ok(reads_everything(role)),
    }
}

/// Whoever saved it.
pub fn change_view(actor: &Actor, view: &View) -> Result<CanChangeView, Denied> {
    let _ = keep_views(actor)?;
    if actor.account() != Some(view.owner) {
        return Err(Denied::Forbidden);
    }
    Ok(CanChangeView {
        actor: actor.clone(),
        view: view.clone(),
    })
}

impl CanKeepViews {
    pub(in crate::case) const fn by(&self) -> &Actor {
        &self.actor
    }

    /// Whether theirs can be shared with the board.
    pub const fn shares(&self) -> bool {
        self.shares
    }
}

impl CanChangeView {
    pub(in crate::case) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(in crate::case) const fn view(&self) -> &View {
        &self.view
    }

    /// Whether it can be shared with the board.
    pub const fn shares(&self) -> bool {
        self.actor.is_board()
    }
}

impl CanKeepWays {
    pub(in crate::case) const fn by(&self) -> &Actor {
        &self.actor
    }
}
