//! Totals that add up: per kind, per currency or unit, per grade; never across currencies.

use sqlx::PgConnection;

use super::{ContributionKind, Evidence};
use crate::Result;
use crate::ids::{InitiativeId, OrganizationId};
use crate::values::{Amount, Currency, Measure, Unit};

/// Of what.
#[derive(Clone, Copy, Debug)]
pub enum Reach<'a> {
    /// All that counts, for the desk.
    Everything,
    /// All that some organizations gave, for their team and the desk.
    Organizations(&'a [OrganizationId]),
    /// All that was given to an initiative, for the desk.
    Initiative(InitiativeId),
    /// What anybody may know of what some organizations gave.
    PublicOfOrganizations(&'a [OrganizationId]),
    /// What anybody may know of what was given to an initiative.
    PublicOfInitiative(InitiativeId),
}

/// A sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// Of which kind.
    pub kind: ContributionKind,
    /// How well it is shown.
    pub evidence: Evidence,
    /// Whether it waits for the board to look at it.
    pub waits: bool,
    /// How much.
    pub amount: Amount,
    /// How many records it is made of.
    pub count: i64,
}

struct Row {
    kind: ContributionKind,
    currency: Option<Currency>,
    unit: Option<Unit>,
    evidence: Evidence,
    waits: bool,
    amount: i64,
    count: i64,
}

/// A question of its own for each: one for all would have one plan for all.
macro_rules! sums {
    ($conn:expr, $from:literal $(, $value:expr)?) => {
        sqlx::query_as!(
            Row,
            r#"select kind as "kind!: ContributionKind", currency as "currency?: Currency", unit as "unit?: Unit",
                evidence as "evidence!: Evidence", review = 'waiting' as "waits!", least(sum(amount), 9223372036854775807)::bigint as "amount!",
                count(*) as "count!" from "# + $from + " group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5"
            $(, $value as _)?
        )
        .fetch_all($conn)
        .await?
    };
}

/// The sums of what counts: no record that another took the place of, or that was taken back or refused.
pub async fn totals(conn: &mut PgConnection, of: Reach<'_>) -> Result<Vec<Total>> {
    let rows: Vec<Row> = match of {
        Reach::Everything => sums!(conn, "counted_contributions"),
        Reach::Organizations(ids) => {
            sums!(
                conn,
                "counted_contributions where organization_id = any($1)",
                ids
            )
        }
        Reach::Initiative(id) => {
            sums!(conn, "counted_contributions where initiative_id = $1", id)
        }
        Reach::PublicOfOrganizations(ids) => {
            sums!(
                conn,
                "public_contributions where organization_id = any($1)",
                ids
            )
        }
        Reach::PublicOfInitiative(id) => {
            sums!(conn, "public_contributions where initiative_id = $1", id)
        }
    };
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(Total {
                kind: row.kind,
                evidence: row.evidence,
                waits: row.waits,
                amount: Amount {
                    minor: row.amount,
                    measure: Measure::stored(row.currency, row.unit)?,
                },
                count: row.count,
            })
        })
        .collect())
}
