//! Whether the vault's keys are those of this registry.

use crate::db::Db;

/// Whether the vault opens what the database holds of its accounts; true where there are none.
pub async fn opens(db: &Db) -> crate::Result<bool> {
    let mut read = db.read().await?;
    let (vault, any) = (
        read.vault(),
        sqlx::query!("select id, email_sealed from accounts limit 1")
            .fetch_optional(&mut *read)
            .await?,
    );
    Ok(any.is_none_or(|any| {
        vault
            .open("accounts.email", any.id, &any.email_sealed)
            .is_ok()
    }))
}
