//! Signatures: people whom an applicant names sign what a draft says, by a mailed link, before it is submitted.
//! A signature is bound to exactly what the form said; once that changes, it is asked for again.

mod answer;
mod ask;
mod digest;
mod find;
mod kept;
pub mod policy;
mod state;

pub use answer::{Wanted, decline, open, sign};
pub use ask::{NewSignatory, NotAsked, NotNamed, Whom, ask, name, remove};
pub use digest::Digest;
pub use find::{AnswerCode, Answered, Signatory, signatories};
pub use kept::{Kept, keep, kept};
pub use state::{Asked, Signing, State, is_signed};

use crate::Error;
use crate::Result;
use crate::case::Case;
use crate::db::Tx;
use crate::history::Subject;
use crate::ids::CaseId;

/// Where the names of signatories are sealed.
const NAME: &str = "case_signatories.name";
/// Where their addresses are sealed.
const EMAIL: &str = "case_signatories.email";
/// Where the names that they typed are sealed.
const TYPED: &str = "case_signatures.name";
/// Where their reasons not to sign are sealed.
const WORDS: &str = "case_signatures.words";

/// Waits for whoever works on this case now, as long as it is with its applicant: then nobody signs, is named or taken
/// out while it is submitted.
pub async fn lock(tx: &mut Tx, case: CaseId) -> Result<()> {
    sqlx::query_scalar!(
        "select id from cases where id = $1 and stage in ('draft', 'changes_requested') for no key update",
        case as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(|_: CaseId| ())
    .ok_or(Error::Overtaken)
}

/// What history calls a case.
fn subject(case: &Case) -> Subject {
    let subject = Subject::case(case.id, case.number).of_case(case.id);
    match case.organization {
        Some(organization) => subject.of_organization(organization),
        None => subject,
    }
}
