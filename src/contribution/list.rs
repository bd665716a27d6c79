//! Lists of contributions: an organization's own, those that wait for the board, and all of them for a file.

use futures_util::TryStreamExt as _;
use futures_util::stream::BoxStream;
use serde_json::json;
use sqlx::PgConnection;

use super::find::Row;
use super::policy::{CanExport, CanRead, CanSeeAll};
use super::{Contribution, ContributionKind, Evidence, Review};
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{ContributionId, EventId, InitiativeId, OrganizationId};
use crate::values::{Amount, Country, Currency, Line, Measure, Prose, RegistryNumber, Unit};
use crate::vault::Vault;

/// What an organization recorded and nothing took the place of, the latest day first: `limit` of it from `offset` on.
pub async fn of_organization(
    conn: &mut PgConnection,
    vault: &Vault,
    can: &CanRead,
    (offset, limit): (i64, i64),
) -> Result<Vec<Contribution>> {
    sqlx::query_as!(
        Row,
        "select id, organization_id, initiative_id, homeland, kind, amount, currency, unit, given_on, evidence, words, proof_sealed, file_id,
            is_for_public, review, answer_sealed, replaces, superseded_at, written_by, written_at
         from contributions where organization_id = $1 and superseded_at is null
         order by given_on desc, id desc offset $2 limit $3",
        can.organization().id as _,
        offset,
        limit
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| row.open(vault))
    .collect()
}

/// How much that is.
pub async fn count_of_organization(conn: &mut PgConnection, can: &CanRead) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from contributions where organization_id = $1 and superseded_at is null"#,
        can.organization().id as _
    )
    .fetch_one(conn)
    .await?)
}

/// What waits for the board, whatever waits longest first: `limit` of it from `offset` on.
pub async fn waiting(
    conn: &mut PgConnection,
    vault: &Vault,
    _can: &CanSeeAll,
    (offset, limit): (i64, i64),
) -> Result<Vec<Contribution>> {
    sqlx::query_as!(
        Row,
        "select id, organization_id, initiative_id, homeland, kind, amount, currency, unit, given_on, evidence, words, proof_sealed, file_id,
            is_for_public, review, answer_sealed, replaces, superseded_at, written_by, written_at
         from contributions where superseded_at is null and review = 'waiting' order by written_at, id offset $1 limit $2",
        offset,
        limit
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| row.open(vault))
    .collect()
}

/// How many wait.
pub async fn count_waiting(conn: &mut PgConnection, _can: &CanSeeAll) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from contributions where superseded_at is null and review = 'waiting'"#
    )
    .fetch_one(conn)
    .await?)
}

/// Whose contributions a file has.
#[derive(Clone, Copy, Debug)]
pub enum Whose {
    /// Everybody's.
    All,
    /// Those of an organization.
    Organization(OrganizationId),
    /// Those to an initiative.
    Initiative(InitiativeId),
}

impl Whose {
    const fn narrowed(self) -> (Option<OrganizationId>, Option<InitiativeId>) {
        match self {
            Self::All => (None, None),
            Self::Organization(id) => (Some(id), None),
            Self::Initiative(id) => (None, Some(id)),
        }
    }
}

/// A row of a file.
#[derive(Debug)]
pub struct Listed {
    /// The record.
    pub id: ContributionId,
    /// Who gave it.
    pub organization: RegistryNumber,
    /// What that is called.
    pub name: Line,
    /// To which initiative.
    pub initiative: Option<InitiativeId>,
    /// What that is called.
    pub title: Option<Line>,
    /// Which country it helps.
    pub homeland: Option<Country>,
    /// What.
    pub kind: ContributionKind,
    /// How much.
    pub amount: Amount,
    /// When.
    pub given_on: chrono::NaiveDate,
    /// How well it is shown.
    pub evidence: Evidence,
    /// What the board made of it.
    pub review: Review,
    /// Whether the organization wants it to be public.
    pub is_for_public: bool,
    /// What it was.
    pub words: Option<Prose>,
}

/// Writes into history that a file leaves: also of a download that breaks off.
pub async fn taken_away(tx: &mut Tx, can: &CanExport) -> Result<()> {
    let (organization, initiative) = can.whose().narrowed();
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from counted_contributions
         where ($1::uuid is null or organization_id = $1) and ($2::uuid is null or initiative_id = $2)"#,
        organization as _,
        initiative as _
    )
    .fetch_one(&mut **tx)
    .await?;
    let subject = Subject::export(EventId::fresh().uuid());
    let subject = match organization {
        Some(organization) => subject.of_organization(organization),
        None => subject,
    };
    let event = Event::new(Act::RosterExported, subject).after(json!({
        "of": "contributions",
        "where": initiative.map(|id| format!("initiative={id}")).unwrap_or_default(),
        "count": count,
        "format": "csv",
    }));
    history::record(tx, can.by(), event).await
}

/// The rows of a file, one by one: what counts, in the order of the days. What shows it stays inside.
pub fn rows(
    conn: &mut PgConnection,
    whose: Whose,
) -> BoxStream<'_, std::result::Result<Listed, sqlx::Error>> {
    let (organization, initiative) = whose.narrowed();
    let rows = sqlx::query!(
        r#"select c.id as "id!: ContributionId", o.number as "number!: RegistryNumber", o.name as "name!: Line",
            c.initiative_id as "initiative?: InitiativeId",
            (select t.title from initiative_texts t where t.initiative_id = c.initiative_id order by t.position limit 1)
                as "title?: Line",
            c.homeland as "homeland?: Country", c.kind as "kind!: ContributionKind", c.amount as "amount!",
            c.currency as "currency?: Currency", c.unit as "unit?: Unit", c.given_on as "given_on!",
            c.evidence as "evidence!: Evidence", c.review as "review!: Review", c.is_for_public as "is_for_public!",
            c.words as "words?: Prose"
         from counted_contributions c join organizations o on o.id = c.organization_id
         where ($1::uuid is null or c.organization_id = $1) and ($2::uuid is null or c.initiative_id = $2)
         order by c.given_on, c.id"#,
        organization as _,
        initiative as _
    )
    .fetch(conn);
    Box::pin(rows.try_filter_map(async |row| {
        let Some(measure) = Measure::stored(row.currency, row.unit) else {
            return Ok(None);
        };
        Ok(Some(Listed {
            id: row.id,
            organization: row.number,
            name: row.name,
            initiative: row.initiative,
            title: row.title,
            homeland: row.homeland,
            kind: row.kind,
            amount: Amount {
                minor: row.amount,
                measure,
            },
            given_on: row.given_on,
            evidence: row.evidence,
            review: row.review,
            is_for_public: row.is_for_public,
            words: row.words,
        }))
    }))
}
