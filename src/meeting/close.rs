//! Closing a meeting: its minutes are frozen, and what it recommends goes to the board. Without a quorum nothing is adopted.

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgConnection;

use super::policy::CanKeep;
use super::{MINUTES, Meeting, MeetingItemKind, MeetingResult, Quorum, attendees, find, lock};
use crate::account;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::MeetingItemId;
use crate::sitting;
use crate::values::{GroupRole, LanguageTag, Line, Prose, RegistryNumber, SigningOffice, Wording};
use crate::vault::Vault;
use crate::{Error, Result};

/// What a meeting did.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Minutes {
    /// What the group was called then.
    pub names: Vec<Wording>,
    /// When it began, as clocks said it there.
    pub starts_local: NaiveDateTime,
    /// In which zone.
    pub zone: String,
    /// Where it was held.
    pub place: String,
    /// Who was to be there.
    pub members: Vec<MinutesMember>,
    /// How many counted for the quorum.
    pub entitled: usize,
    /// How many of them came.
    pub present: usize,
    /// What it did, in order.
    pub items: Vec<MinutesItem>,
    /// Who closed it.
    pub closed_by: String,
    /// When.
    pub closed_at: DateTime<Utc>,
}

/// A member of the group then. People are not named: who held an office on a day can be looked up by those who may know.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MinutesMember {
    /// Which organization; nothing for a leader.
    pub organization: Option<(RegistryNumber, Line, Option<LanguageTag>)>,
    /// What they were in the group.
    pub role: GroupRole,
    /// The office that the seat was bound to.
    pub seat: Option<SigningOffice>,
    /// Whether anybody held it.
    pub is_taken: bool,
    /// Whether they came.
    pub present: bool,
}

/// Something on the agenda.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MinutesItem {
    /// Its id.
    pub id: MeetingItemId,
    /// What it was called.
    pub title: Line,
    /// What it was.
    pub kind: MeetingItemKind,
    /// What came of it.
    pub result: Option<MeetingResult>,
    /// What was said or resolved.
    pub words: Option<Prose>,
}

impl Minutes {
    /// Whether enough came.
    pub const fn quorum(&self) -> Quorum {
        Quorum {
            entitled: self.entitled,
            present: self.present,
        }
    }
}

/// Closes a meeting that has begun.
///
/// # Errors
///
/// [`Error::Overtaken`] if it is over, or has not begun.
pub async fn close(tx: &mut Tx, granted: &CanKeep) -> Result<()> {
    let (now, vault, id) = (tx.now(), tx.vault(), granted.meeting().id);
    lock(tx, id).await?;
    let meeting = find(tx, &vault, id).await?.ok_or(Error::NotFound)?;
    if meeting.starts_at > now {
        return Err(Error::Overtaken);
    }
    let by = granted.by().person()?.id;
    let members = attendees(tx, &meeting).await?;
    let quorum = Quorum::of(&members);
    let names = account::called(tx, &vault, &[by]).await?;
    let items: Vec<MinutesItem> = meeting
        .items
        .iter()
        .map(|it| MinutesItem {
            id: it.id,
            title: it.title.clone(),
            kind: it.kind,
            // Whoever is too few adopts and rejects nothing.
            result: match quorum.is_met() {
                true => it.result,
                false => it.result.map(|_| MeetingResult::Inquorate),
            },
            words: it.words.clone(),
        })
        .collect();
    let recommended: Vec<MeetingItemId> = items
        .iter()
        .filter(|it| it.kind == MeetingItemKind::Recommendation)
        .filter(|it| it.result == Some(MeetingResult::Adopted))
        .map(|it| it.id)
        .collect();
    if !quorum.is_met() {
        sqlx::query!(
            "update group_meeting_items set result = 'inquorate' where meeting_id = $1 and result is not null and off_at is null",
            id as _
        )
        .execute(&mut **tx)
        .await?;
    }
    sqlx::query!(
        "insert into group_recommendations (item_id, made_at) select unnest($1::uuid[]), $2",
        &recommended as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let minutes = Minutes {
        names: meeting.names.clone(),
        starts_local: meeting.starts_local,
        zone: meeting.zone.clone(),
        place: meeting.place.clone(),
        members: members
            .into_iter()
            .map(|it| MinutesMember {
                organization: it.organization,
                role: it.role,
                seat: it.seat,
                is_taken: it.is_taken,
                present: it.present,
            })
            .collect(),
        entitled: quorum.entitled,
        present: quorum.present,
        items,
        closed_by: names.get(&by).cloned().unwrap_or_default(),
        closed_at: now,
    };
    let digest = sitting::digest(&minutes)?;
    sqlx::query!(
        "update group_meetings set stage = 'closed', ended_by = $2, ended_at = $3, minutes_sealed = $4, digest = $5
         where id = $1",
        id as _,
        by as _,
        now,
        vault.seal_json(MINUTES, id, &minutes)? as _,
        digest
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::MeetingClosed, Subject::group(meeting.group)).after(json!({
        "meeting": id,
        "present": quorum.present,
        "entitled": quorum.entitled,
        "recommendations": recommended.len(),
        "digest": sitting::hex(&digest),
    }));
    history::record(tx, granted.by(), event).await
}

/// The minutes of a meeting that is closed, as they were frozen, and their digest.
pub async fn minutes(
    conn: &mut PgConnection,
    vault: &Vault,
    meeting: &Meeting,
) -> Result<Option<(Minutes, String)>> {
    let row = sqlx::query!(
        "select minutes_sealed, digest from group_meetings where id = $1",
        meeting.id as _
    )
    .fetch_one(conn)
    .await?;
    let (Some(sealed), Some(digest)) = (row.minutes_sealed, row.digest) else {
        return Ok(None);
    };
    let minutes: Minutes = vault.open_json(MINUTES, meeting.id, &sealed)?;
    if digest != sitting::digest(&minutes)? {
        return Err(Error::Contradiction("minutes and their digest"));
    }
    Ok(Some((minutes, sitting::hex(&digest))))
}
