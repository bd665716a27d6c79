//! How PostgreSQL plans what is asked of it.

use sqlx::PgConnection;

use super::DbError;

/// Has every question of this transaction planned for what it asks with. Otherwise, after five times, PostgreSQL takes one plan for
/// all that a statement may be asked with, and where hardly anything or nearly everything may be asked for that reads whole tables
/// (PostgreSQL, `plan_cache_mode`).
///
/// # Errors
///
/// When the database does not answer.
pub async fn plan_anew(conn: &mut PgConnection) -> Result<(), DbError> {
    // About the transaction itself: nothing of it can be checked against tables.
    sqlx::query("set local plan_cache_mode = force_custom_plan")
        .execute(conn)
        .await?;
    Ok(())
}
