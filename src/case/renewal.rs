//! What only renewals know: that a section is confirmed or changed, and that one term is added once.

use sqlx::PgConnection;

use super::amendment::measure;
use super::draft::{Glimpse, RawForm, save_section};
use super::policy::CanEdit;
use super::{Case, Verdict};
use crate::Result;
use crate::db::Tx;
use crate::organization::{Particulars, Section};

/// Says that a section is still as the registry has it today. `raw` is the whole form, which says so; call
/// [`super::lock_draft`] before.
pub async fn confirm_section(
    tx: &mut Tx,
    granted: CanEdit,
    (section, seen): (Section, i32),
    (raw, glimpse): (&RawForm, &Glimpse),
    today: &Particulars,
) -> Result<()> {
    let case = granted.case().id;
    see_section(tx, &granted, section, today).await?;
    save_section(tx, granted, section, seen, raw, glimpse).await?;
    sqlx::query!(
        "update case_sections set confirmed = true where case_id = $1 and section = $2",
        case as _,
        section as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whoever writes in a section has seen what the registry says of it today: a change is what differs from that.
pub async fn see_section(
    tx: &mut Tx,
    granted: &CanEdit,
    section: Section,
    today: &Particulars,
) -> Result<()> {
    measure(tx, granted.case(), section.particulars(), today).await
}

/// Whether another renewal was accepted since this one was begun. A refusal that was appealed against may be answered after
/// a second renewal: the same term is not added twice.
pub async fn was_renewed_since(tx: &mut Tx, verdict: &Verdict) -> Result<bool> {
    let Case {
        id,
        organization,
        created_at,
        ..
    } = verdict.case();
    Ok(sqlx::query_scalar!(
        r#"select exists (
            select from cases
            where kind = 'renewal' and organization_id = $1 and id <> $2
                and stage in ('accepted', 'accepted_with_conditions') and decided_at >= $3
        ) as "there!""#,
        organization as _,
        id as _,
        created_at,
    )
    .fetch_one(&mut **tx as &mut PgConnection)
    .await?)
}
