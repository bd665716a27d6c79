//! Who may see, add and judge documents, and who keeps the checklists.

use super::Document;
use crate::Result;
use crate::actor::{Actor, Denied};
use crate::case::{self, Case, Reach};
use crate::ids::AttachmentId;
use crate::organization::{self, Organization};
use crate::values::TeamRole;

/// What a document belongs to.
#[derive(Clone, Debug)]
pub enum Owner {
    /// A case.
    Case(Box<Case>),
    /// An organization that is registered.
    Organization(Box<Organization>),
}

/// May add documents.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanAdd {
    actor: Actor,
    owner: Owner,
}

/// May see a list of documents.
#[derive(Debug)]
#[must_use = "read with it"]
pub struct CanList {
    owner: Owner,
    at_desk: bool,
}

/// May see a document.
#[derive(Debug)]
#[must_use = "read with it"]
pub struct CanSee {
    actor: Actor,
    document: Document,
    at_desk: bool,
    typed_in: bool,
}

/// May say whether a document is fine.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanJudge {
    actor: Actor,
    document: Document,
}

/// May add a file to a note or message that they write.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanAttach {
    actor: Actor,
    case: Case,
    reach: Reach,
}

/// May see a file that came with a note or message.
#[derive(Debug)]
#[must_use = "read with it"]
pub struct CanSeeAttachment {
    id: AttachmentId,
}

/// May keep the checklists.
#[derive(Debug)]
#[must_use = "act with it"]
pub struct CanKeepChecklists {
    actor: Actor,
}

/// Whoever may write a case's form, as long as it is with them.
pub fn add_to_case(actor: &Actor, case: &Case) -> Result<CanAdd> {
    let _ = case::policy::edit(actor, case)?;
    Ok(CanAdd {
        actor: actor.clone(),
        owner: Owner::Case(Box::new(case.clone())),
    })
}

/// Owners and editors of an organization.
pub fn add_to_organization(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanAdd, Denied> {
    actor.person()?;
    match own {
        // One that gave way to another is read as ever, and changed no more.
        Some(TeamRole::Owner | TeamRole::Editor) if organization.merged_into.is_some() => {
            Err(Denied::Forbidden)
        }
        Some(TeamRole::Owner | TeamRole::Editor) => Ok(CanAdd {
            actor: actor.clone(),
            owner: Owner::Organization(Box::new(organization.clone())),
        }),
        Some(TeamRole::Reader) => Err(Denied::Forbidden),
        None => Err(Denied::Hidden),
    }
}

/// Whoever sees the case.
pub fn list_of_case(actor: &Actor, case: &Case) -> Result<CanList> {
    let _ = case::policy::read(actor, case)?;
    Ok(CanList {
        at_desk: case::policy::at_desk(actor, case).is_ok(),
        owner: Owner::Case(Box::new(case.clone())),
    })
}

/// Whoever sees all of the organization.
pub fn list_of_organization(
    actor: &Actor,
    organization: &Organization,
    own: Option<TeamRole>,
) -> Result<CanList, Denied> {
    organization::policy::see_all(actor, organization, own)?;
    Ok(CanList {
        at_desk: own.is_none(),
        owner: Owner::Organization(Box::new(organization.clone())),
    })
}

/// Whoever sees what the document belongs to: its case, or the organization that it went over to. Both are asked by the same
/// questions as their own pages.
pub fn see(
    actor: &Actor,
    document: &Document,
    case: Option<&Case>,
    organization: Option<(&Organization, Option<TeamRole>)>,
) -> Result<CanSee, Denied> {
    let person = actor.person()?.id;
    let sees_case = case.is_some_and(|case| case::policy::read(actor, case).is_ok());
    let sees_organization = organization.is_some_and(|(organization, own)| {
        organization::policy::see_all(actor, organization, own).is_ok()
    });
    if !sees_case && !sees_organization {
        return Err(Denied::Hidden);
    }
    let is_own = case.is_some_and(|case| case.concerns(person))
        || organization.is_some_and(|(_, own)| own.is_some());
    Ok(CanSee {
        actor: actor.clone(),
        document: document.clone(),
        at_desk: actor.has_desk() && !is_own,
        typed_in: case.is_some_and(|case| case.was_typed_by(person)),
    })
}

/// The board; nobody a document of their own, nor of a case that they typed in.
pub fn judge(seen: &CanSee) -> Result<CanJudge, Denied> {
    if !seen.at_desk {
        return Err(Denied::Hidden);
    }
    if !seen.actor.is_board() || seen.typed_in {
        return Err(Denied::Forbidden);
    }
    Ok(CanJudge {
        actor: seen.actor.clone(),
        document: seen.document.clone(),
    })
}

/// Whoever may write the words that it comes with.
pub fn attach(actor: &Actor, case: &Case, reach: Reach) -> Result<CanAttach> {
    let _ = case::policy::write(actor, case, reach)?;
    Ok(CanAttach {
        actor: actor.clone(),
        case: case.clone(),
        reach,
    })
}

/// Whoever may read the words that it came with. To others it is not there: not even that there is a note.
pub fn see_attachment(
    actor: &Actor,
    case: &Case,
    reach: Reach,
    id: AttachmentId,
) -> Result<CanSeeAttachment> {
    let granted = case::policy::read(actor, case)?;
    match reach == Reach::Applicant || granted.internal() {
        true => Ok(CanSeeAttachment { id }),
        false => Err(Denied::Hidden.into()),
    }
}

/// Admins.
pub fn keep_checklists(actor: &Actor) -> Result<CanKeepChecklists, Denied> {
    if let Actor::System = actor {
        return Ok(CanKeepChecklists {
            actor: actor.clone(),
        });
    }
    actor.person()?;
    if !actor.has_desk() {
        return Err(Denied::Hidden);
    }
    if !actor.is_admin() {
        return Err(Denied::Forbidden);
    }
    Ok(CanKeepChecklists {
        actor: actor.clone(),
    })
}

impl CanAdd {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    /// To what.
    pub const fn owner(&self) -> &Owner {
        &self.owner
    }
}

impl CanAttach {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    pub(super) const fn case(&self) -> &Case {
        &self.case
    }

    pub(super) const fn is_internal(&self) -> bool {
        matches!(self.reach, Reach::Internal)
    }
}

impl CanSeeAttachment {
    pub(super) const fn id(&self) -> AttachmentId {
        self.id
    }
}

impl CanList {
    /// Of what.
    pub const fn owner(&self) -> &Owner {
        &self.owner
    }

    /// Whether from the desk, not as one's own.
    pub const fn at_desk(&self) -> bool {
        self.at_desk
    }
}

impl CanSee {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    /// Which.
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// Whether from the desk, not as one's own.
    pub const fn at_desk(&self) -> bool {
        self.at_desk
    }
}

impl CanJudge {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }

    /// Which.
    pub const fn document(&self) -> &Document {
        &self.document
    }
}

impl CanKeepChecklists {
    pub(super) const fn by(&self) -> &Actor {
        &self.actor
    }
}
