//! Entries that gave way to another: where they lead, and what of them goes over. Whole mergers are done above.

use std::collections::BTreeMap;

use sqlx::PgConnection;

use super::person::{LeaderName, NAMES};
use crate::Result;
use crate::db::Tx;
use crate::ids::LeaderId;
use crate::vault::Vault;

/// The entry that one gave way to.
pub async fn merged_into(conn: &mut PgConnection, leader: LeaderId) -> Result<Option<LeaderId>> {
    let into = sqlx::query_scalar!(
        r#"select merged_into as "into: LeaderId" from leaders where id = $1"#,
        leader as _
    )
    .fetch_optional(conn)
    .await?;
    Ok(into.flatten())
}

/// Lets an entry lead to another, and those that gave way to it before: nobody takes two steps.
pub async fn give_way(tx: &mut Tx, other: LeaderId, survivor: LeaderId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update leaders set merged_into = $2, public_names = null, to_be_told = false, consents_to_be_told = false, updated_at = $3,
            revision = revision + 1 where id = $1",
        other as _,
        survivor as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update leaders set merged_into = $2 where merged_into = $1",
        other as _,
        survivor as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Who is another than the one that gives way is another than its survivor, too.
pub async fn bring_likenesses(tx: &mut Tx, survivor: LeaderId, other: LeaderId) -> Result<()> {
    sqlx::query!(
        "insert into leader_likenesses (one_id, other_id, score, signs, found_at, different_by, different_at)
         select least($1, third.id), greatest($1, third.id), l.score, l.signs, l.found_at, l.different_by, l.different_at
         from leader_likenesses l
         cross join lateral (select case when l.one_id = $2 then l.other_id else l.one_id end as id) third
         where (l.one_id = $2 or l.other_id = $2) and third.id <> $1 and l.different_at is not null
         on conflict (one_id, other_id) do update
            set different_by = excluded.different_by, different_at = excluded.different_at
            where leader_likenesses.different_at is null",
        survivor as _,
        other as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What some leaders are called, for those who see all of them.
pub async fn names_of(
    conn: &mut PgConnection,
    vault: &Vault,
    leaders: &[LeaderId],
) -> Result<BTreeMap<LeaderId, Vec<LeaderName>>> {
    let rows = sqlx::query!(
        "select id, names_sealed from leaders where id = any($1)",
        leaders as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| Ok((row.id, vault.open_json(NAMES, row.id, &row.names_sealed)?)))
        .collect()
}
