//! Sealing what is too large for one piece: chunks under a key of their own, so that a file is never in memory whole, can be read
//! from any place, and shows every change, cut and exchange (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár).
//!
//! Each file has a fresh key, which the vault seals beside it; a nonce is the lane, the number of the chunk and whether it is
//! the last. Nonces cannot repeat, because a key seals each lane once.

use std::io::{self, Read, Seek, SeekFrom, Write};

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use secrecy::{ExposeSecret, SecretBox};

use super::{VaultError, random};

/// The plain bytes of a chunk.
const CHUNK: usize = 64 * 1024;
/// What sealing adds to a chunk.
const TAG: usize = 16;

/// The key of one file and what belongs to it.
pub struct StreamKey(SecretBox<[u8; 32]>);

/// What of a file a stream is: two streams under one key never share a nonce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// The content.
    Content = 0,
    /// A small picture of it.
    Thumbnail = 1,
}

impl StreamKey {
    /// A key that nothing was sealed with yet.
    pub fn fresh() -> Result<Self, VaultError> {
        Ok(Self(SecretBox::new(Box::new(random()?))))
    }

    /// A key that the vault kept.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        let key = bytes.try_into().map_err(|_| VaultError::Broken)?;
        Ok(Self(SecretBox::new(Box::new(key))))
    }

    /// The key itself, for the vault to seal.
    pub fn expose(&self) -> &[u8] {
        self.0.expose_secret()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.0.expose_secret().into())
    }
}

fn nonce(lane: Lane, number: u64, is_last: bool) -> XNonce {
    let mut nonce = [0; 24];
    nonce[0] = lane as u8;
    nonce[15..23].copy_from_slice(&number.to_be_bytes());
    nonce[23] = u8::from(is_last);
    nonce.into()
}

/// How many bytes so many plain ones come to.
pub const fn sealed_len(plain: u64) -> u64 {
    let chunks = plain.div_ceil(CHUNK as u64);
    plain + TAG as u64 * if chunks == 0 { 1 } else { chunks }
}

/// Seals bytes as they come.
pub struct Sealer {
    cipher: XChaCha20Poly1305,
    lane: Lane,
    number: u64,
    waiting: Vec<u8>,
}

impl Sealer {
    /// Begins.
    pub fn new(key: &StreamKey, lane: Lane) -> Self {
        Self {
            cipher: key.cipher(),
            lane,
            number: 0,
            waiting: Vec::with_capacity(CHUNK + TAG),
        }
    }

    /// Takes bytes in; what is sealed already goes behind `out`.
    pub fn push(&mut self, mut bytes: &[u8], out: &mut Vec<u8>) -> Result<(), VaultError> {
        while !bytes.is_empty() {
            // A full chunk waits: it may be the last.
            if self.waiting.len() == CHUNK {
                self.seal(false, out)?;
            }
            let (head, rest) = bytes.split_at(bytes.len().min(CHUNK - self.waiting.len()));
            self.waiting.extend_from_slice(head);
            bytes = rest;
        }
        Ok(())
    }

    /// Seals what is left, and that it is the end.
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<(), VaultError> {
        self.seal(true, out)
    }

    fn seal(&mut self, is_last: bool, out: &mut Vec<u8>) -> Result<(), VaultError> {
        let nonce = nonce(self.lane, self.number, is_last);
        self.cipher
            .encrypt_in_place(&nonce, &[], &mut self.waiting)
            .map_err(|_| VaultError::Broken)?;
        out.append(&mut self.waiting);
        self.number += 1;
        Ok(())
    }
}

/// Opens bytes as they come.
pub struct Opener {
    cipher: XChaCha20Poly1305,
    lane: Lane,
    number: u64,
    waiting: Vec<u8>,
}

impl Opener {
    /// Begins.
    pub fn new(key: &StreamKey, lane: Lane) -> Self {
        Self {
            cipher: key.cipher(),
            lane,
            number: 0,
            waiting: Vec::with_capacity(CHUNK + TAG),
        }
    }

    /// Takes sealed bytes in; what is open and proven goes behind `out`.
    pub fn push(&mut self, mut bytes: &[u8], out: &mut Vec<u8>) -> Result<(), VaultError> {
        while !bytes.is_empty() {
            if self.waiting.len() == CHUNK + TAG {
                self.open(false, out)?;
            }
            let room = CHUNK + TAG - self.waiting.len();
            let (head, rest) = bytes.split_at(bytes.len().min(room));
            self.waiting.extend_from_slice(head);
            bytes = rest;
        }
        Ok(())
    }

    /// Opens what is left; a stream that was cut is noticed here.
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<(), VaultError> {
        self.open(true, out)
    }

    fn open(&mut self, is_last: bool, out: &mut Vec<u8>) -> Result<(), VaultError> {
        let nonce = nonce(self.lane, self.number, is_last);
        self.cipher
            .decrypt_in_place(&nonce, &[], &mut self.waiting)
            .map_err(|_| VaultError::Broken)?;
        out.append(&mut self.waiting);
        self.number += 1;
        Ok(())
    }
}

/// Writes through a [`Sealer`]; `finish` it.
pub struct SealingWriter<W> {
    inner: W,
    sealer: Sealer,
    out: Vec<u8>,
}

impl<W: Write> SealingWriter<W> {
    /// Begins.
    pub fn new(inner: W, key: &StreamKey, lane: Lane) -> Self {
        Self {
            inner,
            sealer: Sealer::new(key, lane),
            out: Vec::new(),
        }
    }

    /// Writes the end, and gives back what was written to.
    pub fn finish(mut self) -> io::Result<W> {
        self.sealer
            .finish(&mut self.out)
            .map_err(io::Error::other)?;
        self.inner.write_all(&self.out)?;
        Ok(self.inner)
    }
}

impl<W: Write> Write for SealingWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.sealer
            .push(bytes, &mut self.out)
            .map_err(io::Error::other)?;
        self.inner.write_all(&self.out)?;
        self.out.clear();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        // What waits for the rest of its chunk can only be written at the end.
        self.inner.flush()
    }
}

/// Reads a sealed file from any place.
pub struct OpeningReader<R> {
    inner: R,
    cipher: XChaCha20Poly1305,
    lane: Lane,
    len: u64,
    at: u64,
    /// The chunk in hand, and its number.
    chunk: Option<(u64, Vec<u8>)>,
}

impl<R: Read + Seek> OpeningReader<R> {
    /// Of a file that holds so many plain bytes.
    pub fn new(inner: R, key: &StreamKey, lane: Lane, len: u64) -> Self {
        Self {
            inner,
            cipher: key.cipher(),
            lane,
            len,
            at: 0,
            chunk: None,
        }
    }

    /// How many plain bytes there are.
    pub const fn len(&self) -> u64 {
        self.len
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    fn load(&mut self, number: u64) -> io::Result<()> {
        if matches!(&self.chunk, Some((there, _)) if *there == number) {
            return Ok(());
        }
        let last = self.len.div_ceil(CHUNK as u64).saturating_sub(1);
        let plain = (self.len - number * CHUNK as u64).min(CHUNK as u64) as usize;
        let from = number * (CHUNK + TAG) as u64;
        self.inner.seek(SeekFrom::Start(from))?;
        let mut bytes = vec![0; plain + TAG];
        self.inner.read_exact(&mut bytes)?;
        self.cipher
            .decrypt_in_place(&nonce(self.lane, number, number == last), &[], &mut bytes)
            .map_err(|_| io::Error::other(VaultError::Broken))?;
        self.chunk = Some((number, bytes));
        Ok(())
    }
}

impl<R: Read + Seek> Read for OpeningReader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.len || into.is_empty() {
            return Ok(0);
        }
        let number = self.at / CHUNK as u64;
        self.load(number)?;
        let Some((_, chunk)) = &self.chunk else {
            return Ok(0);
        };
        let from = (self.at % CHUNK as u64) as usize;
        let many = into.len().min(chunk.len() - from);
        into[..many].copy_from_slice(&chunk[from..from + many]);
        self.at += many as u64;
        Ok(many)
    }
}

impl<R> Seek for OpeningReader<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.len.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

#[cfg(test)]
#[path = "stream_test.rs"]
mod tests;
