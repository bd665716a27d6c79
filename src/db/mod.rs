//! The database: pool, clock and vault in one [`Db`], and transactions that cannot forget to commit.

mod areas;
pub mod check;
mod clock;
mod once;
mod plan;
pub mod private;
mod tx;

use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{Postgres, Transaction};

pub use clock::Clock;
pub use once::{claim, finish};
pub use plan::{by_indexes, plan_anew};
pub use tx::{Committed, Dated, Read, Tx, Whole};

use crate::vault::Vault;

/// What goes wrong between us and PostgreSQL.
pub type DbError = sqlx::Error;

/// The migrations of this program.
pub static MIGRATOR: sqlx::migrate::Migrator = sqlx::migrate!();

/// The database with the clock that its rows are dated by and the vault that its personal fields are sealed in.
#[derive(Clone)]
pub struct Db {
    pool: PgPool,
    clock: Clock,
    vault: Vault,
}

impl Db {
    /// Connects, with at most so many connections.
    pub async fn connect(
        options: PgConnectOptions,
        most: u32,
        vault: Vault,
    ) -> Result<Self, DbError> {
        let pool = PgPoolOptions::new()
            .max_connections(most)
            .acquire_timeout(Duration::from_secs(10))
            // `alive` asks something of its own.
            .test_before_acquire(false)
            // Pages ask small questions: compiling a plan takes longer than any of them.
            .after_connect(|conn, _| {
                Box::pin(async move {
                    sqlx::query("set jit = off").execute(conn).await?;
                    Ok(())
                })
            })
            .connect_with(options.application_name("concord"))
            .await?;
        Ok(Self::new(pool, Clock::System, vault))
    }

    /// From parts, for tests with a clock of their own.
    pub const fn new(pool: PgPool, clock: Clock, vault: Vault) -> Self {
        Self { pool, clock, vault }
    }

    /// Brings the schema up to date.
    pub async fn migrate(&self) -> Result<(), sqlx::migrate::MigrateError> {
        MIGRATOR.run(&self.pool).await
    }

    /// A transaction to write in.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        let inner = Transaction::begin(self.alive().await?, None).await?;
        Ok(Tx::new(inner, self.clock.now(), self.vault.clone()))
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<Read, DbError> {
        let inner = self.alive().await?;
        Ok(Read::new(inner, self.clock.now(), self.vault.clone()))
    }

    /// A connection that answers, with the list of areas as it is now. One that broke while it lay idle is given up, and
    /// the next is tried; behind them all a new one is made.
    async fn alive(&self) -> Result<PoolConnection<Postgres>, DbError> {
        let mut tries = self.pool.size();
        loop {
            let mut conn = self.pool.acquire().await?;
            match areas::refresh(&mut conn).await {
                Ok(()) => return Ok(conn),
                Err(error) if tries == 0 => return Err(error),
                Err(_) => {
                    tries -= 1;
                    drop(conn.detach());
                }
            }
        }
    }

    /// The clock.
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The vault.
    pub const fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Open connections, and those of them that nobody uses now.
    pub fn connections(&self) -> (u32, usize) {
        (self.pool.size(), self.pool.num_idle())
    }

    /// Waits for connections to come back and closes them.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// Whether the database answers and has the schema of this program.
pub async fn is_ready(db: &Db) -> bool {
    let newest = MIGRATOR.iter().map(|migration| migration.version).max();
    let Ok(mut read) = db.read().await else {
        return false;
    };
    // At run time: the table is sqlx's own, made by the migrations themselves.
    let there: Result<Option<i64>, _> =
        sqlx::query_scalar("select max(version) from _sqlx_migrations where success")
            .fetch_one(&mut *read)
            .await;
    matches!(there, Ok(version) if version == newest)
}
