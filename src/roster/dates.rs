//! The forms that dates have in a foreign table: those that values know, and patterns for all others.

use chrono::format::{Item, StrftimeItems};
use chrono::{NaiveDate, NaiveDateTime};

use crate::values::{DateForm, Problem, digits, parse_date};

/// A form of dates that a column map names.
#[derive(Clone, Debug)]
pub enum Form {
    /// One that values know.
    Known(DateForm),
    /// A pattern of strftime.
    Pattern(String),
}

impl Form {
    /// Reads a form: `day-month-year`, `%Y%m%d`. The error is a sentence for whoever wrote the map.
    pub fn parse(text: &str) -> Result<Self, String> {
        if let Ok(form) = DateForm::parse(text) {
            return Ok(Self::Known(form));
        }
        let is_pattern =
            text.contains('%') && StrftimeItems::new(text).all(|item| item != Item::Error);
        if is_pattern {
            return Ok(Self::Pattern(text.to_owned()));
        }
        let known: Vec<&str> = DateForm::ALL.iter().map(|form| form.code()).collect();
        Err(format!(
            "“{text}” is neither a form of dates ({}) nor a pattern such as %d/%m/%Y",
            known.join(", ")
        ))
    }
}

/// Reads a date in one of these forms. Two readings that differ are none.
pub fn read(text: &str, forms: &[Form]) -> Result<NaiveDate, Problem> {
    let known: Vec<DateForm> = forms
        .iter()
        .filter_map(|form| match form {
            Form::Known(form) => Some(*form),
            Form::Pattern(_) => None,
        })
        .collect();
    let text = digits::to_ascii(text.trim());
    let by_pattern = forms.iter().filter_map(|form| match form {
        Form::Pattern(pattern) => by_pattern(&text, pattern),
        Form::Known(_) => None,
    });
    let mut readings = parse_date(&text, &known).ok().into_iter().chain(by_pattern);
    match readings.next() {
        Some(first) if readings.all(|other| other == first) => Ok(first),
        _ => Err(Problem::BadDate),
    }
}

fn by_pattern(text: &str, pattern: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, pattern)
        .or_else(|_| NaiveDateTime::parse_from_str(text, pattern).map(|moment| moment.date()))
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str, forms: &[&str]) -> Option<String> {
        let forms: Vec<Form> = forms
            .iter()
            .map(|form| Form::parse(form).unwrap())
            .collect();
        read(text, &forms).ok().map(|date| date.to_string())
    }

    #[test]
    fn forms_and_patterns_go_together() {
        let forms = [
            "day-month-year",
            "written",
            "%Y%m%d",
            "%m/%d/%Y %I:%M:%S %p",
        ];
        for text in [
            "13/12/2013",
            "13 December 2013",
            "20131213",
            "12/13/2013 12:00:00 AM",
        ] {
            assert_eq!(date(text, &forms).as_deref(), Some("2013-12-13"), "{text}");
        }
        assert_eq!(date("soon", &forms), None);
        assert_eq!(date("2013-12-13", &forms), None);
    }

    #[test]
    fn two_readings_are_none() {
        assert_eq!(date("03/04/2013", &["%d/%m/%Y", "%m/%d/%Y"]), None);
        assert_eq!(date("03/04/2013", &["day-month-year", "%m/%d/%Y"]), None);
        assert_eq!(
            date("13/04/2013", &["%d/%m/%Y", "%m/%d/%Y"]).as_deref(),
            Some("2013-04-13")
        );
    }

    #[test]
    fn a_form_that_is_none_is_refused() {
        for text in ["dd/mm/yyyy", "%d/%m/%Q", ""] {
            assert!(Form::parse(text).is_err(), "{text}");
        }
    }
}
