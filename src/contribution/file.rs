//! A file that shows what was given: kept as documents are, with the record that it came with and those that take its place.

use std::collections::HashMap;

use serde_json::json;
use sqlx::PgConnection;

use super::policy::{CanRecord, CanSeeFile};
use crate::db::Tx;
use crate::document::{Content, FileKind, FileName, Kept};
use crate::history::{self, Act, Event, Subject};
use crate::ids::ContributionFileId;
use crate::vault::stream::StreamKey;
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Where names of files are sealed.
const NAME: &str = "contribution_files.name";
/// Where keys of files are sealed.
const KEY: &str = "contribution_files.key";

/// A file that shows what was given, without its content.
#[derive(Clone, Debug)]
pub struct ProofFile {
    /// Its id.
    pub id: ContributionFileId,
    /// What the file is.
    pub kind: FileKind,
    /// How large it is.
    pub bytes: u64,
    /// What it is called.
    pub name: FileName,
    object: String,
    key: Sealed,
}

impl ProofFile {
    /// Its name with its ending.
    pub fn shown_name(&self) -> String {
        self.name.shown(self.kind)
    }
}

struct Row {
    id: ContributionFileId,
    kind: FileKind,
    bytes: i64,
    object: String,
    key_sealed: Sealed,
    name_sealed: Sealed,
}

impl Row {
    fn open(self, vault: &Vault) -> Result<ProofFile> {
        let bytes = u64::try_from(self.bytes);
        Ok(ProofFile {
            id: self.id,
            kind: self.kind,
            bytes: bytes.map_err(|_| Error::Contradiction("a file of less than nothing"))?,
            name: FileName::kept(vault.open_text(NAME, self.id, &self.name_sealed)?),
            object: self.object,
            key: self.key_sealed,
        })
    }
}

/// Keeps a file for the record that this transaction writes next, which history tells of.
pub async fn keep_file(
    tx: &mut Tx,
    can: &CanRecord,
    (name, kept): (&FileName, &Kept),
) -> Result<ContributionFileId> {
    let (id, now, vault) = (ContributionFileId::fresh(), tx.now(), tx.vault());
    sqlx::query!(
        "insert into contribution_files (id, kind, bytes, object, key_sealed, name_sealed, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        id as _,
        kept.kind() as _,
        kept.bytes()?,
        kept.object(),
        vault.seal(KEY, id, kept.key())? as _,
        vault.seal_text(NAME, id, name.expose())? as _,
        can.by().person()?.id as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// What these files are, for lists of records that name them.
pub async fn files(
    conn: &mut PgConnection,
    vault: &Vault,
    ids: &[ContributionFileId],
) -> Result<HashMap<ContributionFileId, ProofFile>> {
    sqlx::query_as!(
        Row,
        "select id, kind, bytes, object, key_sealed, name_sealed from contribution_files where id = any($1)",
        ids as _
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| Ok((row.id, row.open(vault)?)))
    .collect()
}

/// The file itself: what it is called, and where its content lies. That somebody at the desk looked is on record before they do.
///
/// # Errors
///
/// [`Error::NotFound`] if the record has none.
pub async fn look_at_file(tx: &mut Tx, can: &CanSeeFile) -> Result<(ProofFile, Content)> {
    let vault = tx.vault();
    let id = can.contribution().given.file.ok_or(Error::NotFound)?;
    let found = files(tx, &vault, &[id]).await?.remove(&id);
    let found = found.ok_or(Error::NotFound)?;
    if can.at_desk() {
        let of = can.organization();
        let event = Event::new(
            Act::ContributionFileViewed,
            Subject::organization(of.id, of.number),
        )
        .after(json!({ "contribution": can.contribution().id }));
        history::record(tx, can.by(), event).await?;
    }
    let key = vault.open(KEY, id, &found.key)?;
    let content = Content {
        object: found.object.clone(),
        key: StreamKey::from_bytes(&key)?,
    };
    Ok((found, content))
}
