//! Writing to those of a team who act for their organization.

use super::of_organization;
use crate::Result;
use crate::db::Tx;
use crate::ids::{AccountId, OrganizationId};
use crate::notice::{self, Letter, Recipient};
use crate::values::TeamRole;

/// Writes to the owners and editors of an organization, but not to whoever did what they are told of.
pub async fn tell(
    tx: &mut Tx,
    organization: OrganizationId,
    but: Option<AccountId>,
    letter: &Letter,
) -> Result<()> {
    for seat in of_organization(tx, organization).await? {
        if Some(seat.account) != but && seat.role != TeamRole::Reader {
            notice::post(tx, Recipient::Account(seat.account), letter.clone()).await?;
        }
    }
    Ok(())
}
