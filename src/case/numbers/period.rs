//! Periods of whole months. A month begins and ends in UTC, wherever its reader is.

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveTime, Utc};

/// The most months that numbers are made of at once.
pub const MOST: u32 = 60;

/// How many months a period has if nobody says otherwise, with this one.
const USUAL: u32 = 12;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(NaiveDate);

/// Whole months, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    first: Month,
    last: Month,
}

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// Reads `2026-11`.
    pub fn parse(text: &str) -> Option<Self> {
        let has_shape = text.len() == 7
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        has_shape.then(|| {
            NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d")
                .ok()
                .map(Self)
        })?
    }

    /// Its first day.
    pub const fn first_day(self) -> NaiveDate {
        self.0
    }

    /// When it begins.
    pub fn begins(self) -> DateTime<Utc> {
        self.0.and_time(NaiveTime::MIN).and_utc()
    }

    /// The month after so many others.
    fn after(self, months: u32) -> Self {
        Self(
            self.0
                .checked_add_months(Months::new(months))
                .unwrap_or(self.0),
        )
    }

    /// The month before so many others.
    fn before(self, months: u32) -> Self {
        Self(
            self.0
                .checked_sub_months(Months::new(months))
                .unwrap_or(self.0),
        )
    }

    /// The months from one to another; those last alone, where there are more than are shown.
    pub fn all(first: Self, last: Self) -> Vec<Self> {
        let first = first.max(last.before(MOST - 1));
        let months = (0..MOST).map(|nth| first.after(nth));
        months.take_while(|month| *month <= last).collect()
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m"))
    }
}

impl Period {
    /// From one month to another, in whichever order they are named, as far as they have come. Where one is not named, the year
    /// up to now.
    pub fn new(from: Option<Month>, to: Option<Month>, today: NaiveDate) -> Self {
        let now = Month::of(today);
        let to = to.unwrap_or(now).min(now);
        let from = from.unwrap_or_else(|| to.before(USUAL - 1)).min(now);
        let (first, last) = (from.min(to), from.max(to));
        Self {
            first: first.max(last.before(MOST - 1)),
            last,
        }
    }

    /// Its first month.
    pub const fn first(self) -> Month {
        self.first
    }

    /// Its last month.
    pub const fn last(self) -> Month {
        self.last
    }

    /// All its months.
    pub fn months(self) -> Vec<Month> {
        Month::all(self.first, self.last)
    }

    /// When each month begins, and when the last ends.
    pub(super) fn bounds(self) -> Vec<DateTime<Utc>> {
        let ends = self.last.after(1);
        let months = self.months().into_iter().chain([ends]);
        months.map(Month::begins).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    #[test]
    fn a_period_is_read_whatever_is_named() {
        let today: NaiveDate = "2026-11-24".parse().unwrap();
        let said = |from: &str, to: &str| {
            let period = Period::new(Month::parse(from), Month::parse(to), today);
            format!(
                "{} {} {}",
                period.first(),
                period.last(),
                period.months().len()
            )
        };
        assert_eq!(said("", ""), "2025-12 2026-11 12");
        assert_eq!(said("2026-01", "2026-03"), "2026-01 2026-03 3");
        assert_eq!(said("2026-03", "2026-01"), "2026-01 2026-03 3");
        assert_eq!(said("", "2026-01"), "2025-02 2026-01 12");
        // What has not come yet has no numbers, and nobody reads a hundred years.
        assert_eq!(said("2027-05", "2028-01"), "2026-11 2026-11 1");
        assert_eq!(said("1900-01", "2026-11"), "2021-12 2026-11 60");
        for hostile in [
            "2026-13",
            "2026-1",
            "-026-01",
            "2026-01-01",
            "٢٠٢٦-٠١",
            "%00",
            "2026/01",
        ] {
            assert_eq!(Month::parse(hostile), None, "{hostile}");
        }
    }

    #[test]
    fn months_begin_where_others_end() {
        let today: NaiveDate = "2027-03-01".parse().unwrap();
        let period = Period::new(Some(month("2026-12")), Some(month("2027-02")), today);
        let bounds: Vec<String> = period.bounds().iter().map(|it| it.to_rfc3339()).collect();
        assert_eq!(
            bounds,
            [
                "2026-12-01T00:00:00+00:00",
                "2027-01-01T00:00:00+00:00",
                "2027-02-01T00:00:00+00:00",
                "2027-03-01T00:00:00+00:00"
            ]
        );
    }
}
