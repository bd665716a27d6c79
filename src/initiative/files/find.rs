//! One file, for whoever may see it: anybody what is shown, its team and the board what is proposed.

use sqlx::PgConnection;

use super::KEY;
use super::list::bytes;
use crate::actor::Actor;
use crate::document::{Content, FileKind};
use crate::ids::InitiativeFileId;
use crate::initiative::FileUse;
use crate::initiative::policy::{self, CanSeeFile};
use crate::organization::team;
use crate::vault::stream::StreamKey;
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// What became of a file that somebody asks for.
#[derive(Debug)]
pub enum Sought {
    /// It is there, and theirs to see.
    There(CanSeeFile),
    /// Anybody saw it, and it was taken out.
    Gone,
}

/// The file with this id.
///
/// # Errors
///
/// [`Error::NotFound`] if there is none, or none for this person.
pub async fn find(conn: &mut PgConnection, actor: &Actor, id: InitiativeFileId) -> Result<Sought> {
    let row = sqlx::query!(
        r#"select f.used_as, f.kind, f.bytes, f.removed_at is not null as "is_removed!", f.initiative_id is not null as "was_shown!",
            f.position is not null and exists (select from public_initiatives v where v.id = i.id) as "is_shown!", f.words, p.organization_id, p.sent_at is not null as "was_sent!"
         from initiative_files f join initiative_proposals p on p.id = f.proposal_id
            left join initiatives i on i.id = f.initiative_id
         where f.id = $1"#,
        id as _
    )
    .fetch_optional(&mut *conn)
    .await?
    .ok_or(Error::NotFound)?;
    if row.is_removed {
        return match row.was_shown {
            true => Ok(Sought::Gone),
            false => Err(Error::NotFound),
        };
    }
    let own = match row.is_shown {
        true => None,
        false => team::role_of_actor(conn, row.organization_id, actor).await?,
    };
    let of = SeenFile {
        id,
        used_as: row.used_as,
        kind: row.kind,
        bytes: bytes(row.bytes)?,
        is_shown: row.is_shown,
        was_sent: row.was_sent,
        title: row
            .words
            .and_then(|words| words.into_iter().next())
            .unwrap_or_default(),
    };
    Ok(Sought::There(policy::see_file(actor, of, own)?))
}

/// What is known of a file before anybody sees it.
#[derive(Clone, Debug)]
pub struct SeenFile {
    /// Which.
    pub id: InitiativeFileId,
    /// What it is to the initiative.
    pub used_as: FileUse,
    /// What the file is.
    pub kind: FileKind,
    /// How large it is.
    pub bytes: u64,
    /// Whether anybody sees it.
    pub is_shown: bool,
    /// Whether what it came with was ever sent to the board.
    pub was_sent: bool,
    /// What it is called where anybody sees it; else empty.
    pub title: String,
}

/// Where its content lies.
pub async fn content(conn: &mut PgConnection, vault: &Vault, can: &CanSeeFile) -> Result<Content> {
    let row = sqlx::query!(
        "select object, key_sealed from initiative_files where id = $1",
        can.file().id as _
    )
    .fetch_one(conn)
    .await?;
    opened(vault, can, row.object, row.key_sealed)
}

/// Where the small picture of it lies.
///
/// # Errors
///
/// [`Error::NotFound`] of a document.
pub async fn small(conn: &mut PgConnection, vault: &Vault, can: &CanSeeFile) -> Result<Content> {
    let row = sqlx::query!(
        "select small, key_sealed from initiative_files where id = $1",
        can.file().id as _
    )
    .fetch_one(conn)
    .await?;
    opened(vault, can, row.small, row.key_sealed)
}

fn opened(
    vault: &Vault,
    can: &CanSeeFile,
    object: Option<String>,
    key: Option<Sealed>,
) -> Result<Content> {
    let (Some(object), Some(key)) = (object, key) else {
        return Err(Error::NotFound);
    };
    let key = vault.open(KEY, can.file().id, &key)?;
    Ok(Content {
        object,
        key: StreamKey::from_bytes(&key)?,
    })
}
