//! The closed lists of contributions.

use crate::values::{Unit, codes};

codes! {
    /// What was given.
    pub enum ContributionKind {
        Money = "money",
        InKind = "in-kind",
        Hours = "hours",
        Knowledge = "knowledge",
        Investment = "investment",
        Advocacy = "advocacy",
    }

    /// How well it is shown that it was given.
    pub enum Evidence {
        Stated = "stated",
        Documented = "documented",
        Verified = "verified",
    }

    /// What the board made of it.
    pub enum Review {
        Waiting = "waiting",
        Accepted = "accepted",
        Refused = "refused",
    }
}

impl ContributionKind {
    /// Whether it is a sum of money.
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Money | Self::Investment)
    }

    /// What it can be counted in; nothing for money, which has a currency.
    pub const fn units(self) -> &'static [Unit] {
        match self {
            Self::Money | Self::Investment => &[],
            Self::Hours => &[Unit::Hours],
            Self::InKind => &[Unit::Pieces, Unit::Kilograms],
            Self::Knowledge | Self::Advocacy => &[Unit::People, Unit::Events],
        }
    }
}
