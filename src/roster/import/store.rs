//! What is kept of an import itself: its counts as it goes, and every reason, sealed where it repeats a text of the file.

use std::collections::HashMap;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::counts::Counts;
use super::feed::Opened;
use super::{ImportError, LOCK};
use crate::db::{Db, Tx};
use crate::history::{self, Act, Event, Subject};
use crate::ids::{ImportId, OrganizationId};
use crate::roster::policy::CanImport;
use crate::roster::reason::Remark;
use crate::values::{Arg, RegistryNumber};

/// Where the texts of reasons are sealed: a place for each, so that none can be put in another's place.
pub(super) fn place_of(line: i64, position: i16) -> String {
    format!("import_remarks.text.{line}.{position}")
}

/// Tries to be the only one who imports, as long as this transaction is open.
pub(super) async fn try_lock(tx: &mut Tx) -> Result<bool, crate::Error> {
    let got = sqlx::query_scalar!(r#"select pg_try_advisory_xact_lock($1) as "got!""#, LOCK)
        .fetch_one(&mut **tx)
        .await?;
    Ok(got)
}

/// Writes that an import begins. Those that never ended are known to be dead: we hold the lock.
pub(super) async fn begin<R>(
    tx: &mut Tx,
    id: ImportId,
    granted: &CanImport,
    file_name: &str,
    opened: &Opened<R>,
    dry_run: bool,
) -> Result<(), crate::Error>
where
    R: std::io::Read + std::io::Seek,
{
    let now = tx.now();
    sqlx::query!(
        "update imports set finished_at = $1, failure = 'import-stopped' where finished_at is null",
        now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "insert into imports (id, file_name, file_hash, columns_title, dry_run, by_account_id, started_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id as _,
        file_name,
        opened.hash,
        opened.roster.columns().title,
        dry_run,
        granted.by().account() as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Adds what a batch came to.
pub(super) async fn advance(
    tx: &mut Tx,
    id: ImportId,
    counts: &Counts,
) -> Result<(), crate::Error> {
    let many = |count: u64| i32::try_from(count).unwrap_or(i32::MAX);
    sqlx::query!(
        "update imports set rows_total = rows_total + $2, rows_in = rows_in + $3, rows_updated = rows_updated + $4,
            rows_unchanged = rows_unchanged + $5, rows_refused = rows_refused + $6
         where id = $1",
        id as _,
        many(counts.total),
        many(counts.added),
        many(counts.updated),
        many(counts.unchanged),
        many(counts.refused)
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes the reasons of a batch.
pub(super) async fn remark(
    tx: &mut Tx,
    id: ImportId,
    rows: &[(u64, bool, Vec<Remark>)],
) -> Result<(), crate::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let vault = tx.vault();
    let mut lines: Vec<i64> = Vec::new();
    let mut positions: Vec<i16> = Vec::new();
    let mut refused: Vec<bool> = Vec::new();
    let mut fields: Vec<Option<String>> = Vec::new();
    let mut reasons: Vec<String> = Vec::new();
    let mut args: Vec<Value> = Vec::new();
    let mut texts: Vec<crate::vault::Sealed> = Vec::new();
    for (line, is_refused, remarks) in rows {
        let line = i64::try_from(*line).unwrap_or(i64::MAX);
        for (at, remark) in remarks.iter().enumerate() {
            let position = i16::try_from(at).unwrap_or(i16::MAX);
            lines.push(line);
            positions.push(position);
            refused.push(*is_refused);
            fields.push(remark.field.map(|field| field.code().to_owned()));
            reasons.push(remark.reason.key().to_owned());
            args.push(Value::Object(said(remark)));
            texts.push(vault.seal_text(&place_of(line, position), id, &remark.text)?);
        }
    }
    let import: Uuid = id.uuid();
    sqlx::query!(
        "insert into import_remarks (import_id, line, position, refused, field, reason, args, text_sealed)
         select $1, line, position, refused, field, reason, args, text_sealed
         from unnest($2::bigint[], $3::smallint[], $4::bool[], $5::text[], $6::text[], $7::jsonb[], $8::bytea[])
            as r (line, position, refused, field, reason, args, text_sealed)
         on conflict do nothing",
        import,
        &lines,
        &positions,
        &refused,
        &fields as _,
        &reasons,
        &args,
        &texts as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What the sentence of a reason mentions, so that it can be said again in any language.
fn said(remark: &Remark) -> Map<String, Value> {
    let arg = |arg: Arg| match arg {
        Arg::Number(number) => json!(number),
        Arg::Text(text) => json!(text),
    };
    remark
        .reason
        .args()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), arg(value)))
        .collect()
}

/// The hashes that the last imports left.
pub(super) async fn hashes(
    tx: &mut Tx,
    ids: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Vec<u8>>, crate::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        r#"select id, import_hash as "hash!" from organizations where id = any($1) and import_hash is not null"#,
        ids as _
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.hash)).collect())
}

/// The organization with this number.
pub(super) async fn numbered(
    tx: &mut Tx,
    number: RegistryNumber,
) -> Result<Option<OrganizationId>, crate::Error> {
    let id = sqlx::query_scalar!(
        "select id from organizations where number = $1",
        number as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(id)
}

/// Writes that an import ended, and how.
pub(super) async fn end(
    db: &Db,
    granted: &CanImport,
    id: ImportId,
    counts: &Counts,
    dry_run: bool,
    failure: Option<&str>,
) -> Result<(), ImportError> {
    let mut tx = db.begin().await?;
    let now = tx.now();
    sqlx::query!(
        "update imports set finished_at = $2, failure = $3 where id = $1",
        id as _,
        now,
        failure
    )
    .execute(&mut *tx)
    .await?;
    let event = Event::new(Act::RosterImported, Subject::import(id)).after(json!({
        "dry_run": dry_run,
        "total": counts.total,
        "in": counts.added,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "refused": counts.refused,
        "failure": failure,
    }));
    history::record(&mut tx, granted.by(), event).await?;
    let _ = tx.commit().await?;
    Ok(())
}
