//! Flags: something about an organization that somebody should look at until a day. They end with an outcome.

mod clock;
mod find;
pub mod policy;
mod raise;
mod settle;
mod terms;

pub use clock::keep;
pub use find::{Flag, FlagCounts, Page, State, Whose, counts, find, of_organization, owned, up};
pub use raise::{New, raise};
pub use settle::{give, settle};
pub use terms::MONTH;

use crate::values::codes;

codes! {
    /// What a flag is about.
    pub enum FlagKind {
        DocumentExpired = "document_expired",
        TermEnding = "term_ending",
        TermEnded = "term_ended",
        SeatEmpty = "seat_empty",
        EntryClaimed = "entry_claimed",
        Other = "other",
    }

    /// How a flag ended.
    pub enum FlagOutcome {
        Settled = "settled",
        Mistaken = "mistaken",
        Overtaken = "overtaken",
    }
}

/// Where the words of a flag are sealed.
const WORDS: &str = "flags.words";

/// Where the words of an outcome are sealed.
const OUTCOME: &str = "flags.outcome";
