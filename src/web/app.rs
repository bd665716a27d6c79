//! What every handler may reach.

use std::ops::Deref;
use std::sync::Arc;

use crate::config::WebConfig;
use crate::db::Db;
use crate::document::Storage;
use crate::search::Directory;

/// The state of the server: cheap to clone, the same for all requests.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What it consists of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// Where documents lie.
    pub documents: Storage,
    /// The directory of it.
    pub directory: Directory,
    /// What was configured.
    pub config: WebConfig,
}

impl App {
    /// From its parts.
    pub fn new(db: Db, documents: Storage, config: WebConfig) -> Self {
        let directory = Directory::new(db.clone());
        Self(Arc::new(Parts {
            db,
            documents,
            directory,
            config,
        }))
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
