//! Contributions: what organizations give, in numbers with a unit, a day and the grade of what shows it, so that totals add up.

mod file;
mod find;
mod list;
pub mod policy;
mod record;
mod review;
mod terms;
mod totals;

pub use file::{ProofFile, files, keep_file, look_at_file};
pub use find::{Contribution, find};
pub use list::{
    Listed, Whose, count_of_organization, count_waiting, of_organization, rows, taken_away, waiting,
};
pub use record::{Given, record, replace, withdraw};
pub use review::{Verdict, review};
pub use terms::{ContributionKind, Evidence, Review};
pub use totals::{Reach, Total, totals};
