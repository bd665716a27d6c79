//! PostgreSQL's programs: where they are and which version they have.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::PrivateError;

/// The oldest version that can fold every script.
pub const OLDEST: u32 = 15;

/// Where distributions keep versions side by side: a folder, how its entries begin, and where in them the programs are.
const SHELVES: [(&str, &str, &str); 5] = [
    ("/usr/lib/postgresql", "", "bin"),
    ("/usr", "pgsql-", "bin"),
    ("/opt/homebrew/opt", "postgresql", "bin"),
    ("/usr/local/opt", "postgresql", "bin"),
    ("/home/linuxbrew/.linuxbrew/opt", "postgresql", "bin"),
];

/// The programs of one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programs {
    folder: PathBuf,
    /// The major version.
    pub version: u32,
}

impl Programs {
    /// The programs for data that this version wrote, or the newest.
    pub fn find(written: Option<(PathBuf, u32)>) -> Result<Self, PrivateError> {
        Self::find_among(&everywhere(), written)
    }

    /// One of them, such as `pg_dump`.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn find_among(
        folders: &[PathBuf],
        written: Option<(PathBuf, u32)>,
    ) -> Result<Self, PrivateError> {
        let mut versions = BTreeMap::new();
        for folder in folders {
            if let Some((folder, version)) = server(folder) {
                versions.entry(version).or_insert(folder);
            }
        }
        let Some(newest) = versions.last_key_value().map(|(version, _)| *version) else {
            return Err(PrivateError::Missing);
        };
        let wanted = match written {
            Some((folder, written)) if !versions.contains_key(&written) => {
                let installed = versions
                    .keys()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(", ");
                return Err(PrivateError::OtherVersion {
                    folder,
                    written,
                    installed,
                });
            }
            Some((_, written)) => written,
            None => newest,
        };
        if wanted < OLDEST {
            return Err(PrivateError::TooOld { found: wanted });
        }
        versions
            .remove(&wanted)
            .map(|folder| Self {
                folder,
                version: wanted,
            })
            .ok_or(PrivateError::Missing)
    }
}

/// Every folder that may have them.
fn everywhere() -> Vec<PathBuf> {
    let mut folders = Vec::new();
    if let Ok(output) = Command::new("pg_config").arg("--bindir").output() {
        folders.push(PathBuf::from(
            String::from_utf8_lossy(&output.stdout).trim(),
        ));
    }
    if let Some(path) = std::env::var_os("PATH") {
        folders.extend(std::env::split_paths(&path));
    }
    for (shelf, start, inner) in SHELVES {
        let Ok(entries) = std::fs::read_dir(shelf) else {
            continue;
        };
        let named = entries
            .flatten()
            .filter(|entry| entry.file_name().to_string_lossy().starts_with(start));
        folders.extend(named.map(|entry| entry.path().join(inner)));
    }
    folders
}

/// The true folder and the version of a server in this folder, if all that we need stands there.
fn server(folder: &Path) -> Option<(PathBuf, u32)> {
    let postgres = folder.join("postgres").canonicalize().ok()?;
    let folder = postgres.parent()?;
    if !folder.join("initdb").is_file() {
        return None;
    }
    let output = Command::new(&postgres).arg("--version").output().ok()?;
    Some((
        folder.to_path_buf(),
        version(&String::from_utf8_lossy(&output.stdout))?,
    ))
}

/// Reads `postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)` or `… 18beta1`.
fn version(text: &str) -> Option<u32> {
    let number = text.split_once("(PostgreSQL)")?.1.trim_start();
    number
        .split(|c: char| !c.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn installed(versions: &[&str]) -> (tempfile::TempDir, Vec<PathBuf>) {
        let shelf = tempfile::tempdir().unwrap();
        let folders = versions.iter().map(|version| {
            let folder = shelf.path().join(version);
            std::fs::create_dir(&folder).unwrap();
            for program in ["postgres", "initdb"] {
                let path = folder.join(program);
                std::fs::write(
                    &path,
                    format!("#!/bin/sh\necho '{program} (PostgreSQL) {version} (Debian)'\n"),
                )
                .unwrap();
                std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
            }
            folder
        });
        let folders = folders.collect();
        (shelf, folders)
    }

    #[test]
    fn versions_are_read_as_distributions_write_them() {
        assert_eq!(
            version("postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)\n"),
            Some(15)
        );
        assert_eq!(version("postgres (PostgreSQL) 18beta1\n"), Some(18));
        assert_eq!(version("mysqld 9\n"), None);
    }

    #[test]
    fn the_newest_is_taken_unless_data_was_written_by_another() {
        let (_shelf, folders) = installed(&["17.2", "15.14"]);
        assert_eq!(Programs::find_among(&folders, None).unwrap().version, 17);
        assert_eq!(
            Programs::find_among(&folders, Some((PathBuf::new(), 15)))
                .unwrap()
                .version,
            15
        );
    }

    #[test]
    fn data_of_a_version_that_is_not_installed_is_told() {
        let (_shelf, folders) = installed(&["17.2"]);
        let error = Programs::find_among(&folders, Some((PathBuf::from("/data"), 15)))
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("written by PostgreSQL 15, and 17 is installed: install PostgreSQL 15"),
            "{error}"
        );
    }

    #[test]
    fn nothing_and_something_too_old_are_two_answers() {
        assert!(matches!(
            Programs::find_among(&[], None),
            Err(PrivateError::Missing)
        ));
        let (_shelf, folders) = installed(&["13.4"]);
        assert!(matches!(
            Programs::find_among(&folders, None),
            Err(PrivateError::TooOld { found: 13 })
        ));
    }
}
