//! What colleagues are called, for pages of the desk. Personal: never for a log, and not for applicants.

use std::collections::HashMap;

use sqlx::PgConnection;

use super::NAME;
use crate::Result;
use crate::ids::AccountId;
use crate::vault::Vault;

/// The names of these accounts.
pub async fn called(
    conn: &mut PgConnection,
    vault: &Vault,
    accounts: &[AccountId],
) -> Result<HashMap<AccountId, String>> {
    let rows = sqlx::query!(
        "select id, name_sealed from accounts where id = any($1)",
        accounts as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| Ok((row.id, vault.open_text(NAME, row.id, &row.name_sealed)?)))
        .collect()
}
