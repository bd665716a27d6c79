//! Deputies: a colleague of the same jurisdiction stands in for somebody who is away.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::policy::CanBeAway;
use super::{Account, NAME, people};
use crate::db::Tx;
use crate::ids::AccountId;
use crate::values::{Country, Role};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Somebody who stands in for a colleague today.
#[derive(Clone)]
pub struct StandIn {
    /// For whom.
    pub away: AccountId,
    /// What they are called.
    pub name: String,
    /// Their last day away.
    pub until: NaiveDate,
    /// Who stands in.
    pub deputy: AccountId,
    /// What the deputy may do.
    pub role: Role,
    /// The host countries of the deputy, if they work for a post.
    pub hosts: Vec<Country>,
}

/// A colleague for whom somebody stands in today.
#[derive(Clone, Debug)]
pub struct Absent {
    /// The colleague.
    pub person: Account,
    /// Their last day away.
    pub until: NaiveDate,
}

impl std::fmt::Debug for StandIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StandIn({} for {})", self.deputy, self.away)
    }
}

/// Whom somebody can name: for the board anybody of it, for a post who shares a host country with it. By name.
pub async fn deputies_for(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanBeAway,
) -> Result<Vec<(AccountId, String)>> {
    let hosts = granted.post();
    let rows = sqlx::query!(
        r#"select id as "id: AccountId", name_sealed as "name_sealed: Sealed" from accounts
         where id <> $1 and closed_at is null and confirmed_at is not null and case when $2::text[] is null
            then role in ('coordinator', 'chair') else role = 'post_officer' and hosts && $2 end"#,
        granted.account() as _,
        hosts as _,
    )
    .fetch_all(conn)
    .await?;
    let mut people = rows
        .into_iter()
        .map(|row| Ok((row.id, vault.open_text(NAME, row.id, &row.name_sealed)?)))
        .collect::<Result<Vec<_>>>()?;
    people.sort_by_cached_key(|(id, name)| (crate::names::fold(name), *id));
    Ok(people)
}

/// Makes sure that somebody can still be named, and holds them so.
pub(super) async fn still_can(tx: &mut Tx, granted: &CanBeAway, deputy: AccountId) -> Result<()> {
    sqlx::query!(
        "select id from accounts where id = $1 for share",
        deputy as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    let vault = tx.vault();
    let known = deputies_for(tx, &vault, granted).await?;
    match known.iter().any(|(id, _)| *id == deputy) {
        true => Ok(()),
        false => Err(Error::NotFound),
    }
}

/// Who stands in today for any of these who are away.
pub async fn stand_ins(
    conn: &mut PgConnection,
    vault: &Vault,
    away: &[AccountId],
    today: NaiveDate,
) -> Result<Vec<StandIn>> {
    let rows = sqlx::query!(
        r#"select a.account_id as "away: AccountId", p.name_sealed as "name_sealed: Sealed", a.last_day, d.id as "deputy: AccountId",
            d.role as "role: Role", d.hosts as "hosts: Vec<Country>"
         from absences a join accounts p on p.id = a.account_id join accounts d on d.id = a.deputy_id
         where a.account_id = any($1) and a.ended_at is null and $2 between a.first_day and a.last_day
            and d.closed_at is null
         order by a.account_id"#,
        away as _,
        today,
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(StandIn {
                name: vault.open_text(NAME, row.away, &row.name_sealed)?,
                away: row.away,
                until: row.last_day,
                deputy: row.deputy,
                role: row.role,
                hosts: row.hosts,
            })
        })
        .collect()
}

/// For whom somebody stands in today.
pub async fn absent_of(
    conn: &mut PgConnection,
    vault: &Vault,
    deputy: AccountId,
    today: NaiveDate,
) -> Result<Vec<Absent>> {
    let rows = sqlx::query!(
        r#"select a.account_id as "away: AccountId", a.last_day from absences a join accounts p on p.id = a.account_id
         where a.deputy_id = $1 and a.ended_at is null and $2 between a.first_day and a.last_day and p.closed_at is null
         order by a.last_day, a.account_id"#,
        deputy as _,
        today,
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut absent = Vec::new();
    // A handful at most: those who named this one colleague.
    for row in rows {
        if let Some(person) = people::find(conn, vault, row.away).await? {
            absent.push(Absent {
                person,
                until: row.last_day,
            });
        }
    }
    Ok(absent)
}
