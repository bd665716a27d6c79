//! Deciding on a rescue.

use super::REASON;
use super::ask::{end, record};
use super::policy::CanDecide;
use super::stage::StageCode;
use crate::Result;
use crate::db::Tx;
use crate::history::Act;
use crate::notice::{self, Letter, Recipient};
use crate::organization::team;
use crate::values::Prose;

/// Makes whoever asked an owner. The owners so far stay what they are, and are told: the new one may take them out.
pub async fn accept(tx: &mut Tx, granted: CanDecide) -> Result<()> {
    let (rescue, organization) = (granted.rescue(), granted.organization());
    let by = granted.actor();
    team::lock(tx, organization.id).await?;
    let owners = team::owners(tx, organization.id).await?;
    end(tx, rescue, StageCode::Accepted, by.person()?.id, None).await?;
    record(tx, by, Act::RescueAccepted, organization, rescue, None).await?;
    let of = (organization.id, organization.number);
    team::make_owner(tx, by, of, rescue.account).await?;
    let letter = Letter::RescueAccepted(team::in_letters(organization));
    notice::post(tx, Recipient::Account(rescue.account), letter).await?;
    for owner in owners.into_iter().filter(|it| *it != rescue.account) {
        let letter = Letter::Rescued(team::in_letters(organization));
        notice::post(tx, Recipient::Account(owner), letter).await?;
    }
    Ok(())
}

/// Refuses, and says why.
pub async fn refuse(tx: &mut Tx, granted: CanDecide, why: &Prose) -> Result<()> {
    let (rescue, organization) = (granted.rescue(), granted.organization());
    let by = granted.actor();
    let sealed = tx.vault().seal_text(REASON, rescue.id, why)?;
    let person = by.person()?.id;
    end(tx, rescue, StageCode::Refused, person, Some(sealed)).await?;
    record(tx, by, Act::RescueRefused, organization, rescue, Some(why)).await?;
    let letter = Letter::RescueRefused(team::in_letters(organization));
    notice::post(tx, Recipient::Account(rescue.account), letter).await
}
