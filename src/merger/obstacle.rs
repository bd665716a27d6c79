//! What stands in the way of a merger or a split, to be said in words before anything is done.

use crate::ids::CaseId;
use crate::values::{CaseKind, RegistryNumber, TrackingNumber};

/// One thing that stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is one and the same record.
    Same,
    /// It gave way to another already.
    GaveWay {
        /// Which.
        number: RegistryNumber,
        /// To which.
        to: RegistryNumber,
    },
    /// It is not registered any more: nobody can go on under its number.
    StruckOff(RegistryNumber),
    /// It is suspended: two of it would be two ways around that.
    Suspended(RegistryNumber),
    /// They work in different countries, where different posts look after them.
    Countries,
    /// The board has not answered a case about it.
    OpenCase {
        /// Which.
        id: CaseId,
        /// Of what kind.
        kind: CaseKind,
        /// Its tracking number.
        number: TrackingNumber,
    },
    /// Somebody asks to become its owner because the others are gone.
    Rescue(RegistryNumber),
    /// One of the two was changed since the page was made.
    Changed,
}

impl Obstacle {
    /// The key of its sentence.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Same => "merger-obstacle-same",
            Self::GaveWay { .. } => "merger-obstacle-gave-way",
            Self::StruckOff(_) => "merger-obstacle-struck-off",
            Self::Suspended(_) => "merger-obstacle-suspended",
            Self::Countries => "merger-obstacle-countries",
            Self::OpenCase { .. } => "merger-obstacle-open-case",
            Self::Rescue(_) => "merger-obstacle-rescue",
            Self::Changed => "merger-obstacle-changed",
        }
    }
}
