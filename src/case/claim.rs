//! What only claims know: other claims of the same organization, and joining instead.

use serde_json::json;
use sqlx::PgConnection;

use super::policy::{CanDecide, CanRead};
use super::queue::Listed;
use super::save;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, CaseId, OrganizationId};
use crate::values::{CaseKind, TeamRole};
use crate::{Error, Result};

/// The other claims of the same organization, the first submitted first: one who decides on one looks at all.
pub async fn rivals(conn: &mut PgConnection, granted: &CanRead) -> Result<Vec<Listed>> {
    let case = granted.case();
    if case.kind != CaseKind::Claim || !granted.internal() {
        return Ok(Vec::new());
    }
    Ok(sqlx::query_as!(
        Listed,
        "select c.id, c.number, c.kind, c.stage, c.stage_since, c.title, c.title_language, c.host_country,
            c.holder_id, c.submitted_at, c.due_on, c.draft_saved_at, c.organization_id
         from cases c
         where c.kind = 'claim' and c.organization_id = $1 and c.id <> $2 and c.number is not null
            and c.stage not in ('withdrawn', 'refused')
         order by c.submitted_at, c.id limit 50",
        case.organization as _,
        case.id as _
    )
    .fetch_all(conn)
    .await?)
}

/// The claim of this organization that somebody has under way, if there is one.
pub async fn open_claim_of(
    conn: &mut PgConnection,
    organization: OrganizationId,
    account: AccountId,
) -> Result<Option<CaseId>> {
    Ok(sqlx::query_scalar!(
        "select id from cases where kind = 'claim' and organization_id = $1 and applicant_id = $2
            and stage not in ('accepted', 'accepted_with_conditions', 'refused', 'withdrawn')
         order by created_at limit 1",
        organization as _,
        account as _
    )
    .fetch_optional(conn)
    .await?)
}

/// Offers a claimant to join instead: the organization has an owner by now. What they become is on record before the
/// decision, and they see it.
pub async fn change_to_joining(tx: &mut Tx, granted: CanDecide, role: TeamRole) -> Result<()> {
    let case = granted.case();
    if case.kind != CaseKind::Claim || role == TeamRole::Owner {
        return Err(Error::Overtaken);
    }
    let changed = sqlx::query!(
        "update cases set joins_as = $4, revision = revision + 1 where id = $1 and stage = $2 and revision = $3",
        case.id as _,
        case.stage.code() as _,
        case.revision,
        role as _
    )
    .execute(&mut **tx)
    .await?;
    if changed.rows_affected() == 0 {
        return Err(Error::Overtaken);
    }
    let event =
        Event::new(Act::CaseChangedToJoining, save::subject(case)).after(json!({ "role": role }));
    history::record(tx, granted.by(), event).await
}
