//! Reading history.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use super::record::REASON;
use super::{Act, SubjectKind};
use crate::db::Whole;
use crate::ids::{AccountId, BulkId, CaseId, DutyHandoverId, EventId, OrganizationId};
use crate::vault::{Sealed, Vault};

/// The most rows that one page shows.
const MOST: i64 = 200;

/// A row of history.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id; later rows have larger ones.
    pub id: EventId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; nobody for jobs, commands and visitors.
    pub account: Option<AccountId>,
    /// In which role.
    pub role: String,
    /// What was done.
    pub act: Act,
    /// To what kind of thing.
    pub subject_kind: SubjectKind,
    /// To which.
    pub subject_id: Uuid,
    /// Its public number.
    pub subject_number: Option<String>,
    /// What was so before.
    pub before: Option<Value>,
    /// What was so then.
    pub after: Option<Value>,
    /// Why, in the words of whoever did it.
    pub reason: Option<String>,
    /// The act that it was a part of.
    pub whole: Option<Whole>,
}

struct Row {
    id: EventId,
    at: DateTime<Utc>,
    account_id: Option<AccountId>,
    role: String,
    act: Act,
    subject_kind: SubjectKind,
    subject_id: Uuid,
    subject_number: Option<String>,
    before: Option<Value>,
    after: Option<Value>,
    reason_sealed: Option<Sealed>,
    duty_handover_id: Option<DutyHandoverId>,
    bulk_id: Option<BulkId>,
}

/// What happened in a case, the newest first.
pub async fn of_case(
    conn: &mut PgConnection,
    vault: &Vault,
    case: CaseId,
) -> Result<Vec<Entry>, crate::Error> {
    let rows = sqlx::query_as!(
        Row,
        "select id, at, account_id, role, act, subject_kind, subject_id, subject_number, before, after, reason_sealed,
            duty_handover_id, bulk_id
         from history where case_id = $1 order by id desc limit $2",
        case as _,
        MOST
    )
    .fetch_all(conn)
    .await?;
    open(vault, rows)
}

/// What happened to an organization, the newest first.
pub async fn of_organization(
    conn: &mut PgConnection,
    vault: &Vault,
    organization: OrganizationId,
) -> Result<Vec<Entry>, crate::Error> {
    of_organizations(conn, vault, &[organization]).await
}

/// What happened to any of these, the newest first: to one, and to those that gave way to it.
pub async fn of_organizations(
    conn: &mut PgConnection,
    vault: &Vault,
    organizations: &[OrganizationId],
) -> Result<Vec<Entry>, crate::Error> {
    let rows = sqlx::query_as!(
        Row,
        "select id, at, account_id, role, act, subject_kind, subject_id, subject_number, before, after, reason_sealed,
            duty_handover_id, bulk_id
         from history where organization_id = any($1) order by id desc limit $2",
        organizations as _,
        MOST
    )
    .fetch_all(conn)
    .await?;
    open(vault, rows)
}

/// What happened to one thing, the newest first.
pub async fn of_subject(
    conn: &mut PgConnection,
    vault: &Vault,
    kind: SubjectKind,
    id: Uuid,
) -> Result<Vec<Entry>, crate::Error> {
    let rows = sqlx::query_as!(
        Row,
        "select id, at, account_id, role, act, subject_kind, subject_id, subject_number, before, after, reason_sealed,
            duty_handover_id, bulk_id
         from history where subject_kind = $1 and subject_id = $2 order by id desc limit $3",
        kind as _,
        id,
        MOST
    )
    .fetch_all(conn)
    .await?;
    open(vault, rows)
}

fn open(vault: &Vault, rows: Vec<Row>) -> Result<Vec<Entry>, crate::Error> {
    rows.into_iter()
        .map(|row| {
            let reason = row
                .reason_sealed
                .map(|sealed| vault.open_text(REASON, row.id, &sealed))
                .transpose()?;
            Ok(Entry {
                id: row.id,
                at: row.at,
                account: row.account_id,
                role: row.role,
                act: row.act,
                subject_kind: row.subject_kind,
                subject_id: row.subject_id,
                subject_number: row.subject_number,
                before: row.before,
                after: row.after,
                reason,
                whole: row
                    .duty_handover_id
                    .map(Whole::DutyHandover)
                    .or(row.bulk_id.map(Whole::Bulk)),
            })
        })
        .collect()
}
