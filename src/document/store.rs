//! Adding documents. Nothing is replaced: a newer one stands before an older one, which stays.

use chrono::NaiveDate;
use serde_json::json;

use super::find::{KEY, NAME};
use super::policy::{CanAdd, CanSee, Owner};
use super::{FileName, Item, Kept};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{CaseId, DocumentId, OrganizationId};
use crate::values::CaseKind;
use crate::{Error, Result};

/// The most documents of one case or organization.
pub const MOST: i64 = 200;

/// A document to be added.
#[derive(Debug)]
pub struct NewDocument<'a> {
    /// What it answers.
    pub item: &'a Item,
    /// What it is called.
    pub name: FileName,
    /// Where its content lies.
    pub kept: Kept,
    /// The last day on which it is good.
    pub expires_on: Option<NaiveDate>,
    /// Whether it stands in the place of what was there for the same item, rather than beside it.
    pub is_newer: bool,
}

/// Adds a document.
pub async fn add(tx: &mut Tx, granted: CanAdd, new: NewDocument<'_>) -> Result<DocumentId> {
    let person = granted.by().person()?.id;
    let (case, organization) = match granted.owner() {
        Owner::Case(case) => {
            let stage = sqlx::query_scalar!(
                "select stage from cases where id = $1 for share",
                case.id as _
            )
            .fetch_one(&mut **tx)
            .await?;
            if stage != case.stage.code() {
                return Err(Error::Overtaken);
            }
            (Some(case.id), case.organization)
        }
        Owner::Organization(organization) => (None, Some(organization.id)),
    };
    // What is added to a case becomes the organization's when the board accepts.
    let owned_by = organization.filter(|_| case.is_none());
    let id = DocumentId::fresh();
    let (now, vault) = (tx.now(), tx.vault());
    let key = vault.seal(KEY, id, new.kept.key.expose())?;
    let name = vault.seal_text(NAME, id, new.name.expose())?;
    let bytes = i64::try_from(new.kept.bytes);
    let bytes = bytes.map_err(|_| Error::Contradiction("a file beyond all limits"))?;
    sqlx::query!(
        "insert into documents (id, case_id, organization_id, item_id, item_version, kind, bytes, object, thumbnail,
            key_sealed, name_sealed, personal, expires_on, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        id as _,
        case as _,
        owned_by as _,
        new.item.id as _,
        new.item.version,
        new.kept.kind as _,
        bytes,
        new.kept.object,
        new.kept.thumbnail,
        key as _,
        name as _,
        new.item.asks.personal,
        new.expires_on,
        person as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    if new.is_newer {
        sqlx::query!(
            "update documents set superseded_at = $5, superseded_by = $1
             where (case_id = $2 or organization_id = $3) and item_id = $4 and id <> $1 and superseded_at is null",
            id as _,
            case as _,
            owned_by as _,
            new.item.id as _,
            now,
        )
        .execute(&mut **tx)
        .await?;
    }
    let mut subject = Subject::document(id);
    if let Some(case) = case {
        subject = subject.of_case(case);
    }
    if let Some(organization) = organization {
        subject = subject.of_organization(organization);
    }
    let event = Event::new(Act::DocumentAdded, subject).after(json!({
        "item": new.item.id,
        "kind": new.kept.kind,
        "bytes": bytes,
        "personal": new.item.asks.personal,
        "expires_on": new.expires_on,
        "is_newer": new.is_newer,
    }));
    history::record(tx, granted.by(), event).await?;
    Ok(id)
}

/// The documents of an accepted case belong to the organization from now on. Those that it had for the same items before are
/// former ones then.
pub async fn hand_over(
    tx: &mut Tx,
    (case, kind): (CaseId, CaseKind),
    organization: OrganizationId,
) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update documents old set superseded_at = $3, superseded_by = new.id
         from (select item_id, (array_agg(id order by id desc))[1] as id from documents
            where case_id = $1 and superseded_at is null and not (personal and $4) group by item_id) new
         where old.organization_id = $2 and old.item_id = new.item_id and old.superseded_at is null
            and old.case_id is distinct from $1",
        case as _,
        organization as _,
        now,
        kind == CaseKind::Claim,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update documents set organization_id = $2 where case_id = $1 and not (personal and $3)",
        case as _,
        organization as _,
        kind == CaseKind::Claim,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes down that somebody at the desk looked at a paper that is personal: each time.
pub async fn note_look(tx: &mut Tx, granted: &CanSee) -> Result<()> {
    let document = granted.document();
    if !document.personal || !granted.at_desk() {
        return Ok(());
    }
    let event = Event::new(Act::DocumentViewed, subject(document));
    history::record(tx, granted.by(), event).await
}

/// The document as history names it.
pub(super) fn subject(document: &super::Document) -> Subject {
    let mut subject = Subject::document(document.id);
    if let Some(case) = document.case {
        subject = subject.of_case(case);
    }
    if let Some(organization) = document.organization {
        subject = subject.of_organization(organization);
    }
    subject
}
