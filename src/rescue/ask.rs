//! Asking for a rescue, and what ends it before anybody decides.

use chrono::Days;
use serde_json::json;

use super::policy::{CanAsk, CanStop, CanWithdraw};
use super::stage::StageCode;
use super::{EVIDENCE, Rescue};
use crate::account::Token;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, RescueId};
use crate::notice::{self, Letter, Recipient};
use crate::organization::{self, Organization, team};
use crate::values::Prose;
use crate::vault::Sealed;
use crate::{Error, Result};

/// How long the owners have before somebody decides.
pub(super) const COOLING: Days = Days::new(14);

/// Asks. Every owner gets a letter at once, with a link that stops it. `None`: there is no owner, so that the
/// organization can be claimed, or a rescue is under way already.
pub async fn ask(tx: &mut Tx, granted: &CanAsk, evidence: &Prose) -> Result<Option<RescueId>> {
    let organization = granted.organization();
    let account = granted.actor().person()?.id;
    team::lock(tx, organization.id).await?;
    let owners = team::owners(tx, organization.id).await?;
    if owners.is_empty() || owners.contains(&account) {
        return Ok(None);
    }
    let (id, now, until) = (RescueId::fresh(), tx.now(), tx.today() + COOLING);
    let sealed = tx.vault().seal_text(EVIDENCE, id, evidence)?;
    let made = sqlx::query!(
        "insert into rescues (id, organization_id, account_id, evidence_sealed, stage, asked_at, cooling_until)
         values ($1, $2, $3, $4, 'cooling', $5, $6) on conflict (organization_id) where stage = 'cooling' do nothing",
        id as _,
        organization.id as _,
        account as _,
        sealed as _,
        now,
        until
    )
    .execute(&mut **tx)
    .await?;
    if made.rows_affected() == 0 {
        return Ok(None);
    }
    let event = Event::new(Act::RescueAsked, subject(organization))
        .after(json!({ "rescue": id, "until": until }));
    history::record(tx, granted.actor(), event).await?;
    for owner in owners {
        let token = Token::fresh()?;
        sqlx::query!(
            "insert into rescue_links (rescue_id, account_id, token_hash) values ($1, $2, $3)",
            id as _,
            owner as _,
            token.hash()
        )
        .execute(&mut **tx)
        .await?;
        let letter = Letter::RescueAsked {
            of: team::in_letters(organization),
            token: token.expose().to_owned(),
            until,
        };
        notice::post(tx, Recipient::Account(owner), letter).await?;
    }
    Ok(Some(id))
}

/// Stops it: an owner is there. Whoever asked is told.
pub async fn stop(tx: &mut Tx, granted: CanStop) -> Result<()> {
    let rescue = granted.rescue();
    let organization = organization_of(tx, rescue).await?;
    team::lock(tx, organization.id).await?;
    if !team::owners(tx, organization.id)
        .await?
        .contains(&granted.owner())
    {
        return Err(Error::Overtaken);
    }
    end(tx, rescue, StageCode::Stopped, granted.owner(), None).await?;
    let event = Event::new(Act::RescueStopped, subject(&organization))
        .after(json!({ "rescue": rescue.id, "owner": granted.owner() }));
    history::record(tx, granted.actor(), event).await?;
    let letter = Letter::RescueStopped(team::in_letters(&organization));
    notice::post(tx, Recipient::Account(rescue.account), letter).await
}

/// Takes it back.
pub async fn withdraw(tx: &mut Tx, granted: CanWithdraw) -> Result<()> {
    let rescue = granted.rescue();
    let organization = organization_of(tx, rescue).await?;
    end(tx, rescue, StageCode::Withdrawn, rescue.account, None).await?;
    record(
        tx,
        granted.actor(),
        Act::RescueWithdrawn,
        &organization,
        rescue,
        None,
    )
    .await
}

pub(super) async fn organization_of(tx: &mut Tx, rescue: &Rescue) -> Result<Organization> {
    organization::find(tx, rescue.organization)
        .await?
        .ok_or(Error::Contradiction("a rescue of no organization"))
}

pub(super) fn subject(organization: &Organization) -> Subject {
    Subject::organization(organization.id, organization.number)
}

pub(super) async fn record(
    tx: &mut Tx,
    by: &Actor,
    act: Act,
    organization: &Organization,
    rescue: &Rescue,
    why: Option<&Prose>,
) -> Result<()> {
    let event = Event::new(act, subject(organization))
        .after(json!({ "rescue": rescue.id }))
        .reason(why);
    history::record(tx, by, event).await
}

/// Ends a rescue, if it is not over and may end so.
pub(super) async fn end(
    tx: &mut Tx,
    rescue: &Rescue,
    how: StageCode,
    by: AccountId,
    reason: Option<Sealed>,
) -> Result<()> {
    let now = tx.now();
    rescue
        .stage
        .ended(how, (now, by))
        .map_err(|_| Error::Overtaken)?;
    let ended = sqlx::query!(
        "update rescues set stage = $2, ended_at = $3, ended_by = $4, reason_sealed = $5
         where id = $1 and stage = 'cooling'",
        rescue.id as _,
        how as _,
        now,
        by as _,
        reason as _
    )
    .execute(&mut **tx)
    .await?;
    match ended.rows_affected() {
        1 => Ok(()),
        _ => Err(Error::Overtaken),
    }
}
