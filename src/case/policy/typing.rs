//! Who types in paper forms, in which countries, and invites the organization's own people to take the record over.

use super::{CanStart, has_jurisdiction, only_if, reaches, start, types_in, viewer};
use crate::Result;
use crate::actor::{Actor, Denied, Person};
use crate::case::Case;
use crate::values::{CaseKind, Country, Role};

grants! {
    /// May invite the organization's own people to take the record over.
    CanHandOver,
}

/// May type in a form that somebody filled in on paper, for an organization in this country.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanTypeIn {
    start: CanStart,
    host: Country,
}

/// May type in what a colleague of the same post began.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanTypeAlong {
    actor: Person,
}

/// Whose work it is to type in paper forms, in whatever country. To members it is not there; an auditor changes nothing.
pub fn type_in_any(actor: &Actor) -> Result<&Person, Denied> {
    let person = actor.person()?;
    match person.role {
        role if types_in(role) => Ok(person),
        Role::Member => Err(Denied::Hidden),
        _ => Err(Denied::Forbidden),
    }
}

/// A post for its host countries, the board and admins for all.
pub fn type_in(actor: &Actor, host: Country) -> Result<CanTypeIn> {
    let person = type_in_any(actor)?;
    if !reaches(person, host) {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanTypeIn {
        start: start(actor, CaseKind::Registration)?,
        host,
    })
}

/// An officer of a post, what a colleague of the same post began to type in. To members it is not there.
pub fn type_along(actor: &Actor) -> Result<CanTypeAlong> {
    let person = type_in_any(actor)?;
    match person.role {
        Role::PostOfficer => Ok(CanTypeAlong {
            actor: person.clone(),
        }),
        _ => Err(Denied::Forbidden.into()),
    }
}

/// Whether the country that a form says is one for which its writer can send it: a post types in what is in its host countries.
pub fn may_send_from(actor: &Actor, case: &Case, host: Country) -> bool {
    !case.awaits_hand_over() || actor.person().is_ok_and(|person| reaches(person, host))
}

/// Whoever typed the form in; the board, admins and the post of the host country; as long as nobody took it over.
pub fn hand_over(actor: &Actor, case: &Case) -> Result<CanHandOver> {
    let person = viewer(actor, case)?;
    let is_theirs = case.was_typed_by(person.id)
        || has_jurisdiction(person, case)
        || matches!(person.role, Role::Coordinator | Role::Chair | Role::Admin);
    if !is_theirs || !types_in(person.role) {
        return Err(Denied::Forbidden.into());
    }
    only_if(case.is_being_written() && case.awaits_hand_over())?;
    Ok(CanHandOver::of(actor, case))
}

impl CanTypeAlong {
    /// Who acts.
    pub(in crate::case) const fn by(&self) -> &Person {
        &self.actor
    }
}

impl CanTypeIn {
    pub(in crate::case) const fn host(&self) -> Country {
        self.host
    }

    pub(in crate::case) fn into_start(self) -> CanStart {
        self.start
    }
}
