//! The private PostgreSQL: a cluster of our own under the home folder, for whoever gives no `DATABASE_URL`.
//!
//! Every command uses it the same way: whoever comes first starts it, whoever comes later finds it running, and the
//! last to leave stops it. Three files in the home folder are locked with `flock`, which the kernel releases however
//! a process ends: `serve.lock` belongs to the one server, `postgres.door` is held while starting or stopping, and
//! `postgres.use` is shared by everyone inside. A postmaster that a killed process left behind is therefore simply
//! found running, and one that was itself killed is started again.

mod account;
mod cluster;
mod database;
mod error;
mod folder;
mod lock;
mod postmaster;
mod programs;

use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::PgConnectOptions;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

pub use error::PrivateError;
pub use programs::Programs;

use folder::Folder;
use postmaster::Postmaster;

/// A private PostgreSQL in use. Let go of it with [`PrivatePostgres::stop`].
#[derive(Debug)]
pub struct PrivatePostgres {
    house: Arc<House>,
    options: PgConnectOptions,
    watch: Option<Watch>,
    inside: Option<File>,
    _serving: Option<File>,
}

/// What never changes while the cluster is in use.
#[derive(Debug)]
struct House {
    folder: Folder,
    programs: Programs,
}

/// The task that starts the postmaster again should it die.
#[derive(Debug)]
struct Watch {
    leave: oneshot::Sender<()>,
    task: JoinHandle<Postmaster>,
}

impl PrivatePostgres {
    /// For a command: finds the cluster under this home running, or makes and starts it.
    pub async fn start(home: &Path) -> Result<Self, PrivateError> {
        let home = folder::make_home(home)?;
        Self::enter(&home, None).await
    }

    /// For the server, of which a home has only one.
    pub async fn serve(home: &Path) -> Result<Self, PrivateError> {
        let home = folder::make_home(home)?;
        let serving = lock::serving(&home)?;
        Self::enter(&home, Some(serving)).await
    }

    /// How to connect to the database `concord` on it.
    pub fn connect_options(&self) -> PgConnectOptions {
        self.options.clone()
    }

    /// PostgreSQL's programs of the cluster's version, for backup and restore.
    pub fn programs(&self) -> &Programs {
        &self.house.programs
    }

    /// Leaves, and stops the cluster unless another command is still using it.
    pub async fn stop(mut self) -> Result<(), PrivateError> {
        let Some(watch) = self.watch.take() else {
            return Ok(());
        };
        let _ = watch.leave.send(());
        let postmaster = watch.task.await.ok();
        let home = &self.house.folder.home;
        let _door = lock::door(home).await?;
        self.inside = None;
        if let Some(postmaster) = postmaster
            && lock::nobody_inside(home)?
        {
            postmaster.stop(&self.house.folder).await?;
        }
        Ok(())
    }

    async fn enter(home: &Path, serving: Option<File>) -> Result<Self, PrivateError> {
        let _door = lock::door(home).await?;
        let inside = lock::inside(home)?;
        let folder = Folder::open(home)?;
        let programs = Programs::find(cluster::written_by(&folder)?)?;
        let house = Arc::new(House { folder, programs });
        cluster::make(&house).await?;
        let postmaster = postmaster::running_or_started(&house).await?;
        let entered = database::reach(&postmaster.sockets).await;
        // From here on dropping what we made stops the postmaster, should the database be out of reach.
        let options = database::options(&postmaster.sockets);
        let (leave, left) = oneshot::channel();
        let task = tokio::spawn(keep_running(Arc::clone(&house), postmaster, left));
        let postgres = Self {
            house,
            options,
            watch: Some(Watch { leave, task }),
            inside: Some(inside),
            _serving: serving,
        };
        entered?;
        Ok(postgres)
    }
}

impl Drop for PrivatePostgres {
    /// Whoever leaves in a hurry asks the postmaster to stop without waiting for it.
    fn drop(&mut self) {
        let Some(watch) = self.watch.take() else {
            return;
        };
        watch.task.abort();
        self.inside = None;
        if matches!(lock::nobody_inside(&self.house.folder.home), Ok(true)) {
            postmaster::ask_to_stop(&self.house.folder);
        }
    }
}

/// Starts the postmaster again whenever it has died, until told to leave.
async fn keep_running(
    house: Arc<House>,
    mut postmaster: Postmaster,
    mut leave: oneshot::Receiver<()>,
) -> Postmaster {
    loop {
        tokio::select! {
            _ = &mut leave => return postmaster,
            () = postmaster.gone(&house.folder) => {}
        }
        tracing::warn!(
            "The private PostgreSQL has stopped unexpectedly; it is being started again."
        );
        match start_again(&house).await {
            Ok(started) => postmaster = started,
            Err(error) => {
                tracing::error!(%error, "The private PostgreSQL could not be started again.");
                tokio::select! {
                    _ = &mut leave => return postmaster,
                    () = tokio::time::sleep(Duration::from_secs(5)) => {}
                }
            }
        }
    }
}

async fn start_again(house: &House) -> Result<Postmaster, PrivateError> {
    let _door = lock::door(&house.folder.home).await?;
    postmaster::running_or_started(house).await
}
