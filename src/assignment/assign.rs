//! Assigning a coordinator to an organization, handing over, and releasing.

use serde_json::json;

use super::policy::CanAssign;
use crate::actor::Denied;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, AssignmentId, OrganizationId};
use crate::organization::{self, team};
use crate::{Error, Result};

/// Gives an organization to a coordinator. `instead_of` is the assignment that the person saw: where somebody else
/// assigned meanwhile, this is overtaken. Only an open account of the board can be given one.
///
/// # Errors
///
/// [`Error::Denied`] if it is an organization of whoever would look after it.
pub async fn assign(
    tx: &mut Tx,
    can: &CanAssign,
    organization: OrganizationId,
    to: AccountId,
    instead_of: Option<AssignmentId>,
) -> Result<AssignmentId> {
    let organization = organization::mention(tx, organization)
        .await?
        .ok_or(Error::NotFound)?;
    // One that gave way is looked after by whoever looks after the other.
    organization::still_goes_on(tx, organization.id).await?;
    if !is_board(tx, to).await? {
        return Err(Error::NotFound);
    }
    if team::role_of(tx, organization.id, to).await?.is_some() {
        return Err(Denied::Forbidden.into());
    }
    let before = match instead_of {
        Some(seen) => Some(end(tx, seen).await?.account),
        None => None,
    };
    let id = AssignmentId::fresh();
    let now = tx.now();
    let assigned = sqlx::query!(
        "insert into organization_coordinators (id, organization_id, account_id, since) values ($1, $2, $3, $4)
         on conflict (organization_id) where until is null do nothing",
        id as _,
        organization.id as _,
        to as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if assigned == 0 {
        return Err(Error::Overtaken);
    }
    let subject = Subject::organization(organization.id, organization.number);
    let before = before.map(|before| json!({ "coordinator": before }));
    let event =
        Event::new(Act::CoordinatorAssigned, subject).changed(before, json!({ "coordinator": to }));
    history::record(tx, can.by(), event).await?;
    Ok(id)
}

/// Whether this is an open account of the board, held so until the end of the transaction.
pub(super) async fn is_board(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let found = sqlx::query_scalar!(
        "select true from accounts where id = $1 and closed_at is null and role in ('coordinator', 'chair') for share",
        account as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.is_some())
}

/// Ends an assignment: nobody looks after the organization until it is assigned again.
pub async fn release(tx: &mut Tx, can: &CanAssign, assignment: AssignmentId) -> Result<()> {
    let ended = end(tx, assignment).await?;
    let organization = organization::mention(tx, ended.organization)
        .await?
        .ok_or(Error::NotFound)?;
    let subject = Subject::organization(organization.id, organization.number);
    let before = json!({ "coordinator": ended.account });
    let event = Event::new(Act::CoordinatorReleased, subject).before(before);
    history::record(tx, can.by(), event).await
}

struct Ended {
    organization: OrganizationId,
    account: AccountId,
}

async fn end(tx: &mut Tx, assignment: AssignmentId) -> Result<Ended> {
    let now = tx.now();
    let row = sqlx::query!(
        "update organization_coordinators set until = $2 where id = $1 and until is null
         returning organization_id, account_id",
        assignment as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    Ok(Ended {
        organization: row.organization_id,
        account: row.account_id,
    })
}
