//! Matching files against each other and the registry: two columns of names, or any roster's rows and who they may be.

mod asking;
pub mod command;
mod pairs;
mod registry;
mod rows;

use super::reason::Reason;
use super::record::Refused;

#[cfg(test)]
#[path = "matching_test.rs"]
mod tests;

pub use command::{MatchError, Pairs, Rows};

/// The rows of a file that are worked on at once.
const BATCH: usize = 2_000;

/// What became of the rows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Summary {
    rows: u64,
    matches: u64,
    /// Those that cannot be read: they are answered with nothing.
    unread: u64,
    /// The line of the first of them, and why it is one.
    first: Option<(u64, Reason)>,
    /// What the file was read in.
    encoding: &'static str,
    /// The columns that were compared because they stand first, not by what they are called.
    first_two: Option<(String, String)>,
}

impl Summary {
    fn of(encoding: &'static str) -> Self {
        Self {
            encoding,
            ..Self::default()
        }
    }

    fn refuse(&mut self, refused: &Refused) {
        self.unread += 1;
        self.first = self.first.or(Some((refused.line, refused.reason)));
    }
}
