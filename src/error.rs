//! What can go wrong below the pages, whatever the feature: refused, overtaken, or broken.

use crate::actor::Denied;
use crate::db::DbError;
use crate::vault::VaultError;

/// Why the registry did not do what it was asked. Mistakes in what people typed are not among these: forms tell them.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing.
    #[error("there is no such thing")]
    NotFound,
    /// The person may not do it.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Somebody else was faster: what the person saw is not so any more.
    #[error("somebody else was faster")]
    Overtaken,
    /// It could be done until a moment that has passed.
    #[error("the time for it is over")]
    TooLate,
    /// It was ours and worked once: a link that was ended.
    #[error("it was ended")]
    Ended,
    /// PostgreSQL.
    #[error("the database: {}", for_log(.0))]
    Db(#[from] DbError),
    /// The vault.
    #[error("the vault: {0}")]
    Vault(#[from] VaultError),
    /// The database holds something that the program's own rules exclude.
    #[error("a row contradicts itself: {0}")]
    Contradiction(&'static str),
}

impl Error {
    /// The name of the constraint that a write broke, so that a form can name the field.
    pub fn constraint(&self) -> Option<&str> {
        match self {
            Self::Db(sqlx::Error::Database(error)) => error.constraint(),
            _ => None,
        }
    }
}

/// The result of what the registry is asked.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What the log may have of an error of the database: PostgreSQL repeats values in its messages and details, and
/// values may be personal, so it is the code and the names alone.
pub(crate) fn for_log(error: &DbError) -> String {
    match error {
        sqlx::Error::Database(db) => format!(
            "PostgreSQL {}, table {}, constraint {}",
            db.code().unwrap_or_default(),
            db.table().unwrap_or("-"),
            db.constraint().unwrap_or("-")
        ),
        sqlx::Error::ColumnDecode { index, .. } => format!("column {index} does not decode"),
        sqlx::Error::Io(error) => format!("PostgreSQL is out of reach: {}", error.kind()),
        other => {
            let debug = format!("{other:?}");
            let end = debug
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(debug.len());
            format!("sqlx: {}", &debug[..end])
        }
    }
}
