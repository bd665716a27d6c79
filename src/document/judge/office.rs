//! DOCX and ODT: zip archives with the right entries, unpacked within limits, and without programs.

use std::io::{Read, Seek};

use zip::ZipArchive;

use super::{Unfit, bytes_at};
use crate::document::FileKind;

/// The most entries.
const ENTRIES: u16 = 3_000;
/// The most bytes of the directory.
const DIRECTORY: u64 = 2 * 1024 * 1024;
/// The most bytes of everything, unpacked.
const UNPACKED: u64 = 200 * 1024 * 1024;
/// The most bytes of an entry that is read for what it says.
const READ: usize = 1024 * 1024;
/// The media type of ODT, which is its first entry.
const ODT: &[u8] = b"application/vnd.oasis.opendocument.text";

/// What the entries say.
#[derive(Default)]
struct Found {
    mimetype: Vec<u8>,
    has_content_types: bool,
    has_word: bool,
    has_content: bool,
    is_locked: bool,
    is_active: bool,
}

pub(super) fn check(mut file: &mut (impl Read + Seek), len: u64) -> Result<FileKind, Unfit> {
    directory(file, len)?;
    let mut archive = ZipArchive::new(&mut file).map_err(|_| Unfit::Broken)?;
    if archive.offset() != 0 {
        return Err(Unfit::Disguised);
    }
    let mut found = Found::default();
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let raw = archive.by_index_raw(at).map_err(|_| Unfit::Broken)?;
        found.is_locked |= raw.encrypted();
        drop(raw);
        if found.is_locked {
            return Err(Unfit::Locked);
        }
        let mut entry = archive.by_index(at).map_err(|_| Unfit::Broken)?;
        let name = entry.name().map_err(|_| Unfit::Broken)?.into_owned();
        let mut beginning = Vec::new();
        // What the archive says of its sizes is hearsay too: it is unpacked, and counted.
        let many = unpack(&mut entry, left, &mut beginning)?;
        left = left.checked_sub(many).ok_or(Unfit::Bomb)?;
        found.note(at, &name, &beginning);
    }
    found.verdict()
}

/// The end record, read strictly: one disk, no comment, and the directory right before it. Then nothing else can stand behind,
/// before or between, and the directory is small enough to be read.
fn directory(file: &mut (impl Read + Seek), len: u64) -> Result<(), Unfit> {
    let at = len.checked_sub(22).ok_or(Unfit::Broken)?;
    let record = bytes_at(file, at, 22)?;
    if !record.starts_with(b"PK\x05\x06") {
        // Cut off, or with something glued on behind.
        return Err(Unfit::Broken);
    }
    let short = |at: usize| u16::from_le_bytes([record[at], record[at + 1]]);
    let long = |at: usize| u64::from(short(at)) | u64::from(short(at + 2)) << 16;
    let (size, from) = (long(12), long(16));
    if short(4) != 0 || short(6) != 0 || short(20) != 0 || from + size != at {
        return Err(Unfit::Broken);
    }
    if short(10) > ENTRIES || size > DIRECTORY {
        return Err(Unfit::Bomb);
    }
    Ok(())
}

/// Unpacks an entry to its end, keeping its beginning: how many bytes it came to.
fn unpack(entry: &mut impl Read, most: u64, beginning: &mut Vec<u8>) -> Result<u64, Unfit> {
    let mut part = vec![0; 32 * 1024];
    let mut many = 0;
    loop {
        let got = entry.read(&mut part).map_err(|_| Unfit::Broken)?;
        if got == 0 {
            return Ok(many);
        }
        many += got as u64;
        if many > most {
            return Err(Unfit::Bomb);
        }
        let room = READ - beginning.len();
        beginning.extend_from_slice(&part[..got.min(room)]);
    }
}

impl Found {
    fn note(&mut self, at: usize, name: &str, text: &[u8]) {
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "mimetype" if at == 0 => self.mimetype = text.to_vec(),
            "[content_types].xml" => {
                self.has_content_types = true;
                self.is_active |= contains(text, b"macroEnabled");
            }
            "word/document.xml" => self.has_word = true,
            "content.xml" => self.has_content = true,
            "meta-inf/manifest.xml" => self.is_locked |= contains(text, b"encryption-data"),
            // A template that is fetched from elsewhere when the document is opened.
            "word/_rels/settings.xml.rels" => {
                self.is_active |=
                    contains(text, b"attachedTemplate") && contains(text, b"External");
            }
            _ => {}
        }
        self.is_active |= is_program(&name);
    }

    fn verdict(&self) -> Result<FileKind, Unfit> {
        let kind = if self.has_content_types && self.has_word {
            FileKind::Docx
        } else if self.mimetype == ODT && self.has_content {
            FileKind::Odt
        } else {
            return Err(Unfit::OtherKind);
        };
        match (self.is_locked, self.is_active) {
            (true, _) => Err(Unfit::Locked),
            (_, true) => Err(Unfit::Active),
            _ => Ok(kind),
        }
    }
}

/// Whether an entry of this name (in small letters) is run by somebody.
fn is_program(name: &str) -> bool {
    let ends = [
        ".exe",
        ".dll",
        ".js",
        ".jse",
        ".vbs",
        ".vbe",
        ".bat",
        ".cmd",
        ".ps1",
        ".jar",
        ".scr",
        ".hta",
        ".lnk",
        "vbaproject.bin",
    ];
    ends.iter().any(|end| name.ends_with(end))
        || name.starts_with("basic/")
        || name.starts_with("scripts/")
        || name.starts_with("word/activex/")
        || (name.starts_with("word/embeddings/") && name.ends_with(".bin"))
}

fn contains(text: &[u8], what: &[u8]) -> bool {
    text.windows(what.len()).any(|window| window == what)
}
