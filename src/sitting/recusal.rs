//! Recusals: who takes no part in a case, by what is known of them or because they say so.

use serde_json::json;

use super::policy::CanDeclare;
use super::{INTEREST, lock, of, of_case};
use crate::account;
use crate::case::{self, Case};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{SittingId, SittingItemId};
use crate::values::{Prose, codes};
use crate::{Error, Result};

codes! {
    /// Why somebody takes no part in a case.
    pub enum RecusalCause {
        /// It is their own organization's.
        Own = "own",
        /// They typed it in from paper.
        Typed = "typed",
        /// They had a part in the decision that is appealed against.
        First = "first",
        /// They declared an interest.
        Declared = "declared",
    }
}

/// Writes down who is recused by what the registry knows now: the people of the organization and of the case, whoever typed it in,
/// and whoever had a part in refusing it. What was noted stays.
pub(super) async fn note(tx: &mut Tx, item: SittingItemId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "insert into sitting_recusals (item_id, account_id, cause, noted_at)
         select i.id, m.account_id, known.cause, $2
         from sitting_items i join cases c on c.id = i.case_id join sitting_members m on m.sitting_id = i.sitting_id
         cross join lateral (
            select 'own' as cause where c.applicant_id = m.account_id
                or exists (select from organization_team t
                    where t.organization_id = c.organization_id and t.account_id = m.account_id and t.until is null)
                or exists (select from case_team w
                    where w.case_id = c.id and c.organization_id is null and w.account_id = m.account_id and w.until is null)
            union all select 'typed' where c.typed_by = m.account_id
            union all select 'first' where m.account_id in (select case_refused_by(c.id))
            limit 1
         ) known
         where i.id = $1
         on conflict do nothing",
        item as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The same for those who are named in what was submitted, such as its president, by the address that they sign in with.
pub(super) async fn of_leaders(
    tx: &mut Tx,
    sitting: SittingId,
    item: SittingItemId,
    case: &Case,
) -> Result<()> {
    let vault = tx.vault();
    let named = case::people_of(tx, case).await?;
    let indexes: Vec<_> = named
        .iter()
        .filter_map(|person| person.email.as_ref())
        .map(|email| account::index(&vault, email))
        .collect();
    let now = tx.now();
    sqlx::query!(
        "insert into sitting_recusals (item_id, account_id, cause, noted_at)
         select $1, m.account_id, 'own', $4 from sitting_members m join accounts a on a.id = m.account_id
         where m.sitting_id = $2 and a.email_index = any($3)
         on conflict do nothing",
        item as _,
        sitting as _,
        &indexes as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Declares an interest: from now on one takes no part, and a vote that was given does not count.
pub async fn declare(tx: &mut Tx, granted: CanDeclare, words: &Prose) -> Result<()> {
    let (sitting, item) = (granted.sitting(), granted.item());
    lock(tx, sitting.id).await?;
    let (now, vault) = (tx.now(), tx.vault());
    let person = granted.by().person()?.id;
    let sealed = vault.seal_text(&of(INTEREST, person), item.id, words)?;
    let noted = sqlx::query!(
        "insert into sitting_recusals (item_id, account_id, cause, words_sealed, noted_at)
         select id, $2, 'declared', $3, $4 from sitting_items where id = $1 and off_at is null and result is null
         on conflict do nothing",
        item.id as _,
        person as _,
        sealed as _,
        now,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if noted == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::CaseInterestDeclared, of_case(item.case, item.number))
        .after(json!({ "session": sitting.number }))
        .reason(Some(words));
    history::record(tx, granted.by(), event).await
}
