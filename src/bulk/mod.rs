//! One act on many organizations: planned and looked at first, then done row by row by a job, each by its own single act.

mod find;
mod job;
mod order;
mod plan;
pub mod policy;
mod single;
mod start;

pub use find::{BulkAct, BulkRow, Which, count, find, list, rows};
pub use job::{batch, keep, keep_forever};
pub use order::BulkOrder;
pub use plan::{NotPlanned, again, plan};
pub use start::{leave, start, taken_away};

use crate::values::codes;

codes! {
    /// What is done to each.
    pub enum BulkKind {
        Assign = "assign",
        Group = "group",
        Flag = "flag",
        Renewal = "renewal",
        Letter = "letter",
    }

    /// How far it has come.
    pub enum BulkState {
        /// It can be looked at, and nothing is done.
        Planned = "planned",
        /// The job is at it.
        Running = "running",
        /// Every row has its fate.
        Done = "done",
        /// Whoever planned it left it.
        Dropped = "dropped",
    }

    /// What becomes of a row, or why nothing does.
    pub enum BulkFate {
        /// It will be done.
        Will = "will",
        /// It was done.
        Done = "done",
        /// It is so already.
        Already = "already",
        /// It is somebody's own who cannot act on their own.
        Own = "own",
        /// Whoever does it may not.
        NoRight = "no_right",
        /// The organization is struck off.
        StruckOff = "struck_off",
        /// The organization, or who or what it was to go to, is not there any more.
        Gone = "gone",
        /// Nobody there has an address.
        NoAddress = "no_address",
        /// Nobody there wants such letters.
        Unwanted = "unwanted",
        /// Its registration cannot be renewed yet.
        TooEarly = "too_early",
        /// It has asked for its renewal already.
        UnderWay = "under_way",
        /// It is not as it was when it was planned.
        Changed = "changed",
        /// Something went wrong with it.
        Failed = "failed",
    }
}

/// Where what an act is done with is sealed.
const ORDER: &str = "bulk_acts.order";

/// The most organizations of one act.
pub const MOST: usize = 5_000;
