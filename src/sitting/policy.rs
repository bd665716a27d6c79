//! Who may do what with a session of the board. To posts and members of organizations it is not there.
//!
//! Refused for what the person is: [`Denied`]. Refused because the session went on: [`Error::Overtaken`].

use super::{Item, Sitting, SittingStage};
use crate::actor::{Actor, Denied, Person};
use crate::ids::AccountId;
use crate::values::Role;
use crate::{Error, Result};

/// May see sessions: what is said of cases in them, as far as they are not their own.
#[derive(Clone, Debug)]
#[must_use = "read with it"]
pub struct CanSee {
    viewer: Option<AccountId>,
}

/// May call a session.
#[derive(Clone, Debug)]
#[must_use = "act with it"]
pub struct CanCall {
    actor: Actor,
}

/// Declares permissions over one session: only this file can make them.
macro_rules! grants {
    ($($(#[$outer:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$outer])*
        #[derive(Debug)]
        #[must_use = "act with it"]
        pub struct $name {
            actor: Actor,
            sitting: Sitting,
        }

        impl $name {
            fn of(actor: &Actor, sitting: &Sitting) -> Self {
                Self { actor: actor.clone(), sitting: sitting.clone() }
            }

            /// Who acts.
            pub const fn by(&self) -> &Actor {
                &self.actor
            }

            /// The session as it was seen.
            pub(super) const fn sitting(&self) -> &Sitting {
                &self.sitting
            }
        }
    )+};
}

grants! {
    /// May keep its agenda, note who is there, and call it off.
    CanKeep,
    /// May close it, which decides its cases.
    CanClose,
    /// May write what corrects its minutes.
    CanAdd,
}

/// The same over one case of its agenda.
macro_rules! grants_of_item {
    ($($(#[$outer:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$outer])*
        #[derive(Debug)]
        #[must_use = "act with it"]
        pub struct $name {
            actor: Actor,
            sitting: Sitting,
            item: Item,
        }

        impl $name {
            fn of(actor: &Actor, sitting: &Sitting, item: &Item) -> Self {
                Self { actor: actor.clone(), sitting: sitting.clone(), item: item.clone() }
            }

            pub(super) const fn by(&self) -> &Actor {
                &self.actor
            }

            pub(super) const fn sitting(&self) -> &Sitting {
                &self.sitting
            }

            pub(super) const fn item(&self) -> &Item {
                &self.item
            }
        }
    )+};
}

grants_of_item! {
    /// May say that they take no part in a case.
    CanDeclare,
    /// May vote on a case.
    CanVote,
    /// May close the vote on a case.
    CanCount,
    /// May open it again.
    CanReopen,
}

impl CanSee {
    /// Who looks: of their own cases they are told nothing. Nobody, for the record that is kept.
    pub(super) const fn viewer(&self) -> Option<AccountId> {
        self.viewer
    }

    /// For the record of a session, which has all of it.
    pub(super) const fn for_the_record(&self) -> Self {
        Self { viewer: None }
    }
}

impl CanCall {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }
}

impl CanCount {
    /// Whether whoever counts presides and takes part: only then is a casting vote theirs.
    pub fn casts(&self) -> bool {
        self.actor.account() == Some(self.sitting.chair)
            && self.sitting.is_present(self.sitting.chair)
            && !self.item.is_recused(self.sitting.chair)
    }
}

const fn only_if(in_order: bool) -> Result<()> {
    if in_order {
        Ok(())
    } else {
        Err(Error::Overtaken)
    }
}

/// The board, admins and auditors.
pub fn see(actor: &Actor) -> Result<CanSee, Denied> {
    let person = actor.person()?;
    match person.role {
        Role::Coordinator | Role::Chair | Role::Admin | Role::Auditor => Ok(CanSee {
            viewer: Some(person.id),
        }),
        Role::Member | Role::PostOfficer => Err(Denied::Hidden),
    }
}

/// The person, if it is their work to keep sessions: a chair's and an admin's.
fn keeper(actor: &Actor) -> Result<&Person, Denied> {
    let _ = see(actor)?;
    let person = actor.person()?;
    match person.role {
        Role::Chair | Role::Admin => Ok(person),
        _ => Err(Denied::Forbidden),
    }
}

/// Chairs and admins.
pub fn call(actor: &Actor) -> Result<CanCall, Denied> {
    keeper(actor)?;
    Ok(CanCall {
        actor: actor.clone(),
    })
}

/// Chairs and admins, as long as it is not over.
pub fn keep(actor: &Actor, sitting: &Sitting) -> Result<CanKeep> {
    keeper(actor)?;
    only_if(sitting.stage == SittingStage::Called)?;
    Ok(CanKeep::of(actor, sitting))
}

/// A chair: what it decides is the board's.
pub fn close(actor: &Actor, sitting: &Sitting) -> Result<CanClose> {
    if keeper(actor)?.role != Role::Chair {
        return Err(Denied::Forbidden.into());
    }
    only_if(sitting.stage == SittingStage::Called)?;
    Ok(CanClose::of(actor, sitting))
}

/// Chairs and admins, below minutes that are frozen.
pub fn add(actor: &Actor, sitting: &Sitting) -> Result<CanAdd> {
    keeper(actor)?;
    only_if(sitting.stage == SittingStage::Closed)?;
    Ok(CanAdd::of(actor, sitting))
}

/// The person, if they are a member of the session.
fn member<'a>(actor: &'a Actor, sitting: &Sitting) -> Result<&'a Person, Denied> {
    let _ = see(actor)?;
    let person = actor.person()?;
    match sitting.has_member(person.id) && actor.is_board() {
        true => Ok(person),
        false => Err(Denied::Forbidden),
    }
}

fn is_open(sitting: &Sitting, item: &Item) -> bool {
    sitting.stage == SittingStage::Called && item.is_on() && item.result.is_none()
}

/// A member who takes part so far, as long as the vote is open.
pub fn declare(actor: &Actor, sitting: &Sitting, item: &Item) -> Result<CanDeclare> {
    let person = member(actor, sitting)?;
    only_if(is_open(sitting, item) && !item.is_recused(person.id))?;
    Ok(CanDeclare::of(actor, sitting, item))
}

/// A member who is there and not recused; not who presides, whose vote is for a tie.
pub fn vote(actor: &Actor, sitting: &Sitting, item: &Item) -> Result<CanVote> {
    let person = member(actor, sitting)?;
    if person.id == sitting.chair || item.is_own || item.is_recused(person.id) {
        return Err(Denied::Forbidden.into());
    }
    only_if(is_open(sitting, item) && sitting.is_present(person.id))?;
    Ok(CanVote::of(actor, sitting, item))
}

/// Chairs and admins who are not recused.
pub fn count(actor: &Actor, sitting: &Sitting, item: &Item) -> Result<CanCount> {
    let person = keeper(actor)?;
    if item.is_own || item.is_recused(person.id) {
        return Err(Denied::Forbidden.into());
    }
    only_if(is_open(sitting, item))?;
    Ok(CanCount::of(actor, sitting, item))
}

/// The same, as long as the session is not over.
pub fn reopen(actor: &Actor, sitting: &Sitting, item: &Item) -> Result<CanReopen> {
    let person = keeper(actor)?;
    if item.is_own || item.is_recused(person.id) {
        return Err(Denied::Forbidden.into());
    }
    let counted = item.is_on() && item.result.is_some();
    only_if(sitting.stage == SittingStage::Called && counted)?;
    Ok(CanReopen::of(actor, sitting, item))
}
