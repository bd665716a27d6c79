//! Reads and writes: a connection or a transaction that carries the time of the request and the vault.

use std::fmt;
use std::ops::{Deref, DerefMut};

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Transaction};

use super::DbError;
use crate::ids::{BulkId, DutyHandoverId};
use crate::vault::Vault;

/// A transaction: everything written through it lands together or not at all. Dropped, it lands not at all.
#[must_use = "what is written is lost unless it is committed"]
pub struct Tx {
    inner: Transaction<'static, Postgres>,
    now: DateTime<Utc>,
    vault: Vault,
    whole: Option<Whole>,
}

/// An act of many parts, each of which is an act of its own: history names it in each of their rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// What somebody has at the desk goes to somebody else.
    DutyHandover(DutyHandoverId),
    /// The same is done to many organizations.
    Bulk(BulkId),
}

/// A connection for reading.
pub struct Read {
    inner: PoolConnection<Postgres>,
    now: DateTime<Utc>,
    vault: Vault,
}

/// A connection that carries the time of its request, and the vault.
pub trait Dated: DerefMut<Target = PgConnection> + Send {
    /// The time at which the request happens.
    fn now(&self) -> DateTime<Utc>;

    /// What opens and seals personal data.
    fn vault(&self) -> Vault;

    /// The day on which the request happens, in UTC.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// Proof that a transaction landed. An answer to a write demands one.
#[derive(Debug)]
#[must_use = "answer with it"]
pub struct Committed(());

impl Tx {
    pub(super) const fn new(
        inner: Transaction<'static, Postgres>,
        now: DateTime<Utc>,
        vault: Vault,
    ) -> Self {
        Self {
            inner,
            now,
            vault,
            whole: None,
        }
    }

    /// What is done from here on is a part of this.
    pub const fn begin_part_of(&mut self, whole: Whole) {
        self.whole = Some(whole);
    }

    /// What it is a part of.
    pub const fn whole(&self) -> Option<Whole> {
        self.whole
    }

    /// Makes everything written so far last.
    pub async fn commit(self) -> Result<Committed, DbError> {
        self.inner.commit().await?;
        Ok(Committed(()))
    }

    /// Dates what is written next. For the sample registry alone: its past is written in one transaction, in order.
    pub(crate) const fn date_from_here(&mut self, at: DateTime<Utc>) {
        self.now = at;
    }
}

impl Read {
    pub(super) const fn new(
        inner: PoolConnection<Postgres>,
        now: DateTime<Utc>,
        vault: Vault,
    ) -> Self {
        Self { inner, now, vault }
    }
}

macro_rules! carries {
    ($($type:ty),+) => {$(
        impl $type {
            /// The time at which this request happens; the same for all its rows.
            pub const fn now(&self) -> DateTime<Utc> {
                self.now
            }

            /// The day at which it happens, in UTC.
            pub fn today(&self) -> NaiveDate {
                self.now.date_naive()
            }

            /// The vault; cheap to clone, so that it can be held beside the connection.
            pub fn vault(&self) -> Vault {
                self.vault.clone()
            }
        }

        impl Dated for $type {
            fn now(&self) -> DateTime<Utc> {
                self.now
            }

            fn vault(&self) -> Vault {
                self.vault.clone()
            }
        }

        impl Deref for $type {
            type Target = PgConnection;
            fn deref(&self) -> &PgConnection {
                &self.inner
            }
        }

        impl DerefMut for $type {
            fn deref_mut(&mut self) -> &mut PgConnection {
                &mut self.inner
            }
        }

        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($type), self.now)
            }
        }
    )+};
}
carries!(Tx, Read);
