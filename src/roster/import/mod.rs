//! Letting a roster in: every row of the file is in the registry afterwards, or in the report with its line and why.
//!
//! A thread reads the file, a few batches ahead; each batch of a thousand rows is one transaction. An import that
//! is stopped leaves whole batches, and the same file again brings the rest.

mod batch;
mod counts;
mod feed;
mod find;
mod list;
mod merge;
mod save;
mod store;
mod twins;

use std::io::{self, Read, Seek};

use chrono::Datelike;

pub use counts::{Counts, Why};
pub use list::{Line, Lines, Shown, find, is_running, lines, newest, report_taken};

use self::batch::Job;
use super::policy::CanImport;
use super::{ColumnMap, OpenError, Remark, Roster};
use crate::db::{Db, DbError, Tx};
use crate::ids::ImportId;

/// The lock of whoever imports: two at once would take each other's new organizations for missing ones.
const LOCK: i64 = 0x0043_6F6E_636F_7264;

/// Rows that wait for the organization that they were merged into are kept in memory, so many at most.
const WAITING_MAX: usize = 50_000;

/// What shall be done with a file.
#[derive(Clone, Debug)]
pub struct Order {
    /// What the file is called, for people.
    pub file_name: String,
    /// How to read it; Concord's own headers need no map.
    pub map: Option<ColumnMap>,
    /// Look at everything and take nothing over.
    pub dry_run: bool,
}

/// Where each reason goes besides the database, in the order of the file: its line, whether the row is out, the reason.
pub type Report<'a> = &'a mut (dyn FnMut(u64, bool, &Remark) -> io::Result<()> + Send);

/// Why a file was not let in, or only a part of it.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It cannot be read as a roster.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Somebody else's import is not finished.
    #[error("another import is running; try again when it has ended")]
    Busy,
    /// The file broke off under our hands. What was read before is in.
    #[error("the file cannot be read any further: {0}")]
    Reading(io::Error),
    /// The report cannot be written. What was read before is in.
    #[error("the report cannot be written: {0}")]
    Report(io::Error),
    /// The thread that reads ended in a panic.
    #[error("reading the file stopped unexpectedly")]
    Died,
    /// The database, or a rule of it.
    #[error(transparent)]
    Registry(#[from] crate::Error),
}

impl From<DbError> for ImportError {
    fn from(error: DbError) -> Self {
        Self::Registry(error.into())
    }
}

impl ImportError {
    /// The key of its sentence in the catalogues.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Open(error) => error.key(),
            Self::Busy => "import-busy",
            Self::Reading(_) => "roster-unreadable",
            Self::Report(_) => "import-report-unwritable",
            Self::Died | Self::Registry(_) => "import-broken",
        }
    }
}

/// An import that has begun: the file was opened, and nobody else imports.
pub struct Started<R> {
    /// Its id.
    pub id: ImportId,
    /// The columns of the file that the map does not mention.
    pub unread: Vec<String>,
    /// The encoding that the file is in.
    pub encoding: &'static str,
    db: Db,
    granted: CanImport,
    roster: Roster<R>,
    dry_run: bool,
    /// Held open until the end: the lock ends with it.
    lock: Tx,
}

/// Opens a file, or says why it cannot be read.
pub async fn start<R>(
    db: &Db,
    granted: CanImport,
    file: R,
    order: Order,
) -> Result<Started<R>, ImportError>
where
    R: Read + Seek + Send + 'static,
{
    let this_year = db.clock().now().year();
    let opened = feed::open(file, order.map, this_year).await?;
    let mut lock = db.begin().await?;
    if !store::try_lock(&mut lock).await? {
        return Err(ImportError::Busy);
    }
    let id = ImportId::fresh();
    let mut tx = db.begin().await?;
    store::begin(
        &mut tx,
        id,
        &granted,
        &order.file_name,
        &opened,
        order.dry_run,
    )
    .await?;
    if let (Some(largest), false) = (opened.largest, order.dry_run) {
        save::keep_clear_of(&mut tx, largest).await?;
    }
    let _ = tx.commit().await?;
    Ok(Started {
        id,
        unread: opened.roster.unread().map(str::to_owned).collect(),
        encoding: opened.roster.encoding().name(),
        db: db.clone(),
        granted,
        roster: opened.roster,
        dry_run: order.dry_run,
        lock,
    })
}

impl<R> Started<R>
where
    R: Read + Seek + Send + 'static,
{
    /// Lets the rows in.
    pub async fn run(self, report: Option<Report<'_>>) -> Result<Counts, ImportError> {
        let Self {
            id,
            db,
            granted,
            roster,
            dry_run,
            lock,
            ..
        } = self;
        let map = roster.columns().clone();
        let rows = feed::start(roster);
        let mut job = Job::new(db.clone(), granted, id, map, dry_run, report);
        let result = job.all(rows).await;
        let counts = job.counts;
        let failure = result.as_ref().err().map(ImportError::key);
        // What became of the rest stands even if this cannot be written any more.
        let told = store::end(&db, &job.granted, id, &counts, dry_run, failure).await;
        // Dropped, it would end a moment later, and whoever imports next would be told to wait.
        let unlocked = lock.commit().await.map_err(crate::Error::from);
        result?;
        told?;
        let _ = unlocked?;
        if !counts.add_up() {
            return Err(crate::Error::Contradiction("rows of an import are missing").into());
        }
        Ok(counts)
    }
}

/// Lets a file in, from its first row to its last.
pub async fn import<R>(
    db: &Db,
    granted: CanImport,
    file: R,
    order: Order,
    report: Option<Report<'_>>,
) -> Result<Counts, ImportError>
where
    R: Read + Seek + Send + 'static,
{
    start(db, granted, file, order).await?.run(report).await
}

#[cfg(test)]
#[path = "import_test.rs"]
mod tests;
