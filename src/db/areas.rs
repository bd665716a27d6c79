//! The list of areas, read again when it has changed. Whoever takes a connection asks first which list holds; the answer
//! says too that the connection is alive, which the pool would else ask in the same time.

use std::collections::HashMap;

use sqlx::PgConnection;
use uuid::Uuid;

use super::DbError;
use crate::values::area::Term;
use crate::values::{Area, Areas, InEveryLanguage};

/// PostgreSQL's word for a table that is not there: the schema is older than the list.
const NO_TABLE: &str = "42P01";

/// Reads the list if it is another than the one that is known.
pub(super) async fn refresh(conn: &mut PgConnection) -> Result<(), DbError> {
    let state = sqlx::query_scalar!("select state from area_list")
        .fetch_one(&mut *conn)
        .await;
    let state = match state {
        Ok(state) => state,
        Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some(NO_TABLE) => {
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    if state != Areas::now().state() {
        // What is written meanwhile has another state, and is read by whoever asks next.
        read(conn, state).await?.learn();
    }
    Ok(())
}

/// The list as it is now.
async fn read(conn: &mut PgConnection, state: Uuid) -> Result<Areas, DbError> {
    let names = sqlx::query!(
        r#"select area_code as "area: Area", language, text from area_names order by area_code, language"#
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut named: HashMap<Area, (InEveryLanguage, Vec<String>)> = HashMap::new();
    for row in names {
        let (own, others) = named.entry(row.area).or_default();
        match row.language.as_str() {
            "en" => own.en = row.text,
            "ru" => own.ru = row.text,
            "ar" => own.ar = row.text,
            _ => others.push(row.text),
        }
    }
    let rows = sqlx::query!(
        r#"select code as "area: Area", parent as "parent: Area", merged_into as "merged_into: Area",
            retired_on is not null as "is_retired!"
         from areas order by position, code"#
    )
    .fetch_all(conn)
    .await?;
    let terms = rows.into_iter().map(|row| {
        let (names, other_names) = named.remove(&row.area).unwrap_or_default();
        Term {
            area: row.area,
            parent: row.parent,
            is_retired: row.is_retired,
            merged_into: row.merged_into,
            names,
            other_names,
        }
    });
    Ok(Areas::new(state, terms.collect()))
}
