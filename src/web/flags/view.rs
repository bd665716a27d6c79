//! Flags as lists show them.

use chrono::NaiveDate;
use sqlx::PgConnection;

use crate::account;
use crate::flag::Flag;
use crate::organization::{self, Organization};
use crate::vault::Vault;
use crate::web::{Result, urls};

/// A flag in a list.
pub struct Row {
    /// Its page.
    pub href: String,
    /// About which organization.
    pub organization: Organization,
    /// The key of what it is about.
    pub kind_key: &'static str,
    /// What somebody saw, if somebody raised it.
    pub words: String,
    /// Who looks after it; empty where nobody does.
    pub owner: String,
    /// Until when.
    pub due_on: NaiveDate,
    /// Whether that day is over.
    pub is_overdue: bool,
}

/// Flags with the names that they are shown with, by two queries for all of them.
pub async fn rows(
    conn: &mut PgConnection,
    vault: &Vault,
    today: NaiveDate,
    flags: Vec<Flag>,
) -> Result<Vec<Row>> {
    let ids: Vec<_> = flags.iter().map(|flag| flag.organization).collect();
    let organizations = organization::find_many(conn, &ids).await?;
    let owners: Vec<_> = flags.iter().filter_map(|flag| flag.owner).collect();
    let names = account::called(conn, vault, &owners).await?;
    Ok(flags
        .into_iter()
        .filter_map(|flag| {
            let organization = organizations
                .iter()
                .find(|it| it.id == flag.organization)?
                .clone();
            let owner = flag.owner.and_then(|owner| names.get(&owner).cloned());
            Some(Row {
                href: urls::desk_flag(flag.id),
                organization,
                kind_key: flag.kind.key(),
                words: flag.words.unwrap_or_default(),
                owner: owner.unwrap_or_default(),
                is_overdue: flag.due_on < today,
                due_on: flag.due_on,
            })
        })
        .collect())
}
