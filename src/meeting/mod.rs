//! Meetings of groups: called with an agenda, invitations that follow whoever is to come, attendance, what is resolved and recommended,
//! minutes, and calendars. The rules stand in `docs/decisions/groups.md`.

mod agenda;
mod call;
mod close;
mod ending;
mod feed;
mod find;
mod follow;
pub mod policy;
mod recommendation;

pub use crate::notice::RecommendationAnswer;
pub use agenda::{Settled, add, note_presence, remove, settle};
pub use call::{call, call_off, move_to};
pub use close::{Minutes, MinutesItem, MinutesMember, close, minutes};
pub use ending::{end_group, end_groups, reopen_group, to_come};
pub use feed::{follow_feed, has_feed, make_feed, revoke_feed};
pub use find::{
    Attendee, Brief, Item, Meeting, Quorum, attendees, count_of_group, count_of_organization, find,
    is_of_organization, of_group, of_organization,
};
pub use follow::follow_all;
pub use recommendation::{
    Recommendation, answer, count_recommendations, find_recommendation, of_meeting, recommendations,
};

use chrono::{DateTime, Utc};

use crate::db::Tx;
use crate::ids::MeetingId;
use crate::values::codes;
use crate::{Error, Result};

codes! {
    /// How far a meeting has come.
    pub enum MeetingStage {
        Called = "called",
        Closed = "closed",
        CalledOff = "called_off",
    }

    /// What is on an agenda.
    pub enum MeetingItemKind {
        Talk = "talk",
        Resolution = "resolution",
        Recommendation = "recommendation",
    }

    /// What came of a resolution or a recommendation.
    pub enum MeetingResult {
        Adopted = "adopted",
        Rejected = "rejected",
        Postponed = "postponed",
        Inquorate = "inquorate",
    }
}

/// Where it is sealed why a meeting was called off.
const WHY: &str = "group_meetings.words";
/// Where minutes are sealed.
const MINUTES: &str = "group_meetings.minutes";
/// Where the words of an item are sealed.
const WORDS: &str = "group_meeting_items.words";
/// Where answers of the board are sealed.
const ANSWER: &str = "group_recommendations.words";

/// What somebody has to know who works on a meeting.
struct Locked {
    starts_at: DateTime<Utc>,
    presence_version: i32,
}

/// Waits for whoever works on this meeting now, and refuses if it is over.
async fn lock(tx: &mut Tx, id: MeetingId) -> Result<Locked> {
    sqlx::query_as!(
        Locked,
        "select starts_at, presence_version from group_meetings where id = $1 and stage = 'called' for update",
        id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)
}

/// The same for what is only known once a meeting has begun.
async fn lock_begun(tx: &mut Tx, id: MeetingId) -> Result<Locked> {
    let now = tx.now();
    let locked = lock(tx, id).await?;
    match locked.starts_at <= now {
        true => Ok(locked),
        false => Err(Error::Overtaken),
    }
}
