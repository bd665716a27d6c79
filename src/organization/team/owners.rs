//! The owners of an organization: whoever counts them holds the team first, so that it is never without one.

use sqlx::PgConnection;

use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{AccountId, OrganizationId};
use crate::values::TeamRole;
use crate::{Error, Result};

use super::role_of;

/// Waits for whoever changes the team of this organization now. What is counted after it stays so until the end of the
/// transaction. Several organizations are held in the order of their ids, and organizations before accounts.
pub async fn lock(tx: &mut Tx, organization: OrganizationId) -> Result<()> {
    sqlx::query_scalar!(
        "select id from organizations where id = $1 for no key update",
        organization as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(|_: OrganizationId| ())
    .ok_or(Error::NotFound)
}

/// Its owners who can still sign in, in the order in which they came.
pub async fn owners(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<AccountId>> {
    Ok(sqlx::query_scalar!(
        "select t.account_id from organization_team t join accounts a on a.id = t.account_id
         where t.organization_id = $1 and t.role = 'owner' and t.until is null and a.closed_at is null
         order by t.since, t.account_id",
        organization as _
    )
    .fetch_all(conn)
    .await?)
}

/// Holds the team, and makes sure that the actor is still one of its owners.
pub(super) async fn lock_as_owner(
    tx: &mut Tx,
    actor: &Actor,
    organization: OrganizationId,
) -> Result<()> {
    lock(tx, organization).await?;
    let account = actor.person()?.id;
    match role_of(tx, organization, account).await? {
        Some(TeamRole::Owner) => Ok(()),
        _ => Err(Error::Overtaken),
    }
}

/// Whether this account is the only owner. To be asked under the lock.
pub(super) async fn is_last(
    tx: &mut Tx,
    organization: OrganizationId,
    account: AccountId,
) -> Result<bool> {
    Ok(owners(tx, organization).await? == [account])
}
