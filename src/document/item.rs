//! What is asked for: the items of the checklists, as admins keep them. A change is one more version; nothing is deleted.

use serde_json::json;
use sqlx::PgConnection;

use super::policy::CanKeepChecklists;
use crate::Error;
use crate::Result;
use crate::case::Case;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::ItemId;
use crate::organization::{Organization, Particular};
use crate::values::{CaseKind, Country, InEveryLanguage, Kind};

/// Something that is asked for, as it is written now or was when a document answered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub id: ItemId,
    /// The first is 1.
    pub version: i32,
    /// What is asked for.
    pub asks: Asks,
}

/// What an item says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asks {
    /// Where it stands in the list.
    pub position: i16,
    /// What it is called.
    pub title: InEveryLanguage,
    /// What to look out for; may be empty.
    pub hint: InEveryLanguage,
    /// Whether a case cannot be submitted without it.
    pub needed: bool,
    /// Whether it shows what is nobody's business.
    pub personal: bool,
    /// Whether it ends on a day.
    pub expires: bool,
    /// For which cases; empty: for all.
    pub case_kinds: Vec<CaseKind>,
    /// For what kinds of organizations; empty: for all.
    pub kinds: Vec<Kind>,
    /// For which host countries; empty: for all.
    pub hosts: Vec<Country>,
    /// Whether it is asked only of what was typed in from a paper form.
    pub paper_only: bool,
    /// Which answers it proves.
    pub proves: Vec<Particular>,
    /// Whether it is asked for no more.
    pub withdrawn: bool,
}

/// What decides which items apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// What is to be decided; nothing where it is about an organization that is registered.
    pub case: Option<CaseKind>,
    /// What the organization is.
    pub kind: Option<Kind>,
    /// Where it works.
    pub host: Option<Country>,
    /// Whether it was typed in from a paper form.
    pub on_paper: bool,
}

impl Scheme {
    /// What a case asks for, by what lists know of it.
    pub async fn of_case(conn: &mut PgConnection, case: &Case) -> Result<Self> {
        let kind = sqlx::query_scalar!(
            "select organization_kind from cases where id = $1",
            case.id as _
        )
        .fetch_one(conn)
        .await?;
        Ok(Self {
            case: Some(case.kind),
            kind,
            host: case.host_country,
            on_paper: case.typed_by.is_some(),
        })
    }

    /// What is asked of an organization that is registered.
    pub const fn of_organization(organization: &Organization) -> Self {
        Self {
            case: None,
            kind: organization.kind,
            host: Some(organization.host_country),
            on_paper: false,
        }
    }

    /// Whether this is asked for. Until somebody said where and what an organization is, only what is asked of all is.
    pub fn asks_for(&self, asks: &Asks) -> bool {
        fn among<T: PartialEq>(all: &[T], one: Option<T>) -> bool {
            all.is_empty() || one.is_some_and(|one| all.contains(&one))
        }
        !asks.withdrawn
            && (!asks.paper_only || self.on_paper)
            && match self.case {
                // What only claimants show is nothing that an organization has.
                None => asks.case_kinds != [CaseKind::Claim],
                case => among(&asks.case_kinds, case),
            }
            && among(&asks.kinds, self.kind)
            && among(&asks.hosts, self.host)
    }
}

pub(super) struct Row {
    pub id: ItemId,
    pub version: i32,
    pub position: i16,
    pub title_en: String,
    pub title_ru: String,
    pub title_ar: String,
    pub hint_en: String,
    pub hint_ru: String,
    pub hint_ar: String,
    pub needed: bool,
    pub personal: bool,
    pub expires: bool,
    pub case_kinds: Vec<CaseKind>,
    pub kinds: Vec<Kind>,
    pub hosts: Vec<Country>,
    pub paper_only: bool,
    pub withdrawn: bool,
    pub proves: Vec<Particular>,
}

impl From<Row> for Item {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            version: row.version,
            asks: Asks {
                position: row.position,
                title: InEveryLanguage {
                    en: row.title_en,
                    ru: row.title_ru,
                    ar: row.title_ar,
                },
                hint: InEveryLanguage {
                    en: row.hint_en,
                    ru: row.hint_ru,
                    ar: row.hint_ar,
                },
                needed: row.needed,
                personal: row.personal,
                expires: row.expires,
                case_kinds: row.case_kinds,
                kinds: row.kinds,
                hosts: row.hosts,
                paper_only: row.paper_only,
                proves: row.proves,
                withdrawn: row.withdrawn,
            },
        }
    }
}

/// All items as they are written now, those that are asked for no more included, in their order.
pub async fn items(conn: &mut PgConnection) -> Result<Vec<Item>> {
    let rows = sqlx::query_as!(
        Row,
        "select id, version, position, title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar, needed, personal,
            expires, case_kinds, kinds, hosts, paper_only, withdrawn, proves
         from checklist_items where superseded_at is null order by withdrawn, position, id"
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Item::from).collect())
}

/// What is asked for under a scheme, in its order.
pub async fn asked_for(conn: &mut PgConnection, scheme: Scheme) -> Result<Vec<Item>> {
    let mut items = items(conn).await?;
    items.retain(|item| scheme.asks_for(&item.asks));
    Ok(items)
}

/// An item as it is written now.
pub async fn item(conn: &mut PgConnection, id: ItemId) -> Result<Option<Item>> {
    Ok(items(conn).await?.into_iter().find(|item| item.id == id))
}

/// Items in the versions that documents answered.
pub(super) async fn items_as_of(
    conn: &mut PgConnection,
    which: &[(ItemId, i32)],
) -> Result<Vec<Item>> {
    let (ids, versions): (Vec<ItemId>, Vec<i32>) = which.iter().copied().unzip();
    let rows = sqlx::query_as!(
        Row,
        "select i.id, i.version, i.position, i.title_en, i.title_ru, i.title_ar, i.hint_en, i.hint_ru, i.hint_ar,
            i.needed, i.personal, i.expires, i.case_kinds, i.kinds, i.hosts, i.paper_only, i.withdrawn, i.proves
         from checklist_items i
         where (i.id, i.version) in (select * from unnest($1::uuid[], $2::integer[]))
         order by i.position, i.id, i.version desc",
        &ids as _,
        &versions,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Item::from).collect())
}

/// Every version of an item, the newest first, with when it was written.
pub async fn versions(
    conn: &mut PgConnection,
    _granted: &CanKeepChecklists,
    id: ItemId,
) -> Result<Vec<(Item, chrono::DateTime<chrono::Utc>)>> {
    let rows = sqlx::query!(
        "select id, version, position, title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar, needed, personal,
            expires, case_kinds, kinds, hosts, paper_only, withdrawn, proves, written_at
         from checklist_items where id = $1 order by version desc",
        id as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let at = row.written_at;
            let row = Row {
                id: row.id,
                version: row.version,
                position: row.position,
                title_en: row.title_en,
                title_ru: row.title_ru,
                title_ar: row.title_ar,
                hint_en: row.hint_en,
                hint_ru: row.hint_ru,
                hint_ar: row.hint_ar,
                needed: row.needed,
                personal: row.personal,
                expires: row.expires,
                case_kinds: row.case_kinds,
                kinds: row.kinds,
                hosts: row.hosts,
                paper_only: row.paper_only,
                withdrawn: row.withdrawn,
                proves: row.proves,
            };
            (row.into(), at)
        })
        .collect())
}

/// Writes a new item, or the next version of one as somebody saw it.
pub async fn write_item(
    tx: &mut Tx,
    granted: &CanKeepChecklists,
    seen: Option<(ItemId, i32)>,
    asks: &Asks,
) -> Result<ItemId> {
    let now = tx.now();
    let (id, version) = match seen {
        None => (ItemId::fresh(), 1),
        Some((id, version)) => {
            let ended = sqlx::query!(
                "update checklist_items set superseded_at = $3
                 where id = $1 and version = $2 and superseded_at is null",
                id as _,
                version,
                now
            )
            .execute(&mut **tx)
            .await?;
            if ended.rows_affected() == 0 {
                return Err(Error::Overtaken);
            }
            (id, version + 1)
        }
    };
    sqlx::query!(
        "insert into checklist_items (id, version, position, title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar,
            needed, personal, expires, case_kinds, kinds, hosts, withdrawn, written_by, written_at, paper_only, proves)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        id as _,
        version,
        asks.position,
        asks.title.en,
        asks.title.ru,
        asks.title.ar,
        asks.hint.en,
        asks.hint.ru,
        asks.hint.ar,
        asks.needed,
        asks.personal,
        asks.expires,
        &asks.case_kinds as _,
        &asks.kinds as _,
        &asks.hosts as _,
        asks.withdrawn,
        granted.by().account() as _,
        now,
        asks.paper_only,
        &asks.proves as _,
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::ChecklistItemWritten, Subject::checklist_item(id)).after(json!({
        "version": version,
        "title": asks.title.en,
        "needed": asks.needed,
        "withdrawn": asks.withdrawn,
    }));
    history::record(tx, granted.by(), event).await?;
    Ok(id)
}
