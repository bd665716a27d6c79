//! Mergers of persons, as their pages show them.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;

use super::merge::{PersonPart, counts};
use super::rows::read;
use super::{REASON, UNDONE};
use crate::Result;
use crate::ids::{AccountId, LeaderId, LeaderMergerId};
use crate::vault::{Sealed, Vault};

/// A merger of two entries.
#[derive(Debug)]
pub struct PeopleMerger {
    /// Its id.
    pub id: LeaderMergerId,
    /// The one that goes on.
    pub survivor: LeaderId,
    /// The one that gave way.
    pub other: LeaderId,
    /// Who did it.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
    /// Who took it back, when and why.
    pub undone: Option<(AccountId, DateTime<Utc>, String)>,
    /// How many rows changed, by what they are.
    pub counts: Vec<(PersonPart, usize)>,
    /// The rows.
    pub(super) rows: Value,
}

/// A merger.
pub async fn find(
    conn: &mut PgConnection,
    vault: &Vault,
    id: LeaderMergerId,
) -> Result<Option<PeopleMerger>> {
    let row = sqlx::query!(
        r#"select survivor_id as "survivor: LeaderId", other_id as "other: LeaderId", made_by as "by: AccountId", made_at,
            reason_sealed as "reason: Sealed", rows, undone_by as "undone_by: AccountId", undone_at,
            undone_reason_sealed as "undone_reason: Sealed"
         from leader_mergers where id = $1"#,
        id as _
    )
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let undone = match (row.undone_by, row.undone_at, &row.undone_reason) {
        (Some(by), Some(at), Some(why)) => Some((by, at, vault.open_text(UNDONE, id, why)?)),
        _ => None,
    };
    Ok(Some(PeopleMerger {
        id,
        survivor: row.survivor,
        other: row.other,
        by: row.by,
        at: row.made_at,
        reason: vault.open_text(REASON, id, &row.reason)?,
        undone,
        counts: counts(&read(&row.rows)?),
        rows: row.rows,
    }))
}

/// The mergers in which an entry went on or gave way, the newest first, with the day of each.
pub async fn of_leader(
    conn: &mut PgConnection,
    leader: LeaderId,
) -> Result<Vec<(LeaderMergerId, DateTime<Utc>)>> {
    let rows = sqlx::query!(
        r#"select id as "id: LeaderMergerId", made_at from leader_mergers
         where survivor_id = $1 or other_id = $1 order by id desc"#,
        leader as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.made_at)).collect())
}
