//! PDF: its header at the first byte, its end at the last, nothing behind it, and no programs in it.

use std::io::{Read, Seek, SeekFrom};

use super::{Unfit, bytes_at, find_last};

/// How far from the end the marks of the end stand.
const TAIL: u64 = 2 * 1024;
/// How far from the end of a file the directory of a zip can begin: its comment has at most 64 KiB.
const ZIP_TAIL: u64 = 66 * 1024;
/// How much is looked at in one go.
const STEP: usize = 64 * 1024;
/// The longest name that is looked for, less one.
const OVERLAP: usize = 16;

pub(super) fn check(file: &mut (impl Read + Seek), len: u64) -> Result<(), Unfit> {
    let head = bytes_at(file, 0, len.min(8) as usize)?;
    let version = head.strip_prefix(b"%PDF-").ok_or(Unfit::Broken)?;
    if !matches!(version, [b'1' | b'2', b'.', b'0'..=b'9', ..]) {
        return Err(Unfit::Broken);
    }
    let tail = bytes_at(file, len - len.min(TAIL), len.min(TAIL) as usize)?;
    let end = find_last(&tail, b"%%EOF").ok_or(Unfit::Broken)?;
    find_last(&tail[..end], b"startxref").ok_or(Unfit::Broken)?;
    // Something else may be glued on behind: another file in the same clothes.
    if !tail[end + 5..]
        .iter()
        .all(|byte| byte.is_ascii_whitespace() || *byte == 0)
    {
        return Err(Unfit::Disguised);
    }
    let tail = bytes_at(file, len - len.min(ZIP_TAIL), len.min(ZIP_TAIL) as usize)?;
    if is_zip_too(&tail) {
        return Err(Unfit::Disguised);
    }
    scan(file)
}

/// Whether a zip archive ends where this file ends.
fn is_zip_too(tail: &[u8]) -> bool {
    tail.windows(22).enumerate().any(|(at, record)| {
        let comment = usize::from(u16::from_le_bytes([record[20], record[21]]));
        record.starts_with(b"PK\x05\x06") && at + 22 + comment == tail.len()
    })
}

/// Looks through the whole file for what it does not say in packed streams: a password, programs.
fn scan(file: &mut (impl Read + Seek)) -> Result<(), Unfit> {
    file.seek(SeekFrom::Start(0)).map_err(|_| Unfit::Broken)?;
    let mut window = Vec::with_capacity(STEP + OVERLAP);
    let mut part = vec![0; STEP];
    loop {
        let many = file.read(&mut part).map_err(|_| Unfit::Broken)?;
        if many == 0 {
            return Ok(());
        }
        window.extend_from_slice(&part[..many]);
        for at in memchr::memchr_iter(b'/', &window) {
            let name = &window[at + 1..];
            if is_name(name, b"Encrypt") {
                return Err(Unfit::Locked);
            }
            if is_name(name, b"JavaScript") || is_name(name, b"Launch") {
                return Err(Unfit::Active);
            }
        }
        let keep = window.len().min(OVERLAP);
        window.drain(..window.len() - keep);
    }
}

/// Whether this name begins here and ends where it should; a `#` and two digits stand for any letter (ISO 32000, 7.3.5).
fn is_name(bytes: &[u8], name: &[u8]) -> bool {
    let mut rest = bytes;
    for letter in name {
        rest = match rest {
            [b'#', high, low, more @ ..] if digits(*high, *low) == Some(*letter) => more,
            [first, more @ ..] if first == letter => more,
            _ => return false,
        };
    }
    rest.first().is_some_and(|byte| {
        byte.is_ascii_whitespace() || b"/<>[]()%{}".contains(byte) || *byte == 0
    })
}

fn digits(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}
