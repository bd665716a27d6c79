//! The team of an organization: the accounts that may act for it.

mod change;
mod closure;
mod handover;
mod joining;
mod owners;
mod telling;

pub use change::{LastOwner, change_role, leave, remove};
pub(crate) use closure::close_account;
pub use handover::{Handover, accept_handover, end_handover, handovers, offer};
pub use joining::{JoinRequest, accept_request, ask, asked_by, refuse_request, requests};
pub use owners::{lock, owners};
pub use telling::tell;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::Organization;
use super::find::find_many;
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, OrganizationId};
use crate::notice::OfOrganization;
use crate::values::{RegistryNumber, TeamRole, codes};

codes! {
    /// What became of an offer: an invitation, a hand-over, a request.
    pub enum Ending {
        Accepted = "accepted",
        Declined = "declined",
        Withdrawn = "withdrawn",
        Expired = "expired",
    }
}

/// A place in a team.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Whose.
    pub account: AccountId,
    /// What they may do for the organization.
    pub role: TeamRole,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// What an account may do for an organization; nothing, if it is not in the team.
pub async fn role_of(
    conn: &mut PgConnection,
    organization: OrganizationId,
    account: AccountId,
) -> Result<Option<TeamRole>> {
    let role = sqlx::query_scalar!(
        "select role from organization_team where organization_id = $1 and account_id = $2 and until is null",
        organization as _,
        account as _
    )
    .fetch_optional(conn)
    .await?;
    Ok(role)
}

/// What an actor may do for an organization.
pub async fn role_of_actor(
    conn: &mut PgConnection,
    organization: OrganizationId,
    actor: &Actor,
) -> Result<Option<TeamRole>> {
    match actor.account() {
        Some(account) => role_of(conn, organization, account).await,
        None => Ok(None),
    }
}

/// In which of these organizations these accounts are in the team: those are their own.
pub async fn seats_among(
    conn: &mut PgConnection,
    accounts: &[AccountId],
    organizations: &[OrganizationId],
) -> Result<HashMap<(AccountId, OrganizationId), TeamRole>> {
    let rows = sqlx::query!(
        "select account_id, organization_id, role from organization_team
         where account_id = any($1) and organization_id = any($2) and until is null",
        accounts as _,
        organizations as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| ((row.account_id, row.organization_id), row.role))
        .collect())
}

/// Who is in the team now, in the order in which they came.
pub async fn of_organization(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<Seat>> {
    let seats = sqlx::query_as!(
        Seat,
        r#"select account_id as account, role, since from organization_team
         where organization_id = $1 and until is null order by since, account_id"#,
        organization as _
    )
    .fetch_all(conn)
    .await?;
    Ok(seats)
}

/// The organizations that an account may act for, by name, each with what it may do there.
pub async fn of_person(
    conn: &mut PgConnection,
    account: AccountId,
) -> Result<Vec<(Organization, TeamRole)>> {
    let seats = sqlx::query!(
        "select organization_id, role from organization_team where account_id = $1 and until is null",
        account as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<OrganizationId> = seats.iter().map(|seat| seat.organization_id).collect();
    let role = |id| seats.iter().find(|seat| seat.organization_id == id);
    Ok(find_many(conn, &ids)
        .await?
        .into_iter()
        .filter_map(|found| {
            role(found.id)
                .map(|seat| seat.role)
                .map(|role| (found, role))
        })
        .collect())
}

/// What waits for somebody in the teams that they are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Somebody asks its owners to be let in.
    Request(OrganizationId),
    /// A place as an owner is offered to them.
    Offer(OrganizationId),
}

/// What waits for an account in all its teams.
pub async fn waiting_for(conn: &mut PgConnection, account: AccountId) -> Result<Vec<Waiting>> {
    let rows = sqlx::query!(
        r#"select r.organization_id as "organization!: OrganizationId", false as "is_offer!"
         from join_requests r join organization_team t on t.organization_id = r.organization_id
         where r.ended_at is null and t.account_id = $1 and t.role = 'owner' and t.until is null
         union all
         select h.organization_id, true from handovers h where h.to_account_id = $1 and h.ended_at is null"#,
        account as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| match row.is_offer {
            true => Waiting::Offer(row.organization),
            false => Waiting::Request(row.organization),
        })
        .collect())
}

/// Takes an account into the team. Whoever is in it stays what they are, and a closed account is not taken in.
pub async fn join(
    tx: &mut Tx,
    by: &Actor,
    (organization, number): (OrganizationId, RegistryNumber),
    account: AccountId,
    role: TeamRole,
) -> Result<()> {
    let now = tx.now();
    // The lock waits for an account that is being closed, and then finds it so.
    let joined = sqlx::query!(
        "insert into organization_team (organization_id, account_id, role, since)
         select $1, a.id, $3, $4 from accounts a where a.id = $2 and a.closed_at is null for key share
         on conflict (organization_id, account_id) where until is null do nothing",
        organization as _,
        account as _,
        role as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    if joined.rows_affected() == 0 {
        return Ok(());
    }
    let subject = Subject::organization(organization, number);
    let event = Event::new(Act::OrganizationTeamJoined, subject)
        .after(json!({ "account": account, "role": role }));
    history::record(tx, by, event).await
}

/// Makes an account an owner, whatever it was.
pub async fn make_owner(
    tx: &mut Tx,
    by: &Actor,
    organization: (OrganizationId, RegistryNumber),
    account: AccountId,
) -> Result<()> {
    match role_of(tx, organization.0, account).await? {
        Some(TeamRole::Owner) => Ok(()),
        Some(was) => {
            change::set_role(tx, organization.0, account, TeamRole::Owner).await?;
            let subject = Subject::organization(organization.0, organization.1);
            let event = Event::new(Act::TeamRoleChanged, subject)
                .before(json!({ "account": account, "role": was }))
                .after(json!({ "account": account, "role": TeamRole::Owner }));
            history::record(tx, by, event).await
        }
        None => join(tx, by, organization, account, TeamRole::Owner).await,
    }
}

/// The organization as letters mention it.
pub fn in_letters(organization: &Organization) -> OfOrganization {
    OfOrganization {
        number: organization.number,
        title: organization.name.clone(),
    }
}
