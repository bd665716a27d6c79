//! Taking a merger of persons back: both entries become exactly what they were, as long as nobody changed them since.

use serde_json::json;

use super::super::undo::{Back, columns, current, put_back};
use super::UNDONE;
use super::find::find;
use super::merge::hold;
use super::obstacle::Obstacle;
use super::policy::CanMergePeople;
use super::rows::read;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{LeaderId, LeaderMergerId};
use crate::leader;
use crate::values::Prose;
use crate::{Error, Result};

/// What nobody is kept from taking back by: it is made from the rest, or said of a pair since.
const LOOSE: &str = "leader_likenesses";

/// Takes a merger back, in one transaction. What stands in the way is told, and nothing is done.
pub async fn undo(
    tx: &mut Tx,
    granted: &CanMergePeople,
    id: LeaderMergerId,
    reason: &Prose,
) -> Result<Result<(), Vec<Obstacle>>> {
    let (survivor, other) = granted.pair();
    hold(tx, &[survivor, other]).await?;
    let vault = tx.vault();
    // Read under the lock: somebody else may have taken it back a moment ago.
    let merger = find(tx, &vault, id)
        .await?
        .filter(|it| (it.survivor, it.other) == (survivor, other))
        .ok_or(Error::NotFound)?;
    if merger.undone.is_some() {
        return Ok(Err(vec![Obstacle::Undone]));
    }
    if leader::merged_into(tx, survivor).await?.is_some() {
        return Ok(Err(vec![Obstacle::GaveWay]));
    }
    // What somebody withdrew or gave anew since is their last word: nothing older comes back over it.
    let past = leader::past(tx, survivor).await?;
    let is_their_word = past.iter().any(|now| match now.withdrawn_at {
        Some(at) => at > merger.at,
        None => past.iter().any(|was| {
            was.withdrawn_at == Some(merger.at)
                && (was.purpose, was.field) == (now.purpose, now.field)
        }),
    });
    if is_their_word {
        return Ok(Err(vec![Obstacle::Moved]));
    }
    let mut back = Vec::new();
    for moved in read(&merger.rows)? {
        let now = current(tx, &moved).await?;
        let columns = columns(&moved);
        let is_of_others = moved.table.name == LOOSE;
        let is_so = columns.iter().all(|column| {
            let of = |row: Option<&serde_json::Value>| row.and_then(|it| it.get(column)).cloned();
            of(now.as_ref()) == of(moved.after.as_ref())
        });
        let is_there = now.is_some() == moved.after.is_some();
        match (is_so && is_there, is_of_others) {
            (true, _) => back.push(Back {
                moved,
                columns,
                now,
            }),
            // What others changed since stays as they have it.
            (false, true) => {}
            (false, false) => return Ok(Err(vec![Obstacle::Moved])),
        }
    }
    // What came goes first, and what went comes last: in between nothing is there twice.
    back.sort_by_key(|row| (row.moved.before.is_some(), row.moved.after.is_none()));
    for row in &back {
        put_back(tx, row).await?;
    }
    close(tx, granted, id, reason).await?;
    for one in [survivor, other] {
        let known = leader::known(tx, &vault, one).await?;
        let known = known.ok_or(Error::NotFound)?;
        leader::mark(tx, one, &known.facts).await?;
    }
    Ok(Ok(()))
}

/// Writes that it was taken back; whoever saw either entry before sees that it is another now.
async fn close(
    tx: &mut Tx,
    granted: &CanMergePeople,
    id: LeaderMergerId,
    reason: &Prose,
) -> Result<()> {
    let (now, by) = (tx.now(), granted.by().person()?.id);
    let sealed = tx.vault().seal_text(UNDONE, id, reason)?;
    sqlx::query!(
        "update leader_mergers set undone_by = $2, undone_at = $3, undone_reason_sealed = $4 where id = $1",
        id as _,
        by as _,
        now,
        sealed as _
    )
    .execute(&mut **tx)
    .await?;
    let (survivor, other) = granted.pair();
    let both: [LeaderId; 2] = [survivor, other];
    sqlx::query!(
        "update leaders set revision = revision + 1, updated_at = $2 where id = any($1)",
        &both as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    for (one, with) in [(survivor, other), (other, survivor)] {
        let event = Event::new(Act::LeaderMergerUndone, Subject::leader(one))
            .after(json!({ "with": with, "merger": id }))
            .reason(Some(reason));
        history::record(tx, granted.by(), event).await?;
    }
    Ok(())
}
