//! Asking an organization to carry an initiative, and taking that back. It carries nothing until it accepts.

use chrono::TimeDelta;

use super::partner::record;
use super::policy::CanAsk;
use super::tell;
use crate::db::Tx;
use crate::history::Act;
use crate::ids::{InitiativeInvitationId, OrganizationId};
use crate::notice::Letter;
use crate::organization::{self, team};
use crate::values::InitiativeRole;
use crate::{Error, Result};

/// For how long one can answer.
const ASKED_FOR: TimeDelta = TimeDelta::days(60);

/// Why an organization was not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAsked {
    /// It carries the initiative already, as much of it as it is asked to, or more.
    AlreadyIn,
    /// It is asked, and has not answered yet.
    AlreadyAsked,
    /// Another one is asked to lead, and has not answered yet.
    LeadAsked,
    /// It is struck off or merged into another.
    NotRegistered,
}

/// Asks an organization, and writes to those who act for it.
///
/// # Errors
///
/// [`Error::Overtaken`] if whoever asks for an organization does not lead the initiative any more.
pub async fn ask(
    tx: &mut Tx,
    can: &CanAsk,
    organization: OrganizationId,
    role: InitiativeRole,
) -> Result<std::result::Result<InitiativeInvitationId, NotAsked>> {
    let (now, by, initiative) = (tx.now(), can.by().person()?.id, can.initiative());
    let asked = organization::mention(tx, organization)
        .await?
        .ok_or(Error::NotFound)?;
    if !asked.can_join() {
        return Ok(Err(NotAsked::NotRegistered));
    }
    // Two who ask for a lead at once ask one after the other.
    sqlx::query!(
        "select from initiatives where id = $1 for no key update",
        initiative as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    let parts = sqlx::query!(
        "select organization_id, role from initiative_partners where initiative_id = $1 and until is null for share",
        initiative as _
    )
    .fetch_all(&mut **tx)
    .await?;
    if let Some(asking) = can.asking() {
        let leads = |id, role| id == asking.id && role == InitiativeRole::Lead;
        if !parts.iter().any(|it| leads(it.organization_id, it.role)) {
            return Err(Error::Overtaken);
        }
    }
    // Who carries it may be asked to carry more of it.
    let own = parts.iter().find(|it| it.organization_id == organization);
    if own.is_some_and(|it| !role.outranks(it.role)) {
        return Ok(Err(NotAsked::AlreadyIn));
    }
    sqlx::query!(
        "update initiative_invitations set answer = 'expired', answered_at = expires_at
         where initiative_id = $1 and organization_id = $2 and answer is null and expires_at <= $3",
        initiative as _,
        organization as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    if role == InitiativeRole::Lead && is_lead_asked(tx, can, organization).await? {
        return Ok(Err(NotAsked::LeadAsked));
    }
    let id = InitiativeInvitationId::fresh();
    let written = sqlx::query!(
        "insert into initiative_invitations (id, initiative_id, organization_id, role, asking_id, asked_by, asked_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (initiative_id, organization_id) where answer is null do nothing",
        id as _,
        initiative as _,
        organization as _,
        role as _,
        can.asking().map(|it| it.id) as _,
        by as _,
        now,
        now + ASKED_FOR
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if written == 0 {
        return Ok(Err(NotAsked::AlreadyAsked));
    }
    let part = (initiative, &asked, role);
    record(tx, can.by(), (Act::InitiativePartnerAsked, None), part).await?;
    let of = tell::of(tx, part, Some(asked.number)).await?;
    team::tell(tx, organization, Some(by), &Letter::PartnerAsked(of)).await?;
    Ok(Ok(id))
}

/// Whether another organization is asked to lead.
async fn is_lead_asked(tx: &mut Tx, can: &CanAsk, but: OrganizationId) -> Result<bool> {
    let now = tx.now();
    Ok(sqlx::query_scalar!(
        r#"select exists (select from initiative_invitations
            where initiative_id = $1 and organization_id <> $2 and role = 'lead' and answer is null and expires_at > $3) as "is!""#,
        can.initiative() as _,
        but as _,
        now
    )
    .fetch_one(&mut **tx)
    .await?)
}

/// Takes the question back, if nobody has answered it.
///
/// # Errors
///
/// [`Error::NotFound`] if somebody else asked: the board takes back what it or a team asked, a team what was asked for its
/// organization. [`Error::Overtaken`] if it is answered.
pub async fn withdraw(tx: &mut Tx, can: &CanAsk, id: InitiativeInvitationId) -> Result<()> {
    let now = tx.now();
    let asking = can.asking().map(|it| it.id);
    let found = sqlx::query!(
        "select organization_id, role, answer is null as \"is_open!\" from initiative_invitations
         where id = $1 and initiative_id = $2 and ($3::uuid is null or asking_id = $3) for update",
        id as _,
        can.initiative() as _,
        asking as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    if !found.is_open {
        return Err(Error::Overtaken);
    }
    sqlx::query!(
        "update initiative_invitations set answer = 'withdrawn', answered_at = $2 where id = $1",
        id as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let asked = organization::mention(tx, found.organization_id)
        .await?
        .ok_or(Error::NotFound)?;
    let part = (can.initiative(), &asked, found.role);
    let act = (Act::InitiativePartnerWithdrawn, None);
    record(tx, can.by(), act, part).await
}
