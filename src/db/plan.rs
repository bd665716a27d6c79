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

/// Has what is asked in this transaction from here on looked up in indexes, or lets PostgreSQL choose again. Of a table that has just
/// been filled it knows little and would rather read the whole of it, once for each of many small questions in one statement.
///
/// # Errors
///
/// When the database does not answer.
pub async fn by_indexes(conn: &mut PgConnection, always: bool) -> Result<(), DbError> {
    // About the transaction itself, as above.
    let sql = match always {
        true => "set local enable_seqscan = off",
        false => "set local enable_seqscan to default",
    };
    sqlx::query(sql).execute(conn).await?;
    Ok(())
}
