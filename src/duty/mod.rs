//! Duties: what somebody has at the desk, and handing all of it over to somebody else in one act.

mod find;
mod give;
mod plan;
pub mod policy;

pub use find::{Handover, Row, find, list, people, who_has_some};
pub use give::{Order, hand_over};
pub use plan::{Plan, Planned, plan, plan_back};

use crate::values::codes;

codes! {
    /// What somebody has at the desk.
    pub enum DutyKind {
        /// A case that they hold.
        Hold = "hold",
        /// An organization that they coordinate.
        Assignment = "assignment",
        /// A flag that they look after.
        Flag = "flag",
        /// Something that they were told of a case and have not read.
        Mention = "mention",
        /// A session of the board over which they preside.
        Session = "session",
    }

    /// What becomes of it.
    pub enum DutyFate {
        /// The other has it from now on.
        Given = "given",
        /// It is the other's own, and nobody looks after their own.
        Own = "own",
        /// It is not within what the other may do.
        OutOfReach = "out_of_reach",
        /// The other had a part in it that somebody else has to judge.
        SamePerson = "same_person",
        /// The other knows already.
        KnownAlready = "known_already",
        /// Whoever hands over may not give this.
        NotTheirs = "not_theirs",
        /// It is not as it was any more.
        Changed = "changed",
    }
}

/// Where the words of a hand-over are sealed.
const WORDS: &str = "duty_handovers.words";

/// How many of each kind go in one act.
pub const MOST: i64 = 500;
