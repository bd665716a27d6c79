//! What only claims know: other claims of the same organization, and joining instead.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::policy::{CanDecide, CanRead};
use super::row::StageCode;
use super::{save, submission};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, CaseId, OrganizationId, SubmissionId};
use crate::values::{CaseKind, Prose, TeamRole, TrackingNumber};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Another claim of the same organization.
#[derive(Clone, Debug)]
pub struct Rival {
    /// Its id.
    pub id: CaseId,
    /// Its tracking number.
    pub number: Option<TrackingNumber>,
    /// Where it stands.
    pub stage: StageCode,
    /// Who claims.
    pub claimant: AccountId,
    /// When it was first submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// What was said last to prove it.
    pub words: Option<Prose>,
}

/// The other claims of the same organization, the first submitted first: one who decides on one looks at all.
pub async fn rivals(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Vec<Rival>> {
    let case = granted.case();
    if case.kind != CaseKind::Claim || !granted.internal() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select c.id, c.number, c.stage, c.applicant_id, c.submitted_at,
            s.id as "submission?: SubmissionId", s.words_sealed as "words?: Sealed"
         from cases c
         left join lateral (select id, words_sealed from case_submissions
            where case_id = c.id order by ordinal desc limit 1) s on true
         where c.kind = 'claim' and c.organization_id = $1 and c.id <> $2 and c.number is not null
            and c.stage not in ('withdrawn', 'refused')
         order by c.submitted_at, c.id limit 50"#,
        case.organization as _,
        case.id as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let words = row.submission.zip(row.words);
            Ok(Rival {
                id: row.id,
                number: row.number,
                stage: row.stage,
                claimant: row.applicant_id,
                submitted_at: row.submitted_at,
                words: words
                    .map(|(id, sealed)| submission::words(vault, id, &sealed))
                    .transpose()?,
            })
        })
        .collect()
}

/// The claim of this organization that somebody has under way, if there is one.
pub async fn open_claim_of(
    conn: &mut PgConnection,
    organization: OrganizationId,
    account: AccountId,
) -> Result<Option<CaseId>> {
    Ok(sqlx::query_scalar!(
        "select id from cases where kind = 'claim' and organization_id = $1 and applicant_id = $2
            and stage not in ('accepted', 'accepted_with_conditions', 'refused', 'withdrawn', 'expired')
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
