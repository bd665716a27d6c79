//! What reviewers say of a document: fine, or not and why. The last word counts; all stay.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::find::{NOTE, note};
use super::policy::{CanJudge, CanSee};
use super::store::subject;
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, VerdictId};
use crate::values::Prose;
use crate::vault::Vault;

/// What a reviewer said of a document.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Whether it is fine.
    pub fine: bool,
    /// What is wrong with it, or worth knowing.
    pub note: Option<Prose>,
    /// Who said so. For the desk: to the applicant it is the board.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Says whether a document is fine.
pub async fn judge(tx: &mut Tx, granted: CanJudge, fine: bool, note: Option<&Prose>) -> Result<()> {
    let id = VerdictId::fresh();
    let (now, vault) = (tx.now(), tx.vault());
    let person = granted.by().person()?.id;
    let sealed = note
        .map(|note| vault.seal_text(NOTE, id, note))
        .transpose()?;
    sqlx::query!(
        "insert into document_verdicts (id, document_id, fine, note_sealed, given_by, given_at)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        granted.document().id as _,
        fine,
        sealed as _,
        person as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::DocumentJudged, subject(granted.document()))
        .after(json!({ "fine": fine }))
        .reason(note);
    history::record(tx, granted.by(), event).await
}

/// Everything that was said of a document, the newest first.
pub async fn verdicts(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanSee,
) -> Result<Vec<Verdict>> {
    let rows = sqlx::query!(
        "select id, fine, note_sealed, given_by, given_at from document_verdicts
         where document_id = $1 order by id desc",
        granted.document().id as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Verdict {
                fine: row.fine,
                note: note(vault, row.id, row.note_sealed.as_ref())?,
                by: row.given_by,
                at: row.given_at,
            })
        })
        .collect()
}
