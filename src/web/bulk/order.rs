//! Reading what is to be done out of the form, and saying it again.

use chrono::{NaiveDate, TimeDelta};

use crate::bulk::{BulkKind, BulkOrder};
use crate::ids::{AccountId, GroupId};
use crate::notice::LetterWords;
use crate::values::{GroupRole, Lang, Line, Problem, Prose};
use crate::web::{Fields, Mistakes, Reader, dates};

/// The longest words of a flag.
const WORDS_MOST: usize = 2_000;
/// The longest subject of a letter.
const SUBJECT_MOST: usize = 120;
/// The longest letter.
const LETTER_MOST: usize = 10_000;
/// What many come into a group as at once; a chair is one alone.
pub(super) const ROLES: &[GroupRole] = &[GroupRole::Vice, GroupRole::Member, GroupRole::Observer];
/// How far a day may lie ahead, in days.
const LONGEST: i64 = 366;

/// What the form says, or everything that is wrong with it.
pub(super) fn read(kind: BulkKind, sent: &Fields, today: NaiveDate) -> Result<BulkOrder, Mistakes> {
    let mut reader = sent.reader();
    let order = match kind {
        BulkKind::Assign => account(&mut reader, "coordinator").map(|to| BulkOrder::Assign { to }),
        BulkKind::Group => {
            let group = reader.required("group", |text| {
                text.parse::<GroupId>().map_err(|_| chosen(text))
            });
            let role = reader.required("role", |text| match GroupRole::parse(text) {
                Ok(role) if !ROLES.contains(&role) => Err(Problem::UnknownCode),
                read => read,
            });
            group.zip(role).map(|(group, role)| BulkOrder::Group {
                group,
                role,
                seat: None,
            })
        }
        BulkKind::Flag => {
            let words = reader.required("words", |text| Prose::parse(text, WORDS_MOST));
            let due_on = day(&mut reader, today);
            let owner = match sent.get("owner").trim() {
                "" => Some(None),
                _ => account(&mut reader, "owner").map(Some),
            };
            match (words, due_on, owner) {
                (Some(words), Some(due_on), Some(owner)) => Some(BulkOrder::Flag {
                    words,
                    due_on,
                    owner,
                }),
                _ => None,
            }
        }
        BulkKind::Renewal => Some(BulkOrder::Renewal),
        BulkKind::Letter => letter(&mut reader),
    };
    reader.done()?;
    order.ok_or_else(Mistakes::default)
}

fn chosen(text: &str) -> Problem {
    match text.trim() {
        "" => Problem::Required,
        _ => Problem::UnknownCode,
    }
}

fn account(reader: &mut Reader<'_>, field: &str) -> Option<AccountId> {
    reader.required(field, |text| text.parse().map_err(|_| chosen(text)))
}

/// The day until which somebody should look.
fn day(reader: &mut Reader<'_>, today: NaiveDate) -> Option<NaiveDate> {
    let is_empty = ["due-day", "due-month", "due-year"]
        .iter()
        .all(|part| reader.fields().get(part).trim().is_empty());
    match dates::optional(reader, "due") {
        Some(day) if day < today => reader.mistake("due", "flag-day-past"),
        Some(day) if day > today + TimeDelta::days(LONGEST) => {
            reader.mistake("due", "flag-day-far");
        }
        None if is_empty => reader.mistake("due", "flag-day-missing"),
        other => return other,
    }
    None
}

/// The letter in one language at least; a language with a subject has a text, and the other way round.
fn letter(reader: &mut Reader<'_>) -> Option<BulkOrder> {
    let mut said = Vec::new();
    let mut is_empty = true;
    for lang in Lang::ALL {
        let (subject, text) = (format!("subject-{lang}"), format!("text-{lang}"));
        let typed = |field: &str| !reader.fields().get(field).trim().is_empty();
        if !typed(&subject) && !typed(&text) {
            continue;
        }
        is_empty = false;
        let subject = reader.required(&subject, |text| Line::parse(text, SUBJECT_MOST));
        let text = reader.required(&text, |text| Prose::parse(text, LETTER_MOST));
        if let (Some(subject), Some(text)) = (subject, text) {
            said.push(LetterWords {
                lang: *lang,
                subject,
                text,
            });
        }
    }
    if is_empty {
        reader.mistake("subject-en", "bulk-letter-missing");
        return None;
    }
    Some(BulkOrder::Letter { said })
}
