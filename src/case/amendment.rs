//! What only amendments and renewals know: what the registry said when they were begun, that there is one of each at a
//! time, and what would come of one.

use sqlx::PgConnection;

use super::draft::{DRAFT, RawForm, start};
use super::policy::{CanRead, CanStart};
use super::{Case, Verdict};
use crate::db::Tx;
use crate::ids::{CaseId, OrganizationId};
use crate::organization::{self, Amended, Change, Particular, Particulars, compare, team};
use crate::values::CaseKind;
use crate::vault::Vault;
use crate::{Error, Result};

/// Where what the registry said is sealed.
const BASE: &str = "cases.base";

/// What the registry says, and what it would say.
#[derive(Clone, Debug)]
pub struct Meant {
    /// What it says now.
    pub now: Particulars,
    /// What it would say, and what others changed meanwhile.
    pub amended: Amended,
}

impl Meant {
    /// What would change.
    pub fn changes(&self) -> Vec<Change> {
        compare(&self.now, &self.amended.said)
    }

    /// Whether something would change that the board looks at before it counts.
    pub fn is_material(&self) -> bool {
        self.changes().iter().any(|it| it.field.is_material())
    }
}

/// Starts an amendment or a renewal with a form that says what the registry says. If one of the kind is under way, that one.
pub async fn start_change(
    tx: &mut Tx,
    granted: CanStart,
    raw: &RawForm,
    base: &Particulars,
) -> Result<CaseId> {
    let about = granted
        .about()
        .ok_or(Error::Contradiction("a change of nothing"))?
        .id;
    // Two at once are one.
    team::lock(tx, about).await?;
    if let Some(there) = open_change_of(tx, granted.kind(), about).await? {
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
    open_change_of(conn, CaseKind::Amendment, organization).await
}

/// The renewal of an organization that is under way, if there is one.
pub async fn open_renewal_of(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Option<CaseId>> {
    open_change_of(conn, CaseKind::Renewal, organization).await
}

async fn open_change_of(
    conn: &mut PgConnection,
    kind: CaseKind,
    organization: OrganizationId,
) -> Result<Option<CaseId>> {
    Ok(sqlx::query_scalar!(
        "select id from cases where kind = $2 and organization_id = $1
            and stage not in ('accepted', 'accepted_with_conditions', 'refused', 'withdrawn', 'expired')
         order by created_at limit 1",
        organization as _,
        kind as _
    )
    .fetch_optional(conn)
    .await?)
}

/// What would come of a change that says `wanted`, if it were accepted today, when the registry says `now`, its people in
/// office among it; nothing for other kinds.
pub async fn meant(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
    wanted: &Particulars,
    now: Option<Particulars>,
) -> Result<Option<Meant>> {
    let base = base(conn, vault, granted).await?;
    Ok(base.zip(now).map(|(base, now)| Meant {
        amended: organization::amend(&base, wanted, &now),
        now,
    }))
}

/// What a change means to change, measured against what the registry said when it was written.
pub(super) async fn changes(tx: &mut Tx, case: &Case, wanted: &Particulars) -> Result<Vec<Change>> {
    let vault = tx.vault();
    let base = of(tx, &vault, case).await?;
    Ok(base.map_or_else(Vec::new, |base| compare(&base, wanted)))
}

/// Measures what a change says in some fields against what the registry says today: whoever writes there has seen it.
pub(super) async fn measure(
    tx: &mut Tx,
    case: &Case,
    fields: &[Particular],
    today: &Particulars,
) -> Result<()> {
    let vault = tx.vault();
    let mut base = of(tx, &vault, case)
        .await?
        .ok_or(Error::Contradiction("a change without a base"))?;
    for field in fields {
        base.take(*field, today);
    }
    let sealed = vault.seal_json(BASE, case.id, &base)?;
    sqlx::query!(
        "update cases set base_sealed = $2 where id = $1",
        case.id as _,
        sealed as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What the registry said when an amendment or a renewal was begun; nothing for other kinds.
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
        .ok_or(Error::Contradiction("a change without a base"))
}

async fn of(conn: &mut PgConnection, vault: &Vault, case: &Case) -> Result<Option<Particulars>> {
    let sealed = sqlx::query_scalar!("select base_sealed from cases where id = $1", case.id as _)
        .fetch_one(conn)
        .await?;
    sealed
        .map(|sealed| Ok(vault.open_json(BASE, case.id, &sealed)?))
        .transpose()
}
