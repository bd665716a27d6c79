//! Organizations that gave way to another: how they do, where their numbers lead, and which of them stand behind one.

use sqlx::PgConnection;

use super::Organization;
use super::find::find_many;
use super::store::rehash;
use crate::db::Tx;
use crate::ids::OrganizationId;
use crate::values::Standing;
use crate::{Error, Result};

/// Lets one give way to another, if nobody changed it since it was seen. Those that gave way to it before go on to the
/// other too, so that every old number is one step away. Whoever calls holds both, and says so in history.
pub async fn give_way(tx: &mut Tx, seen: &Organization, to: OrganizationId) -> Result<()> {
    let now = tx.now();
    let gone = sqlx::query!(
        "update organizations set standing = $4, standing_until = null, merged_into = $3, updated_at = $5,
            revision = revision + 1
         where id = $1 and revision = $2 and merged_into is null and $1 <> $3",
        seen.id as _,
        seen.revision,
        to as _,
        Standing::Merged as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if gone == 0 {
        return Err(Error::Overtaken);
    }
    rehash(tx, seen.id).await?;
    let earlier = sqlx::query_scalar!(
        "update organizations set merged_into = $2, revision = revision + 1 where merged_into = $1 returning id",
        seen.id as _,
        to as _
    )
    .fetch_all(&mut **tx)
    .await?;
    for id in earlier {
        rehash(tx, id).await?;
    }
    Ok(())
}

/// The one that goes on for this one: itself, unless it gave way. A file may have brought chains, and even circles:
/// a chain is followed to its end, and a circle leads nowhere else.
pub async fn survivor(
    conn: &mut PgConnection,
    id: OrganizationId,
) -> Result<Option<OrganizationId>> {
    Ok(sqlx::query_scalar!(
        r#"with recursive chain as (
            select id, merged_into from organizations where id = $1
            union
            select o.id, o.merged_into from organizations o join chain c on o.id = c.merged_into
         )
         select id as "id!: OrganizationId" from chain where merged_into is null limit 1"#,
        id as _
    )
    .fetch_optional(conn)
    .await?)
}

/// Those that gave way to this one, by name.
pub async fn gave_way_to(conn: &mut PgConnection, id: OrganizationId) -> Result<Vec<Organization>> {
    let ids = sqlx::query_scalar!(
        r#"with recursive behind as (
            select id from organizations where merged_into = $1
            union
            select o.id from organizations o join behind b on o.merged_into = b.id
         )
         select id as "id!: OrganizationId" from behind where id <> $1"#,
        id as _
    )
    .fetch_all(&mut *conn)
    .await?;
    find_many(conn, &ids).await
}

/// Holds organizations until the end of the transaction, in the order of their ids, and gives them as they are then.
pub async fn hold(tx: &mut Tx, ids: &[OrganizationId]) -> Result<Vec<Organization>> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    sqlx::query_scalar!(
        r#"select id as "id: OrganizationId" from organizations where id = any($1) order by id for no key update"#,
        &ids as _
    )
    .fetch_all(&mut **tx)
    .await?;
    find_many(tx, &ids).await
}

/// Makes sure that an organization did not give way, and does not before the transaction has ended: for what is about to
/// be asked in its name.
pub async fn still_goes_on(tx: &mut Tx, id: OrganizationId) -> Result<()> {
    let into = sqlx::query_scalar!(
        r#"select merged_into as "into: OrganizationId" from organizations where id = $1 for share"#,
        id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    match into {
        None => Ok(()),
        Some(_) => Err(Error::Overtaken),
    }
}

/// Writes again what is made of the rest of a row, after rows of it were put back by hand.
pub async fn refresh(tx: &mut Tx, id: OrganizationId) -> Result<()> {
    rehash(tx, id).await
}
