//! The store: the database with its vault, private or named, with its schema up to date.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::str::FromStr;

use secrecy::{ExposeSecret, SecretString};
use sqlx::postgres::PgConnectOptions;

use super::Trouble;
use crate::config::StoreConfig;
use crate::db::private::PrivatePostgres;
use crate::db::{Db, check};
use crate::vault::Vault;

/// A database in use. Let go of it with [`Store::close`].
pub struct Store {
    /// The database.
    pub db: Db,
    private: Option<PrivatePostgres>,
}

impl Store {
    /// For a command, beside a server or without one.
    pub async fn open(config: &StoreConfig) -> Result<Self, Trouble> {
        Self::enter(config, false).await
    }

    /// For the server, of which a private database has only one.
    pub async fn serve(config: &StoreConfig) -> Result<Self, Trouble> {
        Self::enter(config, true).await
    }

    async fn enter(config: &StoreConfig, serving: bool) -> Result<Self, Trouble> {
        if let Some(url) = named(config)? {
            let options =
                PgConnectOptions::from_str(url.expose_secret()).map_err(|_| Trouble::BadAddress)?;
            let vault = Vault::parse(&told(config)?.ok_or(Trouble::NoKeys)?)?;
            let db = connected(options, config, vault).await?;
            return Ok(Self { db, private: None });
        }
        let private = if serving {
            PrivatePostgres::serve(&config.home).await?
        } else {
            PrivatePostgres::start(&config.home).await?
        };
        match Self::on(&private, config).await {
            Ok(db) => Ok(Self {
                db,
                private: Some(private),
            }),
            Err(trouble) => {
                // The first trouble is the one to tell.
                let _ = private.stop().await;
                Err(trouble)
            }
        }
    }

    async fn on(private: &PrivatePostgres, config: &StoreConfig) -> Result<Db, Trouble> {
        let (keys, fresh) = match told(config)? {
            Some(keys) => (keys, false),
            None => kept(&config.home)?,
        };
        let db = connected(private.connect_options(), config, Vault::parse(&keys)?).await;
        match db {
            Err(Trouble::WrongKeys) if fresh => {
                let path = key_file(&config.home);
                // Fresh keys in place of lost ones would hide the loss.
                let _ = fs::remove_file(&path);
                Err(Trouble::LostKeys(path))
            }
            other => other,
        }
    }

    /// Whether this is the private database.
    pub const fn is_private(&self) -> bool {
        self.private.is_some()
    }

    /// Lets go of the database; the private one stops when nobody else uses it.
    pub async fn close(self) -> Result<(), Trouble> {
        self.db.close().await;
        match self.private {
            Some(private) => Ok(private.stop().await?),
            None => Ok(()),
        }
    }
}

async fn connected(
    options: PgConnectOptions,
    config: &StoreConfig,
    vault: Vault,
) -> Result<Db, Trouble> {
    let db = Db::connect(options, config.db_connections, vault).await?;
    check::check(&mut *db.read().await?).await?;
    db.migrate().await?;
    let refreshed = crate::organization::refresh_keys(&db).await?;
    if refreshed > 0 {
        tracing::info!(names = refreshed, "made the keys of names anew");
    }
    if crate::account::opens(&db).await? {
        let marked = crate::organization::refresh_marks(&db).await?;
        if marked > 0 {
            tracing::info!(organizations = marked, "made the marks of contacts");
        }
        let found = crate::case::refresh_keys(&db).await?;
        if found > 0 {
            tracing::info!(cases = found, "made the keys of registrations anew");
        }
        Ok(db)
    } else {
        Err(Trouble::WrongKeys)
    }
}

/// The database that was named, directly or by file.
fn named(config: &StoreConfig) -> Result<Option<SecretString>, Trouble> {
    if let Some(url) = config
        .database_url
        .as_ref()
        .filter(|url| !url.expose_secret().is_empty())
    {
        return Ok(Some(url.clone()));
    }
    config.database_url_file.as_deref().map(secret).transpose()
}

/// The keys that were told, directly or by file.
fn told(config: &StoreConfig) -> Result<Option<SecretString>, Trouble> {
    if let Some(keys) = config
        .keys
        .as_ref()
        .filter(|keys| !keys.expose_secret().is_empty())
    {
        return Ok(Some(keys.clone()));
    }
    config.keys_file.as_deref().map(secret).transpose()
}

/// The text of a file that holds a secret, without the line's end.
pub(super) fn secret(path: &Path) -> Result<SecretString, Trouble> {
    let text = fs::read_to_string(path).map_err(|error| Trouble::File {
        path: path.to_owned(),
        error,
    })?;
    Ok(text.trim().to_owned().into())
}

fn key_file(home: &Path) -> std::path::PathBuf {
    home.join("keys")
}

/// The keys of the private database, beside it and readable to its owner alone; made if there are none.
fn kept(home: &Path) -> Result<(SecretString, bool), Trouble> {
    let path = key_file(home);
    let failed = |error| Trouble::File {
        path: path.clone(),
        error,
    };
    match fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)
    {
        Ok(mut file) => {
            let keys = Vault::fresh_keys()?;
            file.write_all(keys.expose_secret().as_bytes())
                .map_err(failed)?;
            file.sync_all().map_err(failed)?;
            Ok((keys, true))
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok((secret(&path)?, false)),
        Err(error) => Err(failed(error)),
    }
}
