//! A double click is one act: the key that a creating form carries is used up by the first that commits.

use super::{DbError, Tx};
use crate::ids::{AccountId, OnceKey};

/// Takes a key, or says where its first use led. A second use waits until the first is decided.
pub async fn claim(
    tx: &mut Tx,
    account: AccountId,
    key: OnceKey,
) -> Result<Option<String>, DbError> {
    let now = tx.now();
    let taken = sqlx::query!(
        "insert into once (account_id, key, location, at) values ($1, $2, '', $3) on conflict do nothing",
        account as _,
        key as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if taken == 1 {
        return Ok(None);
    }
    sqlx::query_scalar!(
        "select location from once where account_id = $1 and key = $2",
        account as _,
        key as _
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Says where the use of a key led.
pub async fn finish(
    tx: &mut Tx,
    account: AccountId,
    key: OnceKey,
    location: &str,
) -> Result<(), DbError> {
    sqlx::query!(
        "update once set location = $3 where account_id = $1 and key = $2",
        account as _,
        key as _,
        location
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
