//! Ending a flag with an outcome, and giving it to somebody until a day.

use chrono::NaiveDate;
use serde_json::json;

use super::policy::CanSettle;
use super::raise::of_board;
use super::{FlagOutcome, OUTCOME};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::AccountId;
use crate::values::Prose;
use crate::{Error, Result};

/// Ends a flag: what became of it, in words. `Overtaken` where somebody else ended it meanwhile.
pub async fn settle(
    tx: &mut Tx,
    granted: CanSettle,
    outcome: FlagOutcome,
    words: &Prose,
) -> Result<()> {
    let (id, now, vault) = (granted.flag().id, tx.now(), tx.vault());
    let ended = sqlx::query!(
        "update flags set outcome = $2, outcome_words_sealed = $3, ended_at = $4, ended_by = $5
         where id = $1 and ended_at is null",
        id as _,
        outcome as _,
        vault.seal_text(OUTCOME, id, words)? as _,
        now,
        granted.actor().account() as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if ended == 0 {
        return Err(Error::Overtaken);
    }
    let of = granted.organization();
    let event = Event::new(Act::FlagEnded, Subject::organization(of.id, of.number))
        .after(json!({ "flag": id, "outcome": outcome }))
        .reason(Some(words));
    history::record(tx, granted.actor(), event).await
}

/// Gives a flag to somebody of the board, or to nobody, until a day. `Overtaken` where somebody else gave it or ended it
/// meanwhile.
pub async fn give(
    tx: &mut Tx,
    granted: &CanSettle,
    owner: Option<AccountId>,
    due_on: NaiveDate,
) -> Result<()> {
    if let Some(owner) = owner {
        of_board(tx, owner).await?;
    }
    let flag = granted.flag();
    let given = sqlx::query!(
        "update flags set owner_id = $2, due_on = $3
         where id = $1 and ended_at is null and owner_id is not distinct from $4 and due_on = $5",
        flag.id as _,
        owner as _,
        due_on,
        flag.owner as _,
        flag.due_on
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if given == 0 {
        return Err(Error::Overtaken);
    }
    let of = granted.organization();
    let event = Event::new(Act::FlagGiven, Subject::organization(of.id, of.number))
        .before(json!({ "flag": flag.id, "owner": flag.owner, "due_on": flag.due_on }))
        .after(json!({ "flag": flag.id, "owner": owner, "due_on": due_on }));
    history::record(tx, granted.actor(), event).await
}
