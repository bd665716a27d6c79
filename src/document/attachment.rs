//! Files that come with notes and messages of a case: kept as documents are, and read by whoever may read the words they came with.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::policy::{CanAttach, CanSeeAttachment};
use super::{Content, FileKind, FileName, Kept};
use crate::actor::Actor;
use crate::case::policy::CanRead;
use crate::case::{self, Reach};
use crate::db::{Dated, Tx};
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AttachmentId, CaseId, MessageId};
use crate::vault::stream::StreamKey;
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Where names of files are sealed.
const NAME: &str = "case_attachments.name";
/// Where keys of files are sealed.
const KEY: &str = "case_attachments.key";

/// A file that came with a note or message.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// What it came with.
    pub message: MessageId,
    /// What the file is.
    pub kind: FileKind,
    /// How large it is.
    pub bytes: u64,
    /// What it is called.
    pub name: FileName,
    /// When it came.
    pub at: DateTime<Utc>,
    object: String,
    key: Sealed,
}

struct Row {
    id: AttachmentId,
    message_id: MessageId,
    kind: FileKind,
    bytes: i64,
    object: String,
    key_sealed: Sealed,
    name_sealed: Sealed,
    added_at: DateTime<Utc>,
}

impl Row {
    fn open(self, vault: &Vault) -> Result<Attachment> {
        let bytes = u64::try_from(self.bytes);
        Ok(Attachment {
            id: self.id,
            message: self.message_id,
            kind: self.kind,
            bytes: bytes.map_err(|_| Error::Contradiction("a file of less than nothing"))?,
            name: FileName::kept(vault.open_text(NAME, self.id, &self.name_sealed)?),
            at: self.added_at,
            object: self.object,
            key: self.key_sealed,
        })
    }
}

/// Adds a file to a note or message that this transaction has just written.
pub async fn attach(
    tx: &mut Tx,
    granted: &CanAttach,
    message: MessageId,
    (name, kept): (&FileName, &Kept),
) -> Result<AttachmentId> {
    let (id, now, vault) = (AttachmentId::fresh(), tx.now(), tx.vault());
    let bytes = i64::try_from(kept.bytes);
    let bytes = bytes.map_err(|_| Error::Contradiction("a file beyond all limits"))?;
    let written = sqlx::query!(
        "insert into case_attachments (id, message_id, kind, bytes, object, key_sealed, name_sealed, added_by, added_at)
         select $1, m.id, $3, $4, $5, $6, $7, $8, $9 from case_messages m
         where m.id = $2 and m.case_id = $10 and m.author_id = $8 and m.internal = $11",
        id as _,
        message as _,
        kept.kind as _,
        bytes,
        kept.object,
        vault.seal(KEY, id, kept.key.expose())? as _,
        vault.seal_text(NAME, id, name.expose())? as _,
        granted.by().person()?.id as _,
        now,
        granted.case().id as _,
        granted.is_internal(),
    )
    .execute(&mut **tx)
    .await?;
    if written.rows_affected() == 0 {
        return Err(Error::NotFound);
    }
    let case = granted.case();
    let event =
        Event::new(Act::AttachmentAdded, Subject::case(case.id, case.number)).after(json!({
            "attachment": id,
            "kind": kept.kind,
            "bytes": bytes,
            "internal": granted.is_internal(),
        }));
    history::record(tx, granted.by(), event).await?;
    Ok(id)
}

/// What came with the notes and messages of a case, as far as the reader may read these.
pub async fn attachments(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Vec<Attachment>> {
    let rows = sqlx::query_as!(
        Row,
        "select a.id, a.message_id, a.kind, a.bytes, a.object, a.key_sealed, a.name_sealed, a.added_at
         from case_attachments a join case_messages m on m.id = a.message_id
         where m.case_id = $1 and ($2 or not m.internal) order by a.id",
        granted.id() as _,
        granted.internal(),
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| row.open(vault)).collect()
}

/// One of them, for whoever may read what it came with. To others it is not there.
pub async fn find_attachment(
    conn: &mut impl Dated,
    actor: &Actor,
    id: AttachmentId,
) -> Result<CanSeeAttachment> {
    actor.person()?;
    let found = sqlx::query!(
        r#"select m.case_id as "case_id: CaseId", m.internal
         from case_attachments a join case_messages m on m.id = a.message_id where a.id = $1"#,
        id as _
    )
    .fetch_optional(&mut **conn)
    .await?
    .ok_or(Error::NotFound)?;
    let case = case::find(conn, actor, found.case_id).await?;
    let reach = match found.internal {
        true => Reach::Internal,
        false => Reach::Applicant,
    };
    super::policy::see_attachment(actor, &case, reach, id)
}

/// The file itself: what it is called, and where its content lies.
pub async fn attachment(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanSeeAttachment,
) -> Result<(Attachment, Content)> {
    let row = sqlx::query_as!(
        Row,
        "select id, message_id, kind, bytes, object, key_sealed, name_sealed, added_at
         from case_attachments where id = $1",
        granted.id() as _
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Error::NotFound)?;
    let found = row.open(vault)?;
    let bytes = vault.open(KEY, found.id, &found.key)?;
    let content = Content {
        object: found.object.clone(),
        key: StreamKey::from_bytes(&bytes)?,
    };
    Ok((found, content))
}

impl Attachment {
    /// Its name with its ending.
    pub fn shown_name(&self) -> String {
        self.name.shown(self.kind)
    }
}
