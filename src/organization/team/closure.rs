//! Closing an account whose owner may be in teams: no organization loses its last owner by it.

use serde_json::json;

use super::change::subject;
use super::owners::{is_last, lock};
use super::{Organization, handover, role_of};
use crate::Result;
use crate::account::{self, Proven};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::OrganizationId;
use crate::organization::find_many;
use crate::values::TeamRole;

/// Closes somebody's own account and gives their places in teams back; or names the organizations whose only owner
/// they are, and changes nothing. For `leader::close_account` alone, which ends what they said is theirs.
pub(crate) async fn close_account(
    tx: &mut Tx,
    proven: Proven,
) -> Result<Result<(), Vec<Organization>>> {
    let (account, by) = (proven.account(), proven.by());
    // In the order of ids, and before the account: whoever changes two teams at once waits and does not deadlock.
    let teams: Vec<OrganizationId> = sqlx::query_scalar!(
        "select organization_id from organization_team where account_id = $1 and until is null order by organization_id",
        account as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut left = Vec::new();
    let mut orphans = Vec::new();
    for organization in teams {
        lock(tx, organization).await?;
        let Some(was) = role_of(tx, organization, account).await? else {
            continue;
        };
        if was == TeamRole::Owner && is_last(tx, organization, account).await? {
            orphans.push(organization);
        }
        left.push((organization, was));
    }
    if !orphans.is_empty() {
        return Ok(Err(find_many(tx, &orphans).await?));
    }
    account::close(tx, proven).await?;
    let now = tx.now();
    // Also a place that was given between the first look and the lock on the account.
    sqlx::query!(
        "update organization_team set until = $2 where account_id = $1 and until is null",
        account as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let ids: Vec<OrganizationId> = left.iter().map(|(id, _)| *id).collect();
    for organization in find_many(tx, &ids).await? {
        handover::end_all_of(tx, organization.id, account).await?;
        let was = left.iter().find(|(id, _)| *id == organization.id);
        let event = Event::new(Act::TeamLeft, subject(&organization))
            .before(json!({ "account": account, "role": was.map(|(_, role)| role) }));
        history::record(tx, &by, event).await?;
    }
    Ok(Ok(()))
}
