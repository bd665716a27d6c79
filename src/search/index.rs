//! The index that a server keeps in memory, brought up to date before every answer.
//!
//! A small registry is read on the spot when somebody searches first. A large one is read beside, and until that is done
//! PostgreSQL answers itself, slower. One index may serve any number of requests at once.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use sqlx::PgConnection;

use super::memory::Memory;
use super::read;
use crate::db::{Db, DbError};

/// A registry of so many is read while somebody waits.
const SMALL: i64 = 5_000;

/// With more changes than this since the last search, everything is read again.
const CHANGES: i64 = 20_000;

/// One part of so many may have been added later before everything is read again.
const WORN: u64 = 10;

/// The index. Cheap to clone; all clones are one.
#[derive(Clone, Default)]
pub struct Index(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    /// What was read, once it was.
    ready: Option<Shared>,
    /// Whether it is being read.
    reading: bool,
}

/// An index in memory, and the horizon up to which it knows everything.
type Shared = Arc<RwLock<Known>>;

#[derive(Default)]
pub(super) struct Known {
    pub(super) memory: Memory,
    horizon: i64,
}

impl Index {
    /// An index that was not read yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins to read, beside, before anybody asks.
    pub fn warm(&self, db: &Db) {
        self.read_beside(db);
    }

    /// Whether it was read.
    pub fn is_ready(&self) -> bool {
        self.state().ready.is_some()
    }

    /// Reads on the spot, however long that takes.
    pub async fn read_now(&self, conn: &mut PgConnection) -> Result<(), DbError> {
        let known = read_all(conn).await?;
        self.state().ready = Some(Arc::new(RwLock::new(known)));
        Ok(())
    }

    /// How many organizations it knows, and about how many bytes of memory that takes.
    pub fn size(&self) -> (u64, usize) {
        let ready = self.state().ready.clone();
        ready.map_or((0, 0), |shared| {
            let known = shared.read().unwrap_or_else(PoisonError::into_inner);
            (known.memory.len(), known.memory.bytes())
        })
    }

    /// The index as the database is now; nothing while it is read.
    pub(super) async fn current(
        &self,
        db: &Db,
        conn: &mut PgConnection,
    ) -> Result<Option<Shared>, DbError> {
        let ready = self.state().ready.clone();
        let Some(shared) = ready else {
            if self.state().reading || !read::is_small(conn, SMALL).await? {
                self.read_beside(db);
                return Ok(None);
            }
            self.read_now(conn).await?;
            return Ok(self.state().ready.clone());
        };
        let horizon = shared
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .horizon;
        let (horizon, changes) = read::since(conn, horizon, CHANGES).await?;
        let Some(changes) = changes else {
            // What it knows is of no use any more, and takes memory.
            self.state().ready = None;
            self.read_beside(db);
            return Ok(None);
        };
        if !changes.is_empty() {
            let mut known = shared.write().unwrap_or_else(PoisonError::into_inner);
            for entry in &changes {
                known.memory.change(entry);
            }
            // Two requests may look at once; whoever saw less must not take the other's view back.
            known.horizon = known.horizon.max(horizon);
            if known.memory.is_worn() {
                drop(known);
                self.read_beside(db);
            }
        } else if horizon
            > shared
                .read()
                .unwrap_or_else(PoisonError::into_inner)
                .horizon
        {
            let mut known = shared.write().unwrap_or_else(PoisonError::into_inner);
            known.horizon = known.horizon.max(horizon);
        }
        Ok(Some(shared))
    }

    fn read_beside(&self, db: &Db) {
        if std::mem::replace(&mut self.state().reading, true) {
            return;
        }
        let (index, db) = (self.clone(), db.clone());
        tokio::spawn(async move {
            let began = std::time::Instant::now();
            let read = async { read_all(&mut *db.read().await?).await }.await;
            let mut state = index.state();
            state.reading = false;
            match read {
                Ok(known) => {
                    tracing::info!(
                        organizations = known.memory.len(),
                        ms = began.elapsed().as_millis(),
                        "the directory was read"
                    );
                    state.ready = Some(Arc::new(RwLock::new(known)));
                }
                Err(error) => {
                    tracing::warn!(
                        what = crate::error::for_log(&error),
                        "the directory could not be read"
                    );
                }
            }
        });
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    /// Whether so many were added later that it is time to read everything again.
    fn is_worn(&self) -> bool {
        self.added() as u64 > 2_000 + self.len() / WORN
    }
}

async fn read_all(conn: &mut PgConnection) -> Result<Known, DbError> {
    // Asked first: what is written meanwhile is asked for again.
    let horizon = read::horizon(conn).await?;
    let memory = read::all(conn).await?;
    Ok(Known { memory, horizon })
}
