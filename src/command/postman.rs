//! The postman: a process of its own that hands letters to the mail server.
//!
//! Between the mail server's answer and our mark nobody can tell whether a letter has left (see `notice::delivery`), so that
//! moment must not fall together with the end of the server, which may be killed for its memory, its traffic or its
//! successor. The postman has none of these. It learns of the server's end by the end of its standard input, finishes
//! the letter in hand, marks it, and goes.

use std::os::fd::AsFd;
use std::process::Stdio;
use std::time::Duration;

use secrecy::ExposeSecret;
use tokio::io::AsyncReadExt;
use tokio::net::unix::pipe;
use tokio::process::{Child, Command};
use tokio::sync::watch;

use super::serve::{stop_signal, stopped};
use super::worker::Jobs;
use super::{Store, Trouble};
use crate::config::{MailConfig, StoreConfig};
use crate::document::Storage;
use crate::notice;

/// The pause before another takes the place of one that went by itself.
const PAUSE: Duration = Duration::from_secs(5);
/// A postman has one letter in hand.
const CONNECTIONS: u32 = 2;

/// How a postman is called: what the server was told, by flags or otherwise, as an environment.
#[derive(Clone)]
pub struct Call {
    store: StoreConfig,
    mail: MailConfig,
    url: String,
}

impl Call {
    /// With the server's settings, and letters that lead back to this address.
    pub fn new(store: &StoreConfig, mail: &MailConfig, url: &str) -> Self {
        Self {
            store: store.clone(),
            mail: mail.clone(),
            url: url.to_owned(),
        }
    }

    fn start(&self) -> std::io::Result<Child> {
        let (store, mail) = (&self.store, &self.mail);
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("letters").stdin(Stdio::piped());
        // What is sent to the server's group, as by the keyboard, is the server's to answer.
        command.process_group(0);
        let secret = |it: &Option<secrecy::SecretString>| {
            it.as_ref().map(|it| it.expose_secret().to_owned().into())
        };
        let path = |it: &Option<std::path::PathBuf>| it.as_ref().map(|it| it.clone().into());
        let settings: [(&str, Option<std::ffi::OsString>); 10] = [
            ("DATABASE_URL", secret(&store.database_url)),
            ("DATABASE_URL_FILE", path(&store.database_url_file)),
            ("CONCORD_HOME", Some(store.home.clone().into())),
            ("CONCORD_KEYS", secret(&store.keys)),
            ("CONCORD_KEYS_FILE", path(&store.keys_file)),
            ("CONCORD_DOCUMENTS", store.documents.clone().map(Into::into)),
            ("CONCORD_SMTP_URL", secret(&mail.smtp_url)),
            ("CONCORD_SMTP_URL_FILE", path(&mail.smtp_url_file)),
            ("CONCORD_MAIL_FROM", Some(mail.mail_from.clone().into())),
            ("CONCORD_URL", Some(self.url.clone().into())),
        ];
        for (name, value) in settings {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.env("CONCORD_DB_CONNECTIONS", CONNECTIONS.to_string());
        command.spawn()
    }

    /// Keeps a postman at work until asked to stop; the letter in hand is finished.
    pub async fn keep(self, stop: watch::Receiver<bool>) {
        loop {
            match self.start() {
                Ok(mut child) => {
                    tokio::select! {
                        biased;
                        () = stopped(stop.clone()) => {
                            drop(child.stdin.take());
                            // However it ends: what it leaves is sent by the next.
                            let _ = child.wait().await;
                            return;
                        }
                        _ = child.wait() => {
                            tracing::warn!("the postman went by itself; another will take its place");
                        }
                    }
                }
                Err(error) => {
                    tracing::warn!(what = %error.kind(), "no postman could be called; it is tried again");
                }
            }
            tokio::select! {
                () = stopped(stop.clone()) => return,
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }
}

/// What a postman does: sends letters until its standard input ends, or it is asked to stop.
pub async fn run(config: &StoreConfig, url: &url::Url, mail: &MailConfig) -> Result<(), Trouble> {
    let stop = stop_signal()?;
    let store = Store::open(config).await?;
    let jobs = Storage::open(config.documents.as_deref(), &config.home)
        .map_err(Trouble::from)
        .and_then(|documents| Jobs::new(store.db.clone(), documents, config, mail, url.as_str()));
    let done = match jobs {
        Ok(jobs) => {
            let left_alone = async {
                tokio::select! {
                    () = stopped(stop) => {}
                    () = input_ended() => {}
                }
            };
            notice::deliver_forever(store.db.clone(), jobs.office(), left_alone).await;
            Ok(())
        }
        Err(trouble) => Err(trouble),
    };
    done.and(store.close().await)
}

/// Done when whoever holds the other end is gone. By hand, without a pipe, nobody does.
async fn input_ended() {
    let input = std::io::stdin().as_fd().try_clone_to_owned();
    let Ok(mut input) = input.and_then(pipe::Receiver::from_owned_fd) else {
        return std::future::pending().await;
    };
    let mut bytes = [0; 64];
    // A broken pipe is an end too.
    while input.read(&mut bytes).await.is_ok_and(|many| many > 0) {}
}
