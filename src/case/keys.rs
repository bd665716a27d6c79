//! By what a registration that waits or was refused is found: keys of its names, numbers, website, and marks of its contacts.

use std::collections::HashSet;

use sqlx::PgConnection;

use super::submission::opened;
use crate::Result;
use crate::db::{Db, Tx};
use crate::ids::CaseId;
use crate::names::{KEYS_VERSION, keys};
use crate::organization::Wanted;
use crate::organization::keys::Counts;
use crate::organization::{Asked, Particulars};
use crate::values::{CaseKind, Identifier};

/// The cases that share keys and are weighed further.
const COMPARED: usize = 60;

/// The cases that share something else: a number, the website, a contact.
const SHARING: i64 = 50;

/// The cases of one transaction.
const BATCH: i64 = 500;

/// A register and a number in it, as they are compared.
pub(super) fn number_key(identifier: &Identifier) -> String {
    format!("{} {}", identifier.scheme(), identifier.normal())
}

/// Writes by what a registration is found, as it was sent last.
pub(super) async fn write(tx: &mut Tx, case: CaseId, said: &Particulars) -> Result<()> {
    let asked = Asked::at_desk(&tx.vault(), said);
    let mut found: Vec<i32> = asked.names.iter().flat_map(|name| keys(name)).collect();
    found.sort_unstable();
    found.dedup();
    let numbers: Vec<String> = asked.identifiers.iter().map(number_key).collect();
    sqlx::query!(
        "insert into case_keys (case_id, keys, keys_version, numbers, website_host, marks)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (case_id) do update set keys = excluded.keys, keys_version = excluded.keys_version,
            numbers = excluded.numbers, website_host = excluded.website_host, marks = excluded.marks",
        case as _,
        &found,
        KEYS_VERSION,
        &numbers,
        asked.website_host,
        &asked.marks as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// It is found no more: the organization is registered, or the case was taken back.
pub(super) async fn end(tx: &mut Tx, case: CaseId) -> Result<()> {
    sqlx::query!("delete from case_keys where case_id = $1", case as _)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Those that may be what is asked for, to be weighed: a bounded number, whatever there is.
pub(super) async fn sharing(
    conn: &mut PgConnection,
    asked: &Asked,
    counts: &Counts,
) -> Result<Vec<CaseId>> {
    let wanted = Wanted::of(&asked.names, counts);
    let mut found: Vec<(f32, CaseId)> = Vec::new();
    if !wanted.keys().is_empty() {
        let rows = sqlx::query!(
            r#"select case_id, keys as "keys!: Vec<i32>" from case_keys where keys && $1 limit 2000"#,
            wanted.keys()
        )
        .fetch_all(&mut *conn)
        .await?;
        found.extend(
            rows.iter()
                .map(|row| (wanted.shared(&row.keys), row.case_id)),
        );
    }
    found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(COMPARED);
    let numbers: Vec<String> = asked.identifiers.iter().map(number_key).collect();
    let others = sqlx::query_scalar!(
        r#"select case_id as "id!: CaseId" from (
            (select case_id from case_keys where numbers && $1 limit $4)
            union (select case_id from case_keys where website_host = $2 limit $4)
            union (select case_id from case_keys where marks && $3 limit $4)
         ) found order by case_id"#,
        &numbers,
        asked.website_host.as_deref(),
        &asked.marks as _,
        SHARING,
    )
    .fetch_all(conn)
    .await?;
    let mut seen = HashSet::new();
    let found = others
        .into_iter()
        .chain(found.into_iter().map(|(_, id)| id));
    Ok(found.filter(|id| seen.insert(*id)).collect())
}

/// Makes the keys of registrations that have none yet, or those of an older program, and says of how many. Two programs that
/// start at once share the work.
pub async fn refresh_keys(db: &Db) -> Result<u64> {
    let mut done = 0;
    loop {
        let mut tx = db.begin().await?;
        let ids = sqlx::query_scalar!(
            "select case_id from case_keys where keys_version < $1 order by keys_version limit $2 for update skip locked",
            KEYS_VERSION,
            BATCH
        )
        .fetch_all(&mut *tx)
        .await?;
        if ids.is_empty() {
            return Ok(done);
        }
        let vault = tx.vault();
        let mut left: HashSet<CaseId> = ids.iter().copied().collect();
        for (case, said) in opened(&mut tx, &vault, &ids).await? {
            left.remove(&case);
            write(&mut tx, case, &said).await?;
        }
        for case in left {
            end(&mut tx, case).await?;
        }
        let _ = tx.commit().await?;
        done += ids.len() as u64;
    }
}

/// Whether cases of this kind are found by what they say: a change or a claim is about an organization that is found itself.
pub(super) const fn is_found(kind: CaseKind) -> bool {
    matches!(kind, CaseKind::Registration)
}
