//! The workbench of a coordinator: what lies unled, unlinked, unmet, empty, about to lapse and unassigned, to be acted upon.

mod find;
pub mod policy;

pub use find::{
    LapsingTerm, Slice, UnassignedOrganization, UnledInitiative, UnlinkedInitiative, UnmetNeed,
    VacantSeat, WorkCounts, counts, lapsing_terms, unassigned, unled, unlinked, unmet_needs,
    vacant_seats,
};

use crate::values::codes;

codes! {
    /// What a list of the workbench is of.
    pub enum Work {
        Unled = "unled",
        Unlinked = "unlinked",
        Needs = "needs",
        Seats = "seats",
        Terms = "terms",
        Unassigned = "unassigned",
    }
}
