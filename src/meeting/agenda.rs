//! The agenda of a meeting, who is there, and what came of each item.

use serde_json::json;

use super::policy::CanKeep;
use super::{Item, MeetingItemKind, MeetingResult, WORDS, lock, lock_begun};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{MeetingItemId, MembershipId};
use crate::values::{Line, Prose};
use crate::{Error, Result};

/// The most items on one agenda.
const MOST: usize = 40;

/// What came of an item.
#[derive(Clone, Debug)]
pub struct Settled {
    /// What it turned out to be.
    pub kind: MeetingItemKind,
    /// What came of it; nothing for a talk.
    pub result: Option<MeetingResult>,
    /// What was said or resolved.
    pub words: Option<Prose>,
}

/// Puts something at the end of an agenda. Whether there was room.
pub async fn add(tx: &mut Tx, granted: &CanKeep, title: &Line) -> Result<bool> {
    let meeting = granted.meeting();
    lock(tx, meeting.id).await?;
    let (id, now) = (MeetingItemId::fresh(), tx.now());
    let added = sqlx::query!(
        "insert into group_meeting_items (id, meeting_id, position, title, kind, added_at)
         select $1, $2, coalesce(max(position), 0) + 1, $3, 'talk', $4 from group_meeting_items where meeting_id = $2
         having count(*) filter (where off_at is null) < $5",
        id as _,
        meeting.id as _,
        title.as_str(),
        now,
        i64::try_from(MOST).unwrap_or(i64::MAX)
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if added == 0 {
        return Ok(false);
    }
    let event = Event::new(Act::MeetingAgendaChanged, Subject::group(meeting.group))
        .after(json!({ "meeting": meeting.id, "item": id, "title": title }));
    history::record(tx, granted.by(), event).await?;
    Ok(true)
}

/// Takes something off an agenda.
pub async fn remove(tx: &mut Tx, granted: &CanKeep, item: &Item) -> Result<()> {
    let meeting = granted.meeting();
    lock(tx, meeting.id).await?;
    let now = tx.now();
    let removed = sqlx::query!(
        "update group_meeting_items set off_at = $2 where id = $1 and off_at is null",
        item.id as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if removed == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::MeetingAgendaChanged, Subject::group(meeting.group))
        .before(json!({ "meeting": meeting.id, "item": item.id, "title": item.title }));
    history::record(tx, granted.by(), event).await
}

/// Notes which members are there, from the beginning of the meeting on. Who comes late or leaves is noted again.
///
/// # Errors
///
/// [`Error::Overtaken`] if it has not begun, is over, or somebody noted something since `version`.
pub async fn note_presence(
    tx: &mut Tx,
    granted: &CanKeep,
    present: &[MembershipId],
    version: i32,
) -> Result<()> {
    let meeting = granted.meeting();
    if lock_begun(tx, meeting.id).await?.presence_version != version {
        return Err(Error::Overtaken);
    }
    let gone = sqlx::query!(
        "delete from group_meeting_presence where meeting_id = $1 and membership_id <> all($2)",
        meeting.id as _,
        present as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    let come = sqlx::query!(
        "insert into group_meeting_presence (meeting_id, membership_id)
         select $1, id from group_members where group_id = $3 and id = any($2) on conflict do nothing",
        meeting.id as _,
        present as _,
        meeting.group as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if gone + come == 0 {
        return Ok(());
    }
    sqlx::query!(
        "update group_meetings set presence_version = presence_version + 1 where id = $1",
        meeting.id as _
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::MeetingAttendanceNoted, Subject::group(meeting.group))
        .after(json!({ "meeting": meeting.id, "present": present }));
    history::record(tx, granted.by(), event).await
}

/// Writes down what came of an item, from the beginning of the meeting on. It can be said otherwise until the meeting is closed.
///
/// # Errors
///
/// [`Error::Overtaken`] if it has not begun, is over, the item is off, or somebody wrote something down since `version`.
pub async fn settle(
    tx: &mut Tx,
    granted: &CanKeep,
    item: &Item,
    (said, version): (&Settled, i32),
) -> Result<()> {
    let (meeting, vault) = (granted.meeting(), tx.vault());
    lock_begun(tx, meeting.id).await?;
    let words = match &said.words {
        Some(words) => Some(vault.seal_text(WORDS, item.id, words)?),
        None => None,
    };
    let settled = sqlx::query!(
        "update group_meeting_items set kind = $2, result = $3, words_sealed = $4, version = version + 1
         where id = $1 and version = $5 and off_at is null",
        item.id as _,
        said.kind as _,
        said.result as _,
        words as _,
        version
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if settled == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::MeetingItemSettled, Subject::group(meeting.group))
        .after(json!({
            "meeting": meeting.id,
            "item": item.id,
            "title": item.title,
            "kind": said.kind,
            "result": said.result,
        }))
        .reason(said.words.as_ref());
    history::record(tx, granted.by(), event).await
}
