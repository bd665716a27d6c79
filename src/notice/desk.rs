//! The outbox as admins see it.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::post::{DATA, TO};
use super::{Letter, LetterKind, LetterState, Written, unsubscribe_path};
use crate::actor::{Actor, Denied};
use crate::db::Tx;
use crate::ids::LetterId;
use crate::values::{Lang, Role};
use crate::vault::Vault;

/// The most letters on one page.
const MOST: i64 = 50;

/// May see which letters there are.
#[derive(Clone, Debug)]
pub struct CanSeeMail(());

/// May read what letters say. They hold links by which one becomes somebody else, so this is for the sample registry alone.
#[derive(Clone, Debug)]
pub struct CanReadLetters(());

/// Admins run the mail, and auditors read everything. To others it is not there.
pub fn see_mail(actor: &Actor) -> Result<CanSeeMail, Denied> {
    match actor.role() {
        Some(Role::Admin | Role::Auditor) => Ok(CanSeeMail(())),
        Some(_) => Err(Denied::Hidden),
        None => Err(Denied::SignIn),
    }
}

/// The letters of invented people can be read by whoever runs their registry.
pub fn read_letters(actor: &Actor, is_sample: bool) -> Result<CanReadLetters, Denied> {
    see_mail(actor)?;
    match is_sample {
        true => Ok(CanReadLetters(())),
        false => Err(Denied::Hidden),
    }
}

/// A letter in the list: what it is, never to whom.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: LetterId,
    /// What it is about.
    pub kind: LetterKind,
    /// How far it has come.
    pub state: LetterState,
    /// Its language.
    pub lang: Lang,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it left.
    pub sent_at: Option<DateTime<Utc>>,
    /// When it is tried next.
    pub next_at: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: i32,
    /// What the mail server answered last.
    pub last_error: Option<String>,
}

/// The letters, the newest first: those in a state, or all; those before one, or from the newest on.
/// The second value says whether there are more.
pub async fn list(
    conn: &mut PgConnection,
    _: CanSeeMail,
    state: Option<LetterState>,
    before: Option<LetterId>,
) -> crate::Result<(Vec<Listed>, bool)> {
    let mut rows = sqlx::query_as!(
        Listed,
        "select id, kind, state, lang, created_at, sent_at, next_at, attempts, last_error from letters
         where ($1::text is null or state = $1) and ($2::uuid is null or id < $2)
         order by id desc limit $3",
        state as _,
        before as _,
        MOST + 1
    )
    .fetch_all(conn)
    .await?;
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    Ok((rows, more))
}

/// A letter whole: the address it goes to, and its words.
pub async fn read(
    conn: &mut PgConnection,
    vault: &Vault,
    _: CanReadLetters,
    id: LetterId,
    url: &str,
) -> crate::Result<Option<(Listed, String, Written)>> {
    let Some(row) = sqlx::query!(
        "select id, kind, state, lang, created_at, sent_at, next_at, attempts, last_error, account_id, to_sealed, data_sealed
         from letters where id = $1",
        id as _
    )
    .fetch_optional(conn)
    .await?
    else {
        return Ok(None);
    };
    let to = vault.open_text(TO, id, &row.to_sealed)?;
    let letter: Letter = vault.open_json(DATA, id, &row.data_sealed)?;
    let stop = row
        .account_id
        .and_then(|account| unsubscribe_path(vault, account, row.kind));
    let written = letter
        .write_with(row.lang, url, stop.as_deref())
        .map_err(|_| crate::Error::Contradiction("a letter that cannot be written"))?;
    let listed = Listed {
        id: row.id,
        kind: row.kind,
        state: row.state,
        lang: row.lang,
        created_at: row.created_at,
        sent_at: row.sent_at,
        next_at: row.next_at,
        attempts: row.attempts,
        last_error: row.last_error,
    };
    Ok(Some((listed, to, written)))
}

/// Sends a letter that failed once more, from the beginning.
pub async fn try_again(tx: &mut Tx, actor: &Actor, id: LetterId) -> crate::Result<()> {
    see_mail(actor)?;
    if !actor.is_admin() {
        return Err(Denied::Forbidden.into());
    }
    let now = tx.now();
    let changed = sqlx::query!(
        "update letters set state = 'waiting', attempts = 0, next_at = $2 where id = $1 and state = 'failed'",
        id as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    match changed {
        0 => Err(crate::Error::Overtaken),
        _ => Ok(()),
    }
}
