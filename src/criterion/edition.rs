//! Editions of the criteria: those that were published, and the draft of the next.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::policy::CanReadCriteria;
use crate::ids::{AccountId, CriterionId};
use crate::values::{CaseKind, InEveryLanguage};
use crate::{Error, Result};

/// An edition.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The first is 1.
    pub number: i32,
    /// Counts the changes of a draft.
    pub revision: i32,
    /// Since when it is published; a draft is not.
    pub published_at: Option<DateTime<Utc>>,
    /// By whom; nobody, where the registry came with it.
    pub published_by: Option<AccountId>,
}

/// Something that cases are judged by, as an edition says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Which: the same through all editions.
    pub id: CriterionId,
    /// In which edition.
    pub edition: i32,
    /// Counts its changes in a draft.
    pub revision: i32,
    /// What it says.
    pub terms: CriterionTerms,
}

/// What a criterion says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionTerms {
    /// Where it stands in the list.
    pub position: i16,
    /// What must be so.
    pub title: InEveryLanguage,
    /// How one knows; may be empty.
    pub hint: InEveryLanguage,
    /// Whether accepting without it asks for a reason.
    pub required: bool,
    /// For which cases; empty: for all.
    pub case_kinds: Vec<CaseKind>,
    /// Whether it is not judged by in this edition.
    pub withdrawn: bool,
}

pub(super) struct Row {
    pub id: CriterionId,
    pub edition: i32,
    pub revision: i32,
    pub position: i16,
    pub title_en: String,
    pub title_ru: String,
    pub title_ar: String,
    pub hint_en: String,
    pub hint_ru: String,
    pub hint_ar: String,
    pub required: bool,
    pub case_kinds: Vec<CaseKind>,
    pub withdrawn: bool,
}

impl From<Row> for Criterion {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            edition: row.edition,
            revision: row.revision,
            terms: CriterionTerms {
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
                required: row.required,
                case_kinds: row.case_kinds,
                withdrawn: row.withdrawn,
            },
        }
    }
}

impl Edition {
    /// Whether a draft says something else than the edition before it: it begins as a copy.
    pub const fn is_changed(&self) -> bool {
        self.revision > 1
    }
}

/// All that were published, the newest first.
pub async fn editions(conn: &mut PgConnection, _: &CanReadCriteria) -> Result<Vec<Edition>> {
    Ok(sqlx::query_as!(
        Edition,
        r#"select number, revision, published_at, published_by as "published_by: AccountId"
         from criteria_editions where published_at is not null order by number desc"#
    )
    .fetch_all(conn)
    .await?)
}

/// The draft of the next.
pub async fn draft(conn: &mut PgConnection, _: &CanReadCriteria) -> Result<Edition> {
    sqlx::query_as!(
        Edition,
        r#"select number, revision, published_at, published_by as "published_by: AccountId"
         from criteria_editions where published_at is null"#
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Error::Contradiction("there is no draft of the criteria"))
}

/// What an edition says, in its order; what it does not judge by stands last.
pub async fn criteria(
    conn: &mut PgConnection,
    _: &CanReadCriteria,
    edition: i32,
) -> Result<Vec<Criterion>> {
    let rows = sqlx::query_as!(
        Row,
        "select id, edition, revision, position, title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar, required,
            case_kinds, withdrawn
         from criteria where edition = $1 order by withdrawn, position, id",
        edition
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Criterion::from).collect())
}

/// A criterion as the draft says it.
pub async fn criterion(
    conn: &mut PgConnection,
    granted: &CanReadCriteria,
    id: CriterionId,
) -> Result<Criterion> {
    let draft = draft(conn, granted).await?;
    let all = criteria(conn, granted, draft.number).await?;
    all.into_iter()
        .find(|it| it.id == id)
        .ok_or(Error::NotFound)
}
