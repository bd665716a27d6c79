//! Which encoding a file is in, found out from the whole of it, and its text as UTF-8. Memory does not grow with the file.

use std::io::{self, Read, Seek, SeekFrom};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How much is read at a time.
const CHUNK: usize = 64 * 1024;

/// How much of a file with letters beyond ASCII the guess is made from.
const GUESS_FROM: usize = 4 * 1024 * 1024;

/// In one-byte encodings two letters in a row that happen to be valid UTF-8 are rare; so many valid ones for
/// each invalid byte make a UTF-8 file with damage in it.
const VALID_PER_INVALID: u64 = 20;

/// The text of a file as UTF-8, whatever it is written in; bytes that mean nothing become U+FFFD.
pub struct Text<R> {
    inner: R,
    encoding: &'static Encoding,
    decoder: Decoder,
    raw: Vec<u8>,
    raw_at: usize,
    ended: bool,
    out: Vec<u8>,
    out_at: usize,
}

/// Opens a file from its beginning. A byte order mark decides; without one `told`, and without that the
/// whole content.
pub fn open<R: Read + Seek>(mut file: R, told: Option<&'static Encoding>) -> io::Result<Text<R>> {
    file.seek(SeekFrom::Start(0))?;
    let mut head = Vec::with_capacity(CHUNK);
    file.by_ref().take(CHUNK as u64).read_to_end(&mut head)?;
    let encoding = match (Encoding::for_bom(&head), told) {
        (Some((encoding, _)), _) => encoding,
        (None, Some(told)) => told,
        (None, None) => match utf16_without_mark(&head) {
            Some(encoding) => encoding,
            None => {
                file.seek(SeekFrom::Start(0))?;
                detect(&mut file)?
            }
        },
    };
    file.seek(SeekFrom::Start(0))?;
    Ok(Text {
        inner: file,
        encoding,
        decoder: encoding.new_decoder_with_bom_removal(),
        raw: Vec::new(),
        raw_at: 0,
        ended: false,
        out: Vec::new(),
        out_at: 0,
    })
}

/// The encoding of that name (WHATWG Encoding), if text can be read in it.
pub fn by_label(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label_no_replacement(label.trim().as_bytes())
}

/// Whether a file is of a kind that spreadsheets make and that is no text: XLSX or ODS, XLS, PDF.
pub fn is_workbook<R: Read + Seek>(file: &mut R) -> io::Result<bool> {
    file.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    file.by_ref().take(8).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    let kinds: [&[u8]; 3] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"%PDF-"];
    Ok(kinds.iter().any(|kind| head.starts_with(kind)))
}

/// UTF-16 of a mostly Latin file shows by its zeros: every other byte is one.
fn utf16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let pairs = head.len() / 2;
    let zeros = |odd: usize| {
        head.chunks_exact(2)
            .filter(|pair| pair.get(odd) == Some(&0))
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if pairs == 0 {
        None
    } else if odd * 2 > pairs && even * 20 < pairs {
        Some(UTF_16LE)
    } else if even * 2 > pairs && odd * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Reads to the end: valid throughout is UTF-8, otherwise the bytes beyond ASCII say which encoding is likely.
fn detect(file: &mut impl Read) -> io::Result<&'static Encoding> {
    let mut guess = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut count = Utf8Count::default();
    let mut fed = 0;
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = match file.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let bytes = chunk.get(..read).unwrap_or_default();
        if fed < GUESS_FROM && !bytes.is_ascii() {
            guess.feed(bytes, false);
            fed += read;
        }
        count.feed(bytes);
    }
    guess.feed(b"", true);
    if count.is_utf8() {
        Ok(UTF_8)
    } else {
        Ok(guess.guess(None, Utf8Detection::Deny))
    }
}

/// How much of a stream is valid UTF-8.
#[derive(Default)]
struct Utf8Count {
    valid: u64,
    invalid: u64,
    /// The beginning of a character whose end is in the next chunk.
    open: Vec<u8>,
}

impl Utf8Count {
    fn feed(&mut self, bytes: &[u8]) {
        if self.open.is_empty() {
            self.count(bytes);
        } else {
            let mut joined = std::mem::take(&mut self.open);
            joined.extend_from_slice(bytes);
            self.count(&joined);
        }
    }

    fn count(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        loop {
            let (valid, wrong) = match std::str::from_utf8(rest) {
                Ok(text) => (text.as_bytes(), None),
                Err(error) => (
                    rest.get(..error.valid_up_to()).unwrap_or_default(),
                    Some(error.error_len()),
                ),
            };
            self.valid += valid.iter().filter(|byte| **byte >= 0xC0).count() as u64;
            match wrong {
                None => return,
                Some(None) => {
                    self.open = rest.get(valid.len()..).unwrap_or_default().to_vec();
                    return;
                }
                Some(Some(len)) => {
                    self.invalid += 1;
                    rest = rest.get(valid.len() + len..).unwrap_or_default();
                }
            }
        }
    }

    /// A character cut off at the very end is no proof against UTF-8 if others were whole.
    fn is_utf8(&self) -> bool {
        let cut = u64::from(!self.open.is_empty());
        match self.invalid {
            0 => cut == 0 || self.valid > 0,
            invalid => self.valid >= invalid * VALID_PER_INVALID,
        }
    }
}

impl<R> Text<R> {
    /// The encoding that the file is read in.
    pub fn encoding(&self) -> &'static Encoding {
        self.encoding
    }
}

impl<R: Read> Text<R> {
    /// Decodes the next piece; after the last one there is nothing more.
    fn advance(&mut self) -> io::Result<()> {
        if self.raw_at == self.raw.len() && !self.ended {
            self.raw.resize(CHUNK, 0);
            let read = loop {
                match self.inner.read(&mut self.raw) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    other => break other?,
                }
            };
            self.raw.truncate(read);
            self.raw_at = 0;
            self.ended = read == 0;
        }
        self.out.resize(CHUNK, 0);
        self.out_at = 0;
        let raw = self.raw.get(self.raw_at..).unwrap_or_default();
        let (result, read, written, _) =
            self.decoder.decode_to_utf8(raw, &mut self.out, self.ended);
        self.raw_at += read;
        self.out.truncate(written);
        if self.ended && result == CoderResult::InputEmpty {
            // The decoder has given its last and must not be asked again.
            self.raw_at = usize::MAX;
        }
        Ok(())
    }

    fn is_finished(&self) -> bool {
        self.raw_at == usize::MAX
    }
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.out_at == self.out.len() {
            if self.is_finished() || into.is_empty() {
                return Ok(0);
            }
            self.advance()?;
        }
        let ready = self.out.get(self.out_at..).unwrap_or_default();
        let n = ready.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..n), ready.get(..n)) {
            to.copy_from_slice(from);
        }
        self.out_at += n;
        Ok(n)
    }
}

#[cfg(test)]
#[path = "encoding_test.rs"]
mod tests;
