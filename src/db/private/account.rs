//! The account that PostgreSQL runs under: our own, or an unprivileged one when we are root.

use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::Path;

use nix::unistd::{Uid, User};

use super::PrivateError;

/// Those that Debian, Red Hat and Alpine have, the best first.
const KNOWN: [&str; 2] = ["postgres", "nobody"];

/// An account.
#[derive(Debug, Clone)]
pub struct Account {
    /// What it is called.
    pub name: String,
    /// Its number.
    pub uid: u32,
    gid: u32,
    switch: bool,
}

impl Account {
    /// The account that runs a cluster in a folder of this owner, or a new one.
    pub fn for_cluster(folder: &Path, owner: Option<u32>) -> Result<Self, PrivateError> {
        let ours = Uid::effective();
        if ours.is_root() {
            let user = match owner {
                Some(uid) if uid != 0 => known(User::from_uid(Uid::from_raw(uid))),
                _ => KNOWN.iter().find_map(|name| known(User::from_name(name))),
            };
            return user
                .map(|user| Self::of(&user, true))
                .ok_or(PrivateError::NoAccount);
        }
        let user = known(User::from_uid(ours))
            .ok_or(PrivateError::NamelessAccount { uid: ours.as_raw() })?;
        match owner {
            Some(uid) if uid != ours.as_raw() => {
                let owner = known(User::from_uid(Uid::from_raw(uid)))
                    .map_or_else(|| uid.to_string(), |user| user.name);
                Err(PrivateError::OtherOwner {
                    folder: folder.to_path_buf(),
                    owner,
                })
            }
            _ => Ok(Self::of(&user, false)),
        }
    }

    /// A program to run as this account: out of the reach of the terminal's Ctrl-C, speaking English, seeing none of our settings.
    pub fn command(&self, program: &Path) -> std::process::Command {
        let mut command = std::process::Command::new(program);
        command
            .env_clear()
            .env("LC_ALL", "C")
            .current_dir("/")
            .process_group(0);
        command.stdin(std::process::Stdio::null());
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        if self.switch {
            command.uid(self.uid).gid(self.gid);
        }
        command
    }

    /// Whether it may enter this folder. Asked of the system itself, which knows access lists too.
    pub fn may_enter(&self, folder: &Path) -> bool {
        if !self.switch {
            return true;
        }
        let mut command = self.command(Path::new("/bin/sh"));
        command
            .args(["-c", ":"])
            .current_dir(folder)
            .status()
            .is_ok_and(|status| status.success())
    }

    /// Makes it the owner of a folder.
    pub fn own(&self, folder: &Path) -> Result<(), PrivateError> {
        if !self.switch {
            return Ok(());
        }
        chown(folder, Some(self.uid), Some(self.gid))
            .map_err(|error| PrivateError::on(folder, &error))
    }

    fn of(user: &User, switch: bool) -> Self {
        Self {
            name: user.name.clone(),
            uid: user.uid.as_raw(),
            gid: user.gid.as_raw(),
            switch,
        }
    }
}

fn known(user: nix::Result<Option<User>>) -> Option<User> {
    user.ok().flatten()
}
