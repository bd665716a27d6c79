//! Finding rescues: for those who asked, those who are told, and those who decide.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::stage::{Stage, StageCode};
use super::{EVIDENCE, REASON};
use crate::account::Token;
use crate::ids::{AccountId, OrganizationId, RescueId};
use crate::values::Country;
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// A rescue.
#[derive(Clone)]
pub struct Rescue {
    /// Its id.
    pub id: RescueId,
    /// Of which organization.
    pub organization: OrganizationId,
    /// Who asks.
    pub account: AccountId,
    /// Why the owners are gone and why it should be them. Personal: for the claimant and those who decide.
    pub evidence: String,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub asked_at: DateTime<Utc>,
    /// Why it was refused.
    pub reason: Option<String>,
}

impl std::fmt::Debug for Rescue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Rescue({}, {})", self.id, self.stage.code())
    }
}

struct Row {
    id: RescueId,
    organization_id: OrganizationId,
    account_id: AccountId,
    evidence_sealed: Sealed,
    stage: StageCode,
    asked_at: DateTime<Utc>,
    cooling_until: NaiveDate,
    ended_at: Option<DateTime<Utc>>,
    ended_by: Option<AccountId>,
    reason_sealed: Option<Sealed>,
}

impl Row {
    fn open(self, vault: &Vault) -> Result<Rescue> {
        let stage = match (self.stage, self.ended_at, self.ended_by) {
            (StageCode::Cooling, None, None) => Stage::Cooling {
                until: self.cooling_until,
            },
            (how, Some(at), Some(by)) if how != StageCode::Cooling => Stage::Ended { how, at, by },
            _ => return Err(Error::Contradiction("a rescue and the facts of its stage")),
        };
        Ok(Rescue {
            evidence: vault.open_text(EVIDENCE, self.id, &self.evidence_sealed)?,
            reason: self
                .reason_sealed
                .map(|sealed| vault.open_text(REASON, self.id, &sealed))
                .transpose()?,
            id: self.id,
            organization: self.organization_id,
            account: self.account_id,
            stage,
            asked_at: self.asked_at,
        })
    }
}

/// The rescue with this id.
pub async fn find(conn: &mut PgConnection, vault: &Vault, id: RescueId) -> Result<Option<Rescue>> {
    sqlx::query_as!(
        Row,
        "select id, organization_id, account_id, evidence_sealed, stage, asked_at, cooling_until, ended_at, ended_by,
            reason_sealed
         from rescues where id = $1",
        id as _
    )
    .fetch_optional(conn)
    .await?
    .map(|row| row.open(vault))
    .transpose()
}

/// The rescue of this organization that is not over.
pub async fn open_of(
    conn: &mut PgConnection,
    vault: &Vault,
    organization: OrganizationId,
) -> Result<Option<Rescue>> {
    sqlx::query_as!(
        Row,
        "select id, organization_id, account_id, evidence_sealed, stage, asked_at, cooling_until, ended_at, ended_by,
            reason_sealed
         from rescues where organization_id = $1 and stage = 'cooling'",
        organization as _
    )
    .fetch_optional(conn)
    .await?
    .map(|row| row.open(vault))
    .transpose()
}

/// The rescue that a link of a letter stops, and which owner the letter went to; the link works while it is not over
/// and they are an owner.
pub async fn of_link(
    conn: &mut PgConnection,
    vault: &Vault,
    token: &Token,
) -> Result<Option<(Rescue, AccountId)>> {
    let row = sqlx::query!(
        "select l.rescue_id, l.account_id from rescue_links l join rescues r on r.id = l.rescue_id
         where l.token_hash = $1 and r.stage = 'cooling'
            and exists (select from organization_team t
                where t.organization_id = r.organization_id and t.account_id = l.account_id
                    and t.role = 'owner' and t.until is null)",
        token.hash()
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let rescue = find(conn, vault, row.rescue_id).await?;
    Ok(rescue.map(|rescue| (rescue, row.account_id)))
}

/// Those that are not over, for whoever decides: all, or those of these host countries. The oldest first.
pub async fn waiting(
    conn: &mut PgConnection,
    vault: &Vault,
    hosts: Option<&[Country]>,
) -> Result<Vec<Rescue>> {
    sqlx::query_as!(
        Row,
        "select r.id, r.organization_id, r.account_id, r.evidence_sealed, r.stage, r.asked_at, r.cooling_until,
            r.ended_at, r.ended_by, r.reason_sealed
         from rescues r join organizations o on o.id = r.organization_id
         where r.stage = 'cooling' and ($1::text[] is null or o.host_country = any($1))
         order by r.id limit 200",
        hosts as _
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| row.open(vault))
    .collect()
}

/// The organizations of which somebody says that this account and all other owners are gone.
pub async fn against(conn: &mut PgConnection, owner: AccountId) -> Result<Vec<OrganizationId>> {
    Ok(sqlx::query_scalar!(
        "select r.organization_id from rescues r
            join organization_team t on t.organization_id = r.organization_id
         where r.stage = 'cooling' and t.account_id = $1 and t.role = 'owner' and t.until is null",
        owner as _
    )
    .fetch_all(conn)
    .await?)
}

/// The last rescue that this account asked for in an organization, if it was refused.
pub async fn refused(
    conn: &mut PgConnection,
    vault: &Vault,
    organization: OrganizationId,
    account: AccountId,
) -> Result<Option<Rescue>> {
    let last = sqlx::query_as!(
        Row,
        "select id, organization_id, account_id, evidence_sealed, stage, asked_at, cooling_until, ended_at, ended_by,
            reason_sealed
         from rescues where organization_id = $1 and account_id = $2 order by id desc limit 1",
        organization as _,
        account as _
    )
    .fetch_optional(conn)
    .await?
    .map(|row| row.open(vault))
    .transpose()?;
    Ok(last.filter(|last| last.reason.is_some()))
}
