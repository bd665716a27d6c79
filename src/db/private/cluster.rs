//! Making the cluster: UTF-8, ICU's root collation, checksums, and nobody let in but through the socket.

use std::fs;
use std::path::PathBuf;

use super::folder::Folder;
use super::{House, PrivateError, postmaster};

/// What a new cluster takes on the disk, with some to spare. PostgreSQL does not always say that this is what it lacks.
const ROOM: u64 = 100_000_000;

/// The version that wrote the data, if there is any.
pub fn written_by(folder: &Folder) -> Result<Option<(PathBuf, u32)>, PrivateError> {
    if !folder.data.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(folder.data.join("PG_VERSION")).unwrap_or_default();
    match text.trim().parse() {
        Ok(version) => Ok(Some((folder.data.clone(), version))),
        Err(_) => Err(PrivateError::NotACluster {
            folder: folder.data.clone(),
        }),
    }
}

/// Makes the cluster unless it is there. It gets its name only when it is complete, so that one cut short is made anew.
pub async fn make(house: &House) -> Result<(), PrivateError> {
    let folder = &house.folder;
    if folder.data.exists() {
        return Ok(());
    }
    let unfinished = folder.data.with_extension("new");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).map_err(|error| PrivateError::on(&unfinished, &error))?;
    }
    if !folder.has_room(ROOM) {
        return Err(PrivateError::DiskFull {
            folder: folder.data.clone(),
        });
    }
    let program = house.programs.path("initdb");
    let mut command = tokio::process::Command::from(folder.account.command(&program));
    // macOS has no C.UTF-8; the C locale alone leaves trigrams blind to other scripts than Latin.
    let locale = if cfg!(target_os = "macos") {
        "en_US.UTF-8"
    } else {
        "C.UTF-8"
    };
    command.arg("-D").arg(&unfinished).args([
        "--username=postgres",
        "--encoding=UTF8",
        "--locale-provider=icu",
        "--icu-locale=und",
        &format!("--locale={locale}"),
        "--data-checksums",
        "--auth-local=trust",
        "--auth-host=reject",
        "--no-instructions",
    ]);
    let output = command
        .output()
        .await
        .map_err(|error| PrivateError::CannotRun {
            program: program.clone(),
            why: error.to_string(),
        })?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        postmaster::append_to_log(folder, &words);
        return Err(PrivateError::from_words(&words, &folder.data, &folder.log));
    }
    fs::rename(&unfinished, &folder.data).map_err(|error| PrivateError::on(&folder.data, &error))
}
