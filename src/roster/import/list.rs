//! Reading what became of imports.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;

use super::LOCK;
use super::counts::{Counts, Why};
use super::store::place_of;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, ImportId};
use crate::roster::RosterField;
use crate::roster::policy::CanImport;
use crate::values::Arg;
use crate::vault::Vault;

/// An import, as its page shows it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its id.
    pub id: ImportId,
    /// What the file was called.
    pub file_name: String,
    /// What the column map says that it is.
    pub columns_title: Option<String>,
    /// Whether it was a trial.
    pub dry_run: bool,
    /// Who let it in; nobody for a command.
    pub by: Option<AccountId>,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
    /// Why it stopped before the end of the file, by key.
    pub failure: Option<String>,
    /// What became of its rows.
    pub counts: Counts,
    /// What the sentence of each reason mentions, where it was given first.
    pub samples: BTreeMap<Why, Vec<(String, Arg)>>,
}

struct Row {
    id: ImportId,
    file_name: String,
    columns_title: Option<String>,
    dry_run: bool,
    by_account_id: Option<AccountId>,
    started_at: DateTime<Utc>,
    finished_at: Option<DateTime<Utc>>,
    failure: Option<String>,
    rows_total: i32,
    rows_in: i32,
    rows_updated: i32,
    rows_unchanged: i32,
    rows_refused: i32,
}

impl From<Row> for Shown {
    fn from(row: Row) -> Self {
        let many = |count: i32| u64::try_from(count).unwrap_or_default();
        Self {
            id: row.id,
            file_name: row.file_name,
            columns_title: row.columns_title,
            dry_run: row.dry_run,
            by: row.by_account_id,
            started_at: row.started_at,
            finished_at: row.finished_at,
            failure: row.failure,
            counts: Counts {
                total: many(row.rows_total),
                added: many(row.rows_in),
                updated: many(row.rows_updated),
                unchanged: many(row.rows_unchanged),
                refused: many(row.rows_refused),
                reasons: BTreeMap::new(),
            },
            samples: BTreeMap::new(),
        }
    }
}

/// The latest imports, the newest first.
pub async fn newest(
    conn: &mut PgConnection,
    _granted: &CanImport,
    most: i64,
) -> Result<Vec<Shown>, crate::Error> {
    let rows = sqlx::query_as!(
        Row,
        "select id, file_name, columns_title, dry_run, by_account_id, started_at, finished_at, failure, rows_total, rows_in,
            rows_updated, rows_unchanged, rows_refused
         from imports order by started_at desc, id desc limit $1",
        most
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Shown::from).collect())
}

/// An import, with how often each reason was given.
pub async fn find(
    conn: &mut PgConnection,
    _granted: &CanImport,
    id: ImportId,
) -> Result<Option<Shown>, crate::Error> {
    let row = sqlx::query_as!(
        Row,
        "select id, file_name, columns_title, dry_run, by_account_id, started_at, finished_at, failure, rows_total, rows_in,
            rows_updated, rows_unchanged, rows_refused
         from imports where id = $1",
        id as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let reasons = sqlx::query!(
        r#"select refused, field, reason, count(*) as "times!", (array_agg(args order by line, position))[1] as "args!"
         from import_remarks where import_id = $1 group by refused, field, reason"#,
        id as _
    )
    .fetch_all(conn)
    .await?;
    let mut shown = Shown::from(row);
    for reason in reasons {
        let why = Why {
            refused: reason.refused,
            field: reason.field.as_deref().and_then(RosterField::from_code),
            key: reason.reason,
        };
        let times = u64::try_from(reason.times).unwrap_or_default();
        shown.samples.insert(why.clone(), args(&reason.args));
        shown.counts.reasons.insert(why, times);
    }
    Ok(Some(shown))
}

/// A line of the report.
#[derive(Clone)]
pub struct Line {
    /// The line of the file.
    pub line: i64,
    /// Its place among the reasons against this row.
    pub position: i16,
    /// Whether the row is out.
    pub refused: bool,
    /// The field, unless the row as a whole is meant.
    pub field: Option<RosterField>,
    /// The key of the reason.
    pub key: String,
    /// What its sentence mentions.
    pub args: Vec<(String, Arg)>,
    /// The text in question.
    pub text: String,
}

/// Where a page of the report begins, and how long it is.
#[derive(Clone, Copy, Debug)]
pub struct Lines {
    /// Behind this line and position.
    pub after: (i64, i16),
    /// At most so many.
    pub most: i64,
}

/// A part of the report, in the order of the file.
pub async fn lines(
    conn: &mut PgConnection,
    vault: &Vault,
    _granted: &CanImport,
    id: ImportId,
    which: Lines,
) -> Result<Vec<Line>, crate::Error> {
    let rows = sqlx::query!(
        "select line, position, refused, field, reason, args, text_sealed from import_remarks
         where import_id = $1 and (line, position) > ($2, $3) order by line, position limit $4",
        id as _,
        which.after.0,
        which.after.1,
        which.most
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let text = vault.open_text(&place_of(row.line, row.position), id, &row.text_sealed)?;
            Ok(Line {
                line: row.line,
                position: row.position,
                refused: row.refused,
                field: row.field.as_deref().and_then(RosterField::from_code),
                key: row.reason,
                args: args(&row.args),
                text,
            })
        })
        .collect()
}

fn args(json: &Value) -> Vec<(String, Arg)> {
    let named = json.as_object().into_iter().flatten();
    named
        .map(|(name, value)| {
            let arg = match (value.as_i64(), value.as_str()) {
                (Some(number), _) => Arg::Number(number),
                (None, Some(text)) => Arg::Text(text.to_owned()),
                (None, None) => Arg::Text(value.to_string()),
            };
            (name.clone(), arg)
        })
        .collect()
}

/// Whether an import is running now, here or on another server.
pub async fn is_running(conn: &mut PgConnection) -> Result<bool, crate::Error> {
    let (high, low) = (LOCK >> 32, LOCK & 0xFFFF_FFFF);
    let running = sqlx::query_scalar!(
        r#"select exists(select from pg_locks where locktype = 'advisory' and objsubid = 1 and granted
            and database = (select oid from pg_database where datname = current_database())
            and classid::bigint = $1 and objid::bigint = $2) as "running!""#,
        high,
        low
    )
    .fetch_one(conn)
    .await?;
    Ok(running)
}

/// Writes into history that the report of an import was taken away: the texts in it may name people.
pub async fn report_taken(
    tx: &mut Tx,
    granted: &CanImport,
    id: ImportId,
) -> Result<(), crate::Error> {
    let event = Event::new(Act::PersonalDataViewed, Subject::import(id));
    history::record(tx, granted.by(), event).await
}
