//! What the board makes of a contribution: it counts as it is shown, it is verified, or it does not count.

use serde_json::json;

use super::policy::CanReview;
use super::{Evidence, Review};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::notice::{self, Letter, Recipient};
use crate::organization::team;
use crate::values::Prose;
use crate::{Error, Result};

/// Where it is sealed why the board does not count something.
pub(super) const ANSWER: &str = "contributions.answer";

/// What the board says.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It counts with the grade that it has.
    Accept,
    /// It counts, and the board saw what shows it.
    Verify,
    /// It does not count, and why.
    Refuse(Prose),
}

/// Writes it down, and tells whoever recorded it.
///
/// # Errors
///
/// [`Error::Overtaken`] if a colleague said something meanwhile, or another record took its place.
pub async fn review(tx: &mut Tx, can: &CanReview, verdict: &Verdict) -> Result<()> {
    let (now, vault, seen) = (tx.now(), tx.vault(), can.contribution());
    let of = can.organization();
    let (review, evidence, act) = match verdict {
        Verdict::Accept => (
            Review::Accepted,
            seen.given.evidence,
            Act::ContributionAccepted,
        ),
        Verdict::Verify => (
            Review::Accepted,
            Evidence::Verified,
            Act::ContributionVerified,
        ),
        Verdict::Refuse(_) => (
            Review::Refused,
            seen.given.evidence,
            Act::ContributionRefused,
        ),
    };
    let words = match verdict {
        Verdict::Refuse(words) => Some(words),
        Verdict::Accept | Verdict::Verify => None,
    };
    let answer = match words {
        Some(words) => Some(vault.seal_text(ANSWER, seen.id, words)?),
        None => None,
    };
    let done = sqlx::query!(
        "update contributions set review = $2, evidence = $3, answer_sealed = $4, reviewed_at = $5, reviewed_by = $6
         where id = $1 and review = $7 and evidence = $8 and superseded_at is null",
        seen.id as _,
        review as _,
        evidence as _,
        answer as _,
        now,
        can.by().person()?.id as _,
        seen.review as _,
        seen.given.evidence as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if done == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(act, Subject::organization(of.id, of.number))
        .before(json!({ "contribution": seen.id, "review": seen.review, "evidence": seen.given.evidence }))
        .after(json!({ "contribution": seen.id, "review": review, "evidence": evidence }))
        .reason(words);
    history::record(tx, can.by(), event).await?;
    let about = team::in_letters(of);
    let letter = match words {
        Some(_) => Letter::ContributionRefused(about),
        None => Letter::ContributionAccepted(about),
    };
    notice::post(tx, Recipient::Account(seen.written_by), letter).await
}
