//! The days that groups begin, end and have terms on: bounds within which a mistyped year is seen at its field.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::web::{Reader, dates};

/// The first year of anything that a group did.
const FIRST_YEAR: i32 = 1900;
/// How many years ahead an end or a term is known.
const YEARS_AHEAD: i32 = 30;

/// The days on which a group can begin, end, or have a term end.
pub fn of_groups(today: NaiveDate) -> RangeInclusive<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or(NaiveDate::MIN);
    let last = NaiveDate::from_ymd_opt(today.year() + YEARS_AHEAD, 12, 31);
    first..=last.unwrap_or(NaiveDate::MAX)
}

/// A day that may be missing, and is a mistake outside of these.
pub fn within(
    reader: &mut Reader<'_>,
    field: &str,
    days: RangeInclusive<NaiveDate>,
) -> Option<NaiveDate> {
    let day = dates::optional(reader, field);
    if day.is_some_and(|day| !days.contains(&day)) {
        reader.mistake(field, "groups-day-unlikely");
        return None;
    }
    day
}

/// Whether nothing was typed.
pub fn is_empty(reader: &Reader<'_>, field: &str) -> bool {
    ["day", "month", "year"].iter().all(|part| {
        let name = format!("{field}-{part}");
        reader.fields().get(&name).trim().is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::Fields;

    #[test]
    fn a_mistyped_year_is_a_mistake_at_its_field() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
        for (year, fits) in [
            ("1899", false),
            ("1900", true),
            ("2056", true),
            ("2057", false),
        ] {
            let typed = [("on-day", "1"), ("on-month", "5"), ("on-year", year)];
            let fields: Fields = typed.into_iter().collect();
            let mut reader = fields.reader();
            let day = within(&mut reader, "on", of_groups(today));
            assert_eq!(
                (day.is_some(), reader.done().is_ok()),
                (fits, fits),
                "{year}"
            );
        }
    }
}
