//! Joining a group: the board puts a member in and tells them, or asks them first, as the group has it. Leaders are always asked.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::json;

use super::ending::End;
use super::policy::CanGroup;
use super::roles::{fits, is_agreed_to};
use super::said::{Joining, first_name};
use super::tell;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, GroupId, GroupInvitationId, LeaderId, MembershipId, OrganizationId};
use crate::leader;
use crate::notice::{self, Letter};
use crate::organization::{self, Mention, team};
use crate::values::{GroupKind, GroupRole, SigningOffice, codes};
use crate::{Error, Result};

codes! {
    /// What became of an invitation into a group.
    pub enum JoinAnswer {
        Accepted = "accepted",
        Declined = "declined",
        Withdrawn = "withdrawn",
        Expired = "expired",
    }
}

/// For how long one can answer.
pub(super) const ASKED_FOR: TimeDelta = TimeDelta::days(60);

/// A member of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// An organization.
    Organization(OrganizationId),
    /// A leader, for themselves.
    Leader(LeaderId),
}

impl Who {
    /// The organization, if it is one.
    pub const fn organization(self) -> Option<OrganizationId> {
        match self {
            Self::Organization(id) => Some(id),
            Self::Leader(_) => None,
        }
    }

    /// The leader, if it is one.
    pub const fn leader(self) -> Option<LeaderId> {
        match self {
            Self::Leader(id) => Some(id),
            Self::Organization(_) => None,
        }
    }
}

/// As what somebody comes into a group.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What they are there.
    pub role: GroupRole,
    /// The office that the seat is bound to, if it is.
    pub seat: Option<SigningOffice>,
    /// The last day of the term, if there is one.
    pub until: Option<NaiveDate>,
}

impl Entry {
    /// Without a last day.
    pub const fn new(role: GroupRole, seat: Option<SigningOffice>) -> Self {
        Self {
            role,
            seat,
            until: None,
        }
    }
}

/// What came of adding somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// They are in the group, and were told.
    Member(MembershipId),
    /// They are asked.
    Invited(GroupInvitationId),
}

/// Why somebody was not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// They are in the group already.
    AlreadyIn,
    /// They are asked already.
    Asked,
    /// The organization is struck off or merged into another.
    NotRegistered,
    /// The group is over.
    Over,
    /// It has a chair, or has asked somebody to be it.
    Chaired,
    /// Nobody is this in a group of this kind.
    Role,
    /// The leader did not agree to be invited at an address that is known.
    Unreachable,
    /// It is an organization of whoever would add it, or led by the leader whom they would: a colleague does that.
    Own,
}

/// Adds an organization to a group, or asks it, as the group has it; into a seat that is bound to an office of it, if one is named.
pub async fn add(
    tx: &mut Tx,
    can: &CanGroup,
    group: GroupId,
    organization: OrganizationId,
    entry: &Entry,
) -> Result<std::result::Result<Added, NotAdded>> {
    let organization = organization::mention(tx, organization)
        .await?
        .ok_or(Error::NotFound)?;
    if !organization.can_join() {
        return Ok(Err(NotAdded::NotRegistered));
    }
    let own = team::role_of_actor(tx, organization.id, can.by()).await?;
    if own.is_some() {
        return Ok(Err(NotAdded::Own));
    }
    let who = Who::Organization(organization.id);
    let held = match open(tx, (group, who), entry).await? {
        Ok(held) => held,
        Err(not) => return Ok(Err(not)),
    };
    if held.joining == Joining::Consent || is_agreed_to(entry.role) {
        if is_in(tx, group, who).await? {
            return Ok(Err(NotAdded::AlreadyIn));
        }
        return invite(tx, can, group, who, entry).await;
    }
    let by = can.by();
    let Some(id) = enter(tx, (group, who), entry, by.account()).await? else {
        return Ok(Err(NotAdded::AlreadyIn));
    };
    record_entry(tx, by, Act::GroupMemberAdded, (group, who), entry).await?;
    let letter = tell::of(tx, group, Some(&organization), entry).await?;
    team::tell(tx, organization.id, None, &Letter::GroupEntered(letter)).await?;
    Ok(Ok(Added::Member(id)))
}

/// Asks a leader to join a group, by a letter to the address at which they agreed to be invited.
pub async fn add_leader(
    tx: &mut Tx,
    can: &CanGroup,
    group: GroupId,
    leader: LeaderId,
    entry: &Entry,
) -> Result<std::result::Result<Added, NotAdded>> {
    if leader::leads_own(tx, can.by(), leader).await? {
        return Ok(Err(NotAdded::Own));
    }
    let who = Who::Leader(leader);
    match open(tx, (group, who), entry).await? {
        Ok(_) if is_in(tx, group, who).await? => Ok(Err(NotAdded::AlreadyIn)),
        Ok(_) => invite(tx, can, group, who, entry).await,
        Err(not) => Ok(Err(not)),
    }
}

/// A group that nobody else ends, and into which nobody else comes, until the transaction ends.
pub(super) struct Held {
    id: GroupId,
    /// What it is.
    pub(super) kind: GroupKind,
    /// How members come in.
    joining: Joining,
    /// Whether it is over.
    pub(super) is_over: bool,
    /// Now.
    at: DateTime<Utc>,
}

/// Holds a group.
pub(super) async fn hold(tx: &mut Tx, group: GroupId) -> Result<Held> {
    let (at, today) = (tx.now(), tx.today());
    let row = sqlx::query!(
        "select kind, joining, ended_on, ended_at from groups where id = $1 for no key update",
        group as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    let end = End {
        on: row.ended_on,
        at: row.ended_at,
    };
    Ok(Held {
        id: group,
        kind: row.kind,
        joining: row.joining,
        is_over: end.is_over(today),
        at,
    })
}

impl Held {
    /// Whether the group has a chair besides this one, or has asked somebody to be it.
    pub(super) async fn is_chaired_by_another(
        &self,
        tx: &mut Tx,
        but: Option<MembershipId>,
    ) -> Result<bool> {
        Ok(sqlx::query_scalar!(
            r#"select exists (select from group_members
                where group_id = $1 and role = 'chair' and until is null and id is distinct from $2)
               or exists (select from group_invitations
                where group_id = $1 and role = 'chair' and answer is null and expires_at > $3) as "is!""#,
            self.id as _,
            but as _,
            self.at
        )
        .fetch_one(&mut **tx)
        .await?)
    }
}

/// Holds a group into which somebody can come so.
async fn open(
    tx: &mut Tx,
    (group, who): (GroupId, Who),
    entry: &Entry,
) -> Result<std::result::Result<Held, NotAdded>> {
    let held = hold(tx, group).await?;
    if held.is_over {
        return Ok(Err(NotAdded::Over));
    }
    if !fits(entry.role, held.kind, who) {
        return Ok(Err(NotAdded::Role));
    }
    if entry.role == GroupRole::Chair && held.is_chaired_by_another(tx, None).await? {
        return Ok(Err(NotAdded::Chaired));
    }
    Ok(Ok(held))
}

/// Asks somebody.
pub(super) async fn invite(
    tx: &mut Tx,
    can: &CanGroup,
    group: GroupId,
    who: Who,
    entry: &Entry,
) -> Result<std::result::Result<Added, NotAdded>> {
    let (now, by) = (tx.now(), can.by());
    let reached = match who {
        Who::Leader(leader) => match leader::reach(tx, &[leader]).await?.remove(&leader) {
            Some(to) => Some(to),
            None => return Ok(Err(NotAdded::Unreachable)),
        },
        Who::Organization(_) => None,
    };
    sqlx::query!(
        "update group_invitations set answer = 'expired', answered_at = expires_at
         where group_id = $1 and (organization_id = $2 or leader_id = $3) and answer is null and expires_at <= $4",
        group as _,
        who.organization() as _,
        who.leader() as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let id = GroupInvitationId::fresh();
    let asked = sqlx::query!(
        "insert into group_invitations (id, group_id, organization_id, leader_id, role, seat, term_until, invited_by, invited_at,
            expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing",
        id as _,
        group as _,
        who.organization() as _,
        who.leader() as _,
        entry.role as _,
        entry.seat as _,
        entry.until,
        by.account() as _,
        now,
        now + ASKED_FOR
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if asked == 0 {
        return Ok(Err(NotAdded::Asked));
    }
    record_entry(tx, by, Act::GroupInvited, (group, who), entry).await?;
    match (who, reached) {
        (Who::Organization(id), _) => {
            let organization = organization::mention(tx, id).await?;
            let of = tell::of(tx, group, organization.as_ref(), entry).await?;
            team::tell(tx, id, None, &Letter::GroupInvited(of)).await?;
        }
        (Who::Leader(leader), Some(to)) => {
            let of = tell::of(tx, group, None, entry).await?;
            let token = super::link::token(tx, leader).await?;
            notice::post(tx, to, Letter::LeaderInvited { token, of }).await?;
        }
        (Who::Leader(_), None) => {}
    }
    Ok(Ok(Added::Invited(id)))
}

async fn is_in(tx: &mut Tx, group: GroupId, who: Who) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from group_members
           where group_id = $1 and (organization_id = $2 or leader_id = $3) and until is null) as "is_in!""#,
        group as _,
        who.organization() as _,
        who.leader() as _
    )
    .fetch_one(&mut **tx)
    .await?)
}

/// Writes a membership; nothing, if they are in the group already.
pub(super) async fn enter(
    tx: &mut Tx,
    (group, who): (GroupId, Who),
    entry: &Entry,
    added_by: Option<AccountId>,
) -> Result<Option<MembershipId>> {
    let (id, now) = (MembershipId::fresh(), tx.now());
    let added = sqlx::query!(
        "insert into group_members (id, group_id, organization_id, leader_id, role, since, seat, term_until, added_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing",
        id as _,
        group as _,
        who.organization() as _,
        who.leader() as _,
        entry.role as _,
        now,
        entry.seat as _,
        entry.until,
        added_by as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    Ok((added == 1).then_some(id))
}

/// What history says of one who comes, or is asked to.
pub(super) async fn record_entry(
    tx: &mut Tx,
    by: &Actor,
    act: Act,
    (group, who): (GroupId, Who),
    entry: &Entry,
) -> Result<()> {
    let name = first_name(tx, group).await?;
    let organization = match who {
        Who::Organization(id) => organization::mention(tx, id).await?,
        Who::Leader(_) => None,
    };
    let after = json!({
        "group": name,
        "organization": organization.as_ref().map(|it| it.number),
        "leader": who.leader(),
        "role": entry.role,
        "seat": entry.seat,
        "until": entry.until,
    });
    history::record(
        tx,
        by,
        Event::new(act, subject(group, organization.as_ref())).after(after),
    )
    .await
}

/// A group in history, and the organization that it was about.
pub(super) const fn subject(group: GroupId, organization: Option<&Mention>) -> Subject {
    let subject = Subject::group(group);
    match organization {
        Some(organization) => subject.of_organization(organization.id),
        None => subject,
    }
}
