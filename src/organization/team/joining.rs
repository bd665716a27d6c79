//! Asking to be let into a team, and what its owners answer.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::change::subject;
use super::owners::{lock_as_owner, owners};
use super::{Ending, in_letters, join};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, JoinRequestId, OrganizationId};
use crate::notice::{self, Letter, Recipient};
use crate::organization::policy::{CanAskToJoin, CanKeepTeam};
use crate::values::{Prose, TeamRole};
use crate::vault::Vault;
use crate::{Error, Result};

/// Where the words of requests are sealed.
const WORDS: &str = "join_requests.words";

/// A request that waits for its answer.
#[derive(Clone, Debug)]
pub struct JoinRequest {
    /// Its id.
    pub id: JoinRequestId,
    /// Who would like to join.
    pub account: AccountId,
    /// Why, in their words.
    pub words: String,
    /// Since when.
    pub asked_at: DateTime<Utc>,
}

/// Asks the owners. They are told by letter. `false`: there is no owner who could answer.
pub async fn ask(tx: &mut Tx, granted: &CanAskToJoin, words: &Prose) -> Result<bool> {
    let organization = granted.organization();
    let account = granted.actor().person()?.id;
    let owners = owners(tx, organization.id).await?;
    if owners.is_empty() {
        return Ok(false);
    }
    let (id, now) = (JoinRequestId::fresh(), tx.now());
    let sealed = tx.vault().seal_text(WORDS, id, words)?;
    let made = sqlx::query!(
        "insert into join_requests (id, organization_id, account_id, words_sealed, asked_at)
         values ($1, $2, $3, $4, $5) on conflict (organization_id, account_id) where ended_at is null do nothing",
        id as _,
        organization.id as _,
        account as _,
        sealed as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    // Asked twice at once, it is asked once.
    if made.rows_affected() == 0 {
        return Ok(true);
    }
    let event = Event::new(Act::JoinAsked, subject(organization))
        .after(json!({ "request": id, "account": account }));
    history::record(tx, granted.actor(), event).await?;
    for owner in owners {
        let letter = Letter::JoinAsked(in_letters(organization));
        notice::post(tx, Recipient::Account(owner), letter).await?;
    }
    Ok(true)
}

/// The requests that wait in an organization.
pub async fn requests(
    conn: &mut PgConnection,
    vault: &Vault,
    organization: OrganizationId,
) -> Result<Vec<JoinRequest>> {
    let rows = sqlx::query!(
        "select id, account_id, words_sealed, asked_at from join_requests
         where organization_id = $1 and ended_at is null order by id",
        organization as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(JoinRequest {
                id: row.id,
                account: row.account_id,
                words: vault.open_text(WORDS, row.id, &row.words_sealed)?,
                asked_at: row.asked_at,
            })
        })
        .collect()
}

/// Since when somebody waits for an answer of this organization, if they do.
pub async fn asked_by(
    conn: &mut PgConnection,
    organization: OrganizationId,
    account: AccountId,
) -> Result<Option<DateTime<Utc>>> {
    Ok(sqlx::query_scalar!(
        "select asked_at from join_requests where organization_id = $1 and account_id = $2 and ended_at is null",
        organization as _,
        account as _
    )
    .fetch_optional(conn)
    .await?)
}

/// Lets somebody in who asked.
pub async fn accept_request(
    tx: &mut Tx,
    granted: &CanKeepTeam,
    id: JoinRequestId,
    role: TeamRole,
) -> Result<()> {
    let organization = granted.organization();
    lock_as_owner(tx, granted.actor(), organization.id).await?;
    let account = end(tx, granted, id, Ending::Accepted).await?;
    let of = (organization.id, organization.number);
    join(tx, granted.actor(), of, account, role).await?;
    let of = in_letters(organization);
    let letter = Letter::JoinAccepted { of, role };
    notice::post(tx, Recipient::Account(account), letter).await
}

/// Lets somebody not in who asked.
pub async fn refuse_request(tx: &mut Tx, granted: &CanKeepTeam, id: JoinRequestId) -> Result<()> {
    let organization = granted.organization();
    lock_as_owner(tx, granted.actor(), organization.id).await?;
    let account = end(tx, granted, id, Ending::Declined).await?;
    let event = Event::new(Act::JoinRefused, subject(organization))
        .after(json!({ "request": id, "account": account }));
    history::record(tx, granted.actor(), event).await?;
    let letter = Letter::JoinRefused(in_letters(organization));
    notice::post(tx, Recipient::Account(account), letter).await
}

async fn end(
    tx: &mut Tx,
    granted: &CanKeepTeam,
    id: JoinRequestId,
    how: Ending,
) -> Result<AccountId> {
    let now = tx.now();
    sqlx::query_scalar!(
        "update join_requests set ended_at = $3, ended_how = $4, answered_by = $5
         where id = $1 and organization_id = $2 and ended_at is null returning account_id",
        id as _,
        granted.organization().id as _,
        now,
        how as _,
        granted.actor().account() as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)
}
