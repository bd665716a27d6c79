//! Writing them in one transaction by COPY, with the indexes made afterwards: that is several times faster than growing them.

use sqlx::{AssertSqlSafe, PgConnection};

use super::names::Source;
use super::row::{Batch, COLUMNS};
use super::{BulkError, make};
use crate::db::Db;

/// Fills a database that holds no organizations.
pub(super) async fn write(db: &Db, source: Source, count: u64) -> Result<(), BulkError> {
    let mut tx = db.begin().await?;
    // Nobody else's organizations may come in between.
    sqlx::query!("lock table organizations, organization_names, organization_identifiers in access exclusive mode")
        .execute(&mut *tx)
        .await?;
    let used = sqlx::query_scalar!(r#"select exists (select from organizations) as "used!""#)
        .fetch_one(&mut *tx)
        .await?;
    if used {
        return Err(BulkError::Used);
    }
    let first = sqlx::query_scalar!(r#"select nextval('organization_numbers') as "next!""#)
        .fetch_one(&mut *tx)
        .await?;
    let first =
        u64::try_from(first).map_err(|_| crate::Error::Contradiction("a negative number"))?;
    sqlx::query!("select set_config('maintenance_work_mem', '256MB', true)")
        .fetch_one(&mut *tx)
        .await?;
    let again = put_away(&mut tx).await?;
    let today = tx.today();
    let mut batches = make(source, first, count, today);
    let mut written = 0;
    while let Some(batch) = batches.recv().await {
        written += copy(&mut tx, batch).await?;
    }
    if written != count {
        return Err(BulkError::Stopped);
    }
    let last = i64::try_from(first + count.max(1) - 1).unwrap_or(i64::MAX);
    sqlx::query!("select setval('organization_numbers', $1)", last)
        .fetch_one(&mut *tx)
        .await?;
    for statement in again {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *tx)
            .await?;
    }
    sqlx::query("analyze organizations, organization_names, organization_identifiers")
        .execute(&mut *tx)
        .await?;
    let _ = tx.commit().await?;
    Ok(())
}

/// Takes away indexes, keys to other tables and keys of lists; gives the statements that make them again. What they are
/// called and hold is the migrations' affair: the catalogue of the database says it.
async fn put_away(conn: &mut PgConnection) -> Result<Vec<String>, BulkError> {
    // At run time, because the catalogue's own types are of no use to us.
    let constraints: Vec<(String, String)> = sqlx::query_as(
        "select format('alter table %s drop constraint %I', conrelid::regclass, conname),
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
         from pg_constraint where contype in ('f', 'p')
            and conrelid in ('organization_names'::regclass, 'organization_identifiers'::regclass)
         order by contype desc",
    )
    .fetch_all(&mut *conn)
    .await?;
    let indexes: Vec<(String, String)> = sqlx::query_as(
        "select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
         from pg_index i where indrelid in ('organizations'::regclass, 'organization_names'::regclass,
            'organization_identifiers'::regclass)
            and not exists (select from pg_constraint c where c.conindid = i.indexrelid)",
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut again = Vec::new();
    for (away, back) in constraints.into_iter().chain(indexes) {
        sqlx::query(AssertSqlSafe(away)).execute(&mut *conn).await?;
        again.push(back);
    }
    Ok(again)
}

async fn copy(conn: &mut PgConnection, batch: Batch) -> Result<u64, BulkError> {
    let parts = [
        (format!("copy organizations ({COLUMNS}) from stdin"), batch.organizations),
        (
            "copy organization_names (organization_id, position, text, language, role, folded, keys, keys_version) from stdin"
                .to_owned(),
            batch.names,
        ),
        (
            "copy organization_identifiers (organization_id, position, scheme, value) from stdin".to_owned(),
            batch.identifiers,
        ),
    ];
    let mut written = 0;
    for (nth, (statement, lines)) in parts.into_iter().enumerate() {
        let mut copy = conn.copy_in_raw(&statement).await?;
        copy.send(lines.as_bytes()).await?;
        let rows = copy.finish().await?;
        if nth == 0 {
            written = rows;
        }
    }
    Ok(written)
}
