//! The conversation of a case: notes within the board, and messages between the board and the applicant.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::policy::{CanRead, CanWrite, Reach};
use super::telling::{TellingKind, tell, tellable};
use super::{Case, letters, save};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, MessageId};
use crate::values::{Lang, Prose};
use crate::vault::Vault;
use crate::{Error, Result};

/// Where messages are sealed.
pub(super) const BODY: &str = "case_messages.body";

/// A note or message.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its id; later ones have larger ones.
    pub id: MessageId,
    /// How far it reaches.
    pub reach: Reach,
    /// Its words.
    pub body: Prose,
    /// Who wrote it.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Writes into a case. The applicant hears of a message to them by letter.
pub async fn write_message(tx: &mut Tx, granted: CanWrite, body: &Prose) -> Result<MessageId> {
    let case = granted.case();
    let author = granted.by().person()?.id;
    let internal = granted.reach() == Reach::Internal;
    let id = keep(tx, case, author, internal, body).await?;
    let event = Event::new(Act::CaseMessageWritten, save::subject(case))
        .after(serde_json::json!({ "internal": internal }));
    history::record(tx, granted.by(), event).await?;
    if !internal {
        letters::message(tx, case, author).await?;
    }
    Ok(id)
}

/// Writes a note within the board and puts it on the desks of colleagues, who were named in it. Whoever may not see the case
/// cannot be named: then nothing is written.
pub async fn write_note(
    tx: &mut Tx,
    granted: CanWrite,
    body: &Prose,
    tell_also: &[AccountId],
) -> Result<MessageId> {
    let vault = tx.vault();
    let known = tellable(tx, &vault, &granted).await?;
    let mut to = tell_also.to_vec();
    to.sort_unstable();
    to.dedup();
    if !to.iter().all(|one| known.iter().any(|(id, _)| id == one)) {
        return Err(Error::NotFound);
    }
    let (case, author) = (granted.case().clone(), granted.by().person()?.id);
    let id = write_message(tx, granted, body).await?;
    tell(tx, &case, author, id, (TellingKind::Mentioned, &to)).await?;
    Ok(id)
}

/// A note within the board that another act brings along, and whose history names it.
pub(super) async fn note(
    tx: &mut Tx,
    case: &Case,
    author: AccountId,
    body: &Prose,
) -> Result<MessageId> {
    keep(tx, case, author, true, body).await
}

async fn keep(
    tx: &mut Tx,
    case: &Case,
    author: AccountId,
    internal: bool,
    body: &Prose,
) -> Result<MessageId> {
    let id = MessageId::fresh();
    let now = tx.now();
    let sealed = tx.vault().seal_text(BODY, id, body)?;
    sqlx::query!(
        "insert into case_messages (id, case_id, internal, body_sealed, author_id, written_at)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        case.id as _,
        internal,
        sealed as _,
        author as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// What was written, the oldest first, as far as the reader may read it.
pub async fn messages(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Vec<Message>> {
    let rows = sqlx::query!(
        "select id, internal, body_sealed, author_id, written_at
         from case_messages where case_id = $1 and ($2 or not internal) order by id",
        granted.case().id as _,
        granted.internal(),
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Message {
                id: row.id,
                reach: if row.internal {
                    Reach::Internal
                } else {
                    Reach::Applicant
                },
                body: prose(&vault.open_text(BODY, row.id, &row.body_sealed)?)?,
                by: row.author_id,
                at: row.written_at,
            })
        })
        .collect()
}

/// The language in which the organization is written to: that of its applicant, or the one that its paper form names. Nothing, where
/// nobody of its own has said one.
pub async fn spoken_with(conn: &mut PgConnection, case: &Case) -> Result<Option<Lang>> {
    Ok(sqlx::query_scalar!(
        r#"select case when c.typed_by = c.applicant_id then p.lang else a.lang end as "lang: Lang"
         from cases c join accounts a on a.id = c.applicant_id left join case_papers p on p.case_id = c.id
         where c.id = $1"#,
        case.id as _
    )
    .fetch_one(conn)
    .await?)
}

/// Words that were prose when they were sealed.
pub(super) fn prose(text: &str) -> Result<Prose> {
    Prose::parse(text, Prose::CEILING)
        .map_err(|_| Error::Contradiction("sealed words that are no prose"))
}
