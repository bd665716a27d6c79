//! The end of a group: its memberships and open invitations end with it, and each member hears of it once, as does whoever is asked no
//! more. A last day to come is kept until it has passed.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use sqlx::PgConnection;

use super::Group;
use super::news::{News, tell_asked, tell_members};
use super::policy::CanGroup;
use super::said::first_name;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{GroupId, GroupInvitationId};
use crate::values::Prose;
use crate::{Error, Result};

/// For how long after its end a group can go on again.
pub const MISTAKEN_FOR: TimeDelta = TimeDelta::days(60);

/// Where it is sealed why a group ends.
const WORDS: &str = "groups.ending";

/// How many groups end in one transaction.
const BATCH: i64 = 20;

/// The end of a group, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct End {
    /// The last day.
    pub on: Option<NaiveDate>,
    /// When the end took effect.
    pub at: Option<DateTime<Utc>>,
}

/// What the board says when it ends a group.
#[derive(Clone, Debug)]
pub struct Ending {
    /// The last day; today or before, and it ends at once.
    pub last: NaiveDate,
    /// Why, for its members.
    pub words: Prose,
}

/// What ends with a group, or stays without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndsWith {
    /// Organizations and leaders in it.
    pub members: i64,
    /// Those who are asked and have not answered.
    pub invitations: i64,
    /// Groups that are a part of it, and go on.
    pub parts: i64,
}

/// A group whose end took effect, and the first day without it.
pub type Ended = (GroupId, NaiveDate);

impl End {
    /// Whether the group is over on a day.
    pub fn is_over(self, day: NaiveDate) -> bool {
        self.at.is_some() || self.on.is_some_and(|last| last < day)
    }

    /// Whether an end can be taken back: it is to come, or was said not long ago.
    pub fn is_open(self, now: DateTime<Utc>) -> bool {
        match self.at {
            Some(at) => at + MISTAKEN_FOR > now,
            None => self.on.is_some(),
        }
    }
}

/// What ends with a group today.
pub async fn ends_with(
    conn: &mut PgConnection,
    group: GroupId,
    now: DateTime<Utc>,
) -> Result<EndsWith> {
    Ok(sqlx::query_as!(
        EndsWith,
        r#"select (select count(*) from group_members where group_id = $1 and until is null) as "members!",
            (select count(*) from group_invitations where group_id = $1 and answer is null and expires_at > $2) as "invitations!",
            (select count(*) from groups where parent_id = $1 and ended_at is null) as "parts!""#,
        group as _,
        now
    )
    .fetch_one(conn)
    .await?)
}

/// Whether a group goes on on a day. It stays so until the transaction ends.
pub async fn goes_on(tx: &mut Tx, group: GroupId, day: NaiveDate) -> Result<bool> {
    let row = sqlx::query!(
        "select ended_on, ended_at from groups where id = $1 for share",
        group as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    let end = End {
        on: row.ended_on,
        at: row.ended_at,
    };
    Ok(!end.is_over(day))
}

/// Why a group ends, if that was said.
pub async fn ending_words(tx: &mut Tx, group: GroupId) -> Result<Option<String>> {
    let sealed = sqlx::query_scalar!("select ending_sealed from groups where id = $1", group as _)
        .fetch_optional(&mut **tx)
        .await?
        .flatten();
    match sealed {
        Some(sealed) => Ok(Some(tx.vault().open_text(WORDS, group, &sealed)?)),
        None => Ok(None),
    }
}

/// Ends a group at once, or on a day to come, and tells its members. Which day is the first without it. The caller calls off its
/// later meetings in the same transaction.
///
/// # Errors
///
/// [`Error::Overtaken`] if somebody changed it since it was seen, or it is over.
pub async fn end(tx: &mut Tx, can: &CanGroup, seen: &Group, ending: &Ending) -> Result<NaiveDate> {
    let (now, today, vault) = (tx.now(), tx.today(), tx.vault());
    let at_once = ending.last <= today;
    let sealed = vault.seal_text(WORDS, seen.id, &ending.words)?;
    let ended = sqlx::query!(
        "update groups set ended_on = $3, ended_at = $4, ending_told_at = $5, ending_sealed = $6, version = version + 1
         where id = $1 and version = $2 and ended_at is null",
        seen.id as _,
        seen.version,
        ending.last,
        at_once.then_some(now),
        now,
        sealed as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if ended == 0 {
        return Err(Error::Overtaken);
    }
    let (last, words) = (ending.last, ending.words.to_string());
    let letter = News::Ends(last, words.clone());
    tell_members(tx, seen.id, &letter, None).await?;
    let (act, gone, first_without) = match at_once {
        true => (
            Act::GroupEnded,
            close(tx, seen.id, (last, words)).await?,
            today,
        ),
        false => (
            Act::GroupEndSet,
            json!({}),
            ending.last.succ_opt().unwrap_or(ending.last),
        ),
    };
    let event = Event::new(act, Subject::group(seen.id))
        .before(json!({ "ended_on": seen.end.on }))
        .after(happened(tx, seen.id, Some(ending.last), gone).await?)
        .reason(Some(&ending.words));
    history::record(tx, can.by(), event).await?;
    Ok(first_without)
}

/// Ends the groups whose last day has passed. Whoever came after its members were told is told now. Which they are.
pub async fn end_due(tx: &mut Tx) -> Result<Vec<Ended>> {
    let (now, today, vault) = (tx.now(), tx.today(), tx.vault());
    let due = sqlx::query!(
        r#"update groups g set ended_at = $1, ending_told_at = $1, version = g.version + 1
           from (select id, ended_on, ending_told_at from groups where ended_at is null and ended_on < $2
            order by ended_on, id limit $3 for update skip locked) as due
           where g.id = due.id
           returning g.id, due.ended_on as "last!", due.ending_told_at as "told?: DateTime<Utc>", g.ending_sealed"#,
        now,
        today,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut ended = Vec::with_capacity(due.len());
    for row in due {
        let words = match &row.ending_sealed {
            Some(sealed) => vault.open_text(WORDS, row.id, sealed)?,
            None => String::new(),
        };
        let news = News::Ends(row.last, words.clone());
        tell_members(tx, row.id, &news, row.told).await?;
        let gone = close(tx, row.id, (row.last, words)).await?;
        let after = happened(tx, row.id, Some(row.last), gone).await?;
        let event = Event::new(Act::GroupEnded, Subject::group(row.id)).after(after);
        history::record(tx, &Actor::System, event).await?;
        ended.push((row.id, row.last.succ_opt().unwrap_or(row.last)));
    }
    Ok(ended)
}

/// Ends memberships and invitations, and tells those who are asked no more. How many, for history.
async fn close(tx: &mut Tx, group: GroupId, (last, words): (NaiveDate, String)) -> Result<Value> {
    let now = tx.now();
    // What nobody could answer any more is not taken back from anybody.
    let invitations = sqlx::query_scalar!(
        r#"update group_invitations set answer = 'withdrawn', answered_at = $2, ended_with_group = true
         where group_id = $1 and answer is null and expires_at > $2 returning id as "id: GroupInvitationId""#,
        group as _,
        now
    )
    .fetch_all(&mut **tx)
    .await?;
    tell_asked(tx, group, &News::NotAsked(last, words), &invitations).await?;
    let members = sqlx::query!(
        "update group_members set until = $2, ended_with_group = true, version = version + 1
         where group_id = $1 and until is null",
        group as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    Ok(json!({ "members": members, "invitations": invitations.len() }))
}

/// What history keeps of the end of a group, and of what came with it.
pub(super) async fn happened(
    tx: &mut Tx,
    group: GroupId,
    last: Option<NaiveDate>,
    with: Value,
) -> Result<Value> {
    Ok(json!({
        "group": first_name(tx, group).await?,
        "ended_on": last,
        "with": with,
    }))
}
