//! A file that arrives: sealed chunk by chunk on its way to the disk, under a key that nothing else has. Neither memory nor disk
//! ever holds it whole and readable.

use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::LazyLock;

use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;
use tokio::sync::Semaphore;

use super::FileKind;
use super::judge::{Judged, Unfit, judge, picture};
use super::storage::{Storage, StorageError};
use crate::ids::OnceKey;
use crate::vault::VaultError;
use crate::vault::stream::{Lane, OpeningReader, Sealer, SealingWriter, StreamKey};

/// The most bytes of a document.
pub const FILE_MAX: u64 = 20 * 1024 * 1024;

/// Files are judged one after another: a picture of the largest size takes a quarter of a gigabyte while it is looked at.
static JUDGES: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(1));

/// Why a file could not be taken, where that is not the fault of the file.
#[derive(Debug, thiserror::Error)]
pub enum IncomingError {
    /// The disk.
    #[error("a document cannot be written: {0}")]
    Io(#[from] io::Error),
    /// The vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The documents' place.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// A file on its way in.
pub struct Incoming {
    file: tokio::fs::File,
    sealer: Sealer,
    key: StreamKey,
    bytes: u64,
    out: Vec<u8>,
}

/// A file that arrived whole.
pub struct Arrived {
    file: File,
    key: StreamKey,
    bytes: u64,
}

/// Sealed bytes that stand on the disk without a name, and the name that they give themselves.
pub struct Spooled {
    file: File,
    name: String,
}

/// A document that was judged and can be kept.
pub struct Prepared {
    /// What it is.
    pub kind: FileKind,
    /// How many bytes, unsealed.
    pub bytes: u64,
    key: StreamKey,
    content: Spooled,
    thumbnail: Option<Spooled>,
    size: Option<(u32, u32)>,
}

/// What is made of a picture that arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copies {
    /// The picture alone.
    Whole,
    /// A small one for lists, beside it.
    WithThumbnail,
    /// One that pages can have, with a small one beside it.
    ToShow,
}

/// A document whose content is kept, and which no record names yet.
pub struct Kept {
    pub(super) kind: FileKind,
    pub(super) bytes: u64,
    pub(super) key: StreamKey,
    pub(super) object: String,
    pub(super) thumbnail: Option<String>,
    pub(super) size: Option<(u32, u32)>,
}

impl Incoming {
    /// Begins.
    pub fn begin(storage: &Storage) -> Result<Self, IncomingError> {
        let key = StreamKey::fresh()?;
        Ok(Self {
            file: tokio::fs::File::from_std(nameless(storage.spool())?),
            sealer: Sealer::new(&key, Lane::Content),
            key,
            bytes: 0,
            out: Vec::new(),
        })
    }

    /// Takes the next bytes; whether they still fit into a document.
    pub async fn push(&mut self, bytes: &[u8]) -> Result<bool, IncomingError> {
        self.bytes += bytes.len() as u64;
        if self.bytes > FILE_MAX {
            return Ok(false);
        }
        self.sealer.push(bytes, &mut self.out)?;
        self.file.write_all(&self.out).await?;
        self.out.clear();
        Ok(true)
    }

    /// The end of the file.
    pub async fn finish(mut self) -> Result<Arrived, IncomingError> {
        self.sealer.finish(&mut self.out)?;
        self.file.write_all(&self.out).await?;
        self.file.flush().await?;
        Ok(Arrived {
            file: self.file.into_std().await,
            key: self.key,
            bytes: self.bytes,
        })
    }
}

impl Arrived {
    /// Judges the file, and makes ready what will be kept of it. A paper that is personal has no thumbnail: everybody who may
    /// see a list would look at somebody's passport without asking for it.
    pub async fn prepare(
        self,
        storage: &Storage,
        sent_name: &str,
        has_thumbnail: bool,
    ) -> Result<Result<Prepared, Unfit>, IncomingError> {
        let copies = match has_thumbnail {
            true => Copies::WithThumbnail,
            false => Copies::Whole,
        };
        self.prepare_as(storage, sent_name, copies).await
    }

    /// The same of what anybody will see: a picture becomes no larger than a page needs it, and has a small one beside it.
    pub async fn prepare_to_show(
        self,
        storage: &Storage,
        sent_name: &str,
    ) -> Result<Result<Prepared, Unfit>, IncomingError> {
        self.prepare_as(storage, sent_name, Copies::ToShow).await
    }

    async fn prepare_as(
        self,
        storage: &Storage,
        sent_name: &str,
        copies: Copies,
    ) -> Result<Result<Prepared, Unfit>, IncomingError> {
        let spool = storage.spool().to_owned();
        let name = sent_name.to_owned();
        let _turn = JUDGES.acquire().await.map_err(io::Error::other)?;
        tokio::task::spawn_blocking(move || self.prepare_now(&spool, &name, copies))
            .await
            .map_err(io::Error::other)?
    }

    fn prepare_now(
        self,
        spool: &Path,
        sent_name: &str,
        copies: Copies,
    ) -> Result<Result<Prepared, Unfit>, IncomingError> {
        let mut reader = OpeningReader::new(&self.file, &self.key, Lane::Content, self.bytes);
        let found = match judge(&mut reader, self.bytes, sent_name) {
            Ok(Judged::Picture(format)) => picture(&mut reader, format).map(Some),
            Ok(Judged::AsItIs(kind)) => {
                return Ok(Ok(Prepared {
                    kind,
                    bytes: self.bytes,
                    content: Spooled::of(self.file)?,
                    key: self.key,
                    thumbnail: None,
                    size: None,
                }));
            }
            Err(unfit) => Err(unfit),
        };
        let picture = match found {
            Ok(Some(picture)) if copies == Copies::ToShow => picture.for_show(),
            Ok(Some(picture)) => picture,
            Ok(None) => return Ok(Err(Unfit::Broken)),
            Err(unfit) => return Ok(Err(unfit)),
        };
        let key = StreamKey::fresh()?;
        let (content, bytes) = sealed(spool, &key, Lane::Content, |to| picture.write(to))?;
        let small = |to: &mut Counted| match copies {
            Copies::ToShow => picture.write_small(to),
            Copies::Whole | Copies::WithThumbnail => picture.write_thumbnail(to),
        };
        let thumbnail = match copies {
            Copies::Whole => None,
            _ => Some(sealed(spool, &key, Lane::Thumbnail, small)?.0),
        };
        Ok(Ok(Prepared {
            kind: picture.kind,
            size: Some(picture.size()),
            bytes,
            key,
            content,
            thumbnail,
        }))
    }
}

impl Prepared {
    /// Keeps the content. From here on it is in the documents' place, and a record should name it.
    pub async fn keep(self, storage: &Storage) -> Result<Kept, IncomingError> {
        let object = storage.keep(self.content).await?;
        let thumbnail = match self.thumbnail {
            Some(thumbnail) => Some(storage.keep(thumbnail).await?),
            None => None,
        };
        Ok(Kept {
            kind: self.kind,
            bytes: self.bytes,
            key: self.key,
            object,
            thumbnail,
            size: self.size,
        })
    }
}

impl Kept {
    /// What the file is.
    pub const fn kind(&self) -> FileKind {
        self.kind
    }

    /// How many bytes, as a row has them.
    ///
    /// # Errors
    ///
    /// [`crate::Error::Contradiction`] if no row can hold them.
    pub fn bytes(&self) -> crate::Result<i64> {
        i64::try_from(self.bytes)
            .map_err(|_| crate::Error::Contradiction("a file beyond all limits"))
    }

    /// The name of its content.
    pub fn object(&self) -> &str {
        &self.object
    }

    /// The name of the small picture of it.
    pub fn small(&self) -> Option<&str> {
        self.thumbnail.as_deref()
    }

    /// Of a picture: how many dots it is wide and high.
    pub const fn size(&self) -> Option<(u32, u32)> {
        self.size
    }

    /// The key to both, for the vault to seal.
    pub fn key(&self) -> &[u8] {
        self.key.expose()
    }

    /// What is in the documents' place because of it, for whoever must take it away again.
    pub fn objects(&self) -> Vec<String> {
        std::iter::once(&self.object)
            .chain(&self.thumbnail)
            .cloned()
            .collect()
    }
}

impl Spooled {
    /// Reads sealed bytes once, for the name that they give themselves.
    fn of(mut file: File) -> io::Result<Self> {
        file.seek(SeekFrom::Start(0))?;
        let mut hash = Sha256::new();
        let mut part = vec![0; 64 * 1024];
        loop {
            match io::Read::read(&mut file, &mut part)? {
                0 => break,
                many => hash.update(&part[..many]),
            }
        }
        let mut name = String::with_capacity(64);
        for byte in hash.finalize() {
            let _ = write!(name, "{byte:02x}");
        }
        Ok(Self { file, name })
    }

    /// The name, and the file from its beginning.
    pub(super) fn into_parts(mut self) -> io::Result<(String, File)> {
        self.file.seek(SeekFrom::Start(0))?;
        Ok((self.name, self.file))
    }
}

/// Counts what is written through it.
struct Counted {
    inner: BufWriter<SealingWriter<File>>,
    bytes: u64,
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let many = self.inner.write(bytes)?;
        self.bytes += many as u64;
        Ok(many)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Seals what is written, straight to the disk; and how many bytes it was.
fn sealed(
    spool: &Path,
    key: &StreamKey,
    lane: Lane,
    write: impl FnOnce(&mut Counted) -> io::Result<()>,
) -> io::Result<(Spooled, u64)> {
    let writer = SealingWriter::new(nameless(spool)?, key, lane);
    let mut counted = Counted {
        inner: BufWriter::with_capacity(64 * 1024, writer),
        bytes: 0,
    };
    write(&mut counted)?;
    let writer = counted
        .inner
        .into_inner()
        .map_err(|error| error.into_error())?;
    Ok((Spooled::of(writer.finish()?)?, counted.bytes))
}

/// A file that has lost its name already: whatever happens to us, nothing stays behind.
fn nameless(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let path = folder.join(OnceKey::fresh().to_string());
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)?;
    fs::remove_file(&path)?;
    Ok(file)
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kept({}, {} bytes)", self.kind, self.bytes)
    }
}
