//! Lists of initiatives.

use sqlx::PgConnection;

use super::InitiativeText;
use super::find::texts;
use super::policy::Scope;
use crate::Result;
use crate::ids::InitiativeId;
use crate::names::fold;
use crate::values::{Area, Country, InitiativeStage, Line};

/// Which initiatives are looked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words of a title or a city, in any script.
    pub words: String,
    /// How far they have come.
    pub stage: Option<InitiativeStage>,
    /// What they work on.
    pub area: Option<Area>,
    /// Where it happens.
    pub country: Option<Country>,
}

/// An initiative in a list.
#[derive(Debug)]
pub struct Summary {
    /// Its id.
    pub id: InitiativeId,
    /// What it says of itself.
    pub texts: Vec<InitiativeText>,
    /// How far it has come.
    pub stage: InitiativeStage,
    /// What it works on.
    pub areas: Vec<Area>,
    /// The country it happens in.
    pub host_country: Option<Country>,
    /// Where in it.
    pub city: Option<Line>,
    /// How many organizations carry it.
    pub partners: i64,
    /// Whether anybody sees it.
    pub is_published: bool,
}

/// Initiatives of the scope that the filter lets through, the newest first: `limit` of them from `offset` on.
pub async fn list(
    conn: &mut PgConnection,
    scope: Scope,
    filter: &Filter,
    offset: i64,
    limit: i64,
) -> Result<Vec<Summary>> {
    let rows = sqlx::query!(
        r#"select i.id, i.stage, i.areas, i.host_country, i.city, exists (select from public_initiatives v where v.id = i.id) as "is_published!",
                (select count(*) from initiative_partners p where p.initiative_id = i.id and p.until is null
                    and not exists (select from organizations o where o.id = p.organization_id and o.standing = 'struck_off')) as "partners!"
           from initiatives i
           where ($1 or exists (select from public_initiatives v where v.id = i.id))
             and ($2::text is null or i.stage = $2) and ($3::text[] is null or i.areas && $3)
             and ($4 = '' or i.search like '%' || $4 || '%') and ($5::text is null or i.host_country = $5)
           order by i.starts_on desc nulls first, i.id offset $6 limit $7"#,
        scope.unpublished(),
        filter.stage as _,
        filter.area.map(Area::under) as _,
        fold(&filter.words),
        filter.country as _,
        offset,
        limit
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<InitiativeId> = rows.iter().map(|row| row.id).collect();
    let mut texts = texts(conn, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| Summary {
            id: row.id,
            texts: texts.remove(&row.id).unwrap_or_default(),
            stage: row.stage,
            areas: row.areas,
            host_country: row.host_country,
            city: row.city,
            partners: row.partners,
            is_published: row.is_published,
        })
        .collect())
}

/// How many there are of these.
pub async fn count(conn: &mut PgConnection, scope: Scope, filter: &Filter) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from initiatives i
           where ($1 or exists (select from public_initiatives v where v.id = i.id))
             and ($2::text is null or i.stage = $2) and ($3::text[] is null or i.areas && $3)
             and ($4 = '' or i.search like '%' || $4 || '%') and ($5::text is null or i.host_country = $5)"#,
        scope.unpublished(),
        filter.stage as _,
        filter.area.map(Area::under) as _,
        fold(&filter.words),
        filter.country as _
    )
    .fetch_one(conn)
    .await?)
}

/// Those that anybody may see, the newest first: `most` at most.
pub async fn published(conn: &mut PgConnection, most: i64) -> Result<Vec<InitiativeId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id!: InitiativeId" from public_initiatives order by id desc limit $1"#,
        most
    )
    .fetch_all(conn)
    .await?)
}
