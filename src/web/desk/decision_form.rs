//! The form of a decision: one answer, and what belongs to it.

use chrono::{Days, NaiveDate};

use crate::case::{Answer, FieldNote, NewCondition, Outcome};
use crate::organization::Particular;
use crate::values::{DateForm, Prose, parse_date};
use crate::web::{Fields, Mistakes};

/// The longest reason or condition.
const WORDS_MOST: usize = 10_000;
/// The longest note to a field.
const NOTE_MOST: usize = 2_000;
/// The latest day that can be set.
const LATEST: Days = Days::new(366);

/// The most conditions of one decision.
pub const CONDITIONS_MOST: usize = 6;

/// The names of the fields with the words and the day of a condition, counted from one.
pub fn condition_names(nth: usize) -> (String, String) {
    match nth {
        1 => ("conditions".to_owned(), "conditions_due".to_owned()),
        nth => (format!("conditions_{nth}"), format!("conditions_{nth}_due")),
    }
}

/// The name of the field with the note to a field of the particulars.
pub fn note_name(field: Particular) -> String {
    format!("note-{field}")
}

/// Reads the form, with all mistakes at once. What belongs to another answer than the one chosen is left aside.
pub fn read(fields: &Fields, today: NaiveDate) -> Result<Answer, Mistakes> {
    let mut mistakes = Mistakes::default();
    let answer = match Outcome::from_code(fields.get("answer")) {
        None => {
            mistakes.add("answer", "desk-decision-choose");
            None
        }
        Some(Outcome::Accepted) => Some(Answer::Accept),
        Some(Outcome::AcceptedWithConditions) => conditions(fields, today, &mut mistakes),
        Some(Outcome::Refused) => {
            words(fields, "reason", &mut mistakes).map(|words| Answer::Refuse { words })
        }
        Some(Outcome::ChangesRequested) => changes(fields, today, &mut mistakes),
    };
    match answer {
        Some(answer) if mistakes.is_empty() => Ok(answer),
        _ => Err(mistakes),
    }
}

fn conditions(fields: &Fields, today: NaiveDate, mistakes: &mut Mistakes) -> Option<Answer> {
    let mut conditions = Vec::new();
    for nth in 1..=CONDITIONS_MOST {
        let (name, due) = condition_names(nth);
        // Only the first must be there: a row that nobody began says nothing.
        let is_begun = ["", "-day", "-month", "-year"].iter().any(|part| {
            let field = if part.is_empty() {
                name.clone()
            } else {
                format!("{due}{part}")
            };
            !fields.get(&field).trim().is_empty()
        });
        if nth > 1 && !is_begun {
            continue;
        }
        let words = words(fields, &name, mistakes);
        let due = day(fields, &due, today, mistakes);
        conditions.extend(
            words
                .zip(due)
                .map(|(words, due)| NewCondition { words, due }),
        );
    }
    Some(Answer::AcceptWithConditions { conditions })
}

fn changes(fields: &Fields, today: NaiveDate, mistakes: &mut Mistakes) -> Option<Answer> {
    let words = match fields.get("changes").trim() {
        "" => None,
        text => prose("changes", text, WORDS_MOST, mistakes),
    };
    let mut notes = Vec::new();
    for &field in Particular::ALL {
        let name = note_name(field);
        let text = fields.get(&name).trim();
        if !text.is_empty() {
            let note = prose(&name, text, NOTE_MOST, mistakes);
            notes.extend(note.map(|note| FieldNote { field, note }));
        }
    }
    let due = day(fields, "changes_due", today, mistakes);
    if words.is_none() && notes.is_empty() && mistakes.is_empty() {
        mistakes.add("changes", "desk-decision-say-what");
    }
    Some(Answer::RequestChanges {
        words,
        notes,
        due: due?,
    })
}

fn words(fields: &Fields, name: &str, mistakes: &mut Mistakes) -> Option<Prose> {
    prose(name, fields.get(name), WORDS_MOST, mistakes)
}

fn prose(name: &str, text: &str, most: usize, mistakes: &mut Mistakes) -> Option<Prose> {
    Prose::parse(text, most)
        .map_err(|problem| mistakes.problem(name, problem))
        .ok()
}

/// A day from its three fields, later than today and within a year.
pub fn day(
    fields: &Fields,
    name: &str,
    today: NaiveDate,
    mistakes: &mut Mistakes,
) -> Option<NaiveDate> {
    let part = |part: &str| fields.get(&format!("{name}-{part}")).trim().to_owned();
    let (day, month, year) = (part("day"), part("month"), part("year"));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        mistakes.add(name, "desk-decision-day-missing");
        return None;
    }
    let text = format!("{day}/{month}/{year}");
    let day = parse_date(&text, &[DateForm::DayMonthYear])
        .map_err(|problem| mistakes.problem(name, problem))
        .ok()?;
    if day <= today || day > today + LATEST {
        mistakes.add(name, "desk-decision-day-range");
        return None;
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn wrong(fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let fields = fields.iter().copied().collect();
        let mistakes = read(&fields, today()).unwrap_err();
        mistakes
            .iter()
            .map(|it| (it.field.clone(), it.key.to_string()))
            .collect()
    }

    fn pair(field: &str, key: &str) -> (String, String) {
        (field.to_owned(), key.to_owned())
    }

    #[test]
    fn an_answer_must_be_chosen() {
        assert_eq!(wrong(&[]), [pair("answer", "desk-decision-choose")]);
    }

    #[test]
    fn a_refusal_has_a_reason() {
        let refused = ("answer", "refused");
        assert_eq!(
            wrong(&[refused, ("reason", "  ")]),
            [pair("reason", "problem-required")]
        );
        let fields = [refused, ("reason", "No such street.")]
            .into_iter()
            .collect();
        assert!(
            matches!(read(&fields, today()), Ok(Answer::Refuse { words }) if &*words == "No such street.")
        );
    }

    #[test]
    fn conditions_have_words_and_a_day_to_come() {
        let answer = ("answer", "accepted_with_conditions");
        assert_eq!(
            wrong(&[answer]),
            [
                pair("conditions", "problem-required"),
                pair("conditions_due", "desk-decision-day-missing")
            ]
        );
        let on = |day| {
            [
                answer,
                ("conditions", "Send the statutes."),
                ("conditions_due-day", day),
                ("conditions_due-month", "11"),
                ("conditions_due-year", "2026"),
            ]
        };
        assert_eq!(
            wrong(&on("24")),
            [pair("conditions_due", "desk-decision-day-range")]
        );
        assert_eq!(
            wrong(&on("31")),
            [pair("conditions_due", "problem-bad-date")]
        );
        let fields = on("25").into_iter().collect();
        assert!(read(&fields, today()).is_ok());
    }

    #[test]
    fn each_condition_has_its_own_words_and_day() {
        let mut fields: Fields = [
            ("answer", "accepted_with_conditions"),
            ("conditions", "Send the statutes."),
            ("conditions_due-day", "1"),
            ("conditions_due-month", "12"),
            ("conditions_due-year", "2026"),
            ("conditions_3", "Name a treasurer."),
        ]
        .into_iter()
        .collect();
        let mistakes = read(&fields, today()).unwrap_err();
        let wrong: Vec<_> = mistakes.iter().map(|it| it.field.as_str()).collect();
        assert_eq!(wrong, ["conditions_3_due"]);
        for (part, value) in [("day", "8"), ("month", "12"), ("year", "2026")] {
            fields.set(&format!("conditions_3_due-{part}"), value);
        }
        let Ok(Answer::AcceptWithConditions { conditions }) = read(&fields, today()) else {
            panic!("not read");
        };
        let said: Vec<_> = conditions
            .iter()
            .map(|it| (it.words.to_string(), it.due.to_string()))
            .collect();
        let pair = |words: &str, due: &str| (words.to_owned(), due.to_owned());
        assert_eq!(
            said,
            [
                pair("Send the statutes.", "2026-12-01"),
                pair("Name a treasurer.", "2026-12-08")
            ]
        );
    }

    #[test]
    fn changes_say_what_is_to_be_changed() {
        let base = [
            ("answer", "changes_requested"),
            ("changes_due-day", "8"),
            ("changes_due-month", "12"),
            ("changes_due-year", "2026"),
        ];
        assert_eq!(wrong(&base), [pair("changes", "desk-decision-say-what")]);
        let mut fields: Fields = base.into_iter().collect();
        fields.push("note-city", "Which one?");
        fields.push("reason", "left aside");
        let Ok(Answer::RequestChanges { words, notes, .. }) = read(&fields, today()) else {
            panic!("not read");
        };
        assert_eq!(words, None);
        assert_eq!(notes.len(), 1);
        assert_eq!(notes[0].field, Particular::City);
    }
}
