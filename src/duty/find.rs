//! Hand-overs as they were done, for those who read them; and who has something to hand over.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use super::policy::{reads_all, see};
use super::{DutyFate, DutyKind, WORDS};
use crate::account::{self, Account};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{AccountId, DutyHandoverId};
use crate::values::Prose;
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// How many the list names.
const LISTED: i64 = 50;

/// What somebody had, given to somebody else.
#[derive(Clone, Debug)]
pub struct Handover {
    /// Its id.
    pub id: DutyHandoverId,
    /// Who had it.
    pub from: AccountId,
    /// Who has it now.
    pub to: AccountId,
    /// Who did it.
    pub by: AccountId,
    /// Why.
    pub words: Option<Prose>,
    /// When.
    pub at: DateTime<Utc>,
    /// What it gave back.
    pub undoes: Option<DutyHandoverId>,
    /// What gave it back.
    pub undone_by: Option<DutyHandoverId>,
    /// What became of each thing; in a list nothing.
    pub rows: Vec<Row>,
}

/// What became of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it was.
    pub kind: DutyKind,
    /// Which.
    pub subject: Uuid,
    /// What people know it by: of a mention its case, of a flag its organization.
    pub about: Uuid,
    /// What became of it.
    pub fate: DutyFate,
}

struct Found {
    id: DutyHandoverId,
    from_id: AccountId,
    to_id: AccountId,
    by_id: AccountId,
    words_sealed: Option<Sealed>,
    at: DateTime<Utc>,
    undoes: Option<DutyHandoverId>,
    undone_by: Option<DutyHandoverId>,
}

impl Found {
    fn open(self, vault: &Vault) -> Result<Handover> {
        let words = self
            .words_sealed
            .map(|sealed| vault.open_text(WORDS, self.id, &sealed))
            .transpose()?
            .map(|words| Prose::parse(&words, Prose::CEILING))
            .transpose()
            .map_err(|_| Error::Contradiction("sealed words that are no prose"))?;
        Ok(Handover {
            id: self.id,
            from: self.from_id,
            to: self.to_id,
            by: self.by_id,
            words,
            at: self.at,
            undoes: self.undoes,
            undone_by: self.undone_by,
            rows: Vec::new(),
        })
    }
}

/// A hand-over, for whoever may read it.
pub async fn find(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    id: DutyHandoverId,
) -> Result<Handover> {
    let found = sqlx::query_as!(
        Found,
        r#"select h.id, h.from_id, h.to_id, h.by_id, h.words_sealed, h.at, h.undoes,
            (select b.id from duty_handovers b where b.undoes = h.id) as "undone_by: DutyHandoverId"
         from duty_handovers h where h.id = $1"#,
        id as _
    )
    .fetch_optional(&mut *conn)
    .await?
    .ok_or(Error::NotFound)?;
    let mut handover = found.open(vault)?;
    super::policy::read(actor, &handover)?;
    handover.rows = sqlx::query_as!(
        Row,
        "select kind, subject_id as subject, about_id as about, fate from duty_handover_rows
         where handover_id = $1 order by position",
        id as _
    )
    .fetch_all(conn)
    .await?;
    Ok(handover)
}

/// The newest that this actor may read.
pub async fn list(conn: &mut PgConnection, vault: &Vault, actor: &Actor) -> Result<Vec<Handover>> {
    let person = see(actor)?;
    sqlx::query_as!(
        Found,
        r#"select h.id, h.from_id, h.to_id, h.by_id, h.words_sealed, h.at, h.undoes,
            (select b.id from duty_handovers b where b.undoes = h.id) as "undone_by: DutyHandoverId"
         from duty_handovers h where $1 or $2 in (h.from_id, h.to_id, h.by_id) order by h.at desc, h.id desc limit $3"#,
        reads_all(person.role),
        person.id as _,
        LISTED,
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| row.open(vault))
    .collect()
}

/// Two accounts as they are now, held so that neither changes before it is done; nothing, where one is not there.
pub async fn people(
    tx: &mut Tx,
    from: AccountId,
    to: AccountId,
) -> Result<Option<(Account, Account)>> {
    sqlx::query!(
        "select id from accounts where id = any($1) order by id for share",
        &[from, to] as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let vault = tx.vault();
    let from = account::find(tx, &vault, from).await?;
    let to = account::find(tx, &vault, to).await?;
    Ok(from.zip(to))
}

/// Everybody who has something to hand over, whether or not they are still there.
pub async fn who_has_some(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<Vec<AccountId>> {
    Ok(sqlx::query_scalar!(
        r#"select holder_id as "id!: AccountId" from cases where holder_id is not null and held_until > $1
         union select account_id from organization_coordinators where until is null
         union select owner_id from flags where owner_id is not null and ended_at is null
         union select account_id from case_tellings where read_at is null
         union select chair_id from sittings where stage = 'called'"#,
        now
    )
    .fetch_all(conn)
    .await?)
}
