//! Mergers as they are read back: what was done to which, when, by whom and why.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::{MergerKind, REASON, UNDONE};
use crate::ids::{AccountId, MergerId, OrganizationId};
use crate::organization::{Organization, find_many};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// A merger, or a split.
#[derive(Clone, Debug)]
pub struct Merger {
    /// Its id.
    pub id: MergerId,
    /// What was done.
    pub kind: MergerKind,
    /// The one that went on.
    pub survivor: Organization,
    /// The one that gave way, or was split off.
    pub other: Organization,
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
    /// How it was taken back.
    pub undone: Option<Undone>,
}

/// How a merger was taken back.
#[derive(Clone, Debug)]
pub struct Undone {
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

struct Row {
    id: MergerId,
    kind: MergerKind,
    survivor_id: OrganizationId,
    other_id: OrganizationId,
    made_by: AccountId,
    made_at: DateTime<Utc>,
    reason_sealed: Sealed,
    undone_by: Option<AccountId>,
    undone_at: Option<DateTime<Utc>>,
    undone_reason_sealed: Option<Sealed>,
}

/// One of them.
pub async fn find(conn: &mut PgConnection, vault: &Vault, id: MergerId) -> Result<Option<Merger>> {
    let rows = sqlx::query_as!(
        Row,
        "select id, kind, survivor_id, other_id, made_by, made_at, reason_sealed, undone_by, undone_at,
            undone_reason_sealed
         from mergers where id = $1",
        id as _
    )
    .fetch_all(&mut *conn)
    .await?;
    Ok(open(conn, vault, rows).await?.pop())
}

/// Those that an organization had a part in, the newest first.
pub async fn of_organization(
    conn: &mut PgConnection,
    vault: &Vault,
    id: OrganizationId,
) -> Result<Vec<Merger>> {
    let rows = sqlx::query_as!(
        Row,
        "select id, kind, survivor_id, other_id, made_by, made_at, reason_sealed, undone_by, undone_at,
            undone_reason_sealed
         from mergers where survivor_id = $1 or other_id = $1 order by id desc limit 100",
        id as _
    )
    .fetch_all(&mut *conn)
    .await?;
    open(conn, vault, rows).await
}

async fn open(conn: &mut PgConnection, vault: &Vault, rows: Vec<Row>) -> Result<Vec<Merger>> {
    let ids: Vec<OrganizationId> = rows
        .iter()
        .flat_map(|row| [row.survivor_id, row.other_id])
        .collect();
    let organizations = find_many(conn, &ids).await?;
    let of = |id: OrganizationId| {
        let found = organizations.iter().find(|it| it.id == id);
        found.cloned().ok_or(Error::NotFound)
    };
    rows.into_iter()
        .map(|row| {
            let undone = match (row.undone_by, row.undone_at, row.undone_reason_sealed) {
                (Some(by), Some(at), Some(sealed)) => Some(Undone {
                    by,
                    at,
                    reason: vault.open_text(UNDONE, row.id, &sealed)?,
                }),
                _ => None,
            };
            Ok(Merger {
                id: row.id,
                kind: row.kind,
                survivor: of(row.survivor_id)?,
                other: of(row.other_id)?,
                by: row.made_by,
                at: row.made_at,
                reason: vault.open_text(REASON, row.id, &row.reason_sealed)?,
                undone,
            })
        })
        .collect()
}

/// What stays under the number of one that gives way: how much its team and its applicants can read there as ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Papers {
    /// Cases.
    pub cases: i64,
    /// Documents.
    pub documents: i64,
    /// Certificates.
    pub certificates: i64,
    /// Rows of history.
    pub history: i64,
    /// Invitations to groups and initiatives that wait for an answer: nobody answers for whoever gave way.
    pub invitations: i64,
}

/// Counts what stays.
pub async fn papers(
    conn: &mut PgConnection,
    id: OrganizationId,
    now: DateTime<Utc>,
) -> Result<Papers> {
    Ok(sqlx::query_as!(
        Papers,
        r#"select (select count(*) from cases where organization_id = $1 and number is not null) as "cases!",
            (select count(*) from documents where organization_id = $1 and superseded_at is null) as "documents!",
            (select count(*) from certificates where organization_id = $1) as "certificates!",
            (select count(*) from history where organization_id = $1) as "history!",
            (select count(*) from group_invitations where organization_id = $1 and answer is null and expires_at > $2)
                + (select count(*) from initiative_invitations
                    where organization_id = $1 and answer is null and expires_at > $2) as "invitations!""#,
        id as _,
        now
    )
    .fetch_one(conn)
    .await?)
}
