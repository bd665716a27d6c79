//! What only amendments know: what the registry said when they were begun, and that there is one at a time.

use sqlx::PgConnection;

use super::draft::{DRAFT, RawForm, start};
use super::policy::{CanRead, CanStart};
use super::{Case, Verdict};
use crate::db::Tx;
use crate::ids::{CaseId, OrganizationId};
use crate::organization::{Particulars, team};
use crate::vault::Vault;
use crate::{Error, Result};

/// Where what the registry said is sealed.
const BASE: &str = "cases.base";

/// Starts an amendment with a form that says what the registry says. If one is under way, that one.
pub async fn start_amendment(
    tx: &mut Tx,
    granted: CanStart,
    raw: &RawForm,
    base: &Particulars,
) -> Result<CaseId> {
    let about = granted
        .about()
        .ok_or(Error::Contradiction("an amendment of nothing"))?
        .id;
    // Two at once are one.
    team::lock(tx, about).await?;
    if let Some(there) = open_amendment_of(tx, about).await? {
        return Ok(there);
    }
    let id = start(tx, granted).await?;
    let draft = tx.vault().seal_json(DRAFT, id, raw)?;
    let base = tx.vault().seal_json(BASE, id, base)?;
    sqlx::query!(
        "update cases set draft_sealed = $2, base_sealed = $3 where id = $1",
        id as _,
        draft as _,
        base as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// The amendment of an organization that is under way, if there is one.
pub async fn open_amendment_of(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Option<CaseId>> {
    Ok(sqlx::query_scalar!(
        "select id from cases where kind = 'amendment' and organization_id = $1
            and stage not in ('accepted', 'accepted_with_conditions', 'refused', 'withdrawn')
         order by created_at limit 1",
        organization as _
    )
    .fetch_optional(conn)
    .await?)
}

/// What the registry said when an amendment was begun; nothing for other kinds.
pub async fn base(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Option<Particulars>> {
    of(conn, vault, granted.case()).await
}

/// The same for whoever applies it.
pub async fn base_of(tx: &mut Tx, verdict: &Verdict) -> Result<Particulars> {
    let vault = tx.vault();
    of(tx, &vault, verdict.case())
        .await?
        .ok_or(Error::Contradiction("an amendment without a base"))
}

async fn of(conn: &mut PgConnection, vault: &Vault, case: &Case) -> Result<Option<Particulars>> {
    let sealed = sqlx::query_scalar!("select base_sealed from cases where id = $1", case.id as _)
        .fetch_one(conn)
        .await?;
    sealed
        .map(|sealed| Ok(vault.open_json(BASE, case.id, &sealed)?))
        .transpose()
}
