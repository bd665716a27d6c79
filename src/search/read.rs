//! Reading the directory's index from the database: all of it in the order of names, or what changed since.

use futures_util::TryStreamExt;
use sqlx::{FromRow, PgConnection};

use super::filter::Facet;
use super::memory::{Entry, Memory};
use crate::db::DbError;
use crate::gazetteer::Reader;
use crate::names::fold;
use crate::values::{Country, RegistryNumber};

/// What the index knows of an organization: public facts alone.
const COLUMNS: &str = r#"o.slot, o.version, o.name, o.city, o.host_country, o.homeland, o.community, o.kind, o.standing,
    o.areas, o.languages,
    array(select n.text from organization_names n where n.organization_id = o.id and n.position > 0
        order by n.position) as others"#;

#[derive(FromRow)]
struct Row {
    slot: i32,
    version: i32,
    name: String,
    city: Option<String>,
    host_country: String,
    homeland: Option<String>,
    community: Option<String>,
    kind: Option<String>,
    standing: String,
    areas: Vec<String>,
    languages: Vec<String>,
    others: Vec<String>,
    behind: Option<i32>,
}

impl Row {
    fn entry(self, cities: &mut Reader) -> Entry {
        let row = self;
        let host = Country::from_code(&row.host_country);
        let city = host
            .zip(row.city.as_deref())
            .and_then(|(host, city)| cities.city(host, city));
        let one = |facet: Facet, value: Option<String>| value.map(|value| (facet, value));
        let many =
            |facet: Facet, values: Vec<String>| values.into_iter().map(move |value| (facet, value));
        let single = [
            one(Facet::Host, Some(row.host_country)),
            one(Facet::City, city.map(|city| city.to_string())),
            one(Facet::Homeland, row.homeland),
            one(Facet::Community, row.community),
            one(Facet::Kind, row.kind),
            one(Facet::Standing, Some(row.standing)),
        ];
        let values = single.into_iter().flatten();
        let values = values
            .chain(many(Facet::Area, row.areas))
            .chain(many(Facet::Language, row.languages));
        Entry {
            slot: row.slot,
            version: row.version,
            values: values.collect(),
            names: std::iter::once(row.name).chain(row.others).collect(),
            city: row.city,
            behind: row.behind,
        }
    }
}

/// The oldest transaction that is still open: what it writes, and what is written after it, is not seen yet.
pub(super) async fn horizon(conn: &mut PgConnection) -> Result<i64, DbError> {
    sqlx::query_scalar!(
        r#"select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as "xmin!""#
    )
    .fetch_one(conn)
    .await
}

/// Reads everything in the order of names.
pub(super) async fn all(conn: &mut PgConnection) -> Result<Memory, DbError> {
    // At run time, because two queries share what they select.
    let sql = format!(
        r#"select {COLUMNS}, null::int as behind from organizations o order by o.name collate "und-x-icu", o.id"#
    );
    let mut memory = Memory::default();
    let mut cities = Reader::default();
    let mut rows = sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(sql)).fetch(conn);
    while let Some(row) = rows.try_next().await? {
        memory.read(&row.entry(&mut cities));
    }
    memory.settle();
    Ok(memory)
}

/// The new horizon, and what was written since the old one; nothing if that is more than `most`.
pub(super) async fn since(
    conn: &mut PgConnection,
    horizon: i64,
    most: i64,
) -> Result<(i64, Option<Vec<Entry>>), DbError> {
    // What another cluster's transactions wrote, before a restore, has numbers that are still to come here.
    let state = sqlx::query!(
        r#"select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as "xmin!",
            (select count(*) from (select from organizations where changed >= $1
                and changed < pg_snapshot_xmax(pg_current_snapshot())::text::bigint limit $2) written) as "count!""#,
        horizon,
        most + 1
    )
    .fetch_one(&mut *conn)
    .await?;
    if state.count == 0 {
        return Ok((state.xmin, Some(Vec::new())));
    }
    if state.count > most {
        return Ok((state.xmin, None));
    }
    // By name, so that whoever stands before another is known first.
    let sql = format!(
        r#"select {COLUMNS},
            (select b.slot from organizations b where (b.name collate "und-x-icu", b.id) < (o.name collate "und-x-icu", o.id)
                order by b.name collate "und-x-icu" desc, b.id desc limit 1) as behind
         from organizations o where o.changed >= $1
            and o.changed < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
         order by o.name collate "und-x-icu", o.id"#
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(horizon)
        .fetch_all(conn)
        .await?;
    let mut cities = Reader::default();
    let entries = rows.into_iter().map(|row| row.entry(&mut cities));
    Ok((state.xmin, Some(entries.collect())))
}

/// Whether there are at most so many organizations.
pub(super) async fn is_small(conn: &mut PgConnection, most: i64) -> Result<bool, DbError> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from (select from organizations limit $1) first"#,
        most + 1
    )
    .fetch_one(conn)
    .await?;
    Ok(count <= most)
}

/// The slots of those that have this number, ours or another register's; of one that gave way to another, both: by itself it is
/// found by those alone who ask for what was merged.
pub(super) async fn numbered(conn: &mut PgConnection, text: &str) -> Result<Vec<i32>, DbError> {
    if let Ok(number) = RegistryNumber::parse(text) {
        return sqlx::query_scalar!(
            "select s.slot from organizations o join organizations s on s.id in (o.id, o.merged_into) where o.number = $1",
            number as _
        )
        .fetch_all(conn)
        .await;
    }
    let without_site = text
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'));
    let typed = fold(without_site.map_or(text, |(_, path)| path)).replace(' ', "");
    if !typed.bytes().any(|byte| byte.is_ascii_digit()) {
        return Ok(Vec::new());
    }
    sqlx::query_scalar!(
        "select distinct s.slot from organization_identifiers i join organizations o on o.id = i.organization_id
            join organizations s on s.id in (o.id, o.merged_into)
         where lower(regexp_replace(i.value, '^https?://[^/]*/|[^A-Za-z0-9]', '', 'g')) = $1 limit 1000",
        typed
    )
    .fetch_all(conn)
    .await
}

/// The slot of an organization.
pub(super) async fn slot(
    conn: &mut PgConnection,
    number: RegistryNumber,
) -> Result<Option<i32>, DbError> {
    sqlx::query_scalar!(
        "select slot from organizations where number = $1",
        number as _
    )
    .fetch_optional(conn)
    .await
}
