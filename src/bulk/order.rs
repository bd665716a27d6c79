//! What an act is done with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::BulkKind;
use crate::ids::{AccountId, GroupId};
use crate::notice::LetterWords;
use crate::values::{GroupRole, Prose, SigningOffice};

/// What is to be done to each organization.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BulkOrder {
    /// A coordinator looks after it.
    Assign {
        /// Who.
        to: AccountId,
    },
    /// It is added to a group.
    Group {
        /// Which.
        group: GroupId,
        /// As what.
        role: GroupRole,
        /// To which office of each its seat is bound.
        seat: Option<SigningOffice>,
    },
    /// A flag is raised.
    Flag {
        /// What is to be looked at.
        words: Prose,
        /// Until when.
        due_on: NaiveDate,
        /// By whom, if anybody yet.
        owner: Option<AccountId>,
    },
    /// Its owners are asked to renew its registration.
    Renewal,
    /// Its team is written to.
    Letter {
        /// What, in one language or several.
        said: Vec<LetterWords>,
    },
}

impl BulkOrder {
    /// What it does.
    pub const fn kind(&self) -> BulkKind {
        match self {
            Self::Assign { .. } => BulkKind::Assign,
            Self::Group { .. } => BulkKind::Group,
            Self::Flag { .. } => BulkKind::Flag,
            Self::Renewal => BulkKind::Renewal,
            Self::Letter { .. } => BulkKind::Letter,
        }
    }
}

/// What people typed is for no log.
impl std::fmt::Debug for BulkOrder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BulkOrder({})", self.kind())
    }
}
