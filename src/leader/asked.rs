//! Leaders who enter themselves: what they say stays sealed until their organization or the board confirms it. Until then it is a
//! claim of an entry that is not there yet.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgConnection;

use super::claim::ClaimState;
use super::person::LeaderName;
use super::policy::CanClaim;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, ClaimId, OrganizationId};
use crate::notice::{self, Letter, LetterToLeader, Recipient};
use crate::organization::{self, Mention, team};
use crate::values::{Email, LanguageTag, Line, RegistryNumber, SigningOffice};
use crate::{Error, Result};

/// Where it is sealed what they say.
pub(super) const SAID: &str = "leader_claims.said";

/// What somebody says of themselves who leads an organization.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidOfOneself {
    /// What they are called; the first is the name they go by.
    pub names: Vec<LeaderName>,
    /// How they are reached.
    pub email: Option<Email>,
    /// The title of their office.
    pub title: Line,
    /// The language of the title.
    pub title_language: Option<LanguageTag>,
    /// Which office it is.
    pub office: SigningOffice,
    /// The first day in office.
    pub since: Option<NaiveDate>,
}

/// A request of one's own that waits.
pub struct OwnAsked {
    /// The claim.
    pub id: ClaimId,
    /// At which organization.
    pub organization: (RegistryNumber, Line, Option<LanguageTag>),
    /// Since when.
    pub at: DateTime<Utc>,
    /// Which organization goes on for it, if it gave way: nobody answers there any more.
    pub into: Option<RegistryNumber>,
}

/// Why somebody does not wait for an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAsked {
    /// The organization takes part in nothing any more.
    NotRegistered,
    /// They wait already.
    Waiting,
    /// They have an entry there.
    There,
}

/// Says that one leads an organization. Its owners are told, and nothing is public.
pub async fn ask_entry(
    tx: &mut Tx,
    can: &CanClaim,
    organization: &Mention,
    said: &SaidOfOneself,
) -> Result<std::result::Result<ClaimId, NotAsked>> {
    if !organization.can_join() {
        return Ok(Err(NotAsked::NotRegistered));
    }
    if has_entry(tx, can.account(), organization.id).await? {
        return Ok(Err(NotAsked::There));
    }
    let (id, now, vault) = (ClaimId::fresh(), tx.now(), tx.vault());
    let sealed = vault.seal_json(SAID, id, said)?;
    let made = sqlx::query!(
        "insert into leader_claims (id, organization_id, account_id, state, made_at, said_sealed)
         values ($1, $2, $3, 'waiting', $4, $5) on conflict do nothing",
        id as _,
        organization.id as _,
        can.account() as _,
        now,
        sealed as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if made == 0 {
        return Ok(Err(NotAsked::Waiting));
    }
    let event = Event::new(Act::LeaderClaimed, subject(organization))
        .after(json!({ "account": can.account(), "claim": id }));
    history::record(tx, can.by(), event).await?;
    if let Some(of) = organization::find(tx, organization.id).await? {
        for owner in team::owners(tx, of.id).await? {
            if owner != can.account() {
                let letter = LetterToLeader::EntryAsked(team::in_letters(&of));
                notice::post(tx, Recipient::Account(owner), Letter::Leader(letter)).await?;
            }
        }
    }
    Ok(Ok(id))
}

/// Whether an account has an entry of somebody who leads an organization.
async fn has_entry(tx: &mut Tx, account: AccountId, organization: OrganizationId) -> Result<bool> {
    let today = tx.today();
    Ok(sqlx::query_scalar!(
        r#"select exists (select from leader_claims c join leader_offices o on o.leader_id = c.leader_id
            where c.account_id = $1 and c.state = 'confirmed' and o.organization_id = $2 and o.mistaken_at is null
                and (o.until is null or o.until >= $3)) as "has!""#,
        account as _,
        organization as _,
        today
    )
    .fetch_one(&mut **tx)
    .await?)
}

/// An organization in history.
pub(super) fn subject(organization: &Mention) -> Subject {
    Subject::organization(organization.id, organization.number)
}

/// The requests of an account that wait.
pub async fn asked_by(conn: &mut PgConnection, account: AccountId) -> Result<Vec<OwnAsked>> {
    let rows = sqlx::query!(
        r#"select c.id as "id: ClaimId", c.made_at, o.number, o.name as "name: Line", o.name_language,
            s.number as "into?: RegistryNumber"
         from leader_claims c join organizations o on o.id = c.organization_id left join organizations s on s.id = o.merged_into
         where c.account_id = $1 and c.leader_id is null and c.state = 'waiting' order by c.id"#,
        account as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| OwnAsked {
            id: row.id,
            organization: (row.number, row.name, row.name_language),
            at: row.made_at,
            into: row.into,
        })
        .collect())
}

/// Who says that they lead an organization and waits: the claims, and the accounts that made them.
pub async fn asked_at(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<(ClaimId, AccountId)>> {
    let rows = sqlx::query!(
        r#"select id as "id: ClaimId", account_id as "account: AccountId" from leader_claims
         where organization_id = $1 and leader_id is null and state = 'waiting' order by id"#,
        organization as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.account)).collect())
}

/// The organizations whose team somebody is in that may answer who says that they lead it, or that an entry is theirs: one for
/// each who waits. Nobody answers themselves.
pub async fn waiting_for(
    conn: &mut PgConnection,
    account: AccountId,
    today: NaiveDate,
) -> Result<Vec<OrganizationId>> {
    Ok(sqlx::query_scalar!(
        r#"select w.organization_id as "id!: OrganizationId" from (
            select c.id, c.account_id, c.organization_id from leader_claims c
            where c.leader_id is null and c.state = 'waiting'
            union
            select c.id, c.account_id, o.organization_id from leader_claims c join leader_offices o on o.leader_id = c.leader_id
            where c.state = 'waiting' and o.mistaken_at is null and (o.until is null or o.until >= $2)
         ) w join organization_team t on t.organization_id = w.organization_id
         where t.account_id = $1 and t.until is null and t.role in ('owner', 'editor') and w.account_id <> $1"#,
        account as _,
        today
    )
    .fetch_all(conn)
    .await?)
}

/// The organization at which a claim waits that is of no entry yet.
pub async fn asked_where(
    conn: &mut PgConnection,
    claim: ClaimId,
) -> Result<Option<RegistryNumber>> {
    Ok(sqlx::query_scalar!(
        r#"select o.number as "number: RegistryNumber" from leader_claims c join organizations o on o.id = c.organization_id
         where c.id = $1 and c.leader_id is null and c.state = 'waiting'"#,
        claim as _
    )
    .fetch_optional(conn)
    .await?)
}

/// Takes back that one wants to be entered. `NotFound` where it is not one's own, `Overtaken` if
/// it was answered.
pub async fn take_back_entry(tx: &mut Tx, can: &CanClaim, id: ClaimId) -> Result<()> {
    let row = sqlx::query!(
        r#"select organization_id as "organization!: OrganizationId", state as "state: ClaimState",
            leader_id is not null as "is_entered!"
         from leader_claims where id = $1 and account_id = $2 and organization_id is not null for update"#,
        id as _,
        can.account() as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    if row.state != ClaimState::Waiting || row.is_entered {
        return Err(Error::Overtaken);
    }
    end(tx, id, (ClaimState::Ended, Some(can.account()))).await?;
    let organization = organization::mention(tx, row.organization)
        .await?
        .ok_or(Error::NotFound)?;
    let event = Event::new(Act::LeaderClaimEnded, subject(&organization))
        .after(json!({ "account": can.account(), "claim": id }));
    history::record(tx, can.by(), event).await
}

/// Ends a claim of an entry that is not there; nothing of what was said is kept.
pub(super) async fn end(
    tx: &mut Tx,
    id: ClaimId,
    (state, by): (ClaimState, Option<AccountId>),
) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update leader_claims set state = $2, answered_by = $3, answered_at = $4, said_sealed = null where id = $1",
        id as _,
        state as _,
        by as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
