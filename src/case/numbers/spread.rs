//! How something spreads over days: how many took so long. The half and the nine of ten are of the nearest rank: a number of days
//! that some case really took.

use std::collections::BTreeMap;

/// Where ages are cut: up to so many business days each, and what is older.
pub const CUTS: &[i64] = &[5, 10, 20, 30, 60];

/// So many of each number of days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread(BTreeMap<i64, i64>);

impl Spread {
    /// Adds so many that took so long.
    pub(super) fn add(&mut self, days: i64, count: i64) {
        *self.0.entry(days).or_default() += count;
    }

    /// How many there are.
    pub fn count(&self) -> i64 {
        self.0.values().sum()
    }

    /// At most so many days in half of them; nothing, where there are none.
    pub fn median(&self) -> Option<i64> {
        self.rank(5)
    }

    /// At most so many days in nine of ten.
    pub fn nine_of_ten(&self) -> Option<i64> {
        self.rank(9)
    }

    fn rank(&self, tenths: i64) -> Option<i64> {
        let mut left = (self.count() * tenths + 9) / 10;
        self.0
            .iter()
            .find(|(_, count)| {
                left -= **count;
                left <= 0
            })
            .map(|(days, _)| *days)
    }

    /// How many fall between the cuts, and beyond the last.
    pub fn cut(&self) -> Vec<i64> {
        let mut parts = vec![0; CUTS.len() + 1];
        for (days, count) in &self.0 {
            let at = CUTS
                .iter()
                .position(|cut| days <= cut)
                .unwrap_or(CUTS.len());
            parts[at] += count;
        }
        parts
    }
}

impl<'a> FromIterator<&'a Spread> for Spread {
    fn from_iter<T: IntoIterator<Item = &'a Spread>>(all: T) -> Self {
        let mut sum = Self::default();
        for (days, count) in all.into_iter().flat_map(|one| &one.0) {
            sum.add(*days, *count);
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(days: &[i64]) -> Spread {
        let mut spread = Spread::default();
        for day in days {
            spread.add(*day, 1);
        }
        spread
    }

    #[test]
    fn the_half_and_nine_of_ten_are_days_that_somebody_waited() {
        assert_eq!((of(&[]).median(), of(&[]).nine_of_ten()), (None, None));
        assert_eq!(
            (of(&[7]).median(), of(&[7]).nine_of_ten()),
            (Some(7), Some(7))
        );
        assert_eq!(of(&[1, 2]).median(), Some(1));
        assert_eq!(of(&[3, 1, 2]).median(), Some(2));
        let ten = of(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 100]);
        assert_eq!((ten.median(), ten.nine_of_ten()), (Some(5), Some(9)));
        let eleven = of(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 200]);
        assert_eq!(
            (eleven.median(), eleven.nine_of_ten()),
            (Some(6), Some(100))
        );
        assert_eq!(
            of(&[0, 5, 6, 10, 11, 60, 61, 900]).cut(),
            [2, 2, 1, 0, 1, 2]
        );
    }

    proptest! {
        #[test]
        fn as_many_are_below_as_it_says(mut days in prop::collection::vec(0..100_i64, 1..80)) {
            days.sort_unstable();
            let spread = of(&days);
            prop_assert_eq!(spread.median(), Some(days[days.len().div_ceil(2) - 1]));
            prop_assert_eq!(spread.nine_of_ten(), Some(days[(days.len() * 9).div_ceil(10) - 1]));
            prop_assert_eq!(spread.cut().iter().sum::<i64>(), spread.count());
        }
    }
}
