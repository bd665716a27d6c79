//! What letters say of a group.

use super::joining::Entry;
use super::list::names;
use crate::Result;
use crate::db::Tx;
use crate::ids::GroupId;
use crate::notice::OfGroup;
use crate::organization::Mention;

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
