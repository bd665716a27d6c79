//! Jobs: letters that leave, clocks that run out.

use std::path::PathBuf;

use tokio::sync::watch;

use super::serve::stop_signal;
use super::{Store, Trouble};
use crate::config::{MailConfig, StoreConfig};
use crate::db::Db;

/// Everything that the worker needs.
pub struct Jobs {
    db: Db,
    mail_folder: Option<PathBuf>,
}

/// Does the jobs until asked to stop.
pub async fn run(config: &StoreConfig, url: &url::Url, mail: &MailConfig) -> Result<(), Trouble> {
    let stop = stop_signal()?;
    let store = Store::open(config).await?;
    let jobs = Jobs::new(store.db.clone(), config, mail, url.as_str())?;
    jobs.run(stop).await;
    store.close().await
}

impl Jobs {
    /// The jobs of a store, with letters that lead back to this address.
    pub fn new(
        db: Db,
        config: &StoreConfig,
        mail: &MailConfig,
        _url: &str,
    ) -> Result<Self, Trouble> {
        let told = mail.smtp_url.is_some() || mail.smtp_url_file.is_some();
        Ok(Self {
            db,
            mail_folder: (!told).then(|| config.home.join("mail")),
        })
    }

    /// Where letters wait as files, if no mail server was named.
    pub fn mail_folder(&self) -> Option<PathBuf> {
        self.mail_folder.clone()
    }

    /// Runs until asked to stop.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let _ = self.db;
        let _ = stop.wait_for(|stop| *stop).await;
    }
}
