//! Who serves, who is at the door and who is inside, as locks that the kernel releases with their holder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use super::PrivateError;

/// Starting may mean to recover after a crash, so whoever waits at the door is patient.
const PATIENCE: Duration = Duration::from_secs(120);

/// The lock of the one server. Its file names the process that holds it.
pub fn serving(home: &Path) -> Result<File, PrivateError> {
    let mut file = open(home, "serve.lock")?;
    match file.try_lock() {
        Ok(()) => {
            let write = |file: &mut File| {
                file.set_len(0)?;
                file.rewind()?;
                writeln!(file, "{}", std::process::id())
            };
            write(&mut file).map_err(|error| PrivateError::on(home, &error))?;
            Ok(file)
        }
        Err(TryLockError::WouldBlock) => {
            let mut text = String::new();
            let process = file
                .read_to_string(&mut text)
                .ok()
                .and_then(|_| text.trim().parse().ok());
            Err(PrivateError::AlreadyServing {
                home: home.to_path_buf(),
                process,
            })
        }
        Err(TryLockError::Error(error)) => Err(PrivateError::on(home, &error)),
    }
}

/// Waits for the door: whoever holds it may start or stop the cluster.
pub async fn door(home: &Path) -> Result<File, PrivateError> {
    let file = open(home, "postgres.door")?;
    let since = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(PrivateError::on(home, &error)),
            Err(TryLockError::WouldBlock) if since.elapsed() > PATIENCE => {
                return Err(PrivateError::Busy {
                    home: home.to_path_buf(),
                });
            }
            Err(TryLockError::WouldBlock) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

/// Marks us as one of those who use the cluster.
pub fn inside(home: &Path) -> Result<File, PrivateError> {
    let file = open(home, "postgres.use")?;
    match file.try_lock_shared() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(PrivateError::Busy {
            home: home.to_path_buf(),
        }),
        Err(TryLockError::Error(error)) => Err(PrivateError::on(home, &error)),
    }
}

/// Whether all have left.
pub fn nobody_inside(home: &Path) -> Result<bool, PrivateError> {
    let file = open(home, "postgres.use")?;
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(PrivateError::on(home, &error)),
    }
}

fn open(home: &Path, name: &str) -> Result<File, PrivateError> {
    let mut options = OpenOptions::new();
    options
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600);
    options
        .open(home.join(name))
        .map_err(|error| PrivateError::on(home, &error))
}
