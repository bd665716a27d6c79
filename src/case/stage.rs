//! The process of a case: where it can stand, and what may follow what. Pure.

use chrono::{DateTime, NaiveDate, Utc};

use crate::ids::AccountId;

/// Where a case stands, with the facts that are true only there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being written; the board knows nothing of it.
    Draft,
    /// Waiting for somebody of the board.
    Submitted { at: DateTime<Utc> },
    /// Waiting for the opinion of a post, until a day.
    AtPost { due: NaiveDate },
    /// With the board; perhaps in somebody's hands.
    InReview { held: Option<Holding> },
    /// Back with the applicant, who is asked to answer until a day.
    ChangesRequested { due: NaiveDate },
    /// Accepted.
    Accepted { at: DateTime<Utc> },
    /// Accepted, with something to be done until a day.
    AcceptedWithConditions { at: DateTime<Utc>, due: NaiveDate },
    /// Refused; the applicant may appeal until a day.
    Refused {
        at: DateTime<Utc>,
        appeal_until: NaiveDate,
    },
    /// Refused, and the applicant disagrees: waiting for a chair.
    Appealed { at: DateTime<Utc> },
    /// Taken back by the applicant.
    Withdrawn { at: DateTime<Utc> },
    /// Withdrawn by silence: the applicant did not answer in time. It can be brought back until a day.
    Expired { at: DateTime<Utc>, until: NaiveDate },
}

/// Who works on a case now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Who.
    pub by: AccountId,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Something that moves a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The applicant submits; where a post has jurisdiction it is asked first, until a day.
    Submit {
        at: DateTime<Utc>,
        post: Option<NaiveDate>,
    },
    /// The post gives its opinion.
    GiveOpinion,
    /// The time of the post ran out.
    PassPost { today: NaiveDate },
    /// Somebody of the board takes it, perhaps from a colleague.
    Take(Holding),
    /// Whoever held it lets go.
    Release,
    /// The board asks for changes.
    RequestChanges { due: NaiveDate },
    /// The board accepts.
    Accept { at: DateTime<Utc> },
    /// The board accepts, if something is done until a day.
    AcceptWithConditions { at: DateTime<Utc>, due: NaiveDate },
    /// The board looked at a condition: something remains to be done until a day.
    KeepConditions { due: NaiveDate },
    /// The board takes all conditions as met.
    MeetConditions,
    /// The board refuses.
    Refuse {
        at: DateTime<Utc>,
        appeal_until: NaiveDate,
    },
    /// The board accepted another claim of the same organization: this one is refused wherever it is.
    Outrun {
        at: DateTime<Utc>,
        appeal_until: NaiveDate,
    },
    /// The applicant appeals.
    Appeal { at: DateTime<Utc> },
    /// The applicant takes it back.
    Withdraw { at: DateTime<Utc> },
    /// The applicant's time ran out without a word; it can be brought back until a day.
    Expire { at: DateTime<Utc>, until: NaiveDate },
    /// Somebody brings it back to where it was: the applicant has time until another day.
    Revive { at: DateTime<Utc>, due: NaiveDate },
}

/// A step that cannot follow where the case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this step cannot follow here")]
pub struct OutOfOrder;

impl Stage {
    /// Where a case stands after a step, if the step may follow.
    pub fn after(self, step: Step) -> Result<Self, OutOfOrder> {
        Ok(match (self, step) {
            (
                Self::Draft,
                Step::Submit {
                    post: Some(due), ..
                },
            ) => Self::AtPost { due },
            (Self::Draft | Self::ChangesRequested { .. }, Step::Submit { at, .. }) => {
                Self::Submitted { at }
            }
            (Self::AtPost { .. }, Step::GiveOpinion) => Self::InReview { held: None },
            (Self::AtPost { due }, Step::PassPost { today }) if due < today => {
                Self::InReview { held: None }
            }
            (
                Self::Submitted { .. } | Self::InReview { .. } | Self::Appealed { .. },
                Step::Take(holding),
            ) => Self::InReview {
                held: Some(holding),
            },
            (Self::InReview { held: Some(_) }, Step::Release) => Self::InReview { held: None },
            (Self::InReview { .. }, Step::RequestChanges { due }) => Self::ChangesRequested { due },
            (Self::InReview { .. }, Step::Accept { at }) => Self::Accepted { at },
            (Self::InReview { .. }, Step::AcceptWithConditions { at, due }) => {
                Self::AcceptedWithConditions { at, due }
            }
            (Self::AcceptedWithConditions { at, .. }, Step::KeepConditions { due }) => {
                Self::AcceptedWithConditions { at, due }
            }
            // It was accepted when it was: what was to be done is done.
            (Self::AcceptedWithConditions { at, .. }, Step::MeetConditions) => {
                Self::Accepted { at }
            }
            (Self::InReview { .. }, Step::Refuse { at, appeal_until }) => {
                Self::Refused { at, appeal_until }
            }
            (
                Self::Submitted { .. }
                | Self::AtPost { .. }
                | Self::InReview { .. }
                | Self::ChangesRequested { .. }
                | Self::Appealed { .. },
                Step::Outrun { at, appeal_until },
            ) => Self::Refused { at, appeal_until },
            (Self::Refused { appeal_until, .. }, Step::Appeal { at })
                if at.date_naive() <= appeal_until =>
            {
                Self::Appealed { at }
            }
            (Self::ChangesRequested { due }, Step::Expire { at, until })
                if due < at.date_naive() =>
            {
                Self::Expired { at, until }
            }
            (Self::Expired { until, .. }, Step::Revive { at, due }) if at.date_naive() <= until => {
                Self::ChangesRequested { due }
            }
            (stage, Step::Withdraw { at }) if stage.is_open() => Self::Withdrawn { at },
            _ => return Err(OutOfOrder),
        })
    }

    /// Whether the applicant may still take it back: nothing final was said.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Draft
            | Self::Submitted { .. }
            | Self::AtPost { .. }
            | Self::InReview { .. }
            | Self::ChangesRequested { .. }
            | Self::Appealed { .. } => true,
            Self::Accepted { .. }
            | Self::AcceptedWithConditions { .. }
            | Self::Refused { .. }
            | Self::Withdrawn { .. }
            | Self::Expired { .. } => false,
        }
    }

    /// Whether the applicant may write in it.
    pub const fn is_with_applicant(self) -> bool {
        matches!(self, Self::Draft | Self::ChangesRequested { .. })
    }

    /// Who works on it now.
    pub const fn holding(self) -> Option<Holding> {
        match self {
            Self::InReview { held } => held,
            _ => None,
        }
    }

    /// The day by which somebody is expected to act; of what was withdrawn by silence, the last on which it can be brought back.
    pub const fn due(self) -> Option<NaiveDate> {
        match self {
            Self::Expired { until, .. } => Some(until),
            Self::AtPost { due }
            | Self::ChangesRequested { due }
            | Self::AcceptedWithConditions { due, .. } => Some(due),
            _ => None,
        }
    }
}

#[cfg(test)]
#[path = "stage_test.rs"]
mod tests;
