//! Those who write a registration together, before there is an organization that has a team.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::policy::{CanKeepTeam, CanLeaveTeam};
use super::{Case, save};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, CaseId};
use crate::values::{TeamRole, TrackingNumber};
use crate::{Error, Result};

/// A place among those who write a case.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Whose.
    pub account: AccountId,
    /// What they may do, and become in the team of the organization.
    pub role: TeamRole,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Those who were let in, in the order in which they came; whoever applied is not among them.
pub async fn of_case(conn: &mut PgConnection, case: CaseId) -> Result<Vec<Seat>> {
    Ok(sqlx::query_as!(
        Seat,
        "select account_id as account, role, since from case_team
         where case_id = $1 and until is null order by since, account_id",
        case as _
    )
    .fetch_all(conn)
    .await?)
}

/// Waits for whoever works on this case now, as long as its writers are a team of its own.
pub async fn lock(tx: &mut Tx, case: CaseId) -> Result<()> {
    sqlx::query_scalar!(
        "select id from cases where id = $1 and kind = 'registration' and organization_id is null
            and stage not in ('refused', 'withdrawn') for no key update",
        case as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(|_: CaseId| ())
    .ok_or(Error::Overtaken)
}

/// Lets somebody in. Whoever is in already stays what they are.
pub async fn join(
    tx: &mut Tx,
    by: &Actor,
    (case, number): (CaseId, Option<TrackingNumber>),
    account: AccountId,
    role: TeamRole,
) -> Result<()> {
    let now = tx.now();
    let joined = sqlx::query!(
        "insert into case_team (case_id, account_id, role, since)
         select c.id, a.id, $3, $4 from cases c, accounts a
         where c.id = $1 and a.id = $2 and c.applicant_id <> a.id and a.closed_at is null for key share of a
         on conflict (case_id, account_id) where until is null do nothing",
        case as _,
        account as _,
        role as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    if joined.rows_affected() == 0 {
        return Ok(());
    }
    let event = Event::new(
        Act::CaseTeamJoined,
        Subject::case(case, number).of_case(case),
    )
    .after(json!({ "account": account, "role": role }));
    history::record(tx, by, event).await
}

/// Takes somebody out.
pub async fn remove(tx: &mut Tx, granted: CanKeepTeam, member: AccountId) -> Result<()> {
    let was = end(tx, granted.case(), member).await?;
    let event = Event::new(Act::TeamMemberRemoved, save::subject(granted.case()))
        .before(json!({ "account": member, "role": was }));
    history::record(tx, granted.by(), event).await
}

/// Leaves.
pub async fn leave(tx: &mut Tx, granted: CanLeaveTeam) -> Result<()> {
    let own = granted.by().person()?.id;
    let was = end(tx, granted.case(), own).await?;
    let event = Event::new(Act::TeamLeft, save::subject(granted.case()))
        .before(json!({ "account": own, "role": was }));
    history::record(tx, granted.by(), event).await
}

async fn end(tx: &mut Tx, case: &Case, account: AccountId) -> Result<TeamRole> {
    lock(tx, case.id).await?;
    let now = tx.now();
    sqlx::query_scalar!(
        "update case_team set until = $3 where case_id = $1 and account_id = $2 and until is null returning role",
        case.id as _,
        account as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)
}
