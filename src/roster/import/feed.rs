//! Reading a file in a thread of its own, a few batches ahead of the database and no more.

use std::io::{self, Read, Seek};

use sha2::{Digest, Sha256};
use tokio::sync::mpsc;

use super::ImportError;
use crate::roster::{ColumnMap, Entry, OpenError, Roster, RosterField};
use crate::values::RegistryNumber;

/// The rows of one transaction.
const BATCH: usize = 1_000;

/// The batches that wait for the database.
const AHEAD: usize = 2;

/// A file that was looked through once and can be read.
pub(super) struct Opened<R> {
    pub(super) roster: Roster<R>,
    pub(super) hash: Vec<u8>,
    /// The largest registry number in the file: new organizations get larger ones.
    pub(super) largest: Option<RegistryNumber>,
}

/// Looks a file through.
pub(super) async fn open<R>(
    file: R,
    map: Option<ColumnMap>,
    this_year: i32,
) -> Result<Opened<R>, ImportError>
where
    R: Read + Seek + Send + 'static,
{
    tokio::task::spawn_blocking(move || look(file, map, this_year))
        .await
        .map_err(|_| ImportError::Died)?
}

fn look<R: Read + Seek>(
    mut file: R,
    map: Option<ColumnMap>,
    this_year: i32,
) -> Result<Opened<R>, ImportError> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    file.rewind().map_err(OpenError::Io)?;
    loop {
        match file.read(&mut buffer) {
            Ok(0) => break,
            Ok(n) => hasher.update(&buffer[..n]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(OpenError::Io(error).into()),
        }
    }
    let mut first = Roster::open(&mut file, map.clone(), this_year)?;
    let mut largest = None;
    if first.columns().mentions(RosterField::Number) {
        while let Some(entry) = first.advance().map_err(OpenError::Io)? {
            let number = entry.result.ok().and_then(|taken| taken.row.number);
            largest = largest.max(number.filter(|number| is_usable(*number)));
        }
    }
    Ok(Opened {
        roster: Roster::open(file, map, this_year)?,
        hash: hasher.finalize().to_vec(),
        largest,
    })
}

/// Numbers of more than ten digits are none that a board gave; the sequence must not start behind one.
pub(super) const fn is_usable(number: RegistryNumber) -> bool {
    number.sequence() > 0 && number.sequence() < 10_000_000_000
}

/// Starts to read. The thread ends with the file, with an error, or when nobody takes batches any more.
pub(super) fn start<R>(mut roster: Roster<R>) -> mpsc::Receiver<io::Result<Vec<Entry>>>
where
    R: Read + Seek + Send + 'static,
{
    let (to, from) = mpsc::channel(AHEAD);
    tokio::task::spawn_blocking(move || {
        loop {
            let mut batch = Vec::with_capacity(BATCH);
            let mut failure = None;
            while batch.len() < BATCH {
                match roster.advance() {
                    Ok(Some(entry)) => batch.push(entry),
                    Ok(None) => break,
                    Err(error) => {
                        failure = Some(error);
                        break;
                    }
                }
            }
            let ended = batch.len() < BATCH;
            // What was read before a failure is good.
            if !batch.is_empty() && to.blocking_send(Ok(batch)).is_err() {
                return;
            }
            if let Some(error) = failure {
                let _ = to.blocking_send(Err(error));
                return;
            }
            if ended {
                return;
            }
        }
    });
    from
}
