//! Whom letters about a group go to, and what they say of it.

use super::joining::Entry;
use super::list::names;
use crate::Result;
use crate::db::Tx;
use crate::ids::{GroupId, OrganizationId};
use crate::notice::{self, Letter, OfGroup, Recipient};
use crate::organization::{Mention, team};
use crate::values::TeamRole;

/// What a letter says of a group and of one who is in it, or asked to be.
pub(super) async fn of(
    tx: &mut Tx,
    group: GroupId,
    organization: Option<&Mention>,
    entry: &Entry,
) -> Result<OfGroup> {
    Ok(OfGroup {
        group,
        names: names(tx, &[group])
            .await?
            .remove(&group)
            .unwrap_or_default(),
        number: organization.map(|it| it.number),
        title: organization
            .map(|it| it.name.to_string())
            .unwrap_or_default(),
        role: entry.role,
        until: entry.until,
    })
}

/// Writes to those who act for an organization.
pub(super) async fn team(tx: &mut Tx, organization: OrganizationId, letter: &Letter) -> Result<()> {
    for seat in team::of_organization(tx, organization).await? {
        if seat.role != TeamRole::Reader {
            notice::post(tx, Recipient::Account(seat.account), letter.clone()).await?;
        }
    }
    Ok(())
}
