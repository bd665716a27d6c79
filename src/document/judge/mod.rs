//! What a file is, judged by its content: the name and what the browser says of it are hearsay.

mod jpeg;
mod office;
mod pdf;
mod picture;

use std::io::{Read, Seek, SeekFrom};

use super::FileKind;

pub use picture::{picture, small_size};

/// How much of a file tells what it is.
const HEAD: u64 = 8 * 1024;

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There is nothing in it.
    Empty,
    /// Its kind is none of those that are taken.
    OtherKind,
    /// Its name says one thing and its content another.
    Disguised,
    /// It is damaged, or did not arrive whole.
    Broken,
    /// It opens with a password alone.
    Locked,
    /// It holds a program.
    Active,
    /// What is packed in it is out of all proportion.
    Bomb,
    /// A picture of too many dots.
    HugePicture,
}

impl Unfit {
    /// The key of the sentence for whoever sent it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "document-empty",
            Self::OtherKind => "document-other-kind",
            Self::Disguised => "document-disguised",
            Self::Broken => "document-broken",
            Self::Locked => "document-locked",
            Self::Active => "document-active",
            Self::Bomb => "document-bomb",
            Self::HugePicture => "document-huge-picture",
        }
    }
}

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It is kept as it is.
    AsItIs(FileKind),
    /// A picture, which is made anew before it is kept.
    Picture(image::ImageFormat),
}

/// Judges a file of so many bytes, sent under this name.
pub fn judge(file: &mut (impl Read + Seek), len: u64, sent_name: &str) -> Result<Judged, Unfit> {
    if len == 0 {
        return Err(Unfit::Empty);
    }
    let head = bytes_at(file, 0, len.min(HEAD) as usize)?;
    let judged = match infer::get(&head).map(|kind| kind.mime_type()) {
        Some("application/pdf") => pdf::check(file, len).map(|()| Judged::AsItIs(FileKind::Pdf)),
        Some("image/jpeg") => jpeg::check(file).map(|()| Judged::Picture(image::ImageFormat::Jpeg)),
        Some("image/png") => Ok(Judged::Picture(image::ImageFormat::Png)),
        Some("image/webp") => Ok(Judged::Picture(image::ImageFormat::WebP)),
        _ if head.starts_with(b"PK\x03\x04") => office::check(file, len).map(Judged::AsItIs),
        // What Word wrote before 2007, and what it writes today where there is a password.
        _ if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) => Err(Unfit::Locked),
        _ => Err(Unfit::OtherKind),
    };
    match judged {
        Err(Unfit::OtherKind) if says_taken(sent_name) => Err(Unfit::Disguised),
        other => other,
    }
}

/// Whether the ending of a name is one of those that are taken.
fn says_taken(name: &str) -> bool {
    let ending = name
        .rsplit_once('.')
        .map(|(_, end)| end.to_ascii_lowercase());
    ending.is_some_and(|end| {
        ["pdf", "jpg", "jpeg", "png", "webp", "docx", "odt"].contains(&end.as_str())
    })
}

/// Bytes from a place of the file.
fn bytes_at(file: &mut (impl Read + Seek), at: u64, many: usize) -> Result<Vec<u8>, Unfit> {
    let mut bytes = vec![0; many];
    file.seek(SeekFrom::Start(at)).map_err(|_| Unfit::Broken)?;
    file.read_exact(&mut bytes).map_err(|_| Unfit::Broken)?;
    Ok(bytes)
}

/// Where some bytes stand in others, seen from the end.
fn find_last(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).rposition(|window| window == what)
}

#[cfg(test)]
#[path = "judge_test.rs"]
mod tests;
