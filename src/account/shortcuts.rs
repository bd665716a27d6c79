//! Whether keys act on pages for somebody: whoever speaks to their computer, or strays on the keyboard, turns them off.

use serde_json::json;
use sqlx::PgConnection;

use super::policy::Own;
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::AccountId;

/// Whether keys act for this person: they do, unless they were turned off.
pub async fn keys_are_on(conn: &mut PgConnection, account: AccountId) -> Result<bool> {
    let off = sqlx::query_scalar!(
        "select turned_off from key_preferences where account_id = $1",
        account as _
    )
    .fetch_optional(conn)
    .await?;
    Ok(off != Some(true))
}

/// Turns them on or off.
pub async fn turn_keys(tx: &mut Tx, own: &Own, on: bool) -> Result<()> {
    let (account, now) = (own.person().id, tx.now());
    let changed = sqlx::query!(
        "insert into key_preferences as k (account_id, turned_off, changed_at) values ($1, not $2::boolean, $3)
         on conflict (account_id) do update set turned_off = excluded.turned_off, changed_at = excluded.changed_at
         where k.turned_off <> excluded.turned_off",
        account as _,
        on,
        now
    )
    .execute(&mut **tx)
    .await?;
    if changed.rows_affected() == 0 {
        return Ok(());
    }
    let by = Actor::Person(own.person().clone());
    let event =
        Event::new(Act::AccountUpdated, Subject::account(account)).after(json!({ "keys": on }));
    history::record(tx, &by, event).await
}
