//! A stage as the columns of a row, and back: a row that contradicts itself is refused.

use chrono::{DateTime, NaiveDate, Utc};

use super::stage::{Holding, Stage};
use crate::Error;
use crate::ids::AccountId;

pub use words::Stage as StageCode;

/// The catalogues name stages `stage-…`, so the list of their words bears that name where it is declared.
mod words {
    use crate::values::codes;

    codes! {
        /// The word for a stage, without its facts.
        pub enum Stage {
            Draft = "draft",
            Submitted = "submitted",
            AtPost = "at_post",
            InReview = "in_review",
            ChangesRequested = "changes_requested",
            Accepted = "accepted",
            AcceptedWithConditions = "accepted_with_conditions",
            Refused = "refused",
            Appealed = "appealed",
            Withdrawn = "withdrawn",
            Expired = "expired",
        }
    }
}

impl StageCode {
    /// Whether the board has not answered for good, as [`Stage::is_open`] has it.
    pub const fn is_open(self) -> bool {
        !matches!(
            self,
            Self::Accepted
                | Self::AcceptedWithConditions
                | Self::Refused
                | Self::Withdrawn
                | Self::Expired
        )
    }
}

/// What the row of a case says of its stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    pub stage: StageCode,
    pub since: DateTime<Utc>,
    pub due_on: Option<NaiveDate>,
    pub appeal_until: Option<NaiveDate>,
    pub decided_at: Option<DateTime<Utc>>,
    pub holder_id: Option<AccountId>,
    pub held_since: Option<DateTime<Utc>>,
}

impl Facts {
    /// The stage, if the facts are those that belong to it and no others.
    pub(super) fn stage(self) -> Result<Stage, Error> {
        let held = match (self.holder_id, self.held_since) {
            (Some(by), Some(since)) => Some(Holding { by, since }),
            (None, None) => None,
            _ => return Err(Error::Contradiction("a case is held by half")),
        };
        let at = self.since;
        let stage = match (self.stage, self.due_on, self.appeal_until, self.decided_at) {
            (StageCode::Draft, None, None, None) => Stage::Draft,
            (StageCode::Submitted, None, None, None) => Stage::Submitted { at },
            (StageCode::AtPost, Some(due), None, None) => Stage::AtPost { due },
            (StageCode::InReview, None, None, None) => Stage::InReview { held },
            (StageCode::ChangesRequested, Some(due), None, None) => Stage::ChangesRequested { due },
            (StageCode::Accepted, None, None, Some(at)) => Stage::Accepted { at },
            (StageCode::AcceptedWithConditions, Some(due), None, Some(at)) => {
                Stage::AcceptedWithConditions { at, due }
            }
            (StageCode::Refused, None, Some(appeal_until), Some(at)) => {
                Stage::Refused { at, appeal_until }
            }
            (StageCode::Appealed, None, None, None) => Stage::Appealed { at },
            (StageCode::Withdrawn, None, None, None) => Stage::Withdrawn { at },
            (StageCode::Expired, Some(until), None, None) => Stage::Expired { at, until },
            _ => return Err(Error::Contradiction("a case and the facts of its stage")),
        };
        if stage.holding() != held {
            return Err(Error::Contradiction(
                "a case is held that is not under review",
            ));
        }
        Ok(stage)
    }

    /// The facts of a stage that was entered at this time.
    pub(super) fn of(stage: Stage, since: DateTime<Utc>) -> Self {
        let held = stage.holding();
        Self {
            stage: stage.code(),
            since,
            due_on: stage.due(),
            appeal_until: match stage {
                Stage::Refused { appeal_until, .. } => Some(appeal_until),
                _ => None,
            },
            decided_at: match stage {
                Stage::Accepted { at }
                | Stage::AcceptedWithConditions { at, .. }
                | Stage::Refused { at, .. } => Some(at),
                _ => None,
            },
            holder_id: held.map(|held| held.by),
            held_since: held.map(|held| held.since),
        }
    }
}

impl Stage {
    /// The word for it.
    pub const fn code(self) -> StageCode {
        match self {
            Self::Draft => StageCode::Draft,
            Self::Submitted { .. } => StageCode::Submitted,
            Self::AtPost { .. } => StageCode::AtPost,
            Self::InReview { .. } => StageCode::InReview,
            Self::ChangesRequested { .. } => StageCode::ChangesRequested,
            Self::Accepted { .. } => StageCode::Accepted,
            Self::AcceptedWithConditions { .. } => StageCode::AcceptedWithConditions,
            Self::Refused { .. } => StageCode::Refused,
            Self::Appealed { .. } => StageCode::Appealed,
            Self::Withdrawn { .. } => StageCode::Withdrawn,
            Self::Expired { .. } => StageCode::Expired,
        }
    }

    /// The key of its name in the catalogues.
    pub const fn key(self) -> &'static str {
        self.code().key()
    }
}
