//! A form with files, taken apart as it arrives: the roster goes to the disk, never into memory.

use std::fs::{self, File, OpenOptions};
use std::path::Path;

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use tokio::io::AsyncWriteExt;

use crate::ids::OnceKey;
use crate::web::{App, Error, Fields, Mistakes, Result};

/// The most bytes of a roster.
const FILE_MAX: u64 = 300 * 1024 * 1024;

/// The most bytes of a column map.
const MAP_MAX: usize = 1024 * 1024;

/// The most bytes of any other field.
const FIELD_MAX: usize = 4 * 1024;

/// The most parts of the form.
const PARTS_MAX: usize = 20;

/// A form that arrived.
pub(super) struct Upload {
    /// What was chosen and typed.
    pub(super) fields: Fields,
    /// The roster, and what it was called; on the disk without a name, so that it goes when we let go of it.
    pub(super) file: Option<(String, File)>,
    /// The text of a column map.
    pub(super) map: Option<Vec<u8>>,
    /// What is too large.
    pub(super) mistakes: Mistakes,
}

impl Upload {
    /// Takes the form.
    pub(super) async fn take(app: &App, request: Request) -> Result<Self> {
        let mut form = Multipart::from_request(request, app)
            .await
            .map_err(|_| Error::UnknownKind)?;
        let mut upload = Self {
            fields: Fields::default(),
            file: None,
            map: None,
            mistakes: Mistakes::default(),
        };
        let mut parts = 0;
        while let Some(field) = form.next_field().await.map_err(broken)? {
            parts += 1;
            if parts > PARTS_MAX {
                return Err(Error::TooLarge);
            }
            upload.part(app, field).await?;
        }
        Ok(upload)
    }

    /// Says of each file that came that it has to be chosen again.
    pub(super) fn lost(&mut self) {
        if self.map.is_some() {
            self.mistakes.lost("map");
        }
        if self.file.is_some() {
            self.mistakes.lost("file");
        }
    }

    async fn part(&mut self, app: &App, mut field: Field<'_>) -> Result<()> {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = called(field.file_name().unwrap_or_default());
        match name.as_str() {
            // A browser sends a file without a name where none was chosen.
            "file" | "map" if file_name.is_empty() => Ok(()),
            "file" if self.file.is_none() => {
                let (file, whole) = to_disk(&app.config.home.join("uploads"), field).await?;
                if whole {
                    self.file = Some((file_name, file));
                } else {
                    self.mistakes.add("file", "import-too-large");
                }
                Ok(())
            }
            "map" => {
                match small(&mut field, MAP_MAX).await? {
                    Some(bytes) => self.map = Some(bytes),
                    None => self.mistakes.add("map", "import-map-too-large"),
                }
                Ok(())
            }
            _ => {
                let bytes = small(&mut field, FIELD_MAX).await?.ok_or(Error::TooLarge)?;
                self.fields.push(&name, String::from_utf8_lossy(&bytes));
                Ok(())
            }
        }
    }
}

/// The end of what a browser calls a file, for people: no folders, nothing that cannot be seen.
fn called(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars()
        .filter(|c| !c.is_control() && *c != '\u{FFFD}')
        .take(120)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// The bytes of a field, or nothing if there are too many. It is read to its end either way, so that the form can be
/// answered.
async fn small(field: &mut Field<'_>, most: usize) -> Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let mut fits = true;
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        fits = fits && bytes.len() + chunk.len() <= most;
        if fits {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(fits.then_some(bytes))
}

/// Writes a file to the disk as it arrives; whether it was written whole.
async fn to_disk(folder: &Path, mut field: Field<'_>) -> Result<(File, bool)> {
    let mut file = tokio::fs::File::from_std(nameless(folder).map_err(unwritable)?);
    let mut size = 0;
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        size += chunk.len() as u64;
        if size <= FILE_MAX {
            file.write_all(&chunk).await.map_err(unwritable)?;
        }
    }
    file.flush().await.map_err(unwritable)?;
    Ok((file.into_std().await, size <= FILE_MAX))
}

/// A file that has lost its name already: whatever happens to us, nothing stays behind.
fn nameless(folder: &Path) -> std::io::Result<File> {
    fs::create_dir_all(folder)?;
    let path = folder.join(OnceKey::fresh().to_string());
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let file = options.open(&path)?;
    fs::remove_file(&path)?;
    Ok(file)
}

fn broken(error: MultipartError) -> Error {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge
    } else {
        // Whoever sent it stopped, or it is no form.
        Error::UnknownKind
    }
}

fn unwritable(error: std::io::Error) -> Error {
    Error::Internal(format!("an upload cannot be kept: {error}"))
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn a_file_is_called_by_the_end_of_its_name() {
        assert_eq!(called("C:\\Users\\Ani\\список.csv"), "список.csv");
        assert_eq!(called("../../etc/passwd"), "passwd");
        assert_eq!(called("a\r\nb.csv"), "ab.csv");
    }
}
