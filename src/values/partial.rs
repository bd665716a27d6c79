//! Dates of which people may know the year alone: founded in 1987, or on 3 May 1987.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer};

use super::column::{Written, text_columns};
use super::{DateForm, Problem, Year, digits, parse_date};

/// A year, or a day; a `text` column in ISO 8601: `1987` or `1987-05-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// A year.
    Year(Year),
    /// A day.
    Day(NaiveDate),
}

impl PartialDate {
    /// Reads a year or a day that is not in the future, as people in our languages write them: `1987`, `3.5.1987`, `3 May 1987`.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, Problem> {
        let plain = digits::to_ascii(text.trim());
        if plain.is_empty() {
            return Err(Problem::Required);
        }
        if plain.bytes().all(|byte| byte.is_ascii_digit()) {
            return Year::parse(&plain, today.year()).map(Self::Year);
        }
        const FORMS: [DateForm; 3] = [DateForm::Iso, DateForm::DayMonthYear, DateForm::Written];
        let day = parse_date(&plain, &FORMS)?;
        if day > today {
            return Err(Problem::InTheFuture);
        }
        if day.year() < i32::from(Year::MIN) {
            return Err(Problem::BadDate);
        }
        Ok(Self::Day(day))
    }

    /// The year of it.
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year) => i32::from(year.get()),
            Self::Day(day) => day.year(),
        }
    }
}

impl Written for PartialDate {
    fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Year(year) => year.to_string().into(),
            Self::Day(day) => day.format("%Y-%m-%d").to_string().into(),
        }
    }

    fn read(text: &str) -> Result<Self, Problem> {
        if text.len() == 4 {
            let year: i16 = text.parse().map_err(|_| Problem::BadDate)?;
            return Year::try_from(year).map(Self::Year);
        }
        parse_date(text, &[DateForm::Iso]).map(Self::Day)
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.written())
    }
}

text_columns!(PartialDate);

/// A date that was a bare number before days could be said.
pub fn year_or_date<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PartialDate>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(Year),
        Date(PartialDate),
    }
    Ok(
        Option::<Either>::deserialize(from)?.map(|either| match either {
            Either::Number(year) => PartialDate::Year(year),
            Either::Date(date) => date,
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn read(text: &str) -> Result<String, Problem> {
        PartialDate::parse(text, today()).map(|date| date.to_string())
    }

    #[test]
    fn a_year_and_a_day_are_read_as_people_write_them() {
        for (typed, kept) in [
            ("1987", "1987"),
            ("١٩٨٧", "1987"),
            ("3.5.1987", "1987-05-03"),
            ("3 мая 1987 г.", "1987-05-03"),
            ("May 3, 1987", "1987-05-03"),
            ("1987-05-03", "1987-05-03"),
        ] {
            assert_eq!(read(typed).as_deref(), Ok(kept), "{typed}");
        }
    }

    #[test]
    fn the_future_and_the_unreadable_are_refused() {
        assert_eq!(read(""), Err(Problem::Required));
        assert_eq!(read("25.11.2026"), Err(Problem::InTheFuture));
        assert!(matches!(read("2027"), Err(Problem::BadYear { .. })));
        for typed in ["about 1980?", "30.2.1987", "5/1987", "1.1.0987"] {
            assert_eq!(read(typed), Err(Problem::BadDate), "{typed}");
        }
    }

    #[test]
    fn what_was_a_bare_number_is_still_read() {
        #[derive(Deserialize)]
        struct Old {
            #[serde(default, deserialize_with = "year_or_date")]
            founded: Option<PartialDate>,
        }
        let read = |json: &str| {
            serde_json::from_str::<Old>(json).map(|old| old.founded.map(|it| it.to_string()))
        };
        assert_eq!(
            read(r#"{"founded":1987}"#).unwrap().as_deref(),
            Some("1987")
        );
        assert_eq!(
            read(r#"{"founded":"1987"}"#).unwrap().as_deref(),
            Some("1987")
        );
        assert_eq!(
            read(r#"{"founded":"1987-05-03"}"#).unwrap().as_deref(),
            Some("1987-05-03")
        );
        assert_eq!(read(r#"{"founded":null}"#).unwrap(), None);
        assert_eq!(read("{}").unwrap(), None);
        assert!(read(r#"{"founded":"soon"}"#).is_err());
    }
}
