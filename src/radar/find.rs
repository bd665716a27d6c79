//! Pairs: those that are suggested, one of them, and what was linked.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;

use super::policy::{CanSee, CanSeeForTeam};
use super::{LinkKind, OverlapState, Reason};
use crate::ids::{AccountId, InitiativeId, OverlapId};
use crate::initiative::Scope;
use crate::values::{Area, Country};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Where what was said of a pair is sealed.
pub(super) const WORDS: &str = "overlap_pairs.words";
/// How many an initiative or a team is shown at once.
const MOST: i64 = 10;

/// Two initiatives, and how it stands with them.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Its id.
    pub id: OverlapId,
    /// One of them.
    pub one: InitiativeId,
    /// The other.
    pub other: InitiativeId,
    /// How it stands.
    pub state: OverlapState,
    /// How much they overlap.
    pub score: f32,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
    /// What one is to the other, if they are linked.
    pub link: Option<LinkKind>,
    /// Whether the other is that to the one.
    pub reversed: bool,
    /// When somebody said what became of it.
    pub said_at: Option<DateTime<Utc>>,
    /// Who said it.
    pub said_by: Option<AccountId>,
    /// What they said, sealed: [`Pair::words`] opens it.
    pub words_sealed: Option<Sealed>,
}

/// Which pairs are looked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// How it stands with them; those that are suggested, if nothing is said.
    pub state: Option<OverlapState>,
    /// One of both happens here.
    pub country: Option<Country>,
    /// One of both works on this.
    pub area: Option<Area>,
}

struct Row {
    id: OverlapId,
    one_id: InitiativeId,
    other_id: InitiativeId,
    state: OverlapState,
    score: f32,
    reasons: Value,
    link: Option<LinkKind>,
    reversed: bool,
    said_at: Option<DateTime<Utc>>,
    said_by: Option<AccountId>,
    words_sealed: Option<Sealed>,
}

impl Pair {
    /// The other of both.
    pub fn besides(&self, id: InitiativeId) -> InitiativeId {
        match self.one == id {
            true => self.other,
            false => self.one,
        }
    }

    /// What was said of it, in words.
    pub fn words(&self, vault: &Vault) -> Result<Option<String>> {
        let sealed = self.words_sealed.as_ref();
        Ok(sealed
            .map(|sealed| vault.open_text(WORDS, self.id, sealed))
            .transpose()?)
    }
}

impl TryFrom<Row> for Pair {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id,
            one: row.one_id,
            other: row.other_id,
            state: row.state,
            score: row.score,
            reasons: serde_json::from_value(row.reasons)
                .map_err(|_| Error::Contradiction("the reasons of a pair"))?,
            link: row.link,
            reversed: row.reversed,
            said_at: row.said_at,
            said_by: row.said_by,
            words_sealed: row.words_sealed,
        })
    }
}

fn pairs(rows: Vec<Row>) -> Result<Vec<Pair>> {
    rows.into_iter().map(Pair::try_from).collect()
}

/// The pair with this id, if both are in the scope.
pub async fn find(conn: &mut PgConnection, can: &CanSee, id: OverlapId) -> Result<Option<Pair>> {
    sqlx::query_as!(
        Row,
        "select p.id, p.one_id, p.other_id, p.state, p.score, p.reasons, p.link, p.reversed, p.said_at, p.said_by, p.words_sealed
         from overlap_pairs p join initiatives a on a.id = p.one_id join initiatives b on b.id = p.other_id
         where p.id = $1 and ($2 or exists (select from public_initiatives v where v.id = a.id) and exists (select from public_initiatives v where v.id = b.id))",
        id as _,
        can.scope().unpublished()
    )
    .fetch_optional(conn)
    .await?
    .map(Pair::try_from)
    .transpose()
}

/// The pairs that the filter lets through, those first that overlap most: `limit` of them from `offset` on.
pub async fn list(
    conn: &mut PgConnection,
    can: &CanSee,
    filter: &Filter,
    offset: i64,
    limit: i64,
) -> Result<Vec<Pair>> {
    pairs(
        sqlx::query_as!(
            Row,
            "select p.id, p.one_id, p.other_id, p.state, p.score, p.reasons, p.link, p.reversed, p.said_at, p.said_by, p.words_sealed
             from overlap_pairs p join initiatives a on a.id = p.one_id join initiatives b on b.id = p.other_id
             where p.state = $2 and ($1 or exists (select from public_initiatives v where v.id = a.id) and exists (select from public_initiatives v where v.id = b.id))
                and ($3::text is null or a.host_country = $3 or b.host_country = $3)
                and ($4::text[] is null or a.areas && $4 or b.areas && $4)
             order by p.score desc, p.id offset $5 limit $6",
            can.scope().unpublished(),
            filter.state.unwrap_or(OverlapState::Suggested) as _,
            filter.country as _,
            filter.area.map(Area::under) as _,
            offset,
            limit
        )
        .fetch_all(conn)
        .await?,
    )
}

/// How many there are of these.
pub async fn count(conn: &mut PgConnection, can: &CanSee, filter: &Filter) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!"
         from overlap_pairs p join initiatives a on a.id = p.one_id join initiatives b on b.id = p.other_id
         where p.state = $2 and ($1 or exists (select from public_initiatives v where v.id = a.id) and exists (select from public_initiatives v where v.id = b.id))
            and ($3::text is null or a.host_country = $3 or b.host_country = $3)
            and ($4::text[] is null or a.areas && $4 or b.areas && $4)"#,
        can.scope().unpublished(),
        filter.state.unwrap_or(OverlapState::Suggested) as _,
        filter.country as _,
        filter.area.map(Area::under) as _
    )
    .fetch_one(conn)
    .await?)
}

/// What ought to know of an initiative, those first that overlap most.
pub async fn of_initiative(
    conn: &mut PgConnection,
    scope: Scope,
    id: InitiativeId,
) -> Result<Vec<Pair>> {
    pairs(
        sqlx::query_as!(
            Row,
            "select p.id, p.one_id, p.other_id, p.state, p.score, p.reasons, p.link, p.reversed, p.said_at, p.said_by, p.words_sealed
             from overlap_pairs p join initiatives a on a.id = p.one_id join initiatives b on b.id = p.other_id
             where (p.one_id = $1 or p.other_id = $1) and p.state in ('suggested', 'introduced')
                and ($2 or exists (select from public_initiatives v where v.id = a.id) and exists (select from public_initiatives v where v.id = b.id))
             order by p.score desc, p.id limit $3",
            id as _,
            scope.unpublished(),
            MOST
        )
        .fetch_all(conn)
        .await?,
    )
}

/// What an initiative is linked to.
pub async fn links_of(
    conn: &mut PgConnection,
    scope: Scope,
    id: InitiativeId,
) -> Result<Vec<Pair>> {
    pairs(
        sqlx::query_as!(
            Row,
            "select p.id, p.one_id, p.other_id, p.state, p.score, p.reasons, p.link, p.reversed, p.said_at, p.said_by, p.words_sealed
             from overlap_pairs p join initiatives a on a.id = p.one_id join initiatives b on b.id = p.other_id
             where (p.one_id = $1 or p.other_id = $1) and p.state = 'linked'
                and ($2 or exists (select from public_initiatives v where v.id = a.id) and exists (select from public_initiatives v where v.id = b.id))
             order by p.said_at, p.id",
            id as _,
            scope.unpublished()
        )
        .fetch_all(conn)
        .await?,
    )
}

/// What others do that the initiatives of an organization ought to know of: published ones alone, of others alone.
pub async fn of_organization(conn: &mut PgConnection, can: &CanSeeForTeam) -> Result<Vec<Pair>> {
    pairs(
        sqlx::query_as!(
            Row,
            "select p.id, p.one_id, p.other_id, p.state, p.score, p.reasons, p.link, p.reversed, p.said_at, p.said_by, p.words_sealed
             from overlap_pairs p join initiatives a on a.id = p.one_id join initiatives b on b.id = p.other_id
             where p.state = 'suggested' and exists (select from public_initiatives v where v.id = a.id) and exists (select from public_initiatives v where v.id = b.id)
                and exists (select from initiative_partners c where c.initiative_id = p.one_id and c.until is null
                    and c.organization_id = $1)
                    <> exists (select from initiative_partners c where c.initiative_id = p.other_id and c.until is null
                    and c.organization_id = $1)
             order by p.score desc, p.id limit $2",
            can.own() as _,
            MOST
        )
        .fetch_all(conn)
        .await?,
    )
}

/// The initiatives that an organization carries.
pub async fn carried(
    conn: &mut PgConnection,
    can: &CanSeeForTeam,
) -> Result<std::collections::HashSet<InitiativeId>> {
    Ok(sqlx::query_scalar!(
        "select initiative_id from initiative_partners where organization_id = $1 and until is null",
        can.own() as _
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .collect())
}
