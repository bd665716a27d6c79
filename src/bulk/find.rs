//! Acts on many as they stand, for those who read them, and their rows as far as the reader sees the organizations.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::policy::reads_all;
use super::{BulkFate, BulkKind, BulkOrder, BulkState, ORDER};
use crate::actor::Actor;
use crate::flag;
use crate::ids::{AccountId, BulkId};
use crate::values::{Country, LanguageTag, RegistryNumber};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// How many the list names.
const LISTED: i64 = 50;

/// An act on many organizations.
#[derive(Clone, Debug)]
pub struct BulkAct {
    /// Its id.
    pub id: BulkId,
    /// What is done to each.
    pub kind: BulkKind,
    /// What it is done with.
    pub order: BulkOrder,
    /// Who planned it.
    pub by: AccountId,
    /// Where the organizations came from.
    pub list: Option<String>,
    /// The act whose failed rows it does again.
    pub again_of: Option<BulkId>,
    /// How far it has come.
    pub state: BulkState,
    /// When it was planned.
    pub planned_at: DateTime<Utc>,
    /// When it was done.
    pub done_at: Option<DateTime<Utc>>,
}

/// One organization of it.
#[derive(Clone, Debug)]
pub struct BulkRow {
    /// Its place.
    pub position: i32,
    /// Its number.
    pub number: RegistryNumber,
    /// The name it goes by.
    pub name: String,
    /// The language of that.
    pub name_language: Option<LanguageTag>,
    /// Where it works.
    pub host_country: Country,
    /// What becomes of it: what was planned, or what came of it; of what waits for its turn, that it will be done.
    pub fate: BulkFate,
}

/// Which rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Which {
    /// Those with this fate.
    pub fate: Option<BulkFate>,
    /// Those behind this place.
    pub after: i32,
    /// How many.
    pub most: i64,
}

struct Found {
    id: BulkId,
    kind: BulkKind,
    order_sealed: Sealed,
    by_id: AccountId,
    list: Option<String>,
    again_of: Option<BulkId>,
    state: BulkState,
    planned_at: DateTime<Utc>,
    done_at: Option<DateTime<Utc>>,
}

impl Found {
    fn open(self, vault: &Vault) -> Result<BulkAct> {
        Ok(BulkAct {
            order: vault.open_json(ORDER, self.id, &self.order_sealed)?,
            id: self.id,
            kind: self.kind,
            by: self.by_id,
            list: self.list,
            again_of: self.again_of,
            state: self.state,
            planned_at: self.planned_at,
            done_at: self.done_at,
        })
    }
}

/// An act, for whoever may read it.
pub async fn find(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    id: BulkId,
) -> Result<BulkAct> {
    let found = sqlx::query_as!(
        Found,
        "select id, kind, order_sealed, by_id, list, again_of, state, planned_at, done_at from bulk_acts where id = $1",
        id as _
    )
    .fetch_optional(conn)
    .await?;
    actor.person()?;
    let act = found.ok_or(Error::NotFound)?.open(vault)?;
    super::policy::read(actor, act.by)?;
    Ok(act)
}

/// The newest that this actor may read, those that were left aside.
pub async fn list(conn: &mut PgConnection, vault: &Vault, actor: &Actor) -> Result<Vec<BulkAct>> {
    let person = actor.person()?;
    if !actor.has_desk() {
        return Err(crate::actor::Denied::Hidden.into());
    }
    sqlx::query_as!(
        Found,
        "select id, kind, order_sealed, by_id, list, again_of, state, planned_at, done_at from bulk_acts
         where ($1 or by_id = $2) and state <> 'dropped' order by planned_at desc, id desc limit $3",
        reads_all(person.role),
        person.id as _,
        LISTED,
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| row.open(vault))
    .collect()
}

/// Whoever did it knows that their own was left out; what others do about somebody's own is not for them.
fn hides_own(actor: &Actor, bulk: &BulkAct) -> Option<AccountId> {
    actor.account().filter(|me| *me != bulk.by)
}

/// Some rows, in their order: of organizations within the reader's jurisdiction that are not their own.
pub async fn rows(
    conn: &mut PgConnection,
    actor: &Actor,
    bulk: &BulkAct,
    which: Which,
) -> Result<Vec<BulkRow>> {
    let seen = flag::policy::see(actor)?;
    Ok(sqlx::query_as!(
        BulkRow,
        r#"select r.position, o.number, o.name, o.name_language, o.host_country,
            coalesce(r.fate, r.planned) as "fate!: BulkFate"
         from bulk_rows r join organizations o on o.id = r.organization_id
         where r.bulk_id = $1 and r.position > $2 and ($3::text is null or coalesce(r.fate, r.planned) = $3)
            and ($4::text[] is null or o.host_country = any($4))
            and not exists (select from organization_team t
                where t.organization_id = o.id and t.account_id = $5 and t.until is null)
         order by r.position limit $6"#,
        bulk.id as _,
        which.after,
        which.fate as _,
        seen.hosts() as _,
        hides_own(actor, bulk) as _,
        which.most,
    )
    .fetch_all(conn)
    .await?)
}

/// How many rows have which fate: of the same rows.
pub async fn count(
    conn: &mut PgConnection,
    actor: &Actor,
    bulk: &BulkAct,
) -> Result<Vec<(BulkFate, i64)>> {
    let seen = flag::policy::see(actor)?;
    let rows = sqlx::query!(
        r#"select coalesce(r.fate, r.planned) as "fate!: BulkFate", count(*) as "count!"
         from bulk_rows r join organizations o on o.id = r.organization_id
         where r.bulk_id = $1 and ($2::text[] is null or o.host_country = any($2))
            and not exists (select from organization_team t
                where t.organization_id = o.id and t.account_id = $3 and t.until is null)
         group by 1"#,
        bulk.id as _,
        seen.hosts() as _,
        hides_own(actor, bulk) as _,
    )
    .fetch_all(conn)
    .await?;
    let mut counts: Vec<(BulkFate, i64)> =
        rows.into_iter().map(|row| (row.fate, row.count)).collect();
    counts.sort_unstable();
    Ok(counts)
}
