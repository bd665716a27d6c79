//! A registry of any size, to measure with: organizations that differ as real ones do, and of which none is.
//!
//! The same number gives the same organizations, but for their ids. They come without people, contacts and history:
//! nobody wrote them, so nobody is said to have done so.

mod names;
mod row;
mod write;

use std::path::Path;

use tokio::sync::mpsc;

pub use names::SourceError;

use self::names::Source;
use self::row::{Batch, Maker};
use self::write::write;
use crate::db::Db;

/// How many organizations are made and written at a time.
const BATCH: u64 = 20_000;

/// Why they cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum BulkError {
    /// The file with names.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The registry.
    #[error(transparent)]
    Registry(#[from] crate::Error),
    /// There are organizations already, and samples are not mixed with anything.
    #[error("the database holds organizations already, and samples are not mixed into them")]
    Used,
    /// Making them went wrong.
    #[error("no organizations are made any more")]
    Stopped,
}

impl From<sqlx::Error> for BulkError {
    fn from(error: sqlx::Error) -> Self {
        Self::Registry(error.into())
    }
}

/// Makes so many organizations beside, batch by batch; at most two wait to be written.
fn make(source: Source, first: u64, count: u64, today: chrono::NaiveDate) -> mpsc::Receiver<Batch> {
    let (to, from) = mpsc::channel(2);
    tokio::task::spawn_blocking(move || {
        let mut maker = Maker::new(source, first, today);
        let mut made = 0;
        while made < count {
            let some = BATCH.min(count - made);
            let batch = maker.batch(made, some);
            made += some;
            if to.blocking_send(batch).is_err() {
                return;
            }
        }
    });
    from
}

/// Fills a database that holds no organizations, with names from a file of ROR's or else from our own sample.
pub async fn fill(db: &Db, count: u64, names: Option<&Path>) -> Result<(), BulkError> {
    let source = Source::read(names)?;
    write(db, source, count).await
}

#[cfg(test)]
#[path = "../bulk_test.rs"]
mod tests;
