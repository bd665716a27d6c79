//! What letters say of a group.

use super::joining::Entry;
use super::list::names;
use crate::Result;
use crate::db::Tx;
use crate::ids::GroupId;
use crate::notice::OfGroup;
use crate::organization::Mention;
use crate::values::Wording;

/// What a letter says of a group and of one who is in it, or asked to be.
pub(super) async fn of(
    tx: &mut Tx,
    group: GroupId,
    organization: Option<&Mention>,
    entry: &Entry,
) -> Result<OfGroup> {
    let names = names(tx, &[group])
        .await?
        .remove(&group)
        .unwrap_or_default();
    Ok(named(group, names, organization, entry))
}

/// The same of a group that is called so.
pub(super) fn named(
    group: GroupId,
    names: Vec<Wording>,
    organization: Option<&Mention>,
    entry: &Entry,
) -> OfGroup {
    OfGroup {
        group,
        names,
        number: organization.map(|it| it.number),
        title: organization
            .map(|it| it.name.to_string())
            .unwrap_or_default(),
        role: entry.role,
        until: entry.until,
    }
}
