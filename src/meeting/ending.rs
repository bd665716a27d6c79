//! Ending a group with its meetings: those that would be held after its last day are called off, and whoever was to come hears of it. If
//! that was a mistake, those that are still to come are held after all.

use chrono::NaiveDate;
use serde_json::json;
use sqlx::PgConnection;

use super::call::off;
use super::find::Brief;
use super::follow::hold;
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::group::policy::CanGroup;
use crate::group::{self, Ending, Group};
use crate::history::{self, Act, Event, Subject};
use crate::ids::{GroupId, MeetingId};
use crate::values::Prose;

/// The meetings of a group that are to come, the next first.
pub async fn to_come(
    conn: &mut PgConnection,
    group: GroupId,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Vec<Brief>> {
    Ok(sqlx::query_as!(
        Brief,
        r#"select id, group_id as "group", starts_local, zone, starts_at, stage from group_meetings
         where group_id = $1 and stage = 'called' and starts_at > $2 order by starts_at, id"#,
        group as _,
        now
    )
    .fetch_all(conn)
    .await?)
}

/// Ends a group at once or on a day to come, and calls off the meetings that it would hold after that. How many.
///
/// # Errors
///
/// [`crate::Error::Overtaken`] if somebody changed the group since it was seen, or it is over.
pub async fn end_group(
    tx: &mut Tx,
    can: &CanGroup,
    seen: &Group,
    ending: &Ending,
) -> Result<usize> {
    let from = group::end(tx, can, seen, ending).await?;
    call_off_from(tx, can.by(), (seen.id, from), Some(&ending.words)).await
}

/// Ends the groups whose last day has passed, with the meetings that were called for later. How many groups there were.
pub async fn end_groups(tx: &mut Tx) -> Result<usize> {
    let ended = group::end_due(tx).await?;
    for one in &ended {
        call_off_from(tx, &Actor::System, *one, None).await?;
    }
    Ok(ended.len())
}

/// Calls off what is to come from a day on.
async fn call_off_from(
    tx: &mut Tx,
    by: &Actor,
    (group, from): (GroupId, NaiveDate),
    why: Option<&Prose>,
) -> Result<usize> {
    let now = tx.now();
    let ids = sqlx::query_scalar!(
        r#"select id as "id: MeetingId" from group_meetings
         where group_id = $1 and stage = 'called' and starts_at > $2 and starts_local::date >= $3
         order by id for update"#,
        group as _,
        now,
        from
    )
    .fetch_all(&mut **tx)
    .await?;
    for id in &ids {
        off(tx, by, (*id, group), why).await?;
    }
    sqlx::query!(
        "update group_meetings set off_with_group = true where id = any($1)",
        &ids as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(ids.len())
}

/// Lets a group go on that was ended by mistake, or whose last day is to come, and holds those of its meetings after all that its end
/// called off and whose day is still to come. How many.
///
/// # Errors
///
/// [`crate::Error::Overtaken`] if somebody changed the group since it was seen, it goes on, or its end is too long ago.
pub async fn reopen_group(tx: &mut Tx, can: &CanGroup, seen: &Group) -> Result<usize> {
    group::reopen(tx, can, seen).await?;
    let now = tx.now();
    // The count grows, so that calendars which dropped it take it back.
    let ids = sqlx::query_scalar!(
        r#"update group_meetings set stage = 'called', sequence = sequence + 1, ended_by = null, ended_at = null, words_sealed = null,
            off_with_group = false
         where group_id = $1 and off_with_group and starts_at > $2 returning id as "id: MeetingId""#,
        seen.id as _,
        now
    )
    .fetch_all(&mut **tx)
    .await?;
    for id in &ids {
        let event = Event::new(Act::MeetingHeldAfterAll, Subject::group(seen.id))
            .after(json!({ "meeting": id }));
        history::record(tx, can.by(), event).await?;
        hold(tx, can.by(), *id).await?;
    }
    Ok(ids.len())
}
