//! Where the private PostgreSQL lives: `postgres/data`, `postgres/run` and `postgres.log` in the home folder.

use std::fs::{self, DirBuilder};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, symlink};
use std::path::{Path, PathBuf};

use nix::unistd::{Uid, mkdtemp};

use super::PrivateError;
use super::account::Account;

/// Where a cluster goes that root starts for a home folder which only root can enter, such as one under `/root`.
const SHARED: &str = "/var/lib/concord";
/// What the kernel's address of a socket holds, less its closing zero.
const LONGEST_SOCKET: usize = 107;
const SOCKET: &str = ".s.PGSQL.5432";

/// The folders of one cluster, and whose they are.
#[derive(Debug)]
pub struct Folder {
    /// The home folder, with the locks and the log.
    pub home: PathBuf,
    /// The cluster itself.
    pub data: PathBuf,
    /// Where its socket is made, for none but its account (and root) to reach.
    pub sockets: PathBuf,
    /// What PostgreSQL has to say.
    pub log: PathBuf,
    /// The account that runs it.
    pub account: Account,
}

impl Folder {
    /// Opens, and first makes, what a cluster needs. Whoever calls holds the door.
    pub fn open(home: &Path) -> Result<Self, PrivateError> {
        let place = home.join("postgres");
        let owner = match fs::metadata(&place) {
            Ok(found) if !found.is_dir() => {
                return Err(PrivateError::NotACluster { folder: place });
            }
            Ok(found) => Some(found.uid()),
            Err(_) if fs::symlink_metadata(&place).is_ok() => {
                return Err(PrivateError::NotACluster { folder: place });
            }
            Err(_) => None,
        };
        let account = Account::for_cluster(&place, owner)?;
        match owner {
            Some(_) => {}
            None if account.may_enter(home) => make(&place, 0o700)?,
            None => make_elsewhere(&place, &account)?,
        }
        // Also when it was there: we may have been stopped between making and giving.
        if owner.is_none_or(|uid| uid != account.uid) {
            account.own(&place)?;
        }
        let place = place
            .canonicalize()
            .map_err(|error| PrivateError::on(&place, &error))?;
        if !account.may_enter(&place) {
            return Err(PrivateError::OutOfReach {
                folder: place,
                account: account.name,
            });
        }
        let sockets = sockets(&place, &account)?;
        Ok(Self {
            home: home.to_path_buf(),
            data: place.join("data"),
            sockets,
            log: home.join("postgres.log"),
            account,
        })
    }

    /// Whether the disk has so many bytes left. Where the system does not tell, we go on and see.
    #[allow(
        clippy::useless_conversion,
        reason = "the numbers are shorter on macOS"
    )]
    pub fn has_room(&self, bytes: u64) -> bool {
        let place = self.data.parent().unwrap_or(&self.data);
        nix::sys::statvfs::statvfs(place).map_or(true, |disk| {
            u64::from(disk.blocks_available()).saturating_mul(u64::from(disk.fragment_size()))
                >= bytes
        })
    }
}

/// The home folder, made if need be.
pub fn make_home(home: &Path) -> Result<PathBuf, PrivateError> {
    if !home.is_dir() {
        // Others may pass through, as the account of the cluster must, and not look around.
        let mode = if Uid::effective().is_root() {
            0o711
        } else {
            0o700
        };
        DirBuilder::new()
            .recursive(true)
            .mode(mode)
            .create(home)
            .map_err(|error| PrivateError::on(home, &error))?;
    }
    home.canonicalize()
        .map_err(|error| PrivateError::on(home, &error))
}

/// A cluster outside the home, which a link in the home leads to.
fn make_elsewhere(place: &Path, account: &Account) -> Result<(), PrivateError> {
    let shared = Path::new(SHARED);
    let out_of_reach = || PrivateError::OutOfReach {
        folder: place.to_path_buf(),
        account: account.name.clone(),
    };
    DirBuilder::new()
        .recursive(true)
        .mode(0o755)
        .create(shared)
        .map_err(|_| out_of_reach())?;
    let made = mkdtemp(&shared.join("postgres-XXXXXX")).map_err(|_| out_of_reach())?;
    symlink(&made, place).map_err(|error| PrivateError::on(place, &error))?;
    tracing::info!(
        "The account {} cannot enter {}, so its database is kept in {}.",
        account.name,
        place.display(),
        made.display()
    );
    Ok(())
}

/// The folder of the socket: beside the data, or where its path is short enough for the kernel.
fn sockets(place: &Path, account: &Account) -> Result<PathBuf, PrivateError> {
    let beside = place.join("run");
    if fits(&beside) {
        if !beside.is_dir() {
            make(&beside, 0o700)?;
        }
        account.own(&beside)?;
        return Ok(beside);
    }
    // Remembered, so that every command uses the same; checked, because anybody may make folders in /tmp.
    let note = place.join("sockets");
    if let Ok(path) = fs::read_to_string(&note)
        && fs::symlink_metadata(&path).is_ok_and(|found| {
            found.is_dir() && found.uid() == account.uid && found.mode() & 0o777 == 0o700
        })
    {
        return Ok(PathBuf::from(path));
    }
    let temporary = Path::new("/tmp/concord-XXXXXX");
    let made =
        mkdtemp(temporary).map_err(|error| PrivateError::on(Path::new("/tmp"), &error.into()))?;
    account.own(&made)?;
    fs::write(&note, made.as_os_str().as_bytes())
        .map_err(|error| PrivateError::on(place, &error))?;
    Ok(made)
}

fn fits(folder: &Path) -> bool {
    folder.join(SOCKET).as_os_str().len() <= LONGEST_SOCKET
}

fn make(folder: &Path, mode: u32) -> Result<(), PrivateError> {
    DirBuilder::new()
        .mode(mode)
        .create(folder)
        .map_err(|error| PrivateError::on(folder, &error))
}
