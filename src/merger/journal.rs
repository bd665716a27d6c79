//! The journal of a merger: what every row was before and became, told by looking before and after.

use std::collections::BTreeMap;

use serde_json::Value;
use sqlx::PgConnection;

use super::tables::{Image, Part, TABLES, Table, named};
use crate::db::Tx;
use crate::ids::MergerId;
use crate::{Error, Result};

/// A row that changed.
#[derive(Clone, Debug)]
pub(super) struct Moved {
    pub(super) table: &'static Table,
    pub(super) before: Option<Value>,
    pub(super) after: Option<Value>,
}

/// How many rows of a kind changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// What they are to people.
    pub part: Part,
    /// How many.
    pub rows: usize,
}

/// The rows that are not what they were.
pub(super) fn difference(before: Vec<Image>, after: Vec<Image>) -> Vec<Moved> {
    type Pair = (&'static Table, Option<Value>, Option<Value>);
    let mut rows: BTreeMap<(&'static str, String), Pair> = BTreeMap::new();
    for image in before {
        rows.insert(image.key(), (image.table, Some(image.row), None));
    }
    for image in after {
        let there = rows.entry(image.key()).or_insert((image.table, None, None));
        there.2 = Some(image.row);
    }
    rows.into_values()
        .filter(|(_, before, after)| before != after)
        .map(|(table, before, after)| Moved {
            table,
            before,
            after,
        })
        .collect()
}

/// Keeps what a merger changed.
pub(super) async fn keep(tx: &mut Tx, merger: MergerId, moved: &[Moved]) -> Result<()> {
    let tables: Vec<String> = moved.iter().map(|it| it.table.name.to_owned()).collect();
    let before: Vec<Option<Value>> = moved.iter().map(|it| it.before.clone()).collect();
    let after: Vec<Option<Value>> = moved.iter().map(|it| it.after.clone()).collect();
    sqlx::query!(
        "insert into merger_rows (merger_id, position, of_table, before, after)
         select $1, r.position, r.of_table, r.before, r.after
         from unnest($2::text[], $3::jsonb[], $4::jsonb[]) with ordinality as r (of_table, before, after, position)",
        merger as _,
        &tables,
        &before as _,
        &after as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What a merger changed.
pub(super) async fn read(conn: &mut PgConnection, merger: MergerId) -> Result<Vec<Moved>> {
    let rows = sqlx::query!(
        "select of_table, before, after from merger_rows where merger_id = $1 order by position",
        merger as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let table = named(&row.of_table)
                .ok_or(Error::Contradiction("a row of a table that nobody knows"))?;
            Ok(Moved {
                table,
                before: row.before,
                after: row.after,
            })
        })
        .collect()
}

/// How many rows a merger changed, by what they are.
pub async fn counts(conn: &mut PgConnection, merger: MergerId) -> Result<Vec<Count>> {
    let rows = sqlx::query!(
        r#"select of_table, count(*) as "rows!" from merger_rows where merger_id = $1 group by of_table"#,
        merger as _
    )
    .fetch_all(conn)
    .await?;
    let of = |part: Part| {
        let names: Vec<&str> = TABLES
            .iter()
            .filter(|table| table.part == part)
            .map(|table| table.name)
            .collect();
        rows.iter()
            .filter(|row| names.contains(&row.of_table.as_str()))
            .map(|row| usize::try_from(row.rows).unwrap_or_default())
            .sum()
    };
    Ok(Part::ALL
        .iter()
        .map(|part| Count {
            part: *part,
            rows: of(*part),
        })
        .filter(|count| count.rows > 0)
        .collect())
}
