//! A few numbers for the home page.

use sqlx::PgConnection;

use crate::db::DbError;

/// What the registry holds today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Organizations whose registration is in force.
    pub organizations: i64,
    /// Countries that they work in.
    pub hosts: i64,
    /// Countries that their people come from.
    pub homelands: i64,
}

/// Counts them.
pub async fn totals(conn: &mut PgConnection) -> Result<Totals, DbError> {
    sqlx::query_as!(
        Totals,
        r#"select count(*) as "organizations!", count(distinct host_country) as "hosts!",
            count(distinct homeland) as "homelands!"
         from organizations where standing in ('good', 'due', 'revived')"#
    )
    .fetch_one(conn)
    .await
}
