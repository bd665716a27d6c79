//! The job: what was begun is done, some rows in each transaction. Killed anywhere, the next run goes on where it stood; two at once
//! do everything once.

use std::time::Duration;

use serde_json::json;

use super::single::single;
use super::{BulkFate, BulkKind, BulkOrder, BulkState, ORDER};
use crate::account;
use crate::actor::{Actor, Person};
use crate::db::{Db, Tx, Whole};
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, BulkId, OrganizationId, SessionId};
use crate::vault::Sealed;
use crate::{Error, Result};

/// How many rows are done in one transaction.
const BATCH: i64 = 50;

/// How often the job looks whether something was begun.
const OFTEN: Duration = Duration::from_secs(1);

struct Running {
    id: BulkId,
    kind: BulkKind,
    order_sealed: Sealed,
    by_id: AccountId,
    session_id: Option<SessionId>,
}

/// Does what was begun, until nothing is left. How many steps that took.
pub async fn keep(db: &Db) -> Result<usize> {
    let mut all = 0;
    while batch(db).await? {
        all += 1;
    }
    Ok(all)
}

/// The same for ever, until asked to stop.
pub async fn keep_forever(db: Db, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        if let Err(error) = keep(&db).await {
            tracing::warn!(%error, "acts on many organizations were not gone on with; they will be");
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(OFTEN) => {}
        }
    }
}

/// Some rows of the act that was begun first. Whether there was something to do.
pub async fn batch(db: &Db) -> Result<bool> {
    let mut tx = db.begin().await?;
    let running = sqlx::query_as!(
        Running,
        "select id, kind, order_sealed, by_id, session_id from bulk_acts where state = 'running'
         order by begun_at, id limit 1 for update skip locked"
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(running) = running else {
        return Ok(false);
    };
    let rows = sqlx::query!(
        r#"select position, organization_id as "organization: OrganizationId", seen from bulk_rows
         where bulk_id = $1 and fate is null order by position limit $2"#,
        running.id as _,
        BATCH
    )
    .fetch_all(&mut *tx)
    .await?;
    let by = actor(&mut tx, &running).await?;
    if rows.is_empty() {
        finish(&mut tx, &by, &running).await?;
        let _ = tx.commit().await?;
        return Ok(true);
    }
    let order: BulkOrder = tx
        .vault()
        .open_json(ORDER, running.id, &running.order_sealed)?;
    tx.begin_part_of(Whole::Bulk(running.id));
    let mut fates = Vec::with_capacity(rows.len());
    for row in &rows {
        let fate = apart(&mut tx, &by, &order, (row.organization, &row.seen)).await?;
        fates.push(fate);
    }
    let positions: Vec<i32> = rows.iter().map(|row| row.position).collect();
    sqlx::query!(
        "update bulk_rows r set fate = n.fate from unnest($2::int[], $3::text[]) as n (position, fate)
         where r.bulk_id = $1 and r.position = n.position",
        running.id as _,
        &positions,
        &fates as _,
    )
    .execute(&mut *tx)
    .await?;
    let _ = tx.commit().await?;
    Ok(true)
}

/// One row apart from the others: what it began and could not end is undone, and they go on.
async fn apart(
    tx: &mut Tx,
    by: &Actor,
    order: &BulkOrder,
    row: (OrganizationId, &str),
) -> Result<BulkFate> {
    // Statements about the transaction itself; nothing of them can be checked against tables.
    sqlx::raw_sql("savepoint one_row")
        .execute(&mut **tx)
        .await?;
    let fate = single(tx, by, order, row).await;
    let is_done = matches!(fate, Ok(BulkFate::Done));
    let end = match is_done {
        true => "release savepoint one_row",
        false => "rollback to savepoint one_row; release savepoint one_row",
    };
    sqlx::raw_sql(end).execute(&mut **tx).await?;
    match fate {
        Ok(fate) => Ok(fate),
        Err(error) => {
            tracing::warn!(%error, kind = order.kind().code(), "a row of an act on many was not done");
            Ok(BulkFate::Failed)
        }
    }
}

/// Whoever began it, as what they are now: who has left since may do nothing.
async fn actor(tx: &mut Tx, running: &Running) -> Result<Actor> {
    let vault = tx.vault();
    let account = account::find(tx, &vault, running.by_id).await?;
    let session = running
        .session_id
        .ok_or(Error::Contradiction("an act that runs and nobody began"))?;
    Ok(match account {
        Some(it) if it.closed_at.is_none() => Actor::Person(Person {
            id: it.id,
            session,
            name: it.name,
            role: it.role,
            hosts: it.hosts,
        }),
        _ => Actor::Visitor,
    })
}

async fn finish(tx: &mut Tx, by: &Actor, running: &Running) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update bulk_acts set state = $2, done_at = $3 where id = $1",
        running.id as _,
        BulkState::Done as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let counted = sqlx::query!(
        r#"select count(*) as "rows!", count(*) filter (where fate = 'done') as "done!" from bulk_rows where bulk_id = $1"#,
        running.id as _
    )
    .fetch_one(&mut **tx)
    .await?;
    let event = Event::new(Act::BulkDone, Subject::bulk(running.id)).after(json!({
        "kind": running.kind, "rows": counted.rows, "done": counted.done
    }));
    history::record(tx, by, event).await
}
