//! What the applicant may do against the course of things: take a case back, or appeal.

use super::policy::{CanAppeal, CanWithdraw};
use super::stage::Step;
use super::{agenda, letters, save};
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act};
use crate::values::Prose;

/// Takes a case back. It stays readable.
pub async fn withdraw(tx: &mut Tx, granted: CanWithdraw, why: Option<&Prose>) -> Result<()> {
    let case = granted.case();
    let at = tx.now();
    let to = save::step(tx, case, Step::Withdraw { at }, None).await?;
    agenda::leave(tx, granted.by(), case).await?;
    let event = save::moved(Act::CaseWithdrawn, case, to).reason(why);
    history::record(tx, granted.by(), event).await
}

/// Asks a chair to look again at a refusal.
pub async fn appeal(tx: &mut Tx, granted: CanAppeal, why: &Prose) -> Result<()> {
    let case = granted.case();
    let at = tx.now();
    let to = save::step(tx, case, Step::Appeal { at }, None).await?;
    let event = save::moved(Act::CaseAppealed, case, to).reason(Some(why));
    history::record(tx, granted.by(), event).await?;
    letters::appealed(tx, case).await
}
