//! A few numbers for the home page, and what a search engine may list.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::directory::{Directory, Question};
use super::facets::{Bucket, Facets};
use super::filter::{Facet, Filter};
use super::list::{Cursor, Sort};
use crate::db::DbError;
use crate::values::{RegistryNumber, Standing};

/// What the registry holds today.
#[derive(Clone, Debug)]
pub struct Totals {
    /// Organizations whose registration is in force.
    pub organizations: u64,
    /// Of them, how many work in each country, and how many are of people from each.
    facets: Facets,
}

impl Totals {
    /// Countries that they work in.
    pub fn hosts(&self) -> &[Bucket] {
        self.facets.of(Facet::Host)
    }

    /// Countries that their people come from.
    pub fn homelands(&self) -> &[Bucket] {
        self.facets.of(Facet::Homeland)
    }
}

impl Directory {
    /// How many organizations each value of a filter would leave, the most frequent first.
    pub async fn values(
        &self,
        conn: &mut PgConnection,
        filter: &Filter,
        facet: Facet,
    ) -> Result<Vec<Bucket>, DbError> {
        let counted = self.counted(conn, filter, &[facet]).await?;
        Ok(counted.of(facet).to_vec())
    }

    /// The same of several filters.
    pub async fn counted(
        &self,
        conn: &mut PgConnection,
        filter: &Filter,
        facets: &[Facet],
    ) -> Result<Facets, DbError> {
        let question = Question {
            filter,
            sort: Sort::Name,
            cursor: Cursor::First,
            most: 0,
            facets,
        };
        Ok(self.search(conn, &question).await?.facets)
    }

    /// Counts them.
    pub async fn totals(&self, conn: &mut PgConnection) -> Result<Totals, DbError> {
        let filter = Filter {
            standing: Standing::ALL
                .iter()
                .copied()
                .filter(|standing| standing.in_force())
                .collect(),
            ..Filter::default()
        };
        let question = Question {
            filter: &filter,
            sort: Sort::Name,
            cursor: Cursor::First,
            most: 0,
            facets: &[Facet::Host, Facet::Homeland],
        };
        let results = self.search(conn, &question).await?;
        Ok(Totals {
            organizations: results.count,
            facets: results.facets,
        })
    }
}

/// The last number of each part of so many organizations in force, but for the last part.
pub async fn parts(conn: &mut PgConnection, each: i64) -> Result<Vec<RegistryNumber>, DbError> {
    sqlx::query_scalar!(
        r#"select number as "number!: RegistryNumber" from (
            select number, row_number() over (order by number) as place, count(*) over () as of_all
            from organizations where standing in ('good', 'due', 'revived')) placed
         where place % $1 = 0 and place < of_all order by number"#,
        each
    )
    .fetch_all(conn)
    .await
}

/// The numbers of organizations whose registration is in force, and the days of their last change: at most `most` of
/// them, behind a number.
pub async fn in_force(
    conn: &mut PgConnection,
    behind: Option<RegistryNumber>,
    most: i64,
) -> Result<Vec<(RegistryNumber, NaiveDate)>, DbError> {
    let rows = sqlx::query!(
        "select number, updated_at from organizations
         where standing in ('good', 'due', 'revived') and number > $2 order by number limit $1",
        most,
        behind.map_or_else(String::new, |number| number.to_string())
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.number, row.updated_at.date_naive()))
        .collect())
}
