//! Reminders: so many days before the end of a registration its owners get a letter, once for each.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::letters::tell_owners;
use super::rules::Rule;
use crate::Result;
use crate::db::Tx;
use crate::ids::OrganizationId;
use crate::notice::Letter;
use crate::organization::find::find_many;

/// How many organizations one transaction reminds.
const BATCH: i64 = 50;

struct Row {
    id: OrganizationId,
    registered_until: NaiveDate,
    rule: Rule,
}

/// Reminds the owners of those whose registration nears its end; how many organizations there were. One call takes at
/// most fifty. The row that says so and the letters land together: a job that dies has reminded nobody, and one that
/// runs beside it finds the organizations taken. Where several reminders are late, the nearest to the end is sent.
pub async fn remind(tx: &mut Tx) -> Result<usize> {
    let (today, now) = (tx.today(), tx.now());
    let rows = due(tx, today).await?;
    let ids: Vec<OrganizationId> = rows.iter().map(|row| row.id).collect();
    let organizations = find_many(tx, &ids).await?;
    for row in &rows {
        let is_new = sqlx::query!(
            "insert into standing_reminders (organization_id, registered_until, rule, at) values ($1, $2, $3, $4)
             on conflict on constraint standing_reminders_once do nothing",
            row.id as _,
            row.registered_until,
            row.rule as _,
            now
        )
        .execute(&mut **tx)
        .await?
        .rows_affected()
            == 1;
        let Some(organization) = organizations.iter().find(|it| it.id == row.id) else {
            continue;
        };
        if is_new {
            let until = row.registered_until;
            tell_owners(tx, organization, |of| Letter::RenewalNear { of, until }).await?;
        }
    }
    Ok(rows.len())
}

/// Whom to remind, of which day, and which reminder that is. Nobody is asked again who has asked for a renewal.
async fn due(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<Row>> {
    Ok(sqlx::query_as!(
        Row,
        r#"select o.id, o.registered_until as "registered_until!", near.rule as "rule!: Rule"
         from organizations o
         cross join lateral (
            select r.rule, r.amount from standing_rules r
            where r.rule in ('first_reminder', 'second_reminder', 'third_reminder') and o.registered_until - r.amount <= $1
            order by r.amount limit 1
         ) near
         where o.registered_until > $1 and o.registered_until <= $1 + (select max(amount) from standing_rules
                where rule in ('first_reminder', 'second_reminder', 'third_reminder'))
            and o.standing in ('good', 'revived', 'suspended')
            and exists (select from organization_team t join accounts a on a.id = t.account_id
                where t.organization_id = o.id and t.until is null and t.role = 'owner' and a.closed_at is null)
            and not exists (select from cases c where c.organization_id = o.id and c.kind = 'renewal'
                and c.stage in ('submitted', 'at_post', 'in_review', 'appealed'))
            and not exists (select from standing_reminders s join standing_rules r on r.rule = s.rule
                where s.organization_id = o.id and s.registered_until = o.registered_until and r.amount <= near.amount)
         order by o.registered_until, o.id limit $2
         for update of o skip locked"#,
        today,
        BATCH
    )
    .fetch_all(conn)
    .await?)
}
