//! Whether a database that we are given can carry the registry.

use sqlx::PgConnection;

/// What a database must be able to do.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// Its server is too old.
    #[error(
        "The database runs on PostgreSQL {found}, and Concord needs version 15 or later: upgrade it, or name another with DATABASE_URL."
    )]
    TooOld {
        /// The version.
        found: u32,
    },
    /// It keeps text in an encoding that not every script fits in.
    #[error(
        "The database keeps text as {found}, and Concord needs UTF8: make a database with `{MAKE}`."
    )]
    NotUnicode {
        /// The encoding.
        found: String,
    },
    /// It does not know capital letters beyond the Latin ones.
    #[error(
        "The database cannot fold Cyrillic and Armenian letters, so nobody would be found by name: make a database with `{MAKE}`."
    )]
    CannotFold,
    /// It takes all other letters than the Latin ones for punctuation.
    #[error(
        "The database's LC_CTYPE is {found}, which makes its searches blind to Cyrillic and Armenian: make a database with `{MAKE}`."
    )]
    Blind {
        /// The locale.
        found: String,
    },
    /// It does not answer.
    #[error("The database does not answer: {0}.")]
    Database(#[from] sqlx::Error),
}

const MAKE: &str = "createdb --template=template0 --encoding=UTF8 --locale-provider=icu --icu-locale=und --locale=C.UTF-8 concord";

/// Refuses a database that cannot carry the registry.
pub async fn check(connection: &mut PgConnection) -> Result<(), CheckError> {
    // Asked first and by itself: what follows may be unknown to an older server.
    let version =
        sqlx::query_scalar!(r#"select current_setting('server_version_num')::int as "version!""#)
            .fetch_one(&mut *connection)
            .await?;
    let found = u32::try_from(version).unwrap_or_default() / 10_000;
    if found < 15 {
        return Err(CheckError::TooOld { found });
    }
    let able = sqlx::query!(
        r#"
        select pg_encoding_to_char(encoding)::text as "encoding!",
               datctype::text as "ctype!",
               lower('ПРИВЕТ') = 'привет' and lower('ՀԱՅ') = 'հայ' as "folds!"
          from pg_database
         where datname = current_database()
        "#
    )
    .fetch_one(connection)
    .await?;
    if able.encoding != "UTF8" {
        return Err(CheckError::NotUnicode {
            found: able.encoding,
        });
    }
    if !able.folds {
        return Err(CheckError::CannotFold);
    }
    // `lower` follows ICU where the database does; trigrams follow this setting alone.
    if able.ctype == "C" || able.ctype == "POSIX" {
        return Err(CheckError::Blind { found: able.ctype });
    }
    Ok(())
}
