//! Handing over: an owner offers their place to a member of the team, who takes it or not.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::change::{set_role, subject};
use super::owners::{lock, lock_as_owner};
use super::{Ending, in_letters, role_of};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, HandoverId, OrganizationId};
use crate::notice::{self, Letter, Recipient};
use crate::organization::policy::{CanKeepSeat, CanKeepTeam};
use crate::values::TeamRole;
use crate::{Error, Result};

/// An offer that waits for its answer.
#[derive(Clone, Debug)]
pub struct Handover {
    /// Its id.
    pub id: HandoverId,
    /// In which organization.
    pub organization: OrganizationId,
    /// Whose place.
    pub from: AccountId,
    /// To whom.
    pub to: AccountId,
    /// Since when.
    pub offered_at: DateTime<Utc>,
}

/// Offers one's place. A second offer at a time is overtaken by the first.
pub async fn offer(tx: &mut Tx, granted: &CanKeepTeam, to: AccountId) -> Result<HandoverId> {
    let organization = granted.organization();
    let from = granted.actor().person()?.id;
    lock_as_owner(tx, granted.actor(), organization.id).await?;
    let theirs = role_of(tx, organization.id, to).await?;
    if theirs.is_none_or(|role| role == TeamRole::Owner) {
        return Err(Error::Overtaken);
    }
    let (id, now) = (HandoverId::fresh(), tx.now());
    let made = sqlx::query!(
        "insert into handovers (id, organization_id, from_account_id, to_account_id, offered_at)
         values ($1, $2, $3, $4, $5) on conflict (organization_id, from_account_id) where ended_at is null do nothing",
        id as _,
        organization.id as _,
        from as _,
        to as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    if made.rows_affected() == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::OwnershipOffered, subject(organization))
        .after(json!({ "from": from, "to": to }));
    history::record(tx, granted.actor(), event).await?;
    let letter = Letter::OwnershipOffered(in_letters(organization));
    notice::post(tx, Recipient::Account(to), letter).await?;
    Ok(id)
}

/// Takes the place that one was offered. The owner so far goes on as an editor, and is told.
pub async fn accept_handover(tx: &mut Tx, granted: &CanKeepSeat, id: HandoverId) -> Result<()> {
    let organization = granted.organization();
    let to = granted.actor().person()?.id;
    lock(tx, organization.id).await?;
    let offer = end(tx, organization.id, id, Ending::Accepted).await?;
    if offer.to != to {
        return Err(crate::actor::Denied::Forbidden.into());
    }
    if role_of(tx, organization.id, to).await?.is_none()
        || role_of(tx, organization.id, offer.from).await? != Some(TeamRole::Owner)
    {
        return Err(Error::Overtaken);
    }
    set_role(tx, organization.id, to, TeamRole::Owner).await?;
    set_role(tx, organization.id, offer.from, TeamRole::Editor).await?;
    let event = Event::new(Act::OwnershipHandedOver, subject(organization))
        .before(json!({ "owner": offer.from }))
        .after(json!({ "owner": to }));
    history::record(tx, granted.actor(), event).await?;
    let letter = Letter::OwnershipHandedOver(in_letters(organization));
    notice::post(tx, Recipient::Account(offer.from), letter).await
}

/// Declines an offer, or takes one's own back.
pub async fn end_handover(tx: &mut Tx, granted: &CanKeepSeat, id: HandoverId) -> Result<()> {
    let organization = granted.organization();
    let own = granted.actor().person()?.id;
    lock(tx, organization.id).await?;
    let open = handovers(tx, organization.id).await?;
    let offer = open
        .iter()
        .find(|offer| offer.id == id)
        .ok_or(Error::Overtaken)?;
    let how = match own {
        own if own == offer.from => Ending::Withdrawn,
        own if own == offer.to => Ending::Declined,
        _ => return Err(crate::actor::Denied::Forbidden.into()),
    };
    end(tx, organization.id, id, how).await?;
    let event = Event::new(Act::OwnershipOfferEnded, subject(organization))
        .after(json!({ "from": offer.from, "to": offer.to, "how": how }));
    history::record(tx, granted.actor(), event).await
}

/// The offers that wait in an organization.
pub async fn handovers(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<Handover>> {
    Ok(sqlx::query_as!(
        Handover,
        r#"select id, organization_id as organization, from_account_id as "from", to_account_id as "to", offered_at
         from handovers where organization_id = $1 and ended_at is null order by id"#,
        organization as _
    )
    .fetch_all(conn)
    .await?)
}

async fn end(
    tx: &mut Tx,
    organization: OrganizationId,
    id: HandoverId,
    how: Ending,
) -> Result<Handover> {
    let now = tx.now();
    sqlx::query_as!(
        Handover,
        r#"update handovers set ended_at = $3, ended_how = $4
         where id = $1 and organization_id = $2 and ended_at is null
         returning id, organization_id as organization, from_account_id as "from", to_account_id as "to", offered_at"#,
        id as _,
        organization as _,
        now,
        how as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)
}

/// Ends what was offered to and by somebody whose place changes.
pub(super) async fn end_all_of(
    tx: &mut Tx,
    organization: OrganizationId,
    account: AccountId,
) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update handovers set ended_at = $3, ended_how = 'expired'
         where organization_id = $1 and $2 in (from_account_id, to_account_id) and ended_at is null",
        organization as _,
        account as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
