//! What a case would change: in what was said before, and in the registry.

use chrono::NaiveDate;
use sqlx::PgConnection;

use crate::case::{self, Meant, Submission, policy};
use crate::leader;
use crate::organization::{
    Particular, PersonChange, PersonEntry, Said as Says, compare, people_changes,
};
use crate::say;
use crate::values::Lang;
use crate::vault::Vault;
use crate::web::particulars;

/// A field that says something else than in the submission before.
pub struct Changed {
    pub key: &'static str,
    pub before: String,
    pub after: String,
}

/// A field that an amendment would change.
pub struct Amends {
    pub change: Changed,
    /// Whether somebody else changed it since the amendment was begun.
    pub meanwhile: bool,
}

/// Somebody who would join, leave, or hold their office otherwise.
pub struct Moves {
    pub key: &'static str,
    pub tone: &'static str,
    pub name: String,
    pub before: String,
    pub after: String,
    /// Whether somebody else changed the same office since it was begun.
    pub meanwhile: bool,
}

/// What the last submission says differently from the one before.
pub fn changes(lang: Lang, submissions: &[Submission]) -> Vec<Changed> {
    let [.., before, last] = submissions else {
        return Vec::new();
    };
    compare(&before.particulars, &last.particulars)
        .into_iter()
        .map(|change| Changed {
            key: change.field.key(),
            before: particulars::one_line(lang, &change.before),
            after: particulars::one_line(lang, &change.after),
        })
        .collect()
}

/// What the registry would say differently if it were accepted today.
pub fn amends(lang: Lang, meant: &Meant) -> Vec<Amends> {
    meant
        .changes()
        .into_iter()
        // Of people it is said who joins and who leaves.
        .filter(|change| change.field != Particular::People)
        .map(|change| Amends {
            meanwhile: meant.amended.meanwhile.contains(&change.field),
            change: Changed {
                key: change.field.key(),
                before: particulars::one_line(lang, &change.before),
                after: particulars::one_line(lang, &change.after),
            },
        })
        .collect()
}

/// Who would join, leave or hold their office otherwise if an amendment or a renewal were accepted today.
pub async fn moves(
    conn: &mut PgConnection,
    vault: &Vault,
    (lang, today): (Lang, NaiveDate),
    granted: &policy::CanRead,
    (last, meant): (&Submission, &Meant),
) -> crate::Result<Vec<Moves>> {
    let base = case::base(conn, vault, granted).await?;
    Ok(base.map_or_else(Vec::new, |base| {
        people_changes(&base.people, &last.particulars.people)
            .iter()
            .map(|change| Moves::of(lang, today, change, &meant.now.people))
            .collect()
    }))
}

impl Moves {
    pub fn of(lang: Lang, today: NaiveDate, change: &PersonChange, now: &[PersonEntry]) -> Self {
        let line =
            |person: &PersonEntry| particulars::one_line(lang, &Says::People(vec![person.clone()]));
        let nothing = || say::t(lang, "organization-nothing");
        let (key, tone, name, before, after) = match change {
            PersonChange::Joins(is) => ("person-joins", "green", &is.name, nothing(), line(is)),
            PersonChange::Leaves(was) => {
                let on = say::t1(
                    lang,
                    "person-until",
                    "date",
                    say::day(lang, leader::last_day(today)),
                );
                ("person-leaves", "amber", &was.name, line(was), on)
            }
            PersonChange::Changes { was, is } => {
                let (key, tone) = match change.ends() {
                    Some(_) => ("person-leaves", "amber"),
                    None => ("person-changes", "blue"),
                };
                (key, tone, &is.name, line(was), line(is))
            }
        };
        Self {
            key,
            tone,
            name: name.to_string(),
            before,
            after,
            meanwhile: change.is_overtaken(now),
        }
    }
}
