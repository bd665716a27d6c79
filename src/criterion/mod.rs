//! Criteria: what a case is judged by, in editions that admins publish, and what the board finds of each in a case.
//!
//! A case keeps the edition of its first submission; see `docs/decisions/criteria.md`.

mod edition;
mod excuse;
mod finding;
mod keep;
pub mod policy;

pub use edition::{Criterion, CriterionTerms, Edition, criteria, criterion, draft, editions};
pub use excuse::{Excuse, excuse, excuses, hindering, hinders};
pub use finding::{Assessed, Finding, FindingOutcome, Found, assessed, record};
pub use keep::{publish, write};
