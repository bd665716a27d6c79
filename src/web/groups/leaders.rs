//! The leaders in a group, as pages show them: named only as far as anybody may know.

use crate::group::LeaderMember;
use crate::ids::GroupId;
use crate::values::{Lang, RegistryNumber};
use crate::web::coordination::Spoken;
use crate::web::urls;

/// The leaders of a page.
pub struct Leaders {
    /// Those that the page shows one by one.
    pub rows: Vec<Row>,
    /// How many more there are, whom nobody names.
    pub unnamed: usize,
}

/// One of them.
pub struct Row {
    /// What they are called, if they agreed to be shown.
    pub name: Option<Spoken>,
    /// Their page.
    pub href: String,
    /// An organization of theirs, for the desk.
    pub of: Option<RegistryNumber>,
    pub role_key: &'static str,
    /// Where a form that takes them out is sent; empty where nobody may.
    pub ending: String,
    /// Where something else is said of their place; empty where nobody may.
    pub change: String,
}

impl Leaders {
    /// Anybody is shown those who agreed, and how many there are besides; the desk of a group each of them, whose names stay where history
    /// notes who looked.
    pub fn of(lang: Lang, all: Vec<LeaderMember>, desk: Option<(GroupId, bool)>) -> Self {
        let rows = all.into_iter().map(|it| Row {
            name: it.names.as_ref().map(|names| Spoken::leader(names, lang)),
            href: urls::leader(it.leader),
            of: it.of.filter(|_| desk.is_some()),
            role_key: it.role.key(),
            ending: match desk {
                Some((group, true)) => urls::desk_group_member_ending(group, it.id),
                _ => String::new(),
            },
            change: match desk {
                Some((group, true)) => urls::desk_group_member(group, it.id),
                _ => String::new(),
            },
        });
        let (rows, others): (Vec<Row>, Vec<Row>) =
            rows.partition(|row| desk.is_some() || row.name.is_some());
        Self {
            rows,
            unnamed: others.len(),
        }
    }

    /// Whether there is anybody.
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.unnamed == 0
    }
}
