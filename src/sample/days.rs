//! The days of the sample: those in the files move along, so that the registry always looks as if it were kept until today.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

/// The day on which the files were written.
const WRITTEN_ON: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 24) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The present of the registry that is loaded.
#[derive(Clone, Copy)]
pub(super) struct Present(pub DateTime<Utc>);

impl Present {
    /// Today.
    pub(super) fn today(self) -> NaiveDate {
        self.0.date_naive()
    }

    /// A day of the files, as far from today as it was from the day on which they were written.
    pub(super) fn moved(self, day: NaiveDate) -> NaiveDate {
        day + (self.today() - WRITTEN_ON)
    }

    /// So many days ago.
    pub(super) fn ago(self, days: u64) -> NaiveDate {
        self.today() - TimeDelta::days(i64::try_from(days).unwrap_or_default())
    }

    /// In so many days.
    pub(super) fn ahead(self, days: u32) -> NaiveDate {
        self.today() + TimeDelta::days(days.into())
    }

    /// A time in the office hours of that day, another for each `seed`; never later than now.
    pub(super) fn at(self, day: NaiveDate, seed: usize) -> DateTime<Utc> {
        let minutes = i64::try_from(seed.wrapping_mul(37) % (9 * 60)).unwrap_or_default();
        let opening = day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(8);
        (opening + TimeDelta::minutes(minutes)).min(self.0 - TimeDelta::minutes(1))
    }
}
