//! The closed lists of initiatives alone.

use crate::values::codes;

codes! {
    /// What a place is to an initiative.
    pub enum PlaceSide {
        Host = "host",
        Homeland = "homeland",
    }

    /// Whether an initiative is short of something or has it to give.
    pub enum WantSide {
        Need = "need",
        Offer = "offer",
    }

    /// How far what a team proposes has come.
    pub enum ProposalStage {
        Draft = "draft",
        Sent = "sent",
        Returned = "returned",
        Published = "published",
        Dropped = "dropped",
    }

    /// Who agreed that an organization carries an initiative.
    pub enum AcceptedBy {
        Board = "board",
        Organization = "organization",
    }
}

impl ProposalStage {
    /// Whether its team may change it.
    pub const fn is_open_to_team(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
}
