//! From when on a registration can be renewed: with the first reminder, and at any rung of the ladder after that.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::renewal::registered_until;
use super::rules::{Rule, amounts};
use crate::Result;
use crate::ids::OrganizationId;
use crate::organization::Organization;
use crate::values::{RegistryNumber, Standing};

/// When a registration ends, and whether it can be renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The last day of the registration, where the registry knows one.
    pub until: Option<NaiveDate>,
    /// The first day on which it can be renewed. Without a last day that is any day.
    pub opens_on: Option<NaiveDate>,
    /// Whether it can be renewed today.
    pub is_open: bool,
}

/// Whether an organization that stands there can be renewed at all. The chair revives who was struck off; who was merged is
/// registered under another number.
pub const fn is_renewable(standing: Standing) -> bool {
    !matches!(standing, Standing::StruckOff | Standing::Merged)
}

/// When the registration of an organization can be renewed.
pub async fn window(
    conn: &mut PgConnection,
    organization: &Organization,
    today: NaiveDate,
) -> Result<Window> {
    let until = registered_until(conn, organization.id).await?;
    let before = amounts(conn).await?.days(Rule::FirstReminder);
    let opens_on = until.map(|until| until - before);
    Ok(Window {
        until,
        opens_on,
        is_open: is_renewable(organization.standing) && opens_on.is_none_or(|day| day <= today),
    })
}

/// A registration whose end is near, or behind.
#[derive(Clone, Debug)]
pub struct Ending {
    /// Whose.
    pub id: OrganizationId,
    /// Its number.
    pub number: RegistryNumber,
    /// The name it goes by.
    pub name: String,
    /// The last day.
    pub until: NaiveDate,
    /// The last day of the notice that was given.
    pub notice_until: Option<NaiveDate>,
}

/// Those of these organizations whose registration can be renewed because its end is near or behind, the nearest first.
pub async fn endings(
    conn: &mut PgConnection,
    of: &[OrganizationId],
    today: NaiveDate,
) -> Result<Vec<Ending>> {
    let before = amounts(conn).await?.days(Rule::FirstReminder);
    let rows = sqlx::query!(
        r#"select id, number, name, standing, standing_until,
            registered_until as "until!" from organizations
         where id = any($1) and registered_until <= $2 order by registered_until, id"#,
        of as _,
        today + before
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .filter(|row| is_renewable(row.standing))
        .map(|row| Ending {
            id: row.id,
            number: row.number,
            name: row.name,
            until: row.until,
            notice_until: row
                .standing_until
                .filter(|_| row.standing == Standing::Notice),
        })
        .collect())
}
