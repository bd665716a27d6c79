//! How far somebody of the applicant's side has read the messages of a case.

use sqlx::PgConnection;

use super::policy::CanRead;
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::MessageId;

/// The last message that this reader had on their page.
pub async fn last_read(
    conn: &mut PgConnection,
    actor: &Actor,
    granted: &CanRead,
) -> Result<Option<MessageId>> {
    Ok(sqlx::query_scalar!(
        "select message_id from case_readings where case_id = $1 and account_id = $2",
        granted.case().id as _,
        actor.person()?.id as _,
    )
    .fetch_optional(conn)
    .await?)
}

/// Keeps that a reader had this message and all before it on their page. What was read stays read.
pub async fn note_reading(
    tx: &mut Tx,
    actor: &Actor,
    granted: &CanRead,
    last: MessageId,
) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "insert into case_readings (case_id, account_id, message_id, read_at) values ($1, $2, $3, $4)
         on conflict (case_id, account_id) do update set message_id = excluded.message_id, read_at = excluded.read_at
         where case_readings.message_id < excluded.message_id",
        granted.case().id as _,
        actor.person()?.id as _,
        last as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
