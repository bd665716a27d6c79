//! Who presides over sessions that are to come, and giving that to another chair.

use chrono::NaiveDateTime;
use serde_json::json;
use sqlx::PgConnection;

use super::policy::CanKeep;
use super::{call, lock, subject};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, SittingId};
use crate::notice::{self, Letter, Recipient};
use crate::{Error, Result};

/// A session to come.
#[derive(Clone, Debug)]
pub struct ToChair {
    /// Its id.
    pub id: SittingId,
    /// What people call it by.
    pub number: i32,
    /// When it begins, as clocks say it there.
    pub starts_local: NaiveDateTime,
    /// Whether the other has voted in it on something that is open: who presides has the casting vote alone.
    pub has_voted: bool,
}

/// The sessions to come over which somebody presides, the next first; and in which of them another has voted.
pub async fn chaired_by(
    conn: &mut PgConnection,
    account: AccountId,
    other: AccountId,
    most: i64,
) -> Result<Vec<ToChair>> {
    Ok(sqlx::query_as!(
        ToChair,
        r#"select s.id, s.number, s.starts_local, exists (select from sitting_votes v join sitting_items i on i.id = v.item_id
                where i.sitting_id = s.id and i.off_at is null and v.account_id = $2) as "has_voted!"
         from sittings s where s.chair_id = $1 and s.stage = 'called' order by s.starts_at, s.id limit $3"#,
        account as _,
        other as _,
        most,
    )
    .fetch_all(conn)
    .await?)
}

/// Another chair presides. They become a member, and are called as members are. `Overtaken` where somebody else presides by now,
/// or they have voted in it.
pub async fn give_chair(tx: &mut Tx, granted: &CanKeep, to: AccountId) -> Result<()> {
    let sitting = granted.sitting();
    lock(tx, sitting.id).await?;
    let given = sqlx::query!(
        "update sittings s set chair_id = $3 where s.id = $1 and s.chair_id = $2
            and exists (select from accounts a where a.id = $3 and a.role = 'chair' and a.closed_at is null)
            and not exists (select from sitting_votes v join sitting_items i on i.id = v.item_id
                where i.sitting_id = s.id and i.off_at is null and v.account_id = $3)",
        sitting.id as _,
        sitting.chair as _,
        to as _,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if given != 1 {
        return Err(Error::Overtaken);
    }
    let joined = sqlx::query!(
        "insert into sitting_members (sitting_id, account_id) values ($1, $2) on conflict do nothing",
        sitting.id as _,
        to as _,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    let event = Event::new(Act::SessionChairGiven, subject(sitting))
        .before(json!({ "chair": sitting.chair }))
        .after(json!({ "chair": to }));
    history::record(tx, granted.by(), event).await?;
    if joined == 1 {
        let letter = Letter::SessionCalled(call::of(sitting, sitting.sequence));
        notice::post(tx, Recipient::Account(to), letter).await?;
    }
    Ok(())
}
