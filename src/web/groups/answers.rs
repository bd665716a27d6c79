//! What members answer, for an organization or for a leader: invitations into groups, and leaving them. Two pages show the same.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use crate::db::Tx;
use crate::group::policy::CanAnswer;
use crate::group::{self, End, Who};
use crate::ids::{GroupInvitationId, MembershipId};
use crate::say;
use crate::values::{Lang, Prose};
use crate::web::coordination::{Spoken, term};
use crate::web::desk::When;
use crate::web::{Error, Fields, Mistakes, Result, urls};

/// The longest word that one says with an answer.
const WORDS_MAX: usize = 1_000;

/// The groups of a member, and those that it is asked into.
pub struct Places {
    pub asked: Vec<Place>,
    pub there: Vec<Place>,
}

/// A group.
pub struct Place {
    pub name: Spoken,
    /// Its public page.
    pub href: String,
    pub kind_key: &'static str,
    pub role_key: &'static str,
    /// The key of the office that the seat is bound to; empty where it is to none.
    pub seat_key: &'static str,
    /// The term, in words; empty where it has no end.
    pub term: String,
    /// Until when one can answer.
    pub answer_by: Option<When>,
    /// That the group is over, or when it will be, in words; empty where no end is known.
    pub ending: String,
    /// The name of the field with a word to it.
    pub words: String,
    /// Where the answer is sent; empty where whoever looks may not.
    pub action: String,
}

impl Places {
    /// Of a member; `base` is where its answers are sent, nothing if whoever looks gives none.
    pub async fn of(
        conn: &mut PgConnection,
        (lang, now): (Lang, DateTime<Utc>),
        who: Who,
        base: Option<&str>,
    ) -> Result<Self> {
        let asked = group::open_of(conn, who, now).await?;
        let there = group::memberships(conn, who).await?;
        let action = |path: String| base.map(|base| format!("{base}{path}"));
        Ok(Self {
            asked: asked
                .into_iter()
                .map(|it| Place {
                    name: Spoken::of(&it.names, lang),
                    href: urls::group(it.group),
                    kind_key: it.kind.key(),
                    role_key: it.role.key(),
                    seat_key: it.seat.map_or("", |seat| seat.key()),
                    term: term(lang, None, it.until),
                    answer_by: Some(When::day(lang, it.expires_at.date_naive())),
                    ending: String::new(),
                    words: words_of(it.id.uuid()),
                    action: action(format!("/group-invitations/{}", it.id)).unwrap_or_default(),
                })
                .collect(),
            there: there
                .into_iter()
                .map(|it| Place {
                    name: Spoken::of(&it.names, lang),
                    href: urls::group(it.group),
                    kind_key: it.kind.key(),
                    role_key: it.role.key(),
                    seat_key: it.seat.map_or("", |seat| seat.key()),
                    term: term(lang, None, it.until),
                    answer_by: None,
                    ending: ending(lang, it.end, now.date_naive()),
                    words: words_of(it.id.uuid()),
                    action: match it.end.is_over(now.date_naive()) {
                        true => None,
                        false => action(format!("/memberships/{}/ending", it.id)),
                    }
                    .unwrap_or_default(),
                })
                .collect(),
        })
    }
}

/// The end of a group in words; empty where none is known.
pub fn ending(lang: Lang, end: End, today: NaiveDate) -> String {
    let key = match end.is_over(today) {
        true => "groups-ended-on",
        false => "groups-ends-on",
    };
    let on = end.on;
    on.map(|day| say::t1(lang, key, "date", say::day(lang, day)))
        .unwrap_or_default()
}

fn words_of(id: uuid::Uuid) -> String {
    format!("words-{id}")
}

/// The word that somebody said with an answer.
fn words(fields: &Fields, id: uuid::Uuid) -> std::result::Result<Option<Prose>, Mistakes> {
    let mut reader = fields.reader();
    let words = reader.optional(&words_of(id), |text| Prose::parse(text, WORDS_MAX));
    reader.done()?;
    Ok(words)
}

/// What a form says to an invitation: whether they join, and a word to it.
fn said(
    fields: &Fields,
    id: GroupInvitationId,
) -> std::result::Result<(bool, Option<Prose>), Mistakes> {
    let words = words(fields, id.uuid())?;
    match fields.get("answer") {
        "join" => Ok((true, words)),
        "decline" => Ok((false, words)),
        _ => {
            let field = words_of(id.uuid());
            Err(Mistakes::one(field, "groups-answer-missing"))
        }
    }
}

/// Answers an invitation as the form says; the word of what was done, or the mistakes.
///
/// # Errors
///
/// Mistakes are told where the form is: [`Error::NotFound`] if nothing is asked any more.
pub async fn answer(
    tx: &mut Tx,
    can: &CanAnswer,
    id: GroupInvitationId,
    fields: &Fields,
) -> Result<std::result::Result<&'static str, Mistakes>> {
    match said(fields, id) {
        Ok((joins, words)) => {
            group::answer(tx, can, id, joins, words.as_ref()).await?;
            Ok(Ok(match joins {
                true => "flash-group-joined",
                false => "flash-group-declined",
            }))
        }
        Err(mistakes) => {
            let now = tx.now();
            let open = group::open_of(tx, can.who(), now).await?;
            let asked = open.iter().any(|it| it.id == id);
            asked.then_some(Err(mistakes)).ok_or(Error::NotFound)
        }
    }
}

/// Leaves a group as the form says; the word of what was done, or the mistakes.
///
/// # Errors
///
/// Mistakes are told where the form is: [`Error::NotFound`] if they are in the group no more.
pub async fn leave(
    tx: &mut Tx,
    can: &CanAnswer,
    id: MembershipId,
    fields: &Fields,
) -> Result<std::result::Result<&'static str, Mistakes>> {
    match words(fields, id.uuid()) {
        Ok(words) => {
            group::leave(tx, can, id, words.as_ref()).await?;
            Ok(Ok("flash-group-left"))
        }
        Err(mistakes) => {
            let there = group::memberships(tx, can.who()).await?;
            let is_in = there.iter().any(|it| it.id == id);
            is_in.then_some(Err(mistakes)).ok_or(Error::NotFound)
        }
    }
}
