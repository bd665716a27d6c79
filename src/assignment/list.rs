//! Who looks after what.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::Result;
use crate::ids::{AccountId, AssignmentId, OrganizationId};
use crate::organization::Mention;
use crate::values::Line;

/// A coordinator who looks after an organization.
#[derive(Clone, Copy, Debug)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// The coordinator.
    pub account: AccountId,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// An organization that a coordinator looks after.
#[derive(Debug)]
pub struct Charge {
    /// The assignment.
    pub id: AssignmentId,
    /// The organization.
    pub organization: Mention,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Who looks after an organization.
pub async fn of_organization(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Option<Assignment>> {
    Ok(sqlx::query_as!(
        Assignment,
        "select id, account_id as account, since from organization_coordinators
         where organization_id = $1 and until is null",
        organization as _
    )
    .fetch_optional(conn)
    .await?)
}

/// Who looks after any of these organizations.
pub async fn of_organizations(
    conn: &mut PgConnection,
    organizations: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Assignment>> {
    let rows = sqlx::query!(
        "select organization_id, id, account_id, since from organization_coordinators
         where organization_id = any($1) and until is null",
        organizations as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let assignment = Assignment {
                id: row.id,
                account: row.account_id,
                since: row.since,
            };
            (row.organization_id, assignment)
        })
        .collect())
}

/// What a coordinator looks after, by name.
pub async fn portfolio(conn: &mut PgConnection, account: AccountId) -> Result<Vec<Charge>> {
    let rows = sqlx::query!(
        r#"select c.id, c.since, o.id as organization, o.number, o.name as "name: Line", o.name_language, o.host_country,
                o.standing
           from organization_coordinators c join organizations o on o.id = c.organization_id
           where c.account_id = $1 and c.until is null order by o.name, o.id"#,
        account as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Charge {
            id: row.id,
            organization: Mention {
                id: row.organization,
                number: row.number,
                name: row.name,
                name_language: row.name_language,
                host_country: row.host_country,
                standing: row.standing,
            },
            since: row.since,
        })
        .collect())
}

/// An organization that a rule gives a coordinator, while nobody looks after it by name.
#[derive(Debug)]
pub struct Ruled {
    /// The organization.
    pub organization: Mention,
    /// Since when there is the rule.
    pub since: DateTime<Utc>,
}

/// How many organizations rules give each coordinator, besides those that they look after by name.
pub async fn counts_by_rules(conn: &mut PgConnection) -> Result<HashMap<AccountId, i64>> {
    let rows = sqlx::query!(
        r#"select account_id as "account!: AccountId", count(*) as "count!" from given_by_rules group by account_id"#
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|it| (it.account, it.count)).collect())
}

/// Some of the organizations that rules give a coordinator, by name.
pub async fn by_rules(
    conn: &mut PgConnection,
    account: AccountId,
    (skip, take): (i64, i64),
) -> Result<Vec<Ruled>> {
    let rows = sqlx::query!(
        r#"select g.since as "since!", o.id as organization, o.number, o.name as "name: Line", o.name_language, o.host_country,
                o.standing
           from given_by_rules g join organizations o on o.id = g.organization_id
           where g.account_id = $1 order by o.name, o.id offset $2 limit $3"#,
        account as _,
        skip,
        take
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Ruled {
            organization: Mention {
                id: row.organization,
                number: row.number,
                name: row.name,
                name_language: row.name_language,
                host_country: row.host_country,
                standing: row.standing,
            },
            since: row.since,
        })
        .collect())
}
