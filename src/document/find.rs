//! Documents as they are listed, and one of them for whoever may see it.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::policy::{self, CanList, CanSee, Owner};
use super::{FileKind, FileName, Item, Scheme, Verdict, asked_for, item};
use crate::actor::Actor;
use crate::case::{self, Case};
use crate::db::Dated;
use crate::ids::{AccountId, CaseId, DocumentId, ItemId, OrganizationId};
use crate::organization::{self, team};
use crate::values::{CaseKind, InEveryLanguage, Prose};
use crate::vault::stream::StreamKey;
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Where names of files are sealed.
pub(super) const NAME: &str = "documents.name";
/// Where keys of files are sealed.
pub(super) const KEY: &str = "documents.key";
/// Where the notes of reviewers are sealed.
pub(super) const NOTE: &str = "document_verdicts.note";

/// A document, without its content.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its id; later ones have larger ones.
    pub id: DocumentId,
    /// The case it was added to.
    pub case: Option<CaseId>,
    /// The organization it belongs to.
    pub organization: Option<OrganizationId>,
    /// What it answers, in the version of that time.
    pub item: (ItemId, i32),
    /// What the file is.
    pub kind: FileKind,
    /// How large it is.
    pub bytes: u64,
    /// What it is called.
    pub name: FileName,
    /// Whether it shows what is nobody's business.
    pub personal: bool,
    /// The last day on which it is good.
    pub expires_on: Option<NaiveDate>,
    /// Who added it.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
    /// Since when a newer one stands in its place.
    pub superseded_at: Option<DateTime<Utc>>,
    /// What a reviewer said of it last.
    pub verdict: Option<Verdict>,
    object: String,
    thumbnail: Option<String>,
    key: Sealed,
}

/// An item with the documents that answer it.
#[derive(Clone, Debug)]
pub struct Slot {
    /// What is asked for, or was.
    pub item: Item,
    /// Whether it is asked for now.
    pub is_asked: bool,
    /// Whether a case waits for it. An organization that is registered owes nothing: what it adds is up to it.
    pub is_needed: bool,
    /// Whether the board has one of the organization already, which is good enough for a renewal.
    pub is_kept: bool,
    /// Those that count, the newest first.
    pub current: Vec<Document>,
    /// Those that newer ones took the place of, the newest first.
    pub former: Vec<Document>,
}

/// How far a case has come with what is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many papers are needed.
    pub needed: usize,
    /// How many of these are there.
    pub there: usize,
}

/// Where a file lies, and its key.
pub struct Content {
    /// The name of the object.
    pub object: String,
    /// The key.
    pub key: StreamKey,
}

impl Progress {
    /// Whether nothing is missing.
    pub const fn is_complete(self) -> bool {
        self.there >= self.needed
    }
}

impl Document {
    /// Its name with its ending.
    pub fn shown_name(&self) -> String {
        self.name.shown(self.kind)
    }

    /// Whether there is a small picture of it.
    pub const fn has_thumbnail(&self) -> bool {
        self.thumbnail.is_some()
    }

    /// How many days are left of it; below zero if it is over.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        Some((self.expires_on? - today).num_days())
    }
}

struct Row {
    id: DocumentId,
    case_id: Option<CaseId>,
    organization_id: Option<OrganizationId>,
    item_id: ItemId,
    item_version: i32,
    kind: FileKind,
    bytes: i64,
    object: String,
    thumbnail: Option<String>,
    key_sealed: Sealed,
    name_sealed: Sealed,
    personal: bool,
    expires_on: Option<NaiveDate>,
    added_by: AccountId,
    added_at: DateTime<Utc>,
    superseded_at: Option<DateTime<Utc>>,
    verdict_id: Option<crate::ids::VerdictId>,
    fine: Option<bool>,
    note_sealed: Option<Sealed>,
    given_by: Option<AccountId>,
    given_at: Option<DateTime<Utc>>,
}

impl Row {
    fn document(self, vault: &Vault) -> Result<Document> {
        let verdict = match (self.verdict_id, self.fine, self.given_by, self.given_at) {
            (Some(id), Some(fine), Some(by), Some(at)) => Some(Verdict {
                fine,
                note: note(vault, id, self.note_sealed.as_ref())?,
                by,
                at,
            }),
            _ => None,
        };
        let bytes = u64::try_from(self.bytes);
        Ok(Document {
            id: self.id,
            case: self.case_id,
            organization: self.organization_id,
            item: (self.item_id, self.item_version),
            kind: self.kind,
            bytes: bytes.map_err(|_| Error::Contradiction("a file of less than nothing"))?,
            name: FileName::kept(vault.open_text(NAME, self.id, &self.name_sealed)?),
            personal: self.personal,
            expires_on: self.expires_on,
            by: self.added_by,
            at: self.added_at,
            superseded_at: self.superseded_at,
            verdict,
            object: self.object,
            thumbnail: self.thumbnail,
            key: self.key_sealed,
        })
    }
}

/// The words of a verdict.
pub(super) fn note(
    vault: &Vault,
    id: crate::ids::VerdictId,
    sealed: Option<&Sealed>,
) -> Result<Option<Prose>> {
    let Some(sealed) = sealed else {
        return Ok(None);
    };
    Prose::parse(&vault.open_text(NOTE, id, sealed)?, Prose::CEILING)
        .map(Some)
        .map_err(|_| Error::Contradiction("sealed words that are no prose"))
}

/// Documents by any of these, the newest first.
async fn load(
    conn: &mut PgConnection,
    vault: &Vault,
    id: Option<DocumentId>,
    case: Option<CaseId>,
    organization: Option<OrganizationId>,
) -> Result<Vec<Document>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select d.id, d.case_id, d.organization_id, d.item_id, d.item_version, d.kind, d.bytes, d.object, d.thumbnail,
            d.key_sealed, d.name_sealed, d.personal, d.expires_on, d.added_by, d.added_at, d.superseded_at,
            v.id as "verdict_id?", v.fine as "fine?", v.note_sealed as "note_sealed?", v.given_by as "given_by?",
            v.given_at as "given_at?"
         from documents d
         left join lateral (select * from document_verdicts
            where document_id = d.id order by id desc limit 1) v on true
         where d.id = $1 or d.case_id = $2 or d.organization_id = $3
         order by d.id desc"#,
        id as _,
        case as _,
        organization as _,
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| row.document(vault)).collect()
}

/// What is asked for with what is there, in the order of the checklist; behind it what is there and asked for no more.
pub async fn shelf(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanList,
    today: NaiveDate,
) -> Result<Vec<Slot>> {
    let (scheme, documents) = match granted.owner() {
        Owner::Case(case) => (
            Scheme::of_case(conn, case).await?,
            load(conn, vault, None, Some(case.id), None).await?,
        ),
        Owner::Organization(organization) => (
            Scheme::of_organization(organization),
            load(conn, vault, None, None, Some(organization.id)).await?,
        ),
    };
    let is_case = matches!(granted.owner(), Owner::Case(_));
    let kept = match granted.owner() {
        Owner::Case(case) => kept(conn, case, today).await?,
        Owner::Organization(_) => Vec::new(),
    };
    let mut slots: Vec<Slot> = asked_for(conn, scheme)
        .await?
        .into_iter()
        .map(|item| {
            let is_kept = kept.iter().any(|it| it.answers(&item));
            Slot {
                is_needed: is_case && item.asks.needed && !is_kept,
                is_kept,
                ..Slot::empty(item, true)
            }
        })
        .collect();
    let is_asked = |document: &Document| slots.iter().any(|slot| slot.item.id == document.item.0);
    let others: Vec<(ItemId, i32)> = documents
        .iter()
        .filter(|document| !is_asked(document))
        .map(|document| document.item)
        .collect();
    for item in item::items_as_of(conn, &others).await? {
        if !slots.iter().any(|slot| slot.item.id == item.id) {
            slots.push(Slot::empty(item, false));
        }
    }
    for document in documents {
        if let Some(slot) = slots
            .iter_mut()
            .find(|slot| slot.item.id == document.item.0)
        {
            match document.superseded_at {
                None => slot.current.push(document),
                Some(_) => slot.former.push(document),
            }
        }
    }
    Ok(slots)
}

impl Slot {
    const fn empty(item: Item, is_asked: bool) -> Self {
        Self {
            item,
            is_asked,
            is_needed: false,
            is_kept: false,
            current: Vec::new(),
            former: Vec::new(),
        }
    }

    /// Whether something needed is not there.
    pub const fn is_missing(&self) -> bool {
        self.is_needed && self.current.is_empty()
    }
}

/// A paper of a case among others, in a word.
#[derive(Clone, Debug)]
pub struct Brief {
    /// Of which case.
    pub case: CaseId,
    /// Which document.
    pub id: DocumentId,
    /// What it was added for.
    pub title: InEveryLanguage,
    /// What a reviewer said of it last.
    pub fine: Option<bool>,
}

/// The papers of claims that compete, for whoever reads one of them at the desk.
pub async fn of_claims(conn: &mut PgConnection, cases: &[CaseId]) -> Result<Vec<Brief>> {
    let rows = sqlx::query!(
        r#"select d.case_id as "case_id!: CaseId", d.id, i.title_en, i.title_ru, i.title_ar, v.fine as "fine?"
         from documents d
         join checklist_items i on i.id = d.item_id and i.version = d.item_version
         join cases c on c.id = d.case_id and c.kind = 'claim'
         left join lateral (select fine from document_verdicts
            where document_id = d.id order by id desc limit 1) v on true
         where d.case_id = any($1) and d.superseded_at is null
         order by i.position, i.id, d.id"#,
        cases as _,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Brief {
            case: row.case_id,
            id: row.id,
            title: InEveryLanguage {
                en: row.title_en,
                ru: row.title_ru,
                ar: row.title_ar,
            },
            fine: row.fine,
        })
        .collect())
}

/// How far a case has come with what is needed, by what lists know of it.
pub async fn progress(conn: &mut PgConnection, case: &Case, today: NaiveDate) -> Result<Progress> {
    let scheme = Scheme::of_case(conn, case).await?;
    let items = asked_for(conn, scheme).await?;
    let kept = kept(conn, case, today).await?;
    let is_needed = |item: &&Item| item.asks.needed && !kept.iter().any(|it| it.answers(item));
    let needed = items.iter().filter(is_needed).count();
    let missing = missing(conn, case, scheme, today).await?;
    Ok(Progress {
        needed,
        there: needed - missing.len(),
    })
}

/// What is needed under a scheme and not there. What the board has of the organization already is not needed again.
pub async fn missing(
    conn: &mut PgConnection,
    case: &Case,
    scheme: Scheme,
    today: NaiveDate,
) -> Result<Vec<Item>> {
    let there = sqlx::query_scalar!(
        "select distinct item_id from documents where case_id = $1 and superseded_at is null",
        case.id as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let kept = kept(conn, case, today).await?;
    let mut items = asked_for(conn, scheme).await?;
    items.retain(|item| {
        item.asks.needed && !there.contains(&item.id) && !kept.iter().any(|it| it.answers(item))
    });
    Ok(items)
}

/// A paper that the board has of an organization already.
struct Kept {
    item_id: ItemId,
    expires_on: Option<NaiveDate>,
}

impl Kept {
    /// Whether a renewal does without a new one: of papers that end, until their last day; of others, unless the checklist
    /// asks for them at a renewal.
    fn answers(&self, item: &Item) -> bool {
        self.item_id == item.id
            && match item.asks.expires {
                true => self.expires_on.is_some(),
                false => item.asks.case_kinds.is_empty(),
            }
    }
}

/// Of a renewal: the papers that the board has of the organization and that are good today.
async fn kept(conn: &mut PgConnection, case: &Case, today: NaiveDate) -> Result<Vec<Kept>> {
    let organization = case.organization.filter(|_| case.kind == CaseKind::Renewal);
    Ok(sqlx::query_as!(
        Kept,
        "select item_id, expires_on from documents
         where organization_id = $1 and superseded_at is null and (expires_on is null or expires_on >= $2)
            and case_id is distinct from $3",
        organization as _,
        today,
        case.id as _,
    )
    .fetch_all(conn)
    .await?)
}

/// What a document was added for, in the words of that time.
pub async fn title(conn: &mut PgConnection, document: &Document) -> Result<InEveryLanguage> {
    let items = item::items_as_of(conn, &[document.item]).await?;
    let item = items.into_iter().next();
    let item = item.ok_or(Error::Contradiction("a document that answers nothing"))?;
    Ok(item.asks.title)
}

/// How many documents there are already.
pub async fn count(conn: &mut PgConnection, owner: &Owner) -> Result<i64> {
    let (case, organization) = match owner {
        Owner::Case(case) => (Some(case.id), None),
        Owner::Organization(organization) => (None, Some(organization.id)),
    };
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from documents where case_id = $1 or organization_id = $2"#,
        case as _,
        organization as _,
    )
    .fetch_one(conn)
    .await?)
}

/// The document, if there is one that this actor sees.
pub async fn find(
    conn: &mut impl Dated,
    vault: &Vault,
    actor: &Actor,
    id: DocumentId,
) -> Result<CanSee> {
    actor.person()?;
    let document = load(conn, vault, Some(id), None, None)
        .await?
        .pop()
        .ok_or(Error::NotFound)?;
    let case = match document.case {
        Some(case) => match case::find(conn, actor, case).await {
            Ok(case) => Some(case),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error),
        },
        None => None,
    };
    let organization = match document.organization {
        Some(organization) => {
            let own = team::role_of_actor(conn, organization, actor).await?;
            organization::find(conn, organization)
                .await?
                .map(|found| (found, own))
        }
        None => None,
    };
    let organization = organization.as_ref().map(|(found, own)| (found, *own));
    Ok(policy::see(actor, &document, case.as_ref(), organization)?)
}

/// Where the content of a document lies.
pub fn content(vault: &Vault, granted: &CanSee) -> Result<Content> {
    let document = granted.document();
    Ok(Content {
        object: document.object.clone(),
        key: key(vault, document)?,
    })
}

/// Where a small picture of it lies, if there is one.
pub fn thumbnail(vault: &Vault, granted: &CanSee) -> Result<Option<Content>> {
    let document = granted.document();
    let Some(object) = document.thumbnail.clone() else {
        return Ok(None);
    };
    let key = key(vault, document)?;
    Ok(Some(Content { object, key }))
}

fn key(vault: &Vault, document: &Document) -> Result<StreamKey> {
    let bytes = vault.open(KEY, document.id, &document.key)?;
    Ok(StreamKey::from_bytes(&bytes)?)
}
