//! The workbench of a coordinator: what lies unlinked, unmet, empty, about to lapse and unassigned, to be acted upon.

mod find;
pub mod policy;

pub use find::{
    LapsingTerm, Slice, UnassignedOrganization, UnlinkedInitiative, UnmetNeed, VacantSeat,
    WorkCounts, counts, lapsing_terms, unassigned, unlinked, unmet_needs, vacant_seats,
};

use crate::values::codes;

codes! {
    /// What a list of the workbench is of.
    pub enum Work {
        Unlinked = "unlinked",
        Needs = "needs",
        Seats = "seats",
        Terms = "terms",
        Unassigned = "unassigned",
    }
}
