//! Mergers: two records that are one organization become one, and a record that is two becomes two. Every row that this
//! changes is kept as it was, so that it can be taken back. `docs/decisions/merging.md` says who sees what afterwards.

mod combine;
mod find;
mod journal;
mod merge;
mod obstacle;
pub mod people;
pub mod policy;
mod split;
mod tables;
mod undo;

#[cfg(test)]
#[path = "merger_test.rs"]
mod tests;

pub use combine::{Choices, Keep, Offer, combine, offers};
pub use find::{Merger, Papers, Undone, find, of_organization, papers};
pub use journal::{Count, counts};
pub use merge::{Merging, in_the_way, merge};
pub use obstacle::Obstacle;
pub use split::{Splitting, in_the_way_of_a_split, split};
pub use tables::Part;
pub use undo::{Hindrance, hindrances, undo};

use crate::values::codes;

codes! {
    /// What was done.
    pub enum MergerKind {
        /// Two records became one.
        Merge = "merge",
        /// One became two.
        Split = "split",
    }
}

/// Where reasons are sealed.
const REASON: &str = "mergers.reason";
/// Where the reasons of taking back are sealed.
const UNDONE: &str = "mergers.undone_reason";
