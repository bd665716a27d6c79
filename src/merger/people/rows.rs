//! The journal of a merger of persons: one value, because of one person there is little.

use serde_json::{Value, json};

use super::super::journal::Moved;
use super::super::tables::Table;
use super::TABLES;
use super::merge::PersonPart;
use crate::leader;
use crate::{Error, Result};

/// The rows as they are kept.
pub(super) fn written(moved: &[Moved]) -> Value {
    let rows = moved
        .iter()
        .map(|it| json!({ "table": it.table.name, "before": it.before, "after": it.after }));
    rows.collect()
}

/// The same, read again.
pub(super) fn read(rows: &Value) -> Result<Vec<Moved>> {
    let unknown = Error::Contradiction("a row of a table that nobody knows");
    let rows = rows.as_array().ok_or(unknown)?;
    rows.iter()
        .map(|row| {
            let side = |side: &str| row.get(side).filter(|it| !it.is_null()).cloned();
            let name = row.get("table").and_then(Value::as_str);
            let table = TABLES.iter().find(|table| Some(table.name) == name);
            let unknown = Error::Contradiction("a row of a table that nobody knows");
            Ok(Moved {
                table: table.ok_or(unknown)?,
                before: side("before"),
                after: side("after"),
            })
        })
        .collect()
}

/// What rows of a table are to people; nothing, where they are only made from others.
pub(super) fn part(table: &Table) -> Option<PersonPart> {
    match table.name {
        "leaders" | "leader_sources" => Some(PersonPart::Profile),
        "leader_offices" => Some(PersonPart::Offices),
        "leader_claims" => Some(PersonPart::Claims),
        "group_members" | "group_invitations" => Some(PersonPart::Groups),
        name if name == leader::CONSENTS => Some(PersonPart::Consents),
        _ => None,
    }
}
