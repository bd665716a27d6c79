//! What is like a name that somebody types: organizations that are listed, and whether one of that name is in the queue.
//! Of a case that waits nobody but its own people and the board learns more than that there is one.

use std::collections::HashSet;

use sqlx::PgConnection;

use crate::Result;
use crate::account;
use crate::case;
use crate::db::Tx;
use crate::ids::{AccountId, OrganizationId};
use crate::organization::{self, Asked, Organization};
use crate::values::{Country, Line, Standing};

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

/// Whether somebody else's registration under this name is under way in this country; nothing, where somebody has asked so often that
/// they have to wait: whoever tries names one after another would learn what others ask for.
pub async fn under_way(
    tx: &mut Tx,
    (name, host): (&Line, Country),
    asks: Option<AccountId>,
    remote: &str,
) -> Result<Option<bool>> {
    let who = asks.map_or_else(|| remote.to_owned(), |id| id.to_string());
    if account::asks_too_often(tx, &who).await? {
        return Ok(None);
    }
    let vault = tx.vault();
    let found = case::is_under_way(tx, &vault, (name, host), asks).await?;
    Ok(Some(found))
}
