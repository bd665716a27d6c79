//! Erasing the content of files that were taken out. Nobody can open it any more: their keys went at once.

use crate::Result;
use crate::db::{Db, Tx};
use crate::document::Storage;
use crate::ids::InitiativeFileId;

/// How many are erased in one go.
const SOME: i64 = 50;

/// Erases whatever was taken out. What the documents' place does not let go of is tried again the next time.
pub async fn erase(db: &Db, documents: &Storage) -> Result<()> {
    loop {
        let erased = erase_some(db, documents).await?;
        if erased.is_empty() {
            return Ok(());
        }
        let mut tx = db.begin().await?;
        note(&mut tx, &erased).await?;
        let _ = tx.commit().await?;
    }
}

/// No transaction is held while files are waited for.
async fn erase_some(db: &Db, documents: &Storage) -> Result<Vec<InitiativeFileId>> {
    let mut read = db.read().await?;
    let rows = sqlx::query!(
        r#"select id, object as "object!", small from initiative_files
         where removed_at is not null and object is not null order by removed_at limit $1"#,
        SOME
    )
    .fetch_all(&mut *read)
    .await?;
    drop(read);
    let mut erased = Vec::new();
    for row in rows {
        let objects = std::iter::once(row.object).chain(row.small);
        let mut is_gone = true;
        for object in objects {
            if let Err(error) = documents.erase(&object).await {
                tracing::warn!(%error, "a file that was taken out is still there; it will be erased");
                is_gone = false;
            }
        }
        if is_gone {
            erased.push(row.id);
        }
    }
    Ok(erased)
}

async fn note(tx: &mut Tx, erased: &[InitiativeFileId]) -> Result<()> {
    sqlx::query!(
        "update initiative_files set object = null, small = null where id = any($1) and removed_at is not null",
        erased as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
