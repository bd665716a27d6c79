//! The role and the database `concord` in the private cluster.
//!
//! The role owns its database and nothing else, as one would have it on a server that others run.
//! Statements here are checked at run time because they speak to another database than the one that the macros know.

use std::path::Path;

use sqlx::postgres::{PgConnectOptions, PgConnection, PgSslMode};
use sqlx::{ConnectOptions, Connection};

use super::PrivateError;

/// How to connect to our database.
pub fn options(sockets: &Path) -> PgConnectOptions {
    to(sockets, "concord", "concord")
}

/// Makes sure that our database can be opened, making it the first time.
pub async fn reach(sockets: &Path) -> Result<(), PrivateError> {
    match options(sockets).connect().await {
        Ok(connection) => return Ok(connection.close().await?),
        Err(error) if is_missing(&error) => {}
        Err(error) => return Err(error.into()),
    }
    let mut connection = to(sockets, "postgres", "postgres").connect().await?;
    // Either may be there already, should we have been stopped between the two.
    make(
        &mut connection,
        "create role concord login createdb",
        "42710",
    )
    .await?;
    make(
        &mut connection,
        "create database concord owner concord",
        "42P04",
    )
    .await?;
    connection.close().await?;
    Ok(options(sockets).connect().await?.close().await?)
}

async fn make(
    connection: &mut PgConnection,
    statement: &'static str,
    exists: &str,
) -> Result<(), PrivateError> {
    match sqlx::query(statement).execute(connection).await {
        Ok(_) => Ok(()),
        Err(error) if code(&error).as_deref() == Some(exists) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn to(sockets: &Path, role: &str, database: &str) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass()
        .socket(sockets)
        .port(5432)
        .username(role)
        .database(database)
        .ssl_mode(PgSslMode::Disable)
        .application_name("concord")
}

/// No such database, or no such role.
fn is_missing(error: &sqlx::Error) -> bool {
    matches!(code(error).as_deref(), Some("3D000" | "28000"))
}

fn code(error: &sqlx::Error) -> Option<String> {
    error
        .as_database_error()?
        .code()
        .map(|code| code.into_owned())
}
