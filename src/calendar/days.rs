//! Counting business days. Pure.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

/// Which days are business days: not those of the weekend, and not holidays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BusinessDays {
    /// Days of the week without work, Monday is 1. Never all seven.
    weekend: BTreeSet<u8>,
    holidays: BTreeSet<NaiveDate>,
}

impl BusinessDays {
    /// From the days of the week without work and the holidays; nothing, where no day of the week is left.
    pub fn new(
        weekend: impl IntoIterator<Item = u8>,
        holidays: impl IntoIterator<Item = NaiveDate>,
    ) -> Option<Self> {
        let weekend: BTreeSet<u8> = weekend
            .into_iter()
            .filter(|day| (1..=7).contains(day))
            .collect();
        (weekend.len() < 7).then(|| Self {
            weekend,
            holidays: holidays.into_iter().collect(),
        })
    }

    /// Whether somebody works on this day.
    pub fn is_business(&self, day: NaiveDate) -> bool {
        let of_week = u8::try_from(day.weekday().number_from_monday()).unwrap_or_default();
        !self.weekend.contains(&of_week) && !self.holidays.contains(&day)
    }

    /// The business day that is so many after a day; that day itself does not count.
    pub fn after(&self, day: NaiveDate, count: u16) -> NaiveDate {
        let (mut at, mut left) = (day, count);
        while left > 0 {
            // Holidays are finitely many and some day of each week is free: only the end of time stops this.
            let Some(next) = at.succ_opt() else { break };
            at = next;
            if self.is_business(at) {
                left -= 1;
            }
        }
        at
    }

    /// The business day that is so many before a day; that day itself does not count.
    pub fn before(&self, day: NaiveDate, count: u16) -> NaiveDate {
        let (mut at, mut left) = (day, count);
        while left > 0 {
            let Some(previous) = at.pred_opt() else { break };
            at = previous;
            if self.is_business(at) {
                left -= 1;
            }
        }
        at
    }

    /// The business days of a time, counted: for each day from one to another, how many there were since the first, up to and with
    /// it. What lies between two of them is the difference of their counts, as [`Self::between`] has it.
    pub fn counted(&self, from: NaiveDate, to: NaiveDate) -> Vec<i32> {
        let mut count = 0;
        from.iter_days()
            .take_while(|day| *day <= to)
            .map(|day| {
                count += i32::from(self.is_business(day));
                count
            })
            .collect()
    }

    /// How many business days lie behind one day, up to and with another.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> u16 {
        let mut count = 0_u16;
        let mut at = from;
        while at < to {
            let Some(next) = at.succ_opt() else { break };
            at = next;
            if self.is_business(at) {
                count = count.saturating_add(1);
            }
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn plain() -> BusinessDays {
        BusinessDays::new([6, 7], []).unwrap()
    }

    #[test]
    fn a_weekend_does_not_count() {
        // 2026-11-27 is a Friday.
        assert_eq!(plain().after(day("2026-11-27"), 1), day("2026-11-30"));
        assert_eq!(plain().after(day("2026-11-28"), 1), day("2026-11-30"));
        assert_eq!(plain().after(day("2026-11-24"), 10), day("2026-12-08"));
        assert_eq!(plain().before(day("2026-11-30"), 3), day("2026-11-25"));
        assert_eq!(plain().between(day("2026-11-27"), day("2026-11-30")), 1);
        assert_eq!(plain().after(day("2026-11-28"), 0), day("2026-11-28"));
    }

    #[test]
    fn a_holiday_does_not_count_and_other_weekends_are_others() {
        let days = BusinessDays::new([5, 6], [day("2026-11-29")]).unwrap();
        assert_eq!(days.after(day("2026-11-26"), 1), day("2026-11-30"));
        assert!(!days.is_business(day("2026-11-27")));
        assert!(
            !days.is_business(day("2026-11-29")),
            "a Sunday that is a holiday"
        );
        assert!(plain().is_business(day("2026-11-27")));
    }

    #[test]
    fn somebody_must_work_at_some_time() {
        assert_eq!(BusinessDays::new(1..=7, []), None);
        assert!(BusinessDays::new([], []).is_some());
    }

    proptest! {
        #[test]
        fn what_is_counted_there_is_counted_back(
            weekend in prop::collection::btree_set(1..=7_u8, 0..6),
            holidays in prop::collection::vec(0..400_u64, 0..20),
            start in 0..300_u64,
            count in 1..60_u16,
        ) {
            let first = day("2026-01-01");
            let holidays = holidays.into_iter().map(|it| first + chrono::Days::new(it));
            let days = BusinessDays::new(weekend, holidays).unwrap();
            let from = first + chrono::Days::new(start);
            let to = days.after(from, count);
            prop_assert!(days.is_business(to) && to > from);
            prop_assert_eq!(days.between(from, to), count);
            prop_assert_eq!(days.after(from, count + 1), days.after(to, 1));
            let back = days.before(to, count);
            prop_assert!(back <= from, "{back} {from}");
            prop_assert_eq!(days.between(back, to), count);
            let counted = days.counted(from, to);
            prop_assert_eq!(counted[counted.len() - 1] - counted[0], i32::from(count));
        }
    }
}
