//! The board asks for a renewal: the owners of an organization get a letter, and history keeps that they were asked.

use std::collections::HashMap;

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::letters::tell_owners;
use super::rules::{Rule, amounts};
use super::window::is_renewable;
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::OrganizationId;
use crate::notice::Letter;
use crate::organization::policy::CanWriteTo;

/// Why nobody is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAsked {
    /// It has no owner who could.
    NoOwner,
    /// It cannot be renewed yet.
    TooEarly,
    /// A renewal is with the board already.
    UnderWay,
    /// It is struck off or merged.
    NotRenewable,
}

/// Which of these organizations can be asked to renew their registration, and why the others cannot.
pub async fn askable(
    conn: &mut PgConnection,
    ids: &[OrganizationId],
    today: NaiveDate,
) -> Result<HashMap<OrganizationId, std::result::Result<(), NotAsked>>> {
    let before = amounts(conn).await?.days(Rule::FirstReminder);
    let rows = sqlx::query!(
        r#"select o.id, o.standing, o.registered_until,
            exists (select from organization_team t join accounts a on a.id = t.account_id
                where t.organization_id = o.id and t.until is null and t.role = 'owner' and a.closed_at is null) as "is_owned!",
            exists (select from cases c where c.organization_id = o.id and c.kind = 'renewal'
                and c.stage in ('submitted', 'at_post', 'in_review', 'appealed')) as "is_under_way!"
         from organizations o where o.id = any($1)"#,
        ids as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let opens_on = row.registered_until.map(|until| until - before);
            let answer = match row.standing {
                standing if !is_renewable(standing) => Err(NotAsked::NotRenewable),
                _ if !row.is_owned => Err(NotAsked::NoOwner),
                _ if row.is_under_way => Err(NotAsked::UnderWay),
                _ if opens_on.is_some_and(|day| day > today) => Err(NotAsked::TooEarly),
                _ => Ok(()),
            };
            (row.id, answer)
        })
        .collect())
}

/// Asks the owners of one, if it can be asked.
pub async fn ask(tx: &mut Tx, granted: &CanWriteTo) -> Result<std::result::Result<(), NotAsked>> {
    let (organization, today) = (granted.organization(), tx.today());
    let answers = askable(tx, &[organization.id], today).await?;
    if let Some(Err(why)) = answers.get(&organization.id) {
        return Ok(Err(*why));
    }
    tell_owners(tx, organization, Letter::RenewalAsked).await?;
    let subject = Subject::organization(organization.id, organization.number);
    history::record(tx, granted.actor(), Event::new(Act::RenewalAsked, subject)).await?;
    Ok(Ok(()))
}
