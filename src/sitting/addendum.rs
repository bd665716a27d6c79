//! What corrects minutes: it stands below them, and they stay as they are.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::find::prose;
use super::policy::{CanAdd, CanSee};
use super::{Sitting, subject};
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, AddendumId};
use crate::values::Prose;
use crate::vault::Vault;

/// Where the words are sealed.
const WORDS: &str = "sitting_addenda.words";

/// A correction.
#[derive(Clone, Debug)]
pub struct Addendum {
    /// In words.
    pub words: Prose,
    /// Whose.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Adds a correction below the minutes.
pub async fn write_addendum(tx: &mut Tx, granted: CanAdd, words: &Prose) -> Result<()> {
    let (id, now, vault) = (AddendumId::fresh(), tx.now(), tx.vault());
    sqlx::query!(
        "insert into sitting_addenda (id, sitting_id, words_sealed, written_by, written_at) values ($1, $2, $3, $4, $5)",
        id as _,
        granted.sitting().id as _,
        vault.seal_text(WORDS, id, words)? as _,
        granted.by().person()?.id as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::SessionAddendumWritten, subject(granted.sitting()));
    history::record(tx, granted.by(), event.reason(Some(words))).await
}

/// The corrections of a session's minutes, the first first.
pub async fn addenda(
    conn: &mut PgConnection,
    vault: &Vault,
    _: &CanSee,
    sitting: &Sitting,
) -> Result<Vec<Addendum>> {
    let rows = sqlx::query!(
        "select id, words_sealed, written_by, written_at from sitting_addenda where sitting_id = $1 order by id",
        sitting.id as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Addendum {
                words: prose(&vault.open_text(WORDS, row.id, &row.words_sealed)?)?,
                by: row.written_by,
                at: row.written_at,
            })
        })
        .collect()
}
