//! What is like a name that somebody types: organizations that are listed, and whether one of that name is in the queue.
//! Of a case that waits nobody but its own people and the board learns more than that there is one.

use std::collections::HashSet;

use sqlx::PgConnection;

use crate::Result;
use crate::case;
use crate::ids::{AccountId, OrganizationId};
use crate::names::fold;
use crate::organization::{self, Asked, Organization};
use crate::values::{Country, Line, Standing};
use crate::vault::Vault;

/// The most that are shown.
const MOST: usize = 10;

/// How likely it must be that two names are of the same organization for an applicant to be asked.
const LIKE: f32 = 0.7;

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
    let asked = Asked {
        host_country: Some(host),
        ..Asked::name(name)
    };
    let found: Vec<Organization> = organization::alike(conn, &asked, MOST)
        .await?
        .into_iter()
        .filter(|it| it.weighed.score >= LIKE)
        .map(|it| it.organization)
        .filter(|it| it.standing != Standing::Merged)
        .collect();
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
