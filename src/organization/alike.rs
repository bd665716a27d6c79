//! Organizations that may be the one that applies: the same name in whatever spelling, or the same number elsewhere.

use sqlx::PgConnection;

use super::{Organization, Particulars, find_many};
use crate::Result;
use crate::ids::OrganizationId;
use crate::names::fold;

/// The most that a page shows.
const MOST: i64 = 10;

/// Registered organizations with one of these names, folded, or one of these identifiers. It finds candidates; a
/// person decides.
pub async fn alike(conn: &mut PgConnection, said: &Particulars) -> Result<Vec<Organization>> {
    let names: Vec<String> = said
        .names
        .iter()
        .map(|name| fold(&name.text))
        .filter(|name| !name.is_empty())
        .collect();
    let schemes: Vec<String> = said
        .identifiers
        .iter()
        .map(|it| it.scheme().to_owned())
        .collect();
    let values: Vec<String> = said
        .identifiers
        .iter()
        .map(|it| it.value().to_owned())
        .collect();
    let ids = sqlx::query_scalar!(
        r#"select id as "id!: OrganizationId" from (
            select n.organization_id as id from organization_names n where n.folded = any($1)
            union
            select i.organization_id from organization_identifiers i
                join unnest($2::text[], $3::text[]) as said(scheme, value)
                    on i.scheme = said.scheme and i.value = said.value
         ) found order by id limit $4"#,
        &names,
        &schemes,
        &values,
        MOST,
    )
    .fetch_all(&mut *conn)
    .await?;
    find_many(conn, &ids).await
}
