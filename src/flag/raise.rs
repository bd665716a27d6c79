//! Raising a flag.

use chrono::NaiveDate;
use serde_json::json;

use super::policy::CanRaise;
use super::{FlagKind, WORDS};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, FlagId};
use crate::values::Prose;
use crate::{Error, Result};

/// What somebody says when they raise a flag.
#[derive(Clone, Debug)]
pub struct New {
    /// What is to be looked at.
    pub words: Prose,
    /// Until when.
    pub due_on: NaiveDate,
    /// Who should look, if anybody yet.
    pub owner: Option<AccountId>,
}

/// Raises a flag about an organization. Where the owner is nobody of the board (any more), `NotFound`.
pub async fn raise(tx: &mut Tx, granted: &CanRaise, new: &New) -> Result<FlagId> {
    if let Some(owner) = new.owner {
        of_board(tx, owner).await?;
    }
    let of = granted.organization();
    let (id, now, vault) = (FlagId::fresh(), tx.now(), tx.vault());
    sqlx::query!(
        "insert into flags (id, organization_id, kind, words_sealed, raised_at, raised_by, owner_id, due_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        id as _,
        of.id as _,
        FlagKind::Other as _,
        vault.seal_text(WORDS, id, &new.words)? as _,
        now,
        granted.actor().account() as _,
        new.owner as _,
        new.due_on
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::FlagRaised, Subject::organization(of.id, of.number))
        .after(json!({ "flag": id, "kind": FlagKind::Other, "owner": new.owner, "due_on": new.due_on }))
        .reason(Some(&new.words));
    history::record(tx, granted.actor(), event).await?;
    Ok(id)
}

/// Only an open account of the board can be asked to look after something.
pub(super) async fn of_board(tx: &mut Tx, account: AccountId) -> Result<()> {
    sqlx::query_scalar!(
        "select true from accounts where id = $1 and closed_at is null and role in ('coordinator', 'chair') for share",
        account as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .flatten()
    .map(|_| ())
    .ok_or(Error::NotFound)
}
