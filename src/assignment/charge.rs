//! Who answers for an organization or a group today, and why it is they.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::rule::{AssignmentRule, Covered, Ground, rules};
use crate::Result;
use crate::ids::{AccountId, AssignmentId, AssignmentRuleId, GroupId, OrganizationId};
use crate::values::{Country, Line};

/// Who answers for an organization.
#[derive(Clone, Debug)]
pub struct InCharge {
    /// Who.
    pub account: AccountId,
    /// Why it is they.
    pub why: Why,
}

/// Why it is somebody who answers for an organization.
#[derive(Clone, Debug)]
pub enum Why {
    /// They were given it by name.
    Named {
        /// By which assignment.
        id: AssignmentId,
        /// Since when.
        since: DateTime<Utc>,
    },
    /// Nobody was, and of the rules that cover it this one asks most.
    Rule(Ground),
}

/// Who answers for an organization today: whoever was given it by name, else whom the most specific rule names.
pub async fn in_charge(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Option<InCharge>> {
    let row = sqlx::query!(
        r#"select c.account_id as "account!: AccountId", c.assignment_id as "assignment: AssignmentId",
            c.rule_id as "rule: AssignmentRuleId", c.since as "since!", r.host_country as "host?: Country", r.homeland as "homeland?: Country",
            r.community as "community?: Line", r.group_id as "group?: GroupId"
         from coordinator_of($1) c left join assignment_rules r on r.id = c.rule_id"#,
        organization as _
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| InCharge {
        account: row.account,
        why: match row.assignment {
            Some(id) => Why::Named {
                id,
                since: row.since,
            },
            None => Why::Rule(Ground {
                host: row.host,
                homeland: row.homeland,
                community: row.community,
                group: row.group,
            }),
        },
    }))
}

/// Whom rules name for a group; the rule that asks least besides is about the whole of it.
pub async fn of_group(conn: &mut PgConnection, group: GroupId) -> Result<Option<AssignmentRule>> {
    let all = rules(conn).await?.into_iter();
    let own = all.filter(|rule| rule.ground.group == Some(group));
    Ok(own.min_by_key(|rule| (rule.ground.asks(), rule.id)))
}

/// What rules ask of these organizations.
pub async fn covered(
    conn: &mut PgConnection,
    organizations: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Covered>> {
    let rows = sqlx::query!(
        r#"select o.id, o.host_country, o.homeland, o.community as "community: Line", array(select m.group_id from group_members m
            where m.organization_id = o.id and m.until is null) as "groups!: Vec<GroupId>"
         from organizations o where o.id = any($1)"#,
        organizations as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let covered = Covered {
                host: Some(row.host_country),
                homeland: row.homeland,
                community: row.community,
                groups: row.groups,
            };
            (row.id, covered)
        })
        .collect())
}
