//! Where documents lie: a folder, or a bucket that speaks S3. Objects are sealed, named by the hash of what is stored, and
//! never changed.

use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::{Stream, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::path::Path as Place;
use object_store::{ObjectStore, ObjectStoreExt};

use super::incoming::Spooled;

/// How old something half-written must be to be nobody's any more.
const HALF_DAYS: TimeDelta = TimeDelta::days(1);
/// What is written to a folder in one go.
const STEP: usize = 512 * 1024;
/// What is sent to a bucket in one go: they want five MiB at least.
const PART: usize = 5 * 1024 * 1024;

/// The documents' place. Cheap to clone.
#[derive(Clone)]
pub struct Storage {
    store: Arc<dyn ObjectStore>,
    /// The folder, if it is one.
    folder: Option<PathBuf>,
    /// Where files stand, sealed and without a name, while they arrive.
    spool: PathBuf,
}

/// Why a document cannot be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The place was named in words that mean nothing.
    #[error("CONCORD_DOCUMENTS must be a folder, or s3://BUCKET/PREFIX")]
    BadPlace,
    /// This program was built without S3.
    #[error("this program was built without S3: build it with `--features s3`, or name a folder")]
    WithoutS3,
    /// The place is out of reach.
    #[error("the documents' place: {0}")]
    Store(#[from] object_store::Error),
    /// A folder or a file on the way.
    #[error("the documents' place: {0}")]
    Io(#[from] io::Error),
}

impl Storage {
    /// The place that was named, or a folder under the home folder.
    pub fn open(named: Option<&str>, home: &Path) -> Result<Self, StorageError> {
        let spool = home.join("uploads");
        match named.filter(|named| !named.is_empty()) {
            Some(named) if named.starts_with("s3://") => Ok(Self {
                store: bucket(named)?,
                folder: None,
                spool,
            }),
            Some(named) if named.contains("://") => Err(StorageError::BadPlace),
            Some(named) => Self::folder(Path::new(named), spool),
            None => Self::folder(&home.join("documents"), spool),
        }
    }

    fn folder(folder: &Path, spool: PathBuf) -> Result<Self, StorageError> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true).mode(0o700).create(folder)?;
        // Written under another name, brought to the disk, then moved: an object is there whole, or not at all.
        let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self {
            store: Arc::new(store),
            folder: Some(folder.to_owned()),
            spool,
        })
    }

    /// Where files stand while they arrive.
    pub(super) fn spool(&self) -> &Path {
        &self.spool
    }

    /// Keeps what arrived, under the name that its bytes give it.
    pub async fn keep(&self, spooled: Spooled) -> Result<String, StorageError> {
        let (name, mut file) = spooled.into_parts()?;
        let step = if self.folder.is_some() { STEP } else { PART };
        let mut upload = self.store.put_multipart(&place(&name)).await?;
        loop {
            let read = tokio::task::spawn_blocking(move || part(file, step));
            let bytes;
            (bytes, file) = read.await.map_err(io::Error::other)??;
            if bytes.is_empty() {
                break;
            }
            if let Err(error) = upload.put_part(bytes.into()).await {
                let _ = upload.abort().await;
                return Err(error.into());
            }
        }
        upload.complete().await?;
        Ok(name)
    }

    /// An object, as it comes.
    pub async fn read(
        &self,
        name: &str,
    ) -> Result<impl Stream<Item = Result<Bytes, StorageError>> + Send + use<>, StorageError> {
        let object = self.store.get(&place(name)).await?;
        Ok(object.into_stream().map_err(StorageError::from))
    }

    /// Takes away what no record came to name. Whatever a record names stays.
    pub async fn remove(&self, name: &str) {
        if self.store.delete(&place(name)).await.is_err() {
            tracing::warn!("an object that no record names was left behind");
        }
    }

    /// Takes away what a record named and nobody may open any more; one that is gone already is as good as erased.
    ///
    /// # Errors
    ///
    /// [`StorageError`] if the place is out of reach: it has to be tried again.
    pub async fn erase(&self, name: &str) -> Result<(), StorageError> {
        match self.store.delete(&place(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Takes away what was half written when a program was killed; how many files that were. A bucket has rules of its own
    /// for parts that were never put together.
    pub async fn sweep(&self, now: DateTime<Utc>) -> Result<usize, StorageError> {
        let Some(folder) = self.folder.clone() else {
            return Ok(0);
        };
        let swept = tokio::task::spawn_blocking(move || sweep(&folder, now - HALF_DAYS));
        Ok(swept.await.map_err(io::Error::other)??)
    }
}

/// Spread over folders, so that none holds them all.
fn place(name: &str) -> Place {
    let head = name.get(..2).unwrap_or_default();
    Place::from_iter([head, name])
}

/// The next bytes of a file, nothing at its end.
fn part(mut file: std::fs::File, step: usize) -> io::Result<(Bytes, std::fs::File)> {
    use std::io::Read;
    let mut bytes = Vec::with_capacity(step);
    (&mut file).take(step as u64).read_to_end(&mut bytes)?;
    Ok((bytes.into(), file))
}

/// Removes files that still have the name of something unfinished (`HASH#NUMBER`) and were last written before this time.
fn sweep(folder: &Path, before: DateTime<Utc>) -> io::Result<usize> {
    let mut swept = 0;
    for head in std::fs::read_dir(folder)? {
        let head = head?;
        if !head.file_type()?.is_dir() {
            continue;
        }
        for file in std::fs::read_dir(head.path())? {
            let file = file?;
            let is_half = file.file_name().to_string_lossy().contains('#');
            if is_half && DateTime::<Utc>::from(file.metadata()?.modified()?) < before {
                std::fs::remove_file(file.path())?;
                swept += 1;
            }
        }
    }
    Ok(swept)
}

#[cfg(feature = "s3")]
fn bucket(named: &str) -> Result<Arc<dyn ObjectStore>, StorageError> {
    use object_store::aws::AmazonS3Builder;
    use object_store::prefix::PrefixStore;

    let (bucket, prefix) = match named.trim_start_matches("s3://").split_once('/') {
        Some((bucket, prefix)) => (bucket, prefix.trim_matches('/')),
        None => (named.trim_start_matches("s3://"), ""),
    };
    if bucket.is_empty() {
        return Err(StorageError::BadPlace);
    }
    // TLS by ring, as everywhere else in the program; a second call changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    // Keys, region and endpoint come from the environment, by the names that all such programs use (AWS_…).
    let store = AmazonS3Builder::from_env()
        .with_bucket_name(bucket)
        .build()?;
    Ok(match prefix {
        "" => Arc::new(store),
        prefix => Arc::new(PrefixStore::new(store, prefix)),
    })
}

#[cfg(not(feature = "s3"))]
fn bucket(_: &str) -> Result<Arc<dyn ObjectStore>, StorageError> {
    Err(StorageError::WithoutS3)
}

#[cfg(test)]
#[path = "storage_test.rs"]
mod tests;
