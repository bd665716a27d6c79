//! Changes of a team: another role, leaving, removal. Each counts the owners under the lock.

use serde_json::json;

use super::owners::{is_last, lock, lock_as_owner};
use super::{handover, in_letters, role_of};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, OrganizationId};
use crate::notice::{self, Letter, Recipient};
use crate::organization::Organization;
use crate::organization::policy::{CanKeepSeat, CanKeepTeam};
use crate::values::TeamRole;
use crate::{Error, Result};

/// It would leave the organization without an owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastOwner;

/// Changes what a member may do. They are told by letter.
pub async fn change_role(
    tx: &mut Tx,
    granted: &CanKeepTeam,
    member: AccountId,
    role: TeamRole,
) -> Result<Result<(), LastOwner>> {
    let organization = granted.organization();
    lock_as_owner(tx, granted.actor(), organization.id).await?;
    let was = role_of(tx, organization.id, member)
        .await?
        .ok_or(Error::Overtaken)?;
    if was == role {
        return Ok(Ok(()));
    }
    if was == TeamRole::Owner && is_last(tx, organization.id, member).await? {
        return Ok(Err(LastOwner));
    }
    set_role(tx, organization.id, member, role).await?;
    handover::end_all_of(tx, organization.id, member).await?;
    let event = Event::new(Act::TeamRoleChanged, subject(organization))
        .before(json!({ "account": member, "role": was }))
        .after(json!({ "account": member, "role": role }));
    history::record(tx, granted.actor(), event).await?;
    if granted.actor().account() != Some(member) {
        let of = in_letters(organization);
        let letter = Letter::TeamRoleChanged { of, role };
        notice::post(tx, Recipient::Account(member), letter).await?;
    }
    Ok(Ok(()))
}

/// Leaves the team.
pub async fn leave(tx: &mut Tx, granted: &CanKeepSeat) -> Result<Result<(), LastOwner>> {
    let organization = granted.organization();
    let account = granted.actor().person()?.id;
    lock(tx, organization.id).await?;
    let was = role_of(tx, organization.id, account)
        .await?
        .ok_or(Error::Overtaken)?;
    if was == TeamRole::Owner && is_last(tx, organization.id, account).await? {
        return Ok(Err(LastOwner));
    }
    end_seat(tx, organization.id, account).await?;
    let event = Event::new(Act::TeamLeft, subject(organization))
        .before(json!({ "account": account, "role": was }));
    history::record(tx, granted.actor(), event).await?;
    Ok(Ok(()))
}

/// Takes somebody out of the team. They are told by letter.
pub async fn remove(
    tx: &mut Tx,
    granted: &CanKeepTeam,
    member: AccountId,
) -> Result<Result<(), LastOwner>> {
    let organization = granted.organization();
    lock_as_owner(tx, granted.actor(), organization.id).await?;
    let was = role_of(tx, organization.id, member)
        .await?
        .ok_or(Error::Overtaken)?;
    if was == TeamRole::Owner && is_last(tx, organization.id, member).await? {
        return Ok(Err(LastOwner));
    }
    end_seat(tx, organization.id, member).await?;
    let event = Event::new(Act::TeamMemberRemoved, subject(organization))
        .before(json!({ "account": member, "role": was }));
    history::record(tx, granted.actor(), event).await?;
    if granted.actor().account() != Some(member) {
        let letter = Letter::TeamRemoved(in_letters(organization));
        notice::post(tx, Recipient::Account(member), letter).await?;
    }
    Ok(Ok(()))
}

pub(super) fn subject(organization: &Organization) -> Subject {
    Subject::organization(organization.id, organization.number)
}

/// Writes a role. Under the lock.
pub(super) async fn set_role(
    tx: &mut Tx,
    organization: OrganizationId,
    account: AccountId,
    role: TeamRole,
) -> Result<()> {
    sqlx::query!(
        "update organization_team set role = $3 where organization_id = $1 and account_id = $2 and until is null",
        organization as _,
        account as _,
        role as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Ends a place in a team, with what was offered to and by its bearer. Under the lock.
async fn end_seat(tx: &mut Tx, organization: OrganizationId, account: AccountId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update organization_team set until = $3 where organization_id = $1 and account_id = $2 and until is null",
        organization as _,
        account as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    handover::end_all_of(tx, organization, account).await
}
