//! The letters that standings cause. They go to the owners, into the outbox of the transaction of their cause.

use sqlx::PgConnection;

use crate::Result;
use crate::db::Tx;
use crate::ids::{AccountId, OrganizationId};
use crate::notice::{self, Letter, OfOrganization, Recipient};
use crate::organization::Organization;

/// How many owners would get a letter.
pub async fn count_owners(conn: &mut PgConnection, organization: OrganizationId) -> Result<usize> {
    Ok(owners(conn, organization).await?.len())
}

/// The owners whose accounts are open.
async fn owners(conn: &mut PgConnection, organization: OrganizationId) -> Result<Vec<AccountId>> {
    Ok(sqlx::query_scalar!(
        "select t.account_id from organization_team t join accounts a on a.id = t.account_id
         where t.organization_id = $1 and t.until is null and t.role = 'owner' and a.closed_at is null
         order by t.account_id",
        organization as _
    )
    .fetch_all(conn)
    .await?)
}

/// Writes to every owner.
pub(super) async fn tell_owners(
    tx: &mut Tx,
    organization: &Organization,
    letter: impl Fn(OfOrganization) -> Letter,
) -> Result<()> {
    let of = OfOrganization {
        number: organization.number,
        title: organization.name.clone(),
    };
    for owner in owners(tx, organization.id).await? {
        notice::post(tx, Recipient::Account(owner), letter(of.clone())).await?;
    }
    Ok(())
}
