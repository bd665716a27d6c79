//! Where a rescue can stand, and what may follow what. Pure.

use chrono::{DateTime, NaiveDate, Utc};

use crate::ids::AccountId;

pub use words::RescueStage as StageCode;

/// The catalogues name stages `rescue-stage-…`, so the list of their words bears that name where it is declared.
mod words {
    use crate::values::codes;

    codes! {
        /// The word for a stage, without its facts.
        pub enum RescueStage {
            Cooling = "cooling",
            Stopped = "stopped",
            Withdrawn = "withdrawn",
            Accepted = "accepted",
            Refused = "refused",
        }
    }
}

/// Where a rescue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Until this day the owners can say that they are there; after it somebody decides, and they still can.
    Cooling { until: NaiveDate },
    /// It is over.
    Ended {
        how: StageCode,
        at: DateTime<Utc>,
        by: AccountId,
    },
}

/// A step that cannot follow where the rescue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfOrder;

impl Stage {
    /// Whether it is over.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Ended { .. })
    }

    /// Where it stands after it ended so, if it may end so today: nobody decides before its time.
    pub fn ended(
        self,
        how: StageCode,
        (at, by): (DateTime<Utc>, AccountId),
    ) -> Result<Self, OutOfOrder> {
        let Self::Cooling { until } = self else {
            return Err(OutOfOrder);
        };
        match how {
            StageCode::Cooling => Err(OutOfOrder),
            StageCode::Accepted | StageCode::Refused if at.date_naive() <= until => Err(OutOfOrder),
            _ => Ok(Self::Ended { how, at, by }),
        }
    }

    /// The word for it.
    pub const fn code(self) -> StageCode {
        match self {
            Self::Cooling { .. } => StageCode::Cooling,
            Self::Ended { how, .. } => how,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
    }

    fn noon(of: u32) -> DateTime<Utc> {
        day(of).and_hms_opt(12, 0, 0).unwrap().and_utc()
    }

    #[test]
    fn nobody_decides_before_its_time_and_owners_stop_it_at_any() {
        let somebody = AccountId::fresh();
        let cooling = Stage::Cooling { until: day(8) };
        for (how, at, may) in [
            (StageCode::Accepted, 8, false),
            (StageCode::Accepted, 9, true),
            (StageCode::Refused, 7, false),
            (StageCode::Refused, 9, true),
            (StageCode::Stopped, 1, true),
            (StageCode::Stopped, 9, true),
            (StageCode::Withdrawn, 1, true),
            (StageCode::Cooling, 9, false),
        ] {
            let after = cooling.ended(how, (noon(at), somebody));
            assert_eq!(after.is_ok(), may, "{how} on day {at}");
        }
    }

    #[test]
    fn what_is_over_stays_so() {
        let (at, by) = (noon(9), AccountId::fresh());
        let how = StageCode::Stopped;
        let over = Stage::Ended { how, at, by };
        for how in StageCode::ALL {
            assert_eq!(over.ended(*how, (at, by)), Err(OutOfOrder), "{how}");
        }
    }
}
