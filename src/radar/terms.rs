//! The closed lists of the radar.

use crate::values::codes;

codes! {
    /// How it stands with a pair.
    pub enum OverlapState {
        Suggested = "suggested",
        Stale = "stale",
        Linked = "linked",
        Introduced = "introduced",
        Dismissed = "dismissed",
    }

    /// What one initiative is to another.
    pub enum LinkKind {
        Duplicates = "duplicates",
        Supports = "supports",
        PartOf = "part_of",
        Follows = "follows",
    }
}

impl OverlapState {
    /// Whether something can still be made of it. What was dismissed stays so.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Suggested | Self::Stale | Self::Introduced)
    }
}
