//! What somebody has of cases, and giving it on: what they hold, and what they were told and have not read.

use serde_json::json;
use sqlx::PgConnection;

use super::holding::hold;
use super::policy::{CanGive, CanGiveTelling};
use super::{Case, find, save};
use crate::actor::Actor;
use crate::db::{Dated, Tx};
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, CaseId, TellingId};
use crate::{Error, Result};

/// Something that somebody was told and has not read.
#[derive(Clone, Copy, Debug)]
pub struct Unread {
    /// Its id.
    pub id: TellingId,
    /// Of which case.
    pub case: CaseId,
    /// Whether the other was told the same, or said it.
    pub is_known: bool,
}

/// What somebody holds, the longest held first, as far as this actor sees it.
pub async fn held_by<C: Dated>(
    conn: &mut C,
    actor: &Actor,
    account: AccountId,
    most: i64,
) -> Result<Vec<Case>> {
    let now = conn.now();
    let ids = sqlx::query_scalar!(
        r#"select id as "id: CaseId" from cases where holder_id = $1 and held_until > $2 order by held_since, id limit $3"#,
        account as _,
        now,
        most,
    )
    .fetch_all(&mut **conn)
    .await?;
    let mut cases = find::find_many(conn, actor, &ids).await?;
    cases.sort_by_key(|case| (case.stage.holding().map(|held| held.since), case.id));
    Ok(cases)
}

/// What somebody was told and has not read, the oldest first; and what of it another knows.
pub async fn unread_of(
    conn: &mut PgConnection,
    account: AccountId,
    other: AccountId,
    most: i64,
) -> Result<Vec<Unread>> {
    Ok(sqlx::query_as!(
        Unread,
        r#"select t.id, t.case_id as "case", (t.told_by = $2 or exists (select from case_tellings o
                where o.message_id = t.message_id and o.account_id = $2)) as "is_known!"
         from case_tellings t where t.account_id = $1 and t.read_at is null order by t.told_at, t.id limit $3"#,
        account as _,
        other as _,
        most,
    )
    .fetch_all(conn)
    .await?)
}

/// Puts a case that somebody holds into a colleague's hands.
pub async fn give(tx: &mut Tx, granted: CanGive) -> Result<()> {
    let (by, case) = (granted.by(), granted.case());
    let event = hold(tx, case, granted.to(), Act::CaseGiven).await?;
    let event = event
        .before(json!({ "holder": granted.from() }))
        .after(json!({ "holder": granted.to() }));
    history::record(tx, by, event).await
}

/// Puts what somebody was told on a colleague's desk. `Overtaken` where it was read meanwhile.
pub async fn give_telling(tx: &mut Tx, granted: CanGiveTelling) -> Result<()> {
    let given = sqlx::query!(
        "update case_tellings set account_id = $3 where id = $1 and account_id = $2 and read_at is null",
        granted.telling() as _,
        granted.from() as _,
        granted.to() as _,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if given != 1 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::MentionGiven, save::subject(granted.case()))
        .before(json!({ "account": granted.from() }))
        .after(json!({ "account": granted.to() }));
    history::record(tx, granted.by(), event).await
}
