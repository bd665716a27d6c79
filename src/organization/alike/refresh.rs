//! Making the keys of names that were written before there were any, or by a program that made others.

use super::keys::{self, keys_of};
use crate::Result;
use crate::db::Db;

/// The names of one transaction.
const BATCH: i64 = 2_000;

/// Makes the keys that are missing or old, and says of how many names. What has its keys is passed by an
/// index, so that nothing is left to do takes no time; two programs that start at once share the work.
pub async fn refresh_keys(db: &Db) -> Result<u64> {
    let mut done = 0;
    loop {
        let mut tx = db.begin().await?;
        let rows = sqlx::query!(
            r#"select organization_id, position, text as "text: String" from organization_names
               where keys_version < $1 order by keys_version limit $2 for update skip locked"#,
            keys::VERSION,
            BATCH
        )
        .fetch_all(&mut *tx)
        .await?;
        if rows.is_empty() {
            break;
        }
        let ids: Vec<uuid::Uuid> = rows.iter().map(|row| row.organization_id.uuid()).collect();
        let positions: Vec<i16> = rows.iter().map(|row| row.position).collect();
        let found: Vec<String> = rows.iter().map(|row| keys_of(&row.text)).collect();
        sqlx::query!(
            "update organization_names n set keys = r.keys::int[], keys_version = $4
             from unnest($1::uuid[], $2::smallint[], $3::text[]) as r (id, position, keys)
             where n.organization_id = r.id and n.position = r.position",
            &ids,
            &positions,
            &found,
            keys::VERSION
        )
        .execute(&mut *tx)
        .await?;
        let _ = tx.commit().await?;
        done += rows.len() as u64;
    }
    if done > 0 {
        // How rare a key is stands in the statistics.
        let mut tx = db.begin().await?;
        sqlx::query!("analyze organization_names")
            .execute(&mut *tx)
            .await?;
        let _ = tx.commit().await?;
    }
    Ok(done)
}
