//! Letting a roster out: organizations by the filter of the directory, as CSV, row by row from one snapshot.
//!
//! Contacts that are not public stay inside, whoever asks: what a roster says comes in again as public.

use std::io;

use bytes::Bytes;
use futures_util::TryStreamExt;
use serde_json::json;
use sqlx::{Postgres, QueryBuilder};
use tokio::sync::mpsc;

use super::policy::CanExport;
use super::stored::{self, Found};
use super::write::RosterWriter;
use crate::db::{DbError, Tx};
use crate::history::{self, Act, Event, Subject};
use crate::ids::EventId;
use crate::search::{self, Directory, Filter, Query};
use crate::values::Prose;

/// How many bytes are collected before they go on.
const CHUNK: usize = 64 * 1024;

/// Why a roster did not leave whole.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The database, or a rule of it.
    #[error(transparent)]
    Registry(#[from] crate::Error),
    /// It could not be written.
    #[error("the roster cannot be written: {0}")]
    Io(#[from] io::Error),
    /// Whoever wanted it has gone.
    #[error("nobody takes the roster any more")]
    Gone,
}

impl From<DbError> for ExportError {
    fn from(error: DbError) -> Self {
        Self::Registry(error.into())
    }
}

/// A roster that is counted and on record, and has not left yet.
pub struct Export {
    /// Its rows.
    pub count: u64,
    tx: Tx,
    query: Query,
}

/// Takes a snapshot, counts the rows, and writes into history that they leave: also of a download that breaks off.
pub async fn start(
    directory: &Directory,
    granted: &CanExport,
    filter: Filter,
) -> Result<Export, ExportError> {
    let db = directory.db();
    let mut tx = db.begin().await?;
    // Everything that follows reads the same state.
    sqlx::query!("set transaction isolation level repeatable read, read only")
        .execute(&mut *tx)
        .await?;
    let query = directory.query(&mut tx, filter).await?;
    let count = search::count(&mut tx, &query).await?;
    let mut narrowed = query.filter().clone();
    // What somebody looked for may be a name.
    let text = Prose::parse(&std::mem::take(&mut narrowed.text), Prose::CEILING).ok();
    let event = Event::new(
        Act::RosterExported,
        Subject::export(EventId::fresh().uuid()),
    )
    .after(json!({ "of": "organizations", "where": narrowed.to_query(), "count": count, "format": "csv" }))
    .reason(text.as_ref());
    let mut record = db.begin().await?;
    history::record(&mut record, granted.by(), event).await?;
    let _ = record.commit().await?;
    Ok(Export { count, tx, query })
}

impl Export {
    /// Sends the file in parts. It is whole when this has succeeded; an error is sent too, so that whoever takes the
    /// parts cannot take a half for the whole.
    pub async fn send(self, to: mpsc::Sender<Result<Bytes, ExportError>>) {
        if let Err(error) = self.parts(&to).await {
            let _ = to.send(Err(error)).await;
        }
    }

    async fn parts(
        mut self,
        to: &mpsc::Sender<Result<Bytes, ExportError>>,
    ) -> Result<(), ExportError> {
        let vault = self.tx.vault();
        let mut sql: QueryBuilder<Postgres> = QueryBuilder::new(stored::SELECT);
        // Sorted before anything is looked up for it, so that the first rows leave at once.
        sql.push(" from (select o.* from organizations o");
        search::push_where(&mut sql, &self.query, None);
        sql.push(" order by o.number offset 0) o")
            .push(stored::LISTS)
            .push(" order by o.number");
        let built = sql.build_query_as::<Found>();
        let mut rows = built.fetch(&mut *self.tx);
        let mut writer = RosterWriter::new(Vec::with_capacity(CHUNK), true)?;
        let mut written = 0;
        let mut pending = 0;
        while let Some(found) = rows.try_next().await? {
            writer.write(&found.open(&vault)?.row)?;
            written += 1;
            pending += 1;
            if pending == 100 {
                pending = 0;
                let part = writer.finish()?;
                to.send(Ok(part.into()))
                    .await
                    .map_err(|_| ExportError::Gone)?;
                writer = RosterWriter::rows(Vec::with_capacity(CHUNK))?;
            }
        }
        drop(rows);
        if written != self.count {
            return Err(crate::Error::Contradiction(
                "a roster has more or fewer rows than were counted",
            )
            .into());
        }
        to.send(Ok(writer.finish()?.into()))
            .await
            .map_err(|_| ExportError::Gone)?;
        let _ = self.tx.commit().await?;
        Ok(())
    }
}
