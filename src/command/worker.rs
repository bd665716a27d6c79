//! Jobs: letters that leave, clocks that run out.

use std::path::PathBuf;
use std::time::Duration;

use tokio::sync::watch;

use super::postman;
use super::serve::{stop_signal, stopped};
use super::store::secret;
use super::{Store, Trouble};
use crate::bulk;
use crate::case;
use crate::config::{MailConfig, StoreConfig};
use crate::db::Db;
use crate::document::{self, Storage};
use crate::flag;
use crate::group;
use crate::initiative;
use crate::leader;
use crate::meeting;
use crate::notice::{self, PostOffice, Transport};
use crate::organization::standing;

/// How often clocks are looked at. They count in days.
const CLOCKS: Duration = Duration::from_secs(5 * 60);

/// Everything that the worker needs.
pub struct Jobs {
    db: Db,
    documents: Storage,
    office: PostOffice,
    mail_folder: Option<PathBuf>,
    postman: postman::Call,
}

/// Does the jobs until asked to stop.
pub async fn run(config: &StoreConfig, url: &url::Url, mail: &MailConfig) -> Result<(), Trouble> {
    let stop = stop_signal()?;
    let store = Store::open(config).await?;
    let jobs = Storage::open(config.documents.as_deref(), &config.home)
        .map_err(Trouble::from)
        .and_then(|documents| Jobs::new(store.db.clone(), documents, config, mail, url.as_str()));
    let done = match jobs {
        Ok(jobs) => {
            println!("Letters leave, clocks run");
            jobs.run(stop).await;
            Ok(())
        }
        Err(trouble) => Err(trouble),
    };
    done.and(store.close().await)
}

impl Jobs {
    /// The jobs of a store, with letters that lead back to this address.
    pub fn new(
        db: Db,
        documents: Storage,
        config: &StoreConfig,
        mail: &MailConfig,
        url: &str,
    ) -> Result<Self, Trouble> {
        let server = match (&mail.smtp_url, &mail.smtp_url_file) {
            (Some(url), _) => Some(url.clone()),
            (None, Some(path)) => Some(secret(path)?),
            (None, None) => None,
        };
        let folder = server.is_none().then(|| config.home.join("mail"));
        let transport = match (&server, &folder) {
            (Some(server), _) => Transport::smtp(server)?,
            (None, folder) => Transport::Folder(folder.clone().unwrap_or_default()),
        };
        Ok(Self {
            db,
            documents,
            office: PostOffice::new(transport, &mail.mail_from, url)?,
            mail_folder: folder,
            postman: postman::Call::new(config, mail, url),
        })
    }

    /// Where letters are handed over.
    pub fn office(&self) -> PostOffice {
        self.office.clone()
    }

    /// Where letters wait as files, if no mail server was named.
    pub fn mail_folder(&self) -> Option<PathBuf> {
        self.mail_folder.clone()
    }

    /// Runs until asked to stop; the letter in hand is finished.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let Self {
            db,
            documents,
            office,
            mail_folder,
            postman,
        } = self;
        // Into a folder nothing is written twice, whoever is killed: that needs no postman.
        let letters = async {
            match mail_folder {
                Some(_) => notice::deliver_forever(db.clone(), office, stopped(stop.clone())).await,
                None => postman.keep(stop.clone()).await,
            }
        };
        tokio::join!(
            letters,
            run_clocks(db.clone(), documents, stop.clone()),
            bulk::keep_forever(db.clone(), stopped(stop.clone()))
        );
    }
}

/// Lets cases go on whose time ran out, and registrations, tells of documents whose time does, and writes the digests of the day.
async fn run_clocks(db: Db, documents: Storage, stop: watch::Receiver<bool>) {
    let stopped = stopped(stop);
    tokio::pin!(stopped);
    loop {
        if let Err(error) = pass_overdue_posts(&db).await {
            tracing::warn!(%error, "the clocks of cases were not looked at; they will be again");
        }
        if let Err(error) = look_at_the_silent(&db).await {
            tracing::warn!(%error, "nobody looked at who does not answer; somebody will");
        }
        if let Err(error) = end_idle_holds(&db).await {
            tracing::warn!(%error, "idle holds were not written down; they will be");
        }
        if let Err(error) = standing::keep(&db).await {
            tracing::warn!(%error, "the ladder of standings was not gone through; it will be again");
        }
        if let Err(error) = remind_of_documents(&db).await {
            tracing::warn!(%error, "nobody was reminded of documents; they will be");
        }
        if let Err(error) = keep_flags(&db).await {
            tracing::warn!(%error, "no flags were raised; they will be");
        }
        if let Err(error) = tell_leaders(&db).await {
            tracing::warn!(%error, "leaders were not told that they were entered; they will be");
        }
        if let Err(error) = mark_leaders(&db).await {
            tracing::warn!(%error, "leaders were not compared; they will be");
        }
        if let Err(error) = end_terms(&db).await {
            tracing::warn!(%error, "no terms in groups were ended; they will be");
        }
        if let Err(error) = follow_meetings(&db).await {
            tracing::warn!(%error, "invitations to meetings were not looked at; they will be");
        }
        if let Err(error) = super::radar::look_at_what_waits(&db).await {
            tracing::warn!(%error, "the radar was not looked at; it will be");
        }
        if let Err(error) = documents.sweep(db.clock().now()).await {
            tracing::warn!(%error, "half-written documents were not swept away; they will be");
        }
        if let Err(error) = initiative::files::erase(&db, &documents).await {
            tracing::warn!(%error, "files that were taken out were not erased; they will be");
        }
        if let Err(error) = notice::write_digests(&db).await {
            tracing::warn!(%error, "digests were not written; they will be");
        }
        tokio::select! {
            () = &mut stopped => return,
            () = tokio::time::sleep(CLOCKS) => {}
        }
    }
}

/// Makes the invitations of meetings to come what they should be.
async fn follow_meetings(db: &Db) -> crate::Result<()> {
    let mut past = None;
    loop {
        let mut tx = db.begin().await?;
        past = meeting::follow_all(&mut tx, past).await?;
        let _ = tx.commit().await?;
        if past.is_none() {
            return Ok(());
        }
    }
}

/// Ends memberships of groups whose term is over.
async fn end_terms(db: &Db) -> crate::Result<()> {
    loop {
        let mut tx = db.begin().await?;
        let ended = group::end_terms(&mut tx).await?;
        let _ = tx.commit().await?;
        if ended == 0 {
            return Ok(());
        }
    }
}

async fn pass_overdue_posts(db: &Db) -> crate::Result<()> {
    loop {
        let mut tx = db.begin().await?;
        let passed = case::pass_overdue_posts(&mut tx).await?;
        let _ = tx.commit().await?;
        if passed == 0 {
            return Ok(());
        }
    }
}

/// Reminds applicants whom the board waits for, and lets go of those who did not answer.
async fn look_at_the_silent(db: &Db) -> crate::Result<()> {
    loop {
        let mut tx = db.begin().await?;
        let told = case::remind_silent(&mut tx).await?;
        let _ = tx.commit().await?;
        if told == 0 {
            break;
        }
    }
    loop {
        let mut tx = db.begin().await?;
        let looked_at = case::expire_silent(&mut tx).await?;
        let _ = tx.commit().await?;
        if looked_at == 0 {
            return Ok(());
        }
    }
}

async fn end_idle_holds(db: &Db) -> crate::Result<()> {
    loop {
        let mut tx = db.begin().await?;
        let ended = case::end_idle_holds(&mut tx).await?;
        let _ = tx.commit().await?;
        if ended == 0 {
            return Ok(());
        }
    }
}

async fn remind_of_documents(db: &Db) -> crate::Result<()> {
    loop {
        let mut tx = db.begin().await?;
        let told = document::remind(&mut tx).await?;
        let _ = tx.commit().await?;
        if told == 0 {
            return Ok(());
        }
    }
}

async fn tell_leaders(db: &Db) -> crate::Result<()> {
    loop {
        let mut tx = db.begin().await?;
        let told = leader::tell(&mut tx).await?;
        let _ = tx.commit().await?;
        if told == 0 {
            return Ok(());
        }
    }
}

async fn mark_leaders(db: &Db) -> crate::Result<()> {
    loop {
        let mut tx = db.begin().await?;
        let marked = leader::mark_some(&mut tx).await?;
        let _ = tx.commit().await?;
        if marked == 0 {
            return Ok(());
        }
    }
}

async fn keep_flags(db: &Db) -> crate::Result<()> {
    loop {
        let mut tx = db.begin().await?;
        let moved = flag::keep(&mut tx).await?;
        let _ = tx.commit().await?;
        if moved == 0 {
            return Ok(());
        }
    }
}
