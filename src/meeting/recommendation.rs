//! What groups recommend to the board, and what the board says.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::follow::wanted;
use super::policy::CanAnswer;
use super::{ANSWER, RecommendationAnswer, WORDS, find};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{GroupId, MeetingId, MeetingItemId};
use crate::notice::{self, Letter, OfRecommendation, Recipient};
use crate::sitting;
use crate::values::{Line, Prose};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Something that a group recommends.
#[derive(Debug)]
pub struct Recommendation {
    /// The item of the meeting.
    pub item: MeetingItemId,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// Of which group.
    pub group: GroupId,
    /// What it is called.
    pub title: Line,
    /// What is recommended.
    pub words: Option<Prose>,
    /// Since when the board knows.
    pub made_at: DateTime<Utc>,
    /// What the board says, and why.
    pub answer: Option<(RecommendationAnswer, Prose)>,
}

struct Row {
    item: MeetingItemId,
    meeting: MeetingId,
    group: GroupId,
    title: Line,
    words: Option<Sealed>,
    made_at: DateTime<Utc>,
    answer: Option<RecommendationAnswer>,
    answer_words: Option<Sealed>,
}

impl Row {
    fn open(self, vault: &Vault) -> Result<Recommendation> {
        let words = match &self.words {
            Some(sealed) => Some(sitting::prose(&vault.open_text(WORDS, self.item, sealed)?)?),
            None => None,
        };
        let answer = match (self.answer, &self.answer_words) {
            (Some(answer), Some(sealed)) => {
                let text = vault.open_text(ANSWER, self.item, sealed)?;
                Some((answer, sitting::prose(&text)?))
            }
            _ => None,
        };
        Ok(Recommendation {
            item: self.item,
            meeting: self.meeting,
            group: self.group,
            title: self.title,
            words,
            made_at: self.made_at,
            answer,
        })
    }
}

/// What waits for an answer of the board, the oldest first, then what was answered last: `limit` of it from `offset` on.
pub async fn recommendations(
    conn: &mut PgConnection,
    vault: &Vault,
    (offset, limit): (i64, i64),
) -> Result<Vec<Recommendation>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select r.item_id as "item: MeetingItemId", m.id as meeting, m.group_id as "group", i.title, i.words_sealed as words, r.made_at,
            r.answer, r.words_sealed as answer_words
         from group_recommendations r join group_meeting_items i on i.id = r.item_id join group_meetings m on m.id = i.meeting_id
         order by r.answer is not null, r.answered_at desc, r.made_at, r.item_id offset $1 limit $2"#,
        offset,
        limit
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| row.open(vault)).collect()
}

/// How many there are.
pub async fn count_recommendations(conn: &mut PgConnection) -> Result<i64> {
    Ok(
        sqlx::query_scalar!(r#"select count(*) as "count!" from group_recommendations"#)
            .fetch_one(conn)
            .await?,
    )
}

/// One of them; nothing, where nothing of this id is recommended.
pub async fn find_recommendation(
    conn: &mut PgConnection,
    vault: &Vault,
    item: MeetingItemId,
) -> Result<Option<Recommendation>> {
    let row = sqlx::query_as!(
        Row,
        r#"select r.item_id as "item: MeetingItemId", m.id as meeting, m.group_id as "group", i.title, i.words_sealed as words, r.made_at,
            r.answer, r.words_sealed as answer_words
         from group_recommendations r join group_meeting_items i on i.id = r.item_id join group_meetings m on m.id = i.meeting_id
         where r.item_id = $1"#,
        item as _
    )
    .fetch_optional(conn)
    .await?;
    row.map(|row| row.open(vault)).transpose()
}

/// What one meeting recommended.
pub async fn of_meeting(
    conn: &mut PgConnection,
    vault: &Vault,
    meeting: MeetingId,
) -> Result<Vec<Recommendation>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select r.item_id as "item: MeetingItemId", m.id as meeting, m.group_id as "group", i.title, i.words_sealed as words, r.made_at,
            r.answer, r.words_sealed as answer_words
         from group_recommendations r join group_meeting_items i on i.id = r.item_id join group_meetings m on m.id = i.meeting_id
         where m.id = $1 order by i.position, i.id"#,
        meeting as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| row.open(vault)).collect()
}

/// Answers for the board, once. Those who would be invited today are told.
pub async fn answer(
    tx: &mut Tx,
    granted: &CanAnswer,
    item: MeetingItemId,
    answer: RecommendationAnswer,
    words: &Prose,
) -> Result<()> {
    let (now, vault) = (tx.now(), tx.vault());
    let there = sqlx::query!(
        "select i.title, m.group_id, m.id from group_recommendations r join group_meeting_items i on i.id = r.item_id
            join group_meetings m on m.id = i.meeting_id where r.item_id = $1",
        item as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    let answered = sqlx::query!(
        "update group_recommendations set answer = $2, words_sealed = $3, answered_by = $4, answered_at = $5
         where item_id = $1 and answer is null",
        item as _,
        answer as _,
        vault.seal_text(ANSWER, item, words)? as _,
        granted.by().person()?.id as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if answered == 0 {
        return Err(Error::Overtaken);
    }
    tell(tx, there.id, &there.title, answer, words).await?;
    let event = Event::new(Act::RecommendationAnswered, Subject::group(there.group_id))
        .after(json!({ "meeting": there.id, "title": there.title, "answer": answer }))
        .reason(Some(words));
    history::record(tx, granted.by(), event).await
}

/// Tells whoever sits in the group today, or acts for a member.
async fn tell(
    tx: &mut Tx,
    meeting: MeetingId,
    title: &Line,
    answer: RecommendationAnswer,
    words: &Prose,
) -> Result<()> {
    let (vault, today) = (tx.vault(), tx.today());
    let meeting = find(tx, &vault, meeting).await?.ok_or(Error::NotFound)?;
    let letter = |number| {
        Letter::RecommendationAnswered(OfRecommendation {
            of: meeting.in_letters(number),
            title: title.to_string(),
            answer,
            words: words.to_string(),
        })
    };
    let to = wanted(tx, meeting.group, today).await?;
    for (account, number) in to.accounts {
        notice::post(tx, Recipient::Account(account), letter(Some(number))).await?;
    }
    for leader in to.leaders.into_values() {
        notice::post(tx, leader, letter(None)).await?;
    }
    Ok(())
}
