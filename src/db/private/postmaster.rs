//! The postmaster: found by its `postmaster.pid`, started, waited for and stopped.

use std::fs::{self, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::process::Child;
use tokio::time::sleep;

use super::folder::Folder;
use super::{House, PrivateError};

/// How often we look whether something has happened.
const BEAT: Duration = Duration::from_millis(10);
/// A killed postmaster's children need a moment to notice, and until then a new one refuses to start.
const RETRY: Duration = Duration::from_secs(30);
/// Recovery after a crash can take a while.
const READY: Duration = Duration::from_secs(100);
/// Stopping writes everything out; after this long it is made to stop and recovers at the next start.
const STOP: Duration = Duration::from_secs(60);
/// From this size on the log of earlier days is put aside.
const LONG_LOG: u64 = 4 << 20;

/// What every start sets, whatever the cluster's own files say: the socket is the only way in, and neither values nor
/// statements, which may be personal, get into the log.
const SETTINGS: [&str; 9] = [
    "listen_addresses=",
    "port=5432",
    "unix_socket_permissions=0700",
    "logging_collector=off",
    "log_destination=stderr",
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    "log_statement=none",
    // Our queries are short; compiling them costs more than running them.
    "jit=off",
];

/// A postmaster that accepts connections.
#[derive(Debug)]
pub struct Postmaster {
    /// Where its socket is.
    pub sockets: PathBuf,
    pid: Pid,
    child: Option<Child>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Starting,
    Ready,
    Stopping,
}

#[derive(Debug)]
struct Found {
    pid: Pid,
    sockets: PathBuf,
    state: State,
}

impl Postmaster {
    /// Returns when it is no longer there.
    pub async fn gone(&mut self, folder: &Folder) {
        match &mut self.child {
            Some(child) => {
                let _ = child.wait().await;
            }
            None => {
                while is_postmaster(folder, self.pid) {
                    sleep(Duration::from_millis(500)).await;
                }
            }
        }
    }

    /// Stops it: connections are closed and everything is written out.
    pub async fn stop(mut self, folder: &Folder) -> Result<(), PrivateError> {
        for signal in [Signal::SIGINT, Signal::SIGQUIT] {
            if !self.is_alive(folder) {
                return Ok(());
            }
            let _ = kill(self.pid, signal);
            let since = Instant::now();
            while since.elapsed() < STOP {
                if !self.is_alive(folder) {
                    return Ok(());
                }
                sleep(BEAT).await;
            }
        }
        Err(PrivateError::TooSlow {
            what: "stop",
            seconds: 2 * STOP.as_secs(),
            log: folder.log.clone(),
        })
    }

    fn is_alive(&mut self, folder: &Folder) -> bool {
        match &mut self.child {
            Some(child) => matches!(child.try_wait(), Ok(None)),
            None => is_postmaster(folder, self.pid),
        }
    }
}

/// The postmaster of this cluster: the one that runs, whoever started it, or a new one. Whoever calls holds the door.
pub async fn running_or_started(house: &House) -> Result<Postmaster, PrivateError> {
    let folder = &house.folder;
    let since = Instant::now();
    loop {
        match find(folder) {
            Some(Found {
                pid,
                sockets,
                state: State::Ready,
            }) => {
                return Ok(Postmaster {
                    sockets,
                    pid,
                    child: None,
                });
            }
            // Left behind while starting, or on its way out: it will be the one or the other soon.
            Some(_) if since.elapsed() < READY => sleep(BEAT).await,
            Some(_) => {
                return Err(PrivateError::TooSlow {
                    what: "start",
                    seconds: READY.as_secs(),
                    log: folder.log.clone(),
                });
            }
            None => match start_anew(house).await {
                Err(PrivateError::Failed { complaint, .. })
                    if still_leaving(&complaint) && since.elapsed() < RETRY =>
                {
                    sleep(Duration::from_millis(100)).await;
                }
                other => return other,
            },
        }
    }
}

async fn start_anew(house: &House) -> Result<Postmaster, PrivateError> {
    clear_note(&house.folder);
    start(house).await
}

/// Asks the postmaster to stop and does not wait.
pub fn ask_to_stop(folder: &Folder) {
    if let Some(found) = find(folder) {
        let _ = kill(found.pid, Signal::SIGINT);
    }
}

/// Adds to the log what a program said that does not write there itself.
pub fn append_to_log(folder: &Folder, words: &str) {
    let mut options = OpenOptions::new();
    options.append(true).create(true).mode(0o600);
    if let Ok(mut log) = options.open(&folder.log) {
        let _ = log.write_all(words.as_bytes());
    }
}

async fn start(house: &House) -> Result<Postmaster, PrivateError> {
    let folder = &house.folder;
    let on_log = |error: std::io::Error| PrivateError::on(&folder.home, &error);
    if fs::metadata(&folder.log).is_ok_and(|log| log.len() > LONG_LOG) {
        fs::rename(&folder.log, folder.log.with_extension("log.old")).map_err(on_log)?;
    }
    let log = OpenOptions::new()
        .append(true)
        .create(true)
        .mode(0o600)
        .open(&folder.log)
        .map_err(on_log)?;
    let before = log.metadata().map_err(on_log)?.len();

    let program = house.programs.path("postgres");
    let mut command = folder.account.command(&program);
    command
        .arg("-D")
        .arg(&folder.data)
        .arg("-k")
        .arg(&folder.sockets);
    for setting in SETTINGS {
        command.args(["-c", setting]);
    }
    command.stdout(log.try_clone().map_err(on_log)?).stderr(log);
    let mut child = tokio::process::Command::from(command)
        .spawn()
        .map_err(|error| PrivateError::CannotRun {
            program,
            why: error.to_string(),
        })?;
    let pid = child
        .id()
        .and_then(|id| i32::try_from(id).ok())
        .map(Pid::from_raw);

    let since = Instant::now();
    while since.elapsed() < READY {
        if let Ok(Some(_)) = child.try_wait() {
            return Err(PrivateError::from_words(
                &words_since(&folder.log, before),
                &folder.data,
                &folder.log,
            ));
        }
        if let Some(found) = find(folder)
            && Some(found.pid) == pid
            && found.state == State::Ready
        {
            return Ok(Postmaster {
                sockets: found.sockets,
                pid: found.pid,
                child: Some(child),
            });
        }
        sleep(BEAT).await;
    }
    Err(PrivateError::TooSlow {
        what: "start",
        seconds: READY.as_secs(),
        log: folder.log.clone(),
    })
}

/// The complaints of a new postmaster while the old one's children are still leaving.
fn still_leaving(complaint: &str) -> bool {
    complaint.contains("already exists")
        || complaint.contains("pre-existing shared memory block")
        || complaint.contains("still in use")
}

/// The postmaster that the cluster's own note names, if it is alive.
fn find(folder: &Folder) -> Option<Found> {
    let text = fs::read_to_string(note(folder)).ok()?;
    let mut lines = text.lines();
    let pid = process(lines.next())?;
    if !is_postmaster(folder, pid) {
        return None;
    }
    let sockets = PathBuf::from(lines.nth(3)?);
    let state = match lines.nth(2).map(str::trim) {
        Some("ready") => State::Ready,
        Some("stopping") => State::Stopping,
        _ => State::Starting,
    };
    Some(Found {
        pid,
        sockets,
        state,
    })
}

/// Takes away a note that is empty, or names a stranger who got the number of a postmaster that is gone: PostgreSQL
/// would refuse to start because of it. One that names nobody alive it judges itself, and better.
fn clear_note(folder: &Folder) {
    let note = note(folder);
    let Ok(text) = fs::read_to_string(&note) else {
        return;
    };
    let stale = match process(text.lines().next()) {
        Some(pid) => {
            kill(pid, None) != Err(nix::errno::Errno::ESRCH) && !is_postmaster(folder, pid)
        }
        None => true,
    };
    if stale {
        let _ = fs::remove_file(&note);
    }
}

fn note(folder: &Folder) -> PathBuf {
    folder.data.join("postmaster.pid")
}

fn process(line: Option<&str>) -> Option<Pid> {
    line?
        .trim()
        .parse()
        .ok()
        .filter(|pid| *pid > 1)
        .map(Pid::from_raw)
}

/// Whether this process is alive, of the right account and at work in our data folder.
fn is_postmaster(folder: &Folder, pid: Pid) -> bool {
    if kill(pid, None) == Err(nix::errno::Errno::ESRCH) {
        return false;
    }
    let about = PathBuf::from(format!("/proc/{pid}"));
    let Ok(found) = fs::metadata(&about) else {
        // Without /proc, as on macOS, being alive has to be enough.
        return !Path::new("/proc/self").exists();
    };
    if found.uid() != folder.account.uid {
        return false;
    }
    match fs::read_link(about.join("cwd")) {
        Ok(place) => place == folder.data,
        Err(error) => error.kind() == std::io::ErrorKind::PermissionDenied,
    }
}

fn words_since(log: &Path, position: u64) -> String {
    let mut words = Vec::new();
    if let Ok(mut file) = fs::File::open(log)
        && file.seek(SeekFrom::Start(position)).is_ok()
    {
        let _ = file.read_to_end(&mut words);
    }
    String::from_utf8_lossy(&words).into_owned()
}
