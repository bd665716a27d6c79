//! A date in three fields, as the macro `ui::date` sends it.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use super::{Fields, Reader, Sheet};
use crate::values::{DateForm, Problem, parse_date};

/// The year before which nobody asks who was in office.
const FIRST_YEAR: i32 = 1700;

/// What is said of a day to come that will not do: keys of messages.
#[derive(Clone, Copy, Debug)]
pub struct Coming {
    pub past: &'static str,
    pub far: &'static str,
    pub missing: &'static str,
}

/// A date that may be missing. Half a date is a mistake.
pub fn optional(reader: &mut Reader<'_>, field: &str) -> Option<NaiveDate> {
    let parts = parts(reader, field);
    if parts.iter().all(String::is_empty) {
        return None;
    }
    match read(&parts) {
        Ok(date) => Some(date),
        Err(problem) => {
            reader.problem(field, problem);
            None
        }
    }
}

/// A day to come, `longest` days from today at the most. `wrong` says, by their keys, that it is past, too far, or missing.
pub fn coming(
    reader: &mut Reader<'_>,
    field: &str,
    today: NaiveDate,
    longest: TimeDelta,
    wrong: Coming,
) -> Option<NaiveDate> {
    let is_empty = parts(reader, field).iter().all(String::is_empty);
    let day = optional(reader, field);
    match day {
        Some(day) if day <= today => reader.mistake(field, wrong.past),
        Some(day) if day > today + longest => reader.mistake(field, wrong.far),
        None if is_empty => reader.mistake(field, wrong.missing),
        _ => {}
    }
    day
}

fn parts(reader: &Reader<'_>, field: &str) -> [String; 3] {
    ["day", "month", "year"].map(|part| {
        let name = format!("{field}-{part}");
        reader.fields().get(&name).trim().to_owned()
    })
}

/// The day that an address asks about (`?on=YYYY-MM-DD`), with the form that asks; today where it names none.
pub fn on(query: Fields, today: NaiveDate) -> (Sheet, NaiveDate) {
    let mut reader = query.reader();
    let day = reader.optional("on", |text| {
        parse_date(text, &[DateForm::Iso]).map_err(|_| Problem::BadDate)
    });
    // Of what is still to come nobody can say how it was.
    if day.is_some_and(|day| day > today) {
        reader.mistake("on", "date-to-come");
    }
    if day.is_some_and(|day| day.year() < FIRST_YEAR) {
        reader.mistake("on", "date-long-ago");
    }
    let mistakes = reader.done().err().unwrap_or_default();
    let day = day.filter(|_| mistakes.is_empty()).unwrap_or(today);
    let mut fields = query;
    if mistakes.is_empty() {
        fields.set("on", day.to_string());
    }
    (Sheet::with(fields, mistakes), day)
}

fn read([day, month, year]: &[String; 3]) -> Result<NaiveDate, Problem> {
    let date = parse_date(&format!("{year}-{month}-{day}"), &[DateForm::Iso]);
    date.map_err(|_| Problem::BadDate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::Fields;

    fn typed(day: &str, month: &str, year: &str) -> (Option<NaiveDate>, bool) {
        let fields: Fields = [
            ("from-day", day),
            ("from-month", month),
            ("from-year", year),
        ]
        .into_iter()
        .collect();
        let mut reader = fields.reader();
        let date = optional(&mut reader, "from");
        (date, reader.done().is_ok())
    }

    #[test]
    fn a_date_is_read_from_its_three_parts() {
        let date = NaiveDate::from_ymd_opt(2026, 3, 9);
        assert_eq!(typed("9", "3", "2026"), (date, true));
        assert_eq!(typed("٩", "٠٣", "٢٠٢٦"), (date, true));
        assert_eq!(typed("", " ", ""), (None, true));
    }

    #[test]
    fn half_a_date_and_a_day_that_does_not_exist_are_mistakes() {
        for (day, month, year) in [("9", "", "2026"), ("31", "2", "2026"), ("x", "3", "2026")] {
            assert_eq!(
                typed(day, month, year),
                (None, false),
                "{day} {month} {year}"
            );
        }
    }
}
