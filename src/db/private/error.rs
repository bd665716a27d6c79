//! What can be wrong with the private PostgreSQL, each in one sentence that says what to do.

use std::io;
use std::path::{Path, PathBuf};

/// Why the private PostgreSQL cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PrivateError {
    /// No PostgreSQL server is installed.
    #[error(
        "PostgreSQL's server is not installed: install version {} or later (Debian and Ubuntu: `apt-get install postgresql`; \
         macOS: `brew install postgresql@17`), or name another database with DATABASE_URL.",
        super::programs::OLDEST
    )]
    Missing,
    /// Only an old one is.
    #[error(
        "PostgreSQL {found} is too old: install version {} or later, or name another database with DATABASE_URL.",
        super::programs::OLDEST
    )]
    TooOld {
        /// The newest version that is installed.
        found: u32,
    },
    /// The data was written by a version that is not installed.
    #[error(
        "The data in {} was written by PostgreSQL {written}, and {installed} is installed: install PostgreSQL {written} beside it, \
         or move that folder away, start anew, and restore a backup.",
        folder.display()
    )]
    OtherVersion {
        /// Where the data is.
        folder: PathBuf,
        /// The version that wrote it.
        written: u32,
        /// What is installed instead.
        installed: String,
    },
    /// The folder cannot be written.
    #[error(
        "The folder {} cannot be written ({why}): change its owner, or choose another folder with CONCORD_HOME.",
        folder.display()
    )]
    Unwritable {
        /// Which folder.
        folder: PathBuf,
        /// What the system says.
        why: String,
    },
    /// The disk is full.
    #[error("The disk that holds {} is full: free at least 100 MB and start again; nothing that was saved is lost.", folder.display())]
    DiskFull {
        /// Which folder.
        folder: PathBuf,
    },
    /// A server already runs on this home.
    #[error(
        "Another `concord serve`{} already uses the folder {}: stop it first, or choose another folder with CONCORD_HOME.",
        process.map(|pid| format!(" (process {pid})")).unwrap_or_default(),
        home.display()
    )]
    AlreadyServing {
        /// The home.
        home: PathBuf,
        /// Who serves.
        process: Option<u32>,
    },
    /// Somebody is starting or stopping it, and does not finish.
    #[error("Another command has been starting or stopping the database in {} for too long: wait for it or stop it, then try again.", home.display())]
    Busy {
        /// The home.
        home: PathBuf,
    },
    /// PostgreSQL refuses to run as root and there is no account to run it under.
    #[error(
        "PostgreSQL does not run as root, and there is no account to run it under: make one with `useradd --system postgres`."
    )]
    NoAccount,
    /// The account that this runs as has no name.
    #[error(
        "PostgreSQL does not run under the user number {uid}, which has no account: add one, or name another database with DATABASE_URL."
    )]
    NamelessAccount {
        /// The number.
        uid: u32,
    },
    /// The cluster belongs to somebody else.
    #[error("The folder {} belongs to the account {owner}: run this command as {owner}, or choose another folder with CONCORD_HOME.", folder.display())]
    OtherOwner {
        /// Which folder.
        folder: PathBuf,
        /// Whose it is.
        owner: String,
    },
    /// The account cannot reach the cluster.
    #[error(
        "The account {account}, which runs PostgreSQL because root must not, cannot enter {}: move the folder where it can, \
         for instance with CONCORD_HOME=/var/lib/concord.",
        folder.display()
    )]
    OutOfReach {
        /// Which folder.
        folder: PathBuf,
        /// Which account.
        account: String,
    },
    /// Something else lies where the data should be.
    #[error("{} is not a PostgreSQL data folder: move it away and start again.", folder.display())]
    NotACluster {
        /// Which folder.
        folder: PathBuf,
    },
    /// PostgreSQL ended with a complaint of its own.
    #[error("PostgreSQL did not start ({complaint}): {} tells more.", log.display())]
    Failed {
        /// Its last complaint.
        complaint: String,
        /// Where the rest stands.
        log: PathBuf,
    },
    /// It does not become ready, or does not stop.
    #[error("PostgreSQL did not {what} within {seconds} seconds: {} tells more.", log.display())]
    TooSlow {
        /// What it did not do.
        what: &'static str,
        /// How long we waited.
        seconds: u64,
        /// Where the rest stands.
        log: PathBuf,
    },
    /// A program cannot be run.
    #[error("The program {} cannot be run ({why}): check PostgreSQL's installation.", program.display())]
    CannotRun {
        /// Which program.
        program: PathBuf,
        /// What the system says.
        why: String,
    },
    /// The cluster runs, and its database is out of reach.
    #[error("The private PostgreSQL runs, but its database cannot be opened: {0}.")]
    Database(#[from] sqlx::Error),
}

impl PrivateError {
    /// Says what an input or output error on this folder means.
    pub(super) fn on(folder: &Path, error: &io::Error) -> Self {
        let folder = folder.to_path_buf();
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { folder },
            _ => Self::Unwritable {
                folder,
                why: error.to_string(),
            },
        }
    }

    /// Says what PostgreSQL's own last words mean.
    pub(super) fn from_words(words: &str, folder: &Path, log: &Path) -> Self {
        let folder = folder.to_path_buf();
        if words.contains("No space left on device") || words.contains("Disk quota exceeded") {
            return Self::DiskFull { folder };
        }
        Self::Failed {
            complaint: complaint(words),
            log: log.to_path_buf(),
        }
    }
}

/// The line that names the cause: the last fatal one, or simply the last.
fn complaint(words: &str) -> String {
    let named = |line: &&str| {
        ["FATAL:", "PANIC:", "error:"]
            .iter()
            .any(|mark| line.contains(mark))
    };
    let line = words
        .lines()
        .rfind(named)
        .or_else(|| words.lines().next_back())
        .unwrap_or("no reason given");
    let after = ["FATAL:", "PANIC:", "error:"]
        .iter()
        .find_map(|mark| line.split_once(mark))
        .map_or(line, |(_, rest)| rest);
    after.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_recognised_in_postgresqls_words() {
        let words = "2026-11-24 18:00:00 UTC [1] FATAL:  could not write lock file \"postmaster.pid\": No space left on device";
        let error = PrivateError::from_words(words, Path::new("/data"), Path::new("/log"));
        assert!(matches!(error, PrivateError::DiskFull { .. }), "{error}");
    }

    #[test]
    fn the_cause_is_told_and_not_the_line_after_it() {
        let words =
            "LOG:  starting\nFATAL:  could not load library\nLOG:  database system is shut down\n";
        let error = PrivateError::from_words(words, Path::new("/data"), Path::new("/log"));
        assert_eq!(
            error.to_string(),
            "PostgreSQL did not start (could not load library): /log tells more."
        );
    }
}
