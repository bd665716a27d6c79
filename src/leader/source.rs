//! Writing down who said what of a leader, and when.

use super::ConsentField;
use super::profile::Keeper;
use crate::Result;
use crate::db::Tx;
use crate::ids::{LeaderId, OrganizationId};

/// Says who said these fields. Only of a team it counts under which organization.
pub(super) async fn write(
    tx: &mut Tx,
    leader: LeaderId,
    (keeper, organization): (Keeper, Option<OrganizationId>),
    fields: &[ConsentField],
) -> Result<()> {
    let organization = organization.filter(|_| keeper == Keeper::Organization);
    let now = tx.now();
    let fields: Vec<&str> = fields.iter().map(|field| field.code()).collect();
    sqlx::query!(
        "insert into leader_sources (leader_id, field, keeper, organization_id, said_at)
         select $1, field, $3, $4, $5 from unnest($2::text[]) as f (field)
         on conflict (leader_id, field) do update
            set keeper = excluded.keeper, organization_id = excluded.organization_id, said_at = excluded.said_at",
        leader as _,
        &fields as _,
        keeper as _,
        organization as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
