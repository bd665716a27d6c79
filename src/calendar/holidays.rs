//! Holidays as admins write them: one a line, the day and its name; or as a calendar file has them. Pure.

use chrono::NaiveDate;

use crate::values::{DateForm, Line, parse_date};

/// The most holidays that are kept at a time.
const MOST: usize = 1_000;
/// The longest name of one.
const NAME_MOST: usize = 100;

/// A day on which nobody works.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    /// When.
    pub day: NaiveDate,
    /// What it is called.
    pub name: String,
}

/// Why a list of holidays cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadHoliday {
    /// The line, counted from one, does not begin with a day.
    NoDay(usize),
    /// The line has a day and no name, or one that is too long or holds what no name holds.
    BadName(usize),
    /// The line names a day that stands there already.
    Twice(usize),
    /// There are too many.
    TooMany,
}

/// Reads a list: a day and a name on each line, or a calendar file (RFC 5545) that was pasted. By day.
pub fn read_holidays(text: &str) -> Result<Vec<Holiday>, BadHoliday> {
    let lines = match text.trim_start().starts_with("BEGIN:VCALENDAR") {
        true => events(text),
        false => plain(text),
    };
    let mut read: Vec<Holiday> = Vec::new();
    for (nth, day, name) in lines {
        let day = parse_date(&day, &[DateForm::Iso, DateForm::DayMonthYear])
            .map_err(|_| BadHoliday::NoDay(nth))?;
        let name = Line::parse(&name, NAME_MOST).map_err(|_| BadHoliday::BadName(nth))?;
        if read.iter().any(|it| it.day == day) {
            return Err(BadHoliday::Twice(nth));
        }
        read.push(Holiday {
            day,
            name: name.to_string(),
        });
        if read.len() > MOST {
            return Err(BadHoliday::TooMany);
        }
    }
    read.sort();
    Ok(read)
}

/// The same list, for a form to show.
pub fn write_holidays(holidays: &[Holiday]) -> String {
    let lines: Vec<String> = holidays
        .iter()
        .map(|it| format!("{} {}", it.day, it.name))
        .collect();
    lines.join("\n")
}

/// The lines with something on them: number, day, name.
fn plain(text: &str) -> Vec<(usize, String, String)> {
    (1..)
        .zip(text.lines())
        .map(|(nth, line)| (nth, line.trim()))
        .filter(|(_, line)| !line.is_empty())
        .map(|(nth, line)| {
            let (day, name) = line.split_once([' ', '\t', ',', ';']).unwrap_or((line, ""));
            (nth, day.to_owned(), name.to_owned())
        })
        .collect()
}

/// The events of a calendar file, each by its first day and its summary. Of an event of several days each day counts.
fn events(text: &str) -> Vec<(usize, String, String)> {
    // A long line goes on behind a blank.
    let text = text.replace("\r\n", "\n");
    let text = text.replace("\n ", "").replace("\n\t", "");
    let mut read = Vec::new();
    let (mut begins, mut ends, mut name) = (None, None, String::new());
    for (nth, line) in (1..).zip(text.lines()) {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        match key.split(';').next().unwrap_or_default() {
            "BEGIN" if value == "VEVENT" => (begins, ends, name) = (None, None, String::new()),
            "DTSTART" => begins = Some(value.to_owned()),
            "DTEND" => ends = Some(value.to_owned()),
            "SUMMARY" => {
                name = value
                    .replace("\\,", ",")
                    .replace("\\;", ";")
                    .replace("\\n", " ");
            }
            "END" if value == "VEVENT" => {
                let first = begins.take().unwrap_or_default();
                match (of_file(&first), ends.take().as_deref().and_then(of_file)) {
                    // The end of an event is the day behind its last one.
                    (Some(first), Some(end)) if end > first => {
                        let days = first.iter_days().take_while(|day| *day < end).take(31);
                        read.extend(days.map(|day| (nth, day.to_string(), name.clone())));
                    }
                    (Some(first), _) => read.push((nth, first.to_string(), name.clone())),
                    (None, _) => read.push((nth, first, name.clone())),
                }
            }
            _ => {}
        }
    }
    read
}

/// A day as calendar files write it, with or without a time behind it.
fn of_file(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.get(..8)?, "%Y%m%d").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(String, String)> {
        let read = read_holidays(text).unwrap();
        read.into_iter()
            .map(|it| (it.day.to_string(), it.name))
            .collect()
    }

    #[test]
    fn a_list_is_a_day_and_a_name_on_each_line() {
        let text = "\n2027-01-01 New Year\r\n 06/01/2027, Christmas \n\n";
        let expected = [("2027-01-01", "New Year"), ("2027-01-06", "Christmas")];
        let expected = expected.map(|(day, name)| (day.to_owned(), name.to_owned()));
        assert_eq!(pairs(text), expected);
        let again = write_holidays(&read_holidays(text).unwrap());
        assert_eq!(pairs(&again), expected);
        assert!(pairs("").is_empty());
    }

    #[test]
    fn each_mistake_says_its_line() {
        for (text, bad) in [
            ("2027-01-01 A\nsome day", BadHoliday::NoDay(2)),
            ("2027-02-30 A", BadHoliday::NoDay(1)),
            ("\n2027-01-01", BadHoliday::BadName(2)),
            ("2027-01-01 \u{FFFD}", BadHoliday::BadName(1)),
            ("2027-01-01 A\n2027-01-01 B", BadHoliday::Twice(2)),
        ] {
            assert_eq!(read_holidays(text), Err(bad), "{text}");
        }
        let long = format!("2027-01-01 {}", "a".repeat(101));
        assert_eq!(read_holidays(&long), Err(BadHoliday::BadName(1)));
    }

    #[test]
    fn a_calendar_file_can_be_pasted() {
        let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270103\r\n\
            SUMMARY:New\r\n  Year\\, two days\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20270509T000000Z\r\n\
            SUMMARY:Memory\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let expected = [
            ("2027-01-01", "New Year, two days"),
            ("2027-01-02", "New Year, two days"),
            ("2027-05-09", "Memory"),
        ];
        assert_eq!(
            pairs(text),
            expected.map(|(day, name)| (day.to_owned(), name.to_owned()))
        );
        let without = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:X\nEND:VEVENT\nEND:VCALENDAR";
        assert_eq!(read_holidays(without), Err(BadHoliday::NoDay(4)));
    }
}
