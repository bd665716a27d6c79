//! What keeps a command from its work, each in a sentence that says what to do.

use std::io;
use std::path::PathBuf;

use crate::db::check::CheckError;
use crate::db::private::PrivateError;
use crate::vault::VaultError;

/// Why a command did not do its work.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The private PostgreSQL.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// The database that was named cannot carry the registry.
    #[error(transparent)]
    Unable(#[from] CheckError),
    /// The address of the database is none.
    #[error(
        "DATABASE_URL is not the address of a PostgreSQL database, such as postgres://user@host/concord"
    )]
    BadAddress,
    /// PostgreSQL does not answer, or not as it should.
    #[error("the database: {0}")]
    Db(#[from] sqlx::Error),
    /// The schema cannot be brought up to date.
    #[error("the database's schema cannot be brought up to date: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// No keys.
    #[error(
        "personal fields are sealed, and there are no keys: make some with `concord keys`, keep them outside the database, and name them in CONCORD_KEYS or CONCORD_KEYS_FILE"
    )]
    NoKeys,
    /// Keys that are not the right ones.
    #[error(
        "the vault's keys do not open what the database holds: these are the keys of another registry, or one is missing"
    )]
    WrongKeys,
    /// The keys of the private database are gone, and its data is not.
    #[error("the keys in {} are missing, and the database holds fields that only they open: put the file back", .0.display())]
    LostKeys(PathBuf),
    /// The vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// Documents cannot be kept.
    #[error(transparent)]
    Documents(#[from] crate::document::StorageError),
    /// Letters cannot leave.
    #[error(transparent)]
    Mail(#[from] crate::notice::TransportError),
    /// A file.
    #[error("{}: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The address to listen at is taken, or not ours.
    #[error(
        "cannot listen at {at}: {error}; choose another address with --listen or CONCORD_LISTEN"
    )]
    Listen {
        /// Where.
        at: std::net::SocketAddr,
        /// Why.
        error: io::Error,
    },
    /// The sample registry belongs to this machine alone.
    #[error(
        "the sample registry has passwords that everybody can read, so it is served from the private database at a loopback address alone: {0}"
    )]
    SampleExposed(&'static str),
    /// The private database holds a real registry.
    #[error("the database under {} holds a registry of its own, and samples are not mixed into it: leave out --demo, or choose another folder with --home", .0.display())]
    NotSample(PathBuf),
    /// Organizations in bulk go only where somebody says that nothing is lost.
    #[error(
        "sample organizations are written to the private database alone, unless --this-is-a-test-database says that the one in DATABASE_URL is for tests"
    )]
    SampleElsewhere,
    /// The private database is in use.
    #[error("the database under {} is in use, and samples are not mixed into it: choose another folder with --home", .0.display())]
    SampleMixed(PathBuf),
    /// Something else, already in a sentence.
    #[error("{0}")]
    Said(String),
}

impl From<crate::Error> for Trouble {
    fn from(error: crate::Error) -> Self {
        match error {
            crate::Error::Db(error) => error.into(),
            crate::Error::Vault(error) => error.into(),
            other => Self::Said(other.to_string()),
        }
    }
}
