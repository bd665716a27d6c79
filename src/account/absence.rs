//! Being away: somebody of the desk says from when until when, and colleagues see it where their name stands.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::{Value, json};
use sqlx::PgConnection;

use super::policy::CanBeAway;
use super::{NAME, deputy};
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AbsenceId, AccountId};
use crate::values::{Line, Problem};
use crate::vault::{Sealed, Vault};

/// Where notes are sealed.
const NOTE: &str = "absences.note";
/// The longest note.
const NOTE_MOST: usize = 200;

/// From when until when somebody is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// What colleagues should know.
    pub note: Option<Line>,
    /// Who stands in.
    pub deputy: Option<Deputy>,
}

/// Who stands in for somebody who is away.
#[derive(Clone, PartialEq, Eq)]
pub struct Deputy {
    /// Whose account.
    pub account: AccountId,
    /// What they are called.
    pub name: String,
}

impl std::fmt::Debug for Deputy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Deputy({})", self.account)
    }
}

impl Absence {
    /// Reads a note.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn note(text: &str) -> Result<Line, Problem> {
        Line::parse(text, NOTE_MOST)
    }

    fn told(&self) -> Value {
        let deputy = self.deputy.as_ref().map(|it| it.account);
        json!({ "first": self.first, "last": self.last, "deputy": deputy })
    }
}

struct Row {
    id: AbsenceId,
    account_id: AccountId,
    first_day: NaiveDate,
    last_day: NaiveDate,
    note_sealed: Option<Sealed>,
    deputy_id: Option<AccountId>,
    deputy_name_sealed: Option<Sealed>,
}

impl Row {
    fn open(self, vault: &Vault) -> Result<(AccountId, Absence)> {
        let note = self
            .note_sealed
            .map(|sealed| vault.open_text(NOTE, self.id, &sealed))
            .transpose()?
            .and_then(|note| Absence::note(&note).ok());
        let deputy = self
            .deputy_id
            .zip(self.deputy_name_sealed)
            .map(|(account, sealed)| {
                let name = vault.open_text(NAME, account, &sealed)?;
                Ok::<_, crate::Error>(Deputy { account, name })
            })
            .transpose()?;
        Ok((
            self.account_id,
            Absence {
                first: self.first_day,
                last: self.last_day,
                note,
                deputy,
            },
        ))
    }
}

/// What somebody said of themselves, as long as it is not over.
pub async fn absence(
    conn: &mut PgConnection,
    vault: &Vault,
    account: AccountId,
    today: NaiveDate,
) -> Result<Option<Absence>> {
    let row = sqlx::query_as!(
        Row,
        r#"select a.id, a.account_id, a.first_day, a.last_day, a.note_sealed, d.id as "deputy_id?: AccountId",
            d.name_sealed as "deputy_name_sealed?: Sealed"
         from absences a left join accounts d on d.id = a.deputy_id and d.closed_at is null
         where a.account_id = $1 and a.ended_at is null and a.last_day >= $2"#,
        account as _,
        today
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| row.open(vault)).transpose()?.map(|it| it.1))
}

/// Who of these is away on a day.
pub async fn away(
    conn: &mut PgConnection,
    vault: &Vault,
    accounts: &[AccountId],
    today: NaiveDate,
) -> Result<HashMap<AccountId, Absence>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id, a.account_id, a.first_day, a.last_day, a.note_sealed, d.id as "deputy_id?: AccountId",
            d.name_sealed as "deputy_name_sealed?: Sealed"
         from absences a left join accounts d on d.id = a.deputy_id and d.closed_at is null
         where a.account_id = any($1) and a.ended_at is null and $2 between a.first_day and a.last_day"#,
        accounts as _,
        today
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| row.open(vault)).collect()
}

/// Says that somebody is away; what they said before is not so any more. `NotFound` where the deputy cannot stand in for them (any
/// more).
pub async fn say_away(tx: &mut Tx, granted: &CanBeAway, absence: &Absence) -> Result<()> {
    let account = granted.account();
    let deputy = absence.deputy.as_ref().map(|it| it.account);
    if let Some(deputy) = deputy {
        deputy::still_can(tx, granted, deputy).await?;
    }
    let before = end(tx, account).await?;
    let (id, now) = (AbsenceId::fresh(), tx.now());
    let note = absence
        .note
        .as_ref()
        .map(|note| tx.vault().seal_text(NOTE, id, note))
        .transpose()?;
    sqlx::query!(
        "insert into absences (id, account_id, first_day, last_day, note_sealed, said_at, deputy_id)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id as _,
        account as _,
        absence.first,
        absence.last,
        note as _,
        now,
        deputy as _
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::AccountAway, Subject::account(account)).after(absence.told());
    let event = match before {
        Some(before) => event.before(before),
        None => event,
    };
    history::record(tx, granted.by(), event).await
}

/// Says that somebody is back, or does not go. Nothing where they are not away: pressed twice it is done once.
pub async fn come_back(tx: &mut Tx, granted: &CanBeAway) -> Result<()> {
    let account = granted.account();
    let Some(before) = end(tx, account).await? else {
        return Ok(());
    };
    let event = Event::new(Act::AccountBack, Subject::account(account)).before(before);
    history::record(tx, granted.by(), event).await
}

/// Ends what somebody said; what that was. Two at once: the account is held.
async fn end(tx: &mut Tx, account: AccountId) -> Result<Option<Value>> {
    sqlx::query!(
        "select id from accounts where id = $1 for no key update",
        account as _
    )
    .fetch_one(&mut **tx)
    .await?;
    let now = tx.now();
    let row = sqlx::query!(
        "update absences set ended_at = $2 where account_id = $1 and ended_at is null returning first_day, last_day",
        account as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| json!({ "first": row.first_day, "last": row.last_day })))
}
