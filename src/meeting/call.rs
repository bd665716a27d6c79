//! Calling a meeting, moving it and calling it off. Whoever is to come is told by letter, with an invitation for their calendars.

use serde_json::json;

use super::policy::{CanCall, CanKeep};
use super::{MeetingItemKind, WHY, find, follow, lock};
use crate::actor::Actor;
use crate::db::Tx;
use crate::group;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{GroupId, MeetingId, MeetingItemId};
use crate::sitting::{self, Appointment, NotCalled};
use crate::values::{Line, Prose};
use crate::{Error, Result};

/// Calls a meeting with what is on its agenda, and whoever is to come to it.
pub async fn call(
    tx: &mut Tx,
    granted: &CanCall,
    at: &Appointment,
    agenda: &[Line],
) -> Result<std::result::Result<MeetingId, NotCalled>> {
    let starts_at = match sitting::moment(tx, at).await? {
        Ok(at) => at,
        Err(not) => return Ok(Err(not)),
    };
    if !group::goes_on(tx, granted.group(), at.starts_local.date()).await? {
        return Ok(Err(NotCalled::Over));
    }
    let (id, now) = (MeetingId::fresh(), tx.now());
    sqlx::query!(
        "insert into group_meetings (id, group_id, starts_local, zone, starts_at, lasts_minutes, place, stage, called_by, called_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'called', $8, $9)",
        id as _,
        granted.group() as _,
        at.starts_local,
        at.zone,
        starts_at,
        at.lasts_minutes,
        at.place.as_str(),
        granted.by().person()?.id as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let ids: Vec<MeetingItemId> = agenda.iter().map(|_| MeetingItemId::fresh()).collect();
    let titles: Vec<String> = agenda.iter().map(ToString::to_string).collect();
    sqlx::query!(
        "insert into group_meeting_items (id, meeting_id, position, title, kind, added_at)
         select t.id, $1, n::smallint, t.title, $4, $5
         from unnest($2::uuid[], $3::text[]) with ordinality as t (id, title, n)",
        id as _,
        &ids as _,
        &titles,
        MeetingItemKind::Talk as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::MeetingCalled, Subject::group(granted.group()))
        .after(json!({ "meeting": id, "starts_at": starts_at, "items": agenda.len() }));
    history::record(tx, granted.by(), event).await?;
    follow::follow(tx, granted.by(), id).await?;
    Ok(Ok(id))
}

/// Moves a meeting that is to come, if nobody moved it since it was seen. Whoever is to come is told. Whether anything changed.
pub async fn move_to(
    tx: &mut Tx,
    granted: &CanKeep,
    to: &Appointment,
) -> Result<std::result::Result<bool, NotCalled>> {
    let meeting = granted.meeting();
    // The group first, as whoever ends it does.
    let goes_on = group::goes_on(tx, meeting.group, to.starts_local.date()).await?;
    lock(tx, meeting.id).await?;
    let is_there = meeting.starts_local == to.starts_local
        && meeting.zone == to.zone
        && meeting.lasts_minutes == to.lasts_minutes
        && meeting.place == to.place.as_str();
    if is_there {
        return Ok(Ok(false));
    }
    if !goes_on {
        return Ok(Err(NotCalled::Over));
    }
    let starts_at = match sitting::moment(tx, to).await? {
        Ok(at) => at,
        Err(not) => return Ok(Err(not)),
    };
    let moved = sqlx::query!(
        "update group_meetings set starts_local = $3, zone = $4, starts_at = $5, lasts_minutes = $6, place = $7,
            sequence = sequence + 1
         where id = $1 and sequence = $2",
        meeting.id as _,
        meeting.sequence,
        to.starts_local,
        to.zone,
        starts_at,
        to.lasts_minutes,
        to.place.as_str()
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if moved == 0 {
        return Err(Error::Overtaken);
    }
    // Where one takes part may be a secret address: that it is another is all that history keeps.
    let event = Event::new(Act::MeetingMoved, Subject::group(meeting.group))
        .before(json!({ "meeting": meeting.id, "starts_at": meeting.starts_at }))
        .after(json!({
            "meeting": meeting.id,
            "starts_at": starts_at,
            "another_place": meeting.place != to.place.as_str(),
        }));
    history::record(tx, granted.by(), event).await?;
    follow::follow(tx, granted.by(), meeting.id).await?;
    Ok(Ok(true))
}

/// Calls a meeting off, and tells whoever was to come.
pub async fn call_off(tx: &mut Tx, granted: &CanKeep, why: &Prose) -> Result<()> {
    let seen = granted.meeting();
    off(tx, granted.by(), (seen.id, seen.group), Some(why)).await
}

/// The same, for somebody who may. Where nobody in person does it, nobody says why.
pub(super) async fn off(
    tx: &mut Tx,
    by: &Actor,
    (id, group): (MeetingId, GroupId),
    why: Option<&Prose>,
) -> Result<()> {
    let (now, vault) = (tx.now(), tx.vault());
    lock(tx, id).await?;
    let sealed = match why {
        Some(why) => Some(vault.seal_text(WHY, id, why)?),
        None => None,
    };
    sqlx::query!(
        "update group_meetings set stage = 'called_off', sequence = sequence + 1, ended_by = $2, ended_at = $3, words_sealed = $4
         where id = $1",
        id as _,
        by.account() as _,
        now,
        sealed as _
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::MeetingCalledOff, Subject::group(group))
        .after(json!({ "meeting": id }))
        .reason(why);
    history::record(tx, by, event).await?;
    let meeting = find(tx, &vault, id).await?.ok_or(Error::NotFound)?;
    follow::tell_off(tx, &meeting).await
}
