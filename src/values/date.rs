//! Dates in the forms that lists from elsewhere use. Which forms a column may hold is always said, never guessed:
//! 3/4/2019 is a day in April or in March.

use chrono::NaiveDate;

use super::{Problem, codes, digits};

codes! {
    /// A written form of dates.
    pub enum DateForm {
        /// ISO 8601: `2019-03-31`.
        Iso = "iso",
        /// `31/03/2019`, `31.3.2019`, `31-03-2019`.
        DayMonthYear = "day-month-year",
        /// `03/31/2019`.
        MonthDayYear = "month-day-year",
        /// `31 March 2019`, `31 Mar 2019`, `March 31, 2019`, `31 марта 2019 г.`, `31 آذار 2019`.
        Written = "written",
    }
}

/// Reads a date in any of these forms. A day that does not exist, or two readings that differ, is no date.
pub fn parse_date(text: &str, forms: &[DateForm]) -> Result<NaiveDate, Problem> {
    let text = digits::to_ascii(text.trim());
    if text.is_empty() {
        return Err(Problem::Required);
    }
    let mut readings = forms.iter().filter_map(|form| read(&text, *form));
    let first = readings.next().ok_or(Problem::BadDate)?;
    if readings.all(|other| other == first) {
        Ok(first)
    } else {
        Err(Problem::BadDate)
    }
}

fn read(text: &str, form: DateForm) -> Option<NaiveDate> {
    match form {
        DateForm::Iso => {
            // Programs export midnight along with the day.
            let day = text
                .strip_suffix("T00:00:00")
                .or(text.strip_suffix(" 00:00:00"))
                .unwrap_or(text);
            let [year, month, day] = parts(day, '-')?;
            (year.len() == 4).then(|| date(year, month, day))?
        }
        DateForm::DayMonthYear => {
            let sign = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
            let [day, month, year] = parts(text, sign)?;
            date(year, month, day)
        }
        DateForm::MonthDayYear => {
            let [month, day, year] = parts(text, '/')?;
            date(year, month, day)
        }
        DateForm::Written => written(text),
    }
}

/// Exactly three parts.
fn parts(text: &str, sign: char) -> Option<[&str; 3]> {
    let mut parts = text.split(sign);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(three)
}

fn date(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        number(year, 4, 4)?.try_into().ok()?,
        number(month, 1, 2)?,
        number(day, 1, 2)?,
    )
}

/// A number of that many digits, without a sign.
fn number(text: &str, least: usize, most: usize) -> Option<u32> {
    let fits =
        (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// A day, a month's name and a year, in the order of any of our languages.
fn written(text: &str) -> Option<NaiveDate> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty() && !matches!(*word, "г." | "г" | "года"))
        .collect();
    let (first, rest) = words.split_first()?;
    let (year, middle) = rest.split_last()?;
    let (day, month) = match month(first) {
        Some(number) => (*middle.first().filter(|_| middle.len() == 1)?, number),
        None => (*first, month(&middle.join(" "))?),
    };
    let ordinal = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| day.strip_suffix(end))
        .unwrap_or(day);
    date(year, &month.to_string(), ordinal)
}

/// The number of a month by its name.
fn month(name: &str) -> Option<usize> {
    let name = name.trim_end_matches('.').to_lowercase();
    let names = |list: &str| list.split('|').any(|known| known == name);
    MONTHS.iter().position(|list| names(list)).map(|at| at + 1)
}

/// Names of months: English and Russian in full and short, Arabic of the Levant and of Egypt.
const MONTHS: [&str; 12] = [
    "january|jan|января|январь|янв|كانون الثاني|يناير",
    "february|feb|февраля|февраль|фев|февр|شباط|فبراير",
    "march|mar|марта|март|мар|آذار|مارس",
    "april|apr|апреля|апрель|апр|نيسان|أبريل|إبريل",
    "may|мая|май|أيار|مايو",
    "june|jun|июня|июнь|июн|حزيران|يونيو",
    "july|jul|июля|июль|июл|تموز|يوليو",
    "august|aug|августа|август|авг|آب|أغسطس",
    "september|sept|sep|сентября|сентябрь|сен|сент|أيلول|سبتمبر",
    "october|oct|октября|октябрь|окт|تشرين الأول|أكتوبر",
    "november|nov|ноября|ноябрь|ноя|нояб|تشرين الثاني|نوفمبر",
    "december|dec|декабря|декабрь|дек|كانون الأول|ديسمبر",
];

#[cfg(test)]
mod tests {
    use super::*;
    use DateForm::*;

    fn read(text: &str, forms: &[DateForm]) -> Result<String, Problem> {
        parse_date(text, forms).map(|date| date.to_string())
    }

    #[test]
    fn each_form_reads_its_own() {
        for (text, form) in [
            ("2019-03-31", Iso),
            ("2019-03-31T00:00:00", Iso),
            ("31/03/2019", DayMonthYear),
            ("31.3.2019", DayMonthYear),
            ("٣١/٠٣/٢٠١٩", DayMonthYear),
            ("03/31/2019", MonthDayYear),
            ("31 March 2019", Written),
            ("31st Mar. 2019", Written),
            ("March 31, 2019", Written),
            ("31 марта 2019 г.", Written),
            ("31 آذار 2019", Written),
        ] {
            assert_eq!(read(text, &[form]).as_deref(), Ok("2019-03-31"), "{text}");
        }
    }

    #[test]
    fn arabic_months_of_two_words_are_read() {
        assert_eq!(
            read("5 تشرين الأول 2019", &[Written]).as_deref(),
            Ok("2019-10-05")
        );
        assert_eq!(
            read("5 كانون الثاني 2019", &[Written]).as_deref(),
            Ok("2019-01-05")
        );
    }

    #[test]
    fn a_form_that_was_not_named_is_not_read() {
        assert_eq!(read("31/03/2019", &[Iso, Written]), Err(Problem::BadDate));
        assert_eq!(read("2019-03-31", &[DayMonthYear]), Err(Problem::BadDate));
    }

    #[test]
    fn two_readings_are_none() {
        let both = [DayMonthYear, MonthDayYear];
        assert_eq!(read("03/04/2019", &both), Err(Problem::BadDate));
        assert_eq!(read("13/04/2019", &both).as_deref(), Ok("2019-04-13"));
        assert_eq!(read("04/04/2019", &both).as_deref(), Ok("2019-04-04"));
    }

    #[test]
    fn days_that_never_were_are_refused() {
        for text in [
            "30/02/2019",
            "29/02/2019",
            "0/1/2019",
            "31/03/19",
            "31/03/02019",
            "+1/03/2019",
            "1/2/3/2019",
            "31 Smarch 2019",
        ] {
            assert_eq!(read(text, DateForm::ALL), Err(Problem::BadDate), "{text}");
        }
        assert_eq!(read("  ", DateForm::ALL), Err(Problem::Required));
    }
}
