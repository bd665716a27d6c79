//! What is like a name that somebody types: organizations that are listed, and whether one of that name is in the queue.
//! Of a case that waits nobody but its own people and the board learns more than that there is one.

use std::collections::HashSet;

use sqlx::PgConnection;

use crate::Result;
use crate::case;
use crate::ids::{AccountId, OrganizationId};
use crate::names::fold;
use crate::organization::{self, Name, Organization, Particulars};
use crate::values::{Country, Line, NameRole, Standing};
use crate::vault::Vault;

/// An organization of a like name.
#[derive(Clone, Debug)]
pub struct Like {
    /// It.
    pub organization: Organization,
    /// Whether somebody looks after it: then one asks to join, else one claims it.
    pub has_owner: bool,
}

/// Listed organizations of a like name, in any script and by any of their names.
pub async fn like(conn: &mut PgConnection, name: &Line, host: Country) -> Result<Vec<Like>> {
    let asked = Particulars {
        names: vec![Name::new(name.clone(), None, NameRole::Legal)],
        ..Particulars::of(host)
    };
    let mut found = organization::alike(conn, &asked).await?;
    found.retain(|it| it.standing != Standing::Merged);
    let ids: Vec<OrganizationId> = found.iter().map(|it| it.id).collect();
    let owned: HashSet<OrganizationId> = sqlx::query_scalar!(
        "select organization_id from organization_team where organization_id = any($1) and role = 'owner' and until is null",
        &ids as _,
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .collect();
    Ok(found
        .into_iter()
        .map(|organization| Like {
            has_owner: owned.contains(&organization.id),
            organization,
        })
        .collect())
}

/// Whether somebody else's registration under this name is under way.
pub async fn under_way(
    conn: &mut PgConnection,
    vault: &Vault,
    name: &Line,
    but_of: Option<AccountId>,
) -> Result<bool> {
    let folded = fold(name);
    if folded.is_empty() {
        return Ok(false);
    }
    case::is_under_way(conn, vault, &folded, but_of).await
}
