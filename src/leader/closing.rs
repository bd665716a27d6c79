//! Closing an account whose person may lead something: the entries that were theirs are claimed anew, by another account.

use serde_json::json;

use super::asked::{end, subject};
use super::claim::{Claim, ClaimState, settle};
use super::lock;
use crate::Result;
use crate::account::Proven;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{ClaimId, LeaderId, OrganizationId};
use crate::organization::{self, Organization, team};

/// Closes somebody's own account, gives their places in teams back, and ends what they said is theirs, with what they said; or names
/// the organizations whose only owner they are, and changes nothing.
pub async fn close_account(tx: &mut Tx, proven: Proven) -> Result<Result<(), Vec<Organization>>> {
    let (account, by) = (proven.account(), proven.by());
    if let Err(orphans) = team::close_account(tx, proven).await? {
        return Ok(Err(orphans));
    }
    let rows = sqlx::query!(
        r#"select id as "id: ClaimId", leader_id as "leader: LeaderId", organization_id as "organization: OrganizationId",
            state as "state: ClaimState"
         from leader_claims where account_id = $1 and state in ('waiting', 'confirmed') order by id"#,
        account as _
    )
    .fetch_all(&mut **tx)
    .await?;
    // Of one person there are few.
    for row in rows {
        if let Some(leader) = row.leader {
            lock(tx, leader).await?;
            let claim = Claim {
                id: row.id,
                leader,
                account,
                state: row.state,
            };
            settle(tx, &by, &claim, (ClaimState::Ended, None)).await?;
        } else if let Some(organization) = row.organization {
            end(tx, row.id, (ClaimState::Ended, Some(account))).await?;
            if let Some(organization) = organization::mention(tx, organization).await? {
                let event = Event::new(Act::LeaderClaimEnded, subject(&organization))
                    .after(json!({ "account": account, "claim": row.id }));
                history::record(tx, &by, event).await?;
            }
        }
    }
    Ok(Ok(()))
}
