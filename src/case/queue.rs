//! Lists of cases: the queue of the desk with its filter and counts.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::policy::Scope;
use super::row::StageCode;
use crate::Result;
use crate::ids::{AccountId, CaseId, OrganizationId};
use crate::names::fold;
use crate::values::{Area, CaseKind, Country, LanguageTag, TrackingNumber};

/// How many cases one page shows.
const PAGE: i64 = 25;

/// Which cases of those that somebody sees.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words in any script: names, places, numbers.
    pub words: String,
    /// The kind.
    pub kind: Option<CaseKind>,
    /// The stage.
    pub stage: Option<StageCode>,
    /// The host country.
    pub host: Option<Country>,
    /// The homeland.
    pub homeland: Option<Country>,
    /// The area.
    pub area: Option<Area>,
    /// Whose hands they are in.
    pub held: Option<Held>,
}

impl Filter {
    /// The codes that the area finds: what is beneath it too.
    fn areas(&self) -> Option<Vec<Area>> {
        self.area.map(Area::under)
    }
}

/// In whose hands a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Somebody's.
    By(AccountId),
    /// Nobody's, though the board should work on it.
    ByNobody,
}

/// A case in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: CaseId,
    /// Its tracking number.
    pub number: Option<TrackingNumber>,
    /// What is to be decided.
    pub kind: CaseKind,
    /// Where it stands.
    pub stage: StageCode,
    /// Since when.
    pub stage_since: DateTime<Utc>,
    /// What it is called.
    pub title: String,
    /// The language of that.
    pub title_language: Option<LanguageTag>,
    /// Where the organization works.
    pub host_country: Option<Country>,
    /// Who works on it.
    pub holder_id: Option<AccountId>,
    /// When it was first submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// By when somebody is expected to act.
    pub due_on: Option<NaiveDate>,
    /// When its form was last saved.
    pub draft_saved_at: DateTime<Utc>,
    /// The organization it is about.
    pub organization_id: Option<OrganizationId>,
    /// Who typed it in from a paper form, if somebody did.
    pub typed_by: Option<AccountId>,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The cases, the oldest first.
    pub cases: Vec<Listed>,
    /// Where the page before ends: before this one, if there is such a page.
    pub previous: Option<CaseId>,
    /// Where the next page begins: behind this one, if there is such a page.
    pub next: Option<CaseId>,
}

/// Which page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// The first.
    First,
    /// The one that begins behind a case.
    After(CaseId),
    /// The one that ends before a case.
    Before(CaseId),
}

/// The folded words as patterns, each of which must match.
fn patterns(words: &str) -> Vec<String> {
    fold(words)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| format!("%{word}%"))
        .collect()
}

impl Filter {
    const fn holder(&self) -> Option<AccountId> {
        match self.held {
            Some(Held::By(account)) => Some(account),
            _ => None,
        }
    }

    fn unheld(&self) -> bool {
        self.held == Some(Held::ByNobody)
    }
}

/// A page of the cases that match, the longest submitted first.
pub async fn list(
    conn: &mut PgConnection,
    scope: &Scope,
    filter: &Filter,
    cursor: Cursor,
) -> Result<Page> {
    let backwards = matches!(cursor, Cursor::Before(_));
    let mut cases = match cursor {
        Cursor::First => ahead(conn, scope, filter, None).await?,
        Cursor::After(case) => ahead(conn, scope, filter, Some(case)).await?,
        Cursor::Before(case) => back(conn, scope, filter, case).await?,
    };
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = cases.len() > most;
    cases.truncate(most);
    if backwards {
        cases.reverse();
    }
    let first = cases.first().map(|case| case.id);
    let last = cases.last().map(|case| case.id);
    let (previous, next) = match cursor {
        Cursor::First => (None, last.filter(|_| more)),
        Cursor::After(_) => (first, last.filter(|_| more)),
        Cursor::Before(_) => (first.filter(|_| more), last),
    };
    Ok(Page {
        cases,
        previous,
        next,
    })
}

/// One more than a page of those behind a case, or of the first.
async fn ahead(
    conn: &mut PgConnection,
    scope: &Scope,
    filter: &Filter,
    behind: Option<CaseId>,
) -> Result<Vec<Listed>> {
    Ok(sqlx::query_as!(
        Listed,
        "select c.id, c.number, c.kind, c.stage, c.stage_since, c.title, c.title_language, c.host_country,
            c.holder_id, c.submitted_at, c.due_on, c.draft_saved_at, c.organization_id, c.typed_by
         from cases c
         where c.number is not null and case_seen_by(c, $1, $2, $3, $4, $5)
            and case_matches(c, $6, $7, $8, $9, $10, $11, $12) and ($13::text is null or c.stage = $13)
            and ($14::uuid is null or (c.submitted_at, c.id) > (select b.submitted_at, b.id from cases b where b.id = $14))
         order by c.submitted_at, c.id limit $15",
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
        &patterns(&filter.words),
        filter.kind as _,
        filter.host as _,
        filter.homeland as _,
        filter.areas() as _,
        filter.holder() as _,
        filter.unheld(),
        filter.stage as _,
        behind as _,
        PAGE + 1,
    )
    .fetch_all(conn)
    .await?)
}

/// One more than a page of those before a case, the nearest first.
async fn back(
    conn: &mut PgConnection,
    scope: &Scope,
    filter: &Filter,
    before: CaseId,
) -> Result<Vec<Listed>> {
    Ok(sqlx::query_as!(
        Listed,
        "select c.id, c.number, c.kind, c.stage, c.stage_since, c.title, c.title_language, c.host_country,
            c.holder_id, c.submitted_at, c.due_on, c.draft_saved_at, c.organization_id, c.typed_by
         from cases c
         where c.number is not null and case_seen_by(c, $1, $2, $3, $4, $5)
            and case_matches(c, $6, $7, $8, $9, $10, $11, $12) and ($13::text is null or c.stage = $13)
            and (c.submitted_at, c.id) < (select b.submitted_at, b.id from cases b where b.id = $14)
         order by c.submitted_at desc, c.id desc limit $15",
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
        &patterns(&filter.words),
        filter.kind as _,
        filter.host as _,
        filter.homeland as _,
        filter.areas() as _,
        filter.holder() as _,
        filter.unheld(),
        filter.stage as _,
        before as _,
        PAGE + 1,
    )
    .fetch_all(conn)
    .await?)
}

/// How many match in each stage, whatever stage the filter names.
pub async fn count_by_stage(
    conn: &mut PgConnection,
    scope: &Scope,
    filter: &Filter,
) -> Result<Vec<(StageCode, i64)>> {
    let counted = sqlx::query!(
        r#"select c.stage, count(*) as "count!"
         from cases c
         where c.number is not null and case_seen_by(c, $1, $2, $3, $4, $5)
            and case_matches(c, $6, $7, $8, $9, $10, $11, $12)
         group by c.stage"#,
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
        &patterns(&filter.words),
        filter.kind as _,
        filter.host as _,
        filter.homeland as _,
        filter.areas() as _,
        filter.holder() as _,
        filter.unheld(),
    )
    .fetch_all(conn)
    .await?;
    let count = |stage| counted.iter().find(|row| row.stage == stage);
    Ok(StageCode::ALL
        .iter()
        .filter(|stage| **stage != StageCode::Draft)
        .map(|stage| (*stage, count(*stage).map_or(0, |row| row.count)))
        .collect())
}

/// What somebody holds, the longest held first.
pub async fn held_by(
    conn: &mut PgConnection,
    scope: &Scope,
    account: AccountId,
) -> Result<Vec<Listed>> {
    Ok(sqlx::query_as!(
        Listed,
        "select c.id, c.number, c.kind, c.stage, c.stage_since, c.title, c.title_language, c.host_country,
            c.holder_id, c.submitted_at, c.due_on, c.draft_saved_at, c.organization_id, c.typed_by
         from cases c
         where c.holder_id = $1 and case_seen_by(c, $2, $3, $4, $5, $6)
         order by c.held_since, c.id limit 200",
        account as _,
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
    )
    .fetch_all(conn)
    .await?)
}

/// What was accepted with a condition whose day has passed, the longest passed first.
pub async fn overdue_conditions(
    conn: &mut PgConnection,
    scope: &Scope,
    today: NaiveDate,
) -> Result<Vec<Listed>> {
    Ok(sqlx::query_as!(
        Listed,
        "select c.id, c.number, c.kind, c.stage, c.stage_since, c.title, c.title_language, c.host_country,
            c.holder_id, c.submitted_at, c.due_on, c.draft_saved_at, c.organization_id, c.typed_by
         from cases c
         where c.stage = 'accepted_with_conditions' and c.due_on < $1 and c.number is not null
            and case_seen_by(c, $2, $3, $4, $5, $6)
         order by c.due_on, c.id limit 200",
        today,
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
    )
    .fetch_all(conn)
    .await?)
}

/// The cases about organizations, the newest first; drafts are their writers' affair.
pub async fn about_organization(
    conn: &mut PgConnection,
    scope: &Scope,
    organizations: &[OrganizationId],
) -> Result<Vec<Listed>> {
    Ok(sqlx::query_as!(
        Listed,
        "select c.id, c.number, c.kind, c.stage, c.stage_since, c.title, c.title_language, c.host_country,
            c.holder_id, c.submitted_at, c.due_on, c.draft_saved_at, c.organization_id, c.typed_by
         from cases c
         where c.organization_id = any($1) and c.number is not null and case_seen_by(c, $2, $3, $4, $5, $6)
         order by c.submitted_at desc, c.id desc limit 200",
        organizations as _,
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
    )
    .fetch_all(conn)
    .await?)
}
