//! The letters that a case causes. Each goes into the outbox in the transaction of its cause.

use super::Case;
use super::stage::Stage;
use crate::Result;
use crate::db::Tx;
use crate::ids::AccountId;
use crate::notice::{self, Letter, OfCase, Recipient};
use crate::values::RegistryNumber;

/// To the applicant: we have it, and this is its number.
pub(super) async fn submitted(tx: &mut Tx, case: &Case) -> Result<()> {
    to_applicant(tx, case, Letter::CaseSubmitted).await
}

/// To the applicant: what the board answered. The words wait on the page of the case, behind a sign-in.
pub(super) async fn decided(
    tx: &mut Tx,
    case: &Case,
    to: Stage,
    registry: Option<RegistryNumber>,
) -> Result<()> {
    to_applicant(tx, case, |of| match to {
        Stage::AcceptedWithConditions { due, .. } => {
            Letter::AcceptedWithConditions { of, registry, due }
        }
        Stage::Refused { appeal_until, .. } => Letter::Refused { of, appeal_until },
        Stage::ChangesRequested { due } => Letter::ChangesRequested { of, due },
        _ => Letter::Accepted { of, registry },
    })
    .await
}

/// To the applicant: the appeal is here.
pub(super) async fn appealed(tx: &mut Tx, case: &Case) -> Result<()> {
    to_applicant(tx, case, Letter::Appealed).await
}

/// To the applicant: there is a message. Their own they know.
pub(super) async fn message(tx: &mut Tx, case: &Case, author: AccountId) -> Result<()> {
    if case.concerns(author) {
        return Ok(());
    }
    to_applicant(tx, case, Letter::Message).await
}

async fn to_applicant(
    tx: &mut Tx,
    case: &Case,
    letter: impl FnOnce(OfCase) -> Letter,
) -> Result<()> {
    let Some(number) = case.number else {
        return Ok(());
    };
    let of = OfCase {
        case: case.id,
        number,
        title: case.title.clone(),
    };
    notice::post(tx, Recipient::Account(case.applicant), letter(of)).await
}
