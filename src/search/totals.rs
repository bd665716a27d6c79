//! A few numbers for the home page.

use chrono::NaiveDate;
use sqlx::PgConnection;

use crate::db::DbError;
use crate::values::{Country, RegistryNumber};

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

/// The countries in which somebody works whose registration is in force.
pub async fn hosts(conn: &mut PgConnection) -> Result<Vec<Country>, DbError> {
    sqlx::query_scalar!(
        "select distinct host_country from organizations where standing in ('good', 'due', 'revived') order by 1"
    )
    .fetch_all(conn)
    .await
}

/// The numbers of organizations whose registration is in force, and the days of their last change.
pub async fn in_force(
    conn: &mut PgConnection,
    most: i64,
) -> Result<Vec<(RegistryNumber, NaiveDate)>, DbError> {
    let rows = sqlx::query!(
        "select number, updated_at from organizations where standing in ('good', 'due', 'revived') order by number limit $1",
        most
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.number, row.updated_at.date_naive()))
        .collect())
}
