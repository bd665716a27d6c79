//! Voting on a case of an agenda, and counting the votes.

use serde_json::json;

use super::policy::{CanCount, CanReopen, CanSee, CanVote};
use super::{ANSWER, ItemResult, REASON, Tally, Vote, find, lock, of, of_case, recusal};
use crate::case::Answer;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::values::Prose;
use crate::{Error, Result};

/// What came of counting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// The vote is closed with this result.
    Result(ItemResult),
    /// The votes come to something that the answer does not say; nothing is closed.
    Other(ItemResult),
}

/// Votes, or votes otherwise than before, as long as the vote is open.
pub async fn cast(tx: &mut Tx, granted: CanVote, vote: Vote, reason: &Prose) -> Result<()> {
    let (sitting, item) = (granted.sitting(), granted.item());
    lock(tx, sitting.id).await?;
    // Whoever became a part of the organization since the agenda was made is recused before they vote.
    recusal::note(tx, item.id).await?;
    let (now, vault) = (tx.now(), tx.vault());
    let person = granted.by().person()?.id;
    let sealed = vault.seal_text(&of(REASON, person), item.id, reason)?;
    let voted = sqlx::query!(
        "insert into sitting_votes (item_id, account_id, vote, reason_sealed, voted_at)
         select i.id, m.account_id, $3, $4, $5
         from sitting_items i join sitting_members m on m.sitting_id = i.sitting_id
         where i.id = $1 and i.off_at is null and i.result is null and m.account_id = $2 and m.present
            and not exists (select from sitting_recusals r where r.item_id = i.id and r.account_id = m.account_id)
         on conflict (item_id, account_id) do update
         set vote = excluded.vote, reason_sealed = excluded.reason_sealed, voted_at = excluded.voted_at",
        item.id as _,
        person as _,
        vote as _,
        sealed as _,
        now,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if voted == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::CaseVoteCast, of_case(item.case, item.number))
        .after(json!({ "session": sitting.number, "vote": vote }))
        .reason(Some(reason));
    history::record(tx, granted.by(), event).await
}

/// Closes the vote on a case: counts the votes of those who are there, and keeps the answer that is given when the session is closed.
///
/// `answer`: the words and conditions of it, asked for by what the votes come to. A casting vote counts on a tie alone, and only if
/// whoever presides gives it.
pub async fn count(
    tx: &mut Tx,
    granted: CanCount,
    see: &CanSee,
    casting: Option<Vote>,
    answer: Option<Answer>,
) -> Result<Counted> {
    let sitting = granted.sitting().id;
    lock(tx, sitting).await?;
    recusal::note(tx, granted.item().id).await?;
    let (now, vault) = (tx.now(), tx.vault());
    let fresh = find(tx, &vault, see, sitting).await?;
    let fresh = fresh.ok_or(Error::NotFound)?;
    let item = fresh
        .item(granted.item().id)
        .filter(|item| item.is_on() && item.result.is_none())
        .ok_or(Error::Overtaken)?;
    let tally: Tally = fresh.tally(item);
    let casting = casting.filter(|_| granted.casts() && tally.tied().is_some());
    let result = tally.result(casting);
    let answer = answer.filter(|answer| result.outcome() == Some(answer.outcome()));
    if result.outcome().is_some() && answer.is_none() {
        return Ok(Counted::Other(result));
    }
    let casting = casting.filter(|casting| casting.result() == result);
    let sealed = answer
        .map(|answer| vault.seal_json(ANSWER, item.id, &answer))
        .transpose()?;
    sqlx::query!(
        "update sitting_items set result = $2, answer_sealed = $3, casting = $4, counted_at = $5, counted_by = $6 where id = $1",
        item.id as _,
        result as _,
        sealed as _,
        casting as _,
        now,
        granted.by().person()?.id as _,
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::CaseVoteClosed, of_case(item.case, item.number)).after(json!({
        "session": fresh.number,
        "result": result,
        "casting": casting,
    }));
    history::record(tx, granted.by(), event).await?;
    Ok(Counted::Result(result))
}

/// Opens a vote again, such as to mend the words; the votes are as they were.
pub async fn reopen(tx: &mut Tx, granted: CanReopen) -> Result<()> {
    let (sitting, item) = (granted.sitting(), granted.item());
    lock(tx, sitting.id).await?;
    sqlx::query!(
        "update sitting_items set result = null, answer_sealed = null, casting = null, counted_at = null, counted_by = null
         where id = $1 and off_at is null",
        item.id as _,
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::CaseVoteReopened, of_case(item.case, item.number))
        .after(json!({ "session": sitting.number }));
    history::record(tx, granted.by(), event).await
}
