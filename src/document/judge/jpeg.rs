//! JPEG: whether the picture is there to its end. Decoders fill what is missing with grey and say nothing.

use std::io::{BufReader, Read, Seek, SeekFrom};

use super::Unfit;

/// Walks through the segments (ITU-T T.81, annex B) to the end of the picture.
pub(super) fn check(file: &mut (impl Read + Seek)) -> Result<(), Unfit> {
    file.seek(SeekFrom::Start(0)).map_err(|_| Unfit::Broken)?;
    let mut reader = BufReader::new(file);
    if take::<2>(&mut reader)? != [0xFF, 0xD8] {
        return Err(Unfit::Broken);
    }
    let mut marker = next_marker(&mut reader)?;
    loop {
        match marker {
            // The end of the picture. What phones put behind it (short films) is not kept.
            0xD9 => return Ok(()),
            // Markers without a length.
            0x01 | 0xD0..=0xD7 => marker = next_marker(&mut reader)?,
            _ => {
                skip_segment(&mut reader)?;
                // Behind the start of a scan come its bytes; anywhere else the next marker is the next byte.
                marker = next_marker(&mut reader)?;
            }
        }
    }
}

/// The next marker, over everything that is none: stuffed zeros and fill bytes.
fn next_marker(reader: &mut impl Read) -> Result<u8, Unfit> {
    loop {
        let [mut byte] = take(reader)?;
        if byte != 0xFF {
            continue;
        }
        while byte == 0xFF {
            [byte] = take(reader)?;
        }
        if byte != 0x00 {
            return Ok(byte);
        }
    }
}

fn skip_segment(reader: &mut impl Read) -> Result<(), Unfit> {
    let many = u64::from(u16::from_be_bytes(take(reader)?));
    let many = many.checked_sub(2).ok_or(Unfit::Broken)?;
    let skipped = std::io::copy(&mut reader.take(many), &mut std::io::sink());
    match skipped {
        Ok(skipped) if skipped == many => Ok(()),
        _ => Err(Unfit::Broken),
    }
}

fn take<const N: usize>(reader: &mut impl Read) -> Result<[u8; N], Unfit> {
    let mut bytes = [0; N];
    reader.read_exact(&mut bytes).map_err(|_| Unfit::Broken)?;
    Ok(bytes)
}
