//! The closed lists of initiatives alone.

use crate::document::FileKind;
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

    /// What a file is to an initiative.
    pub enum FileUse {
        Picture = "picture",
        Document = "document",
    }

    /// Who agreed that an organization carries an initiative.
    pub enum AcceptedBy {
        Board = "board",
        Organization = "organization",
    }
}

impl FileUse {
    /// How many of its kind an initiative has at most.
    pub const fn most(self) -> usize {
        match self {
            Self::Picture => 12,
            Self::Document => 10,
        }
    }

    /// What a file can be, by what it turned out to be.
    pub const fn of(kind: FileKind) -> Self {
        match kind {
            FileKind::Jpeg | FileKind::Png => Self::Picture,
            FileKind::Pdf | FileKind::Docx | FileKind::Odt => Self::Document,
        }
    }
}

impl ProposalStage {
    /// Whether its team may change it.
    pub const fn is_open_to_team(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
}
