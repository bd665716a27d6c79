//! What members can be in a group: in a programme organizations lead, are partners or support besides, and are asked first.

use super::joining::Who;
use crate::values::{GroupKind, GroupRole};

/// What members of any group can be.
const COMMON: &[GroupRole] = &[
    GroupRole::Chair,
    GroupRole::Vice,
    GroupRole::Member,
    GroupRole::Observer,
];

/// What organizations can be in a group of this kind.
pub const fn roles(kind: GroupKind) -> &'static [GroupRole] {
    match kind {
        GroupKind::Programme => GroupRole::ALL,
        GroupKind::Council | GroupKind::Federation | GroupKind::WorkingGroup => COMMON,
    }
}

/// What leaders can be in a group of any kind: no programme is led, joined or supported by one for themselves.
pub const fn roles_of_leaders() -> &'static [GroupRole] {
    COMMON
}

/// Whether somebody can be this in a group of this kind.
pub(super) fn fits(role: GroupRole, kind: GroupKind, who: Who) -> bool {
    match who {
        Who::Organization(_) => roles(kind).contains(&role),
        Who::Leader(_) => roles_of_leaders().contains(&role),
    }
}

/// Whether nobody is this who did not agree, however members come into the group: it says that they do something.
pub(super) const fn is_agreed_to(role: GroupRole) -> bool {
    matches!(
        role,
        GroupRole::Lead | GroupRole::Partner | GroupRole::Supporter
    )
}
