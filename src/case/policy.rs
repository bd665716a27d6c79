//! Who may do what with a case. Each answer is a value that the acting function demands, with who acts and on what in it.
//!
//! Refused for what the person is: [`Denied`]. Refused because the case is not there any more: [`Error::Overtaken`].
//!
//! Here stands what all of them rest on: who sees a case, writes in it, speaks for it, judges it; and reading and writing into it.

/// Declares permissions over one case: only the file that declares them can make them.
macro_rules! grants {
    ($($(#[$outer:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$outer])*
        #[derive(Debug)]
        #[must_use = "act with it"]
        pub struct $name {
            actor: Actor,
            case: Case,
        }

        #[allow(dead_code, reason = "not every permission is asked for who acts and on what")]
        impl $name {
            fn of(actor: &Actor, case: &Case) -> Self {
                Self { actor: actor.clone(), case: case.clone() }
            }

            /// Who acts.
            pub(in crate::case) const fn by(&self) -> &Actor {
                &self.actor
            }

            /// The case as it was seen.
            pub(in crate::case) const fn case(&self) -> &Case {
                &self.case
            }
        }
    )+};
}

mod applying;
mod deciding;
mod giving;
mod keeping;
mod scope;
mod typing;

pub use applying::{
    CanAnswerCondition, CanAppeal, CanEdit, CanKeepTeam, CanLeaveTeam, CanStart, CanSubmit,
    CanWithdraw, amend, answer_condition, appeal, claim, edit, keep_team, leave_team, renew, start,
    submit, withdraw,
};
pub use deciding::{
    CanConfirm, CanDecide, CanDisagree, CanGiveOpinion, CanMarkCondition, CanPropose,
    CanPutOnAgenda, CanRelease, CanResolve, CanTake, CanTakeBack, CanTakeNext, CanTakeOver, assess,
    confirm, decide, disagree, give_opinion, mark_condition, propose, put_on_agenda, release,
    resolve, take, take_back, take_next, take_over,
};
pub use giving::{CanGive, CanGiveTelling, CanStandIn, NotTheirs, give, give_telling, stand_in};
pub use keeping::{
    CanChangeView, CanKeepViews, CanKeepWays, CanReadWays, change_view, keep_views, keep_ways,
    read_ways, see_views,
};
pub use scope::Scope;
pub use typing::{
    CanHandOver, CanTypeAlong, CanTypeIn, hand_over, may_send_from, type_along, type_in,
    type_in_any,
};

use super::Case;
use super::stage::Stage;
use crate::actor::{Actor, Denied, Person};
use crate::ids::{AccountId, CaseId};
use crate::values::{Country, Role};
use crate::{Error, Result};

grants! {
    /// May bring back what was withdrawn by silence.
    CanRevive,
    /// May say whether what it is about and another are two.
    CanTellApart,
}

/// May read what is written in a case: all of it, or what is meant for the applicant.
#[derive(Debug)]
#[must_use = "read with it"]
pub struct CanRead {
    case: Case,
    internal: bool,
}

/// May write to this reach.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanWrite {
    actor: Actor,
    case: Case,
    reach: Reach,
}

/// How far a message reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The board and its posts.
    Internal,
    /// The applicant too.
    Applicant,
}

const fn reads_everything(role: Role) -> bool {
    matches!(
        role,
        Role::Coordinator | Role::Chair | Role::Admin | Role::Auditor
    )
}

/// Whether the case is in the jurisdiction of this post.
fn has_jurisdiction(person: &Person, case: &Case) -> bool {
    person.role == Role::PostOfficer
        && case
            .host_country
            .is_some_and(|host| person.hosts.contains(&host))
}

/// Whether the person may see the case at all; the same as [`Scope`] says of a list.
fn sees(actor: &Actor, case: &Case) -> Result<bool, Denied> {
    let person = match actor {
        Actor::System => return Ok(true),
        other => other.person()?,
    };
    let submitted = case.number.is_some();
    Ok(case.is_own(person.id)
        || submitted && (reads_everything(person.role) || has_jurisdiction(person, case)))
}

/// The person, if they see the case.
fn viewer<'a>(actor: &'a Actor, case: &Case) -> Result<&'a Person, Denied> {
    let person = actor.person()?;
    if sees(actor, case)? {
        Ok(person)
    } else {
        Err(Denied::Hidden)
    }
}

/// Whose work it is to type in paper forms: the posts, the board and admins.
const fn types_in(role: Role) -> bool {
    matches!(
        role,
        Role::PostOfficer | Role::Coordinator | Role::Chair | Role::Admin
    )
}

/// Whoever typed in a paper form acts for the organization only as long as that is their work; one who types along, as long
/// as it is that of their post.
fn may_act_for(person: &Person, case: &Case) -> bool {
    let is_their_post = !case.is_typed_along_by(person.id)
        || case.host_country.is_none_or(|host| reaches(person, host));
    !case.awaits_hand_over() || (types_in(person.role) && is_their_post)
}

/// The person, if they may write for the applicant.
fn writer<'a>(actor: &'a Actor, case: &Case) -> Result<&'a Person, Denied> {
    let person = viewer(actor, case)?;
    if case.has_writer(person.id) && may_act_for(person, case) {
        Ok(person)
    } else {
        Err(Denied::Forbidden)
    }
}

/// The person, if they may speak for the applicant.
fn speaker<'a>(actor: &'a Actor, case: &Case) -> Result<&'a Person, Denied> {
    let person = viewer(actor, case)?;
    if case.has_owner(person.id) && may_act_for(person, case) {
        Ok(person)
    } else {
        Err(Denied::Forbidden)
    }
}

/// The person, if they are of the board and the case is not their own.
fn judge<'a>(actor: &'a Actor, case: &Case) -> Result<&'a Person, Denied> {
    let person = viewer(actor, case)?;
    match judges(person.id, person.role, case) {
        Ok(()) => Ok(person),
        Err(_) => Err(Denied::Forbidden),
    }
}

/// The board and admins, about what was sent and is not their own.
pub fn tell_apart(actor: &Actor, case: &Case) -> Result<CanTellApart> {
    let person = viewer(actor, case)?;
    if case.number.is_none() {
        return Err(Denied::Hidden.into());
    }
    let is_own = case.concerns(person.id) || case.was_typed_by(person.id);
    match person.role {
        Role::Coordinator | Role::Chair | Role::Admin if !is_own => {
            Ok(CanTellApart::of(actor, case))
        }
        _ => Err(Denied::Forbidden.into()),
    }
}

/// Whether somebody of this role judges the case, or why they do not.
pub(super) fn judges(account: AccountId, role: Role, case: &Case) -> Result<(), NotTheirs> {
    if case.concerns(account) || case.was_typed_by(account) {
        return Err(NotTheirs::Own);
    }
    // An appeal is for a chair, and for another one than whoever refused.
    let of_appeal =
        case.was_refused() && matches!(case.stage, Stage::Appealed { .. } | Stage::InReview { .. });
    match role {
        Role::Chair if of_appeal && case.was_refused_by(account) => Err(NotTheirs::SamePerson),
        Role::Chair => Ok(()),
        Role::Coordinator if !of_appeal => Ok(()),
        _ => Err(NotTheirs::OutOfReach),
    }
}

/// Out of order: the case went on since the person saw it.
const fn only_if(in_order: bool) -> Result<()> {
    if in_order {
        Ok(())
    } else {
        Err(Error::Overtaken)
    }
}

/// Whether somebody types in forms of organizations in this country.
fn reaches(person: &Person, host: Country) -> bool {
    person.role != Role::PostOfficer || person.hosts.contains(&host)
}

/// Reading: the applicant what is meant for them; the board, its posts, admins and auditors all of it.
pub fn read(actor: &Actor, case: &Case) -> Result<CanRead> {
    if !sees(actor, case)? {
        return Err(Denied::Hidden.into());
    }
    let internal = match actor {
        Actor::System => true,
        Actor::Person(person) => person.role != Role::Member && !case.concerns(person.id),
        Actor::Visitor => false,
    };
    Ok(CanRead {
        case: case.clone(),
        internal,
    })
}

/// Whether this person looks at the case from the desk, not as its applicant.
pub fn at_desk(actor: &Actor, case: &Case) -> Result<()> {
    let person = viewer(actor, case)?;
    if actor.has_desk() && case.number.is_some() && !case.concerns(person.id) {
        Ok(())
    } else {
        Err(Denied::Hidden.into())
    }
}

/// Who writes for the applicant, and the board; the last day is checked by the step itself.
pub fn revive(actor: &Actor, case: &Case) -> Result<CanRevive> {
    if writer(actor, case).is_err() {
        judge(actor, case)?;
    }
    only_if(matches!(case.stage, Stage::Expired { .. }))?;
    Ok(CanRevive::of(actor, case))
}

/// The applicant to the board; the board to both; a post to the board.
pub fn write(actor: &Actor, case: &Case, reach: Reach) -> Result<CanWrite> {
    let person = viewer(actor, case)?;
    only_if(case.number.is_some())?;
    let allowed = if case.is_own(person.id) {
        writer(actor, case).is_ok() && reach == Reach::Applicant
    } else if case.concerns(person.id) {
        false
    } else {
        match person.role {
            Role::Coordinator | Role::Chair => true,
            Role::PostOfficer => reach == Reach::Internal,
            Role::Member | Role::Admin | Role::Auditor => false,
        }
    };
    if !allowed {
        return Err(Denied::Forbidden.into());
    }
    Ok(CanWrite {
        actor: actor.clone(),
        case: case.clone(),
        reach,
    })
}

/// Whether a colleague can be named in a note: the board, and a post for its host countries; nobody who has a part in the case.
pub(super) fn may_be_told(account: AccountId, role: Role, hosts: &[Country], case: &Case) -> bool {
    let sees = match role {
        Role::Coordinator | Role::Chair => true,
        Role::PostOfficer => case.host_country.is_some_and(|host| hosts.contains(&host)),
        Role::Member | Role::Admin | Role::Auditor => false,
    };
    sees && case.number.is_some() && !case.concerns(account)
}

impl CanRead {
    pub(super) const fn case(&self) -> &Case {
        &self.case
    }

    /// Of which case, for features that keep something of it.
    pub const fn id(&self) -> CaseId {
        self.case.id
    }

    /// Whether also what is not meant for the applicant.
    pub const fn internal(&self) -> bool {
        self.internal
    }
}

impl CanWrite {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn case(&self) -> &Case {
        &self.case
    }

    pub(super) const fn reach(&self) -> Reach {
        self.reach
    }
}

#[cfg(test)]
#[path = "policy_test.rs"]
mod tests;
