//! The list as it is kept: with what only its keepers need to know.

use chrono::NaiveDate;
use sqlx::PgConnection;

use crate::Result;
use crate::db::Tx;
use crate::ids::AreaId;
use crate::values::area::Term;
use crate::values::{Area, Areas, InEveryLanguage};

/// An area as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id, by which history names it.
    pub id: AreaId,
    /// Its code, which never changes.
    pub area: Area,
    /// What it is beneath.
    pub parent: Option<Area>,
    /// Its place among those beside it.
    pub position: i32,
    /// Since when it is not offered.
    pub retired_on: Option<NaiveDate>,
    /// What it was merged into.
    pub merged_into: Option<Area>,
    /// Counts its changes.
    pub revision: i32,
    /// What it is called.
    pub names: InEveryLanguage,
}

/// Everything that is kept, those of one level in their order.
#[derive(Clone, Debug, Default)]
pub struct Tree(Vec<Kept>);

struct Row {
    id: AreaId,
    area: Area,
    parent: Option<Area>,
    position: i32,
    retired_on: Option<NaiveDate>,
    merged_into: Option<Area>,
    revision: i32,
    en: String,
    ru: String,
    ar: String,
}

impl From<Row> for Kept {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            area: row.area,
            parent: row.parent,
            position: row.position,
            retired_on: row.retired_on,
            merged_into: row.merged_into,
            revision: row.revision,
            names: InEveryLanguage {
                en: row.en,
                ru: row.ru,
                ar: row.ar,
            },
        }
    }
}

impl Kept {
    /// Whether forms offer it.
    pub const fn is_offered(&self) -> bool {
        self.retired_on.is_none() && self.merged_into.is_none()
    }
}

impl Tree {
    /// An area, by its code.
    pub fn find(&self, area: Area) -> Option<&Kept> {
        self.0.iter().find(|one| one.area == area)
    }

    /// Those of the first level, retired ones too.
    pub fn tops(&self) -> impl Iterator<Item = &Kept> {
        let is_top = |one: &&Kept| one.parent.is_none() && one.merged_into.is_none();
        self.0.iter().filter(is_top)
    }

    /// Those beneath one, retired ones too.
    pub fn children(&self, area: Area) -> impl Iterator<Item = &Kept> {
        self.0.iter().filter(move |one| one.parent == Some(area))
    }

    /// Those beside one, and itself, in their order.
    pub fn siblings(&self, of: &Kept) -> Vec<&Kept> {
        match of.parent {
            Some(parent) => self.children(parent).collect(),
            None => self.tops().collect(),
        }
    }

    /// Those that were merged into others.
    pub fn merged(&self) -> impl Iterator<Item = &Kept> {
        self.0.iter().filter(|one| one.merged_into.is_some())
    }

    /// The place behind all others beneath a parent, or on the first level.
    pub(super) fn last(&self, parent: Option<Area>) -> i32 {
        let beside = |one: &&Kept| one.parent == parent && one.merged_into.is_none();
        let positions = self.0.iter().filter(beside).map(|one| one.position);
        positions.max().unwrap_or(0) + 1
    }

    /// The list as everybody reads it.
    pub(super) fn as_read(&self) -> Areas {
        let term = |one: &Kept| Term {
            area: one.area,
            parent: one.parent,
            is_retired: one.retired_on.is_some(),
            merged_into: one.merged_into,
            names: one.names.clone(),
            other_names: Vec::new(),
        };
        Areas::new(uuid::Uuid::nil(), self.0.iter().map(term).collect())
    }
}

/// Everything that is kept.
pub async fn tree(conn: &mut PgConnection) -> Result<Tree> {
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id, a.code as "area: Area", a.parent as "parent: Area", a.position, a.retired_on,
            a.merged_into as "merged_into: Area", a.revision,
            coalesce(max(n.text) filter (where n.language = 'en'), '') as "en!",
            coalesce(max(n.text) filter (where n.language = 'ru'), '') as "ru!",
            coalesce(max(n.text) filter (where n.language = 'ar'), '') as "ar!"
         from areas a left join area_names n on n.area_code = a.code
         group by a.code order by a.position, a.code"#
    )
    .fetch_all(conn)
    .await?;
    Ok(Tree(rows.into_iter().map(Kept::from).collect()))
}

/// Everything that is kept, for a change: whoever changes the list next waits until this one is done.
pub(super) async fn locked(tx: &mut Tx) -> Result<Tree> {
    sqlx::query!("select state from area_list for update")
        .fetch_one(&mut **tx)
        .await?;
    tree(tx).await
}
