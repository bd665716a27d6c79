//! Files of every kind, good and bad, made here: nothing of anybody's is kept in the repository.

use std::io::{Cursor, Write};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A PDF of one page with these words.
pub fn pdf(words: &str) -> Vec<u8> {
    pdf_with(words, "")
}

/// The same with something more in its catalogue.
pub fn pdf_with(words: &str, more: &str) -> Vec<u8> {
    let page = format!("BT /F1 24 Tf 72 720 Td ({words}) Tj ET");
    let objects = [
        format!("<< /Type /Catalog /Pages 2 0 R {more}>>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()),
    ];
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    for (at, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        write!(out, "{} 0 obj\n{object}\nendobj\n", at + 1).unwrap();
    }
    let from = out.len();
    write!(
        out,
        "xref\n0 5\n{table}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{from}\n%%EOF\n"
    )
    .unwrap();
    out
}

/// A picture of many colours.
fn picture(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb([
            (x * 7 % 256) as u8,
            (y * 5 % 256) as u8,
            ((x ^ y) % 256) as u8,
        ])
    })
    .into()
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A photograph as telephones make them: it says where it was taken, and that it is to be turned.
pub fn jpeg_with_place() -> Vec<u8> {
    let plain = encoded(&picture(320, 200), ImageFormat::Jpeg);
    // TIFF, little-endian: one directory with the orientation (to be turned by 90 degrees) and a description.
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend_from_slice(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    exif.extend_from_slice(b"\x0E\x01\x02\0\x14\0\0\0\x26\0\0\0");
    exif.extend_from_slice(b"\0\0\0\0");
    exif.extend_from_slice(b"SECRET PLACE 50.9413\0");
    let mut out = plain[..2].to_vec();
    out.extend_from_slice(&[0xFF, 0xE1]);
    out.extend_from_slice(&(exif.len() as u16 + 2).to_be_bytes());
    out.extend_from_slice(&exif);
    out.extend_from_slice(&plain[2..]);
    out
}

/// A PNG with a clear ground, and words in it.
pub fn png() -> Vec<u8> {
    let image = RgbaImage::from_fn(300, 300, |x, y| {
        Rgba([0, 0, 0, if (x + y) % 40 < 8 { 255 } else { 0 }])
    });
    let plain = encoded(&image.into(), ImageFormat::Png);
    // Behind the head, words that no eye sees.
    let mut chunk = b"tEXtComment\0SECRET PLACE".to_vec();
    let sum = crc(&chunk);
    let mut out = plain[..33].to_vec();
    out.extend_from_slice(&(chunk.len() as u32 - 4).to_be_bytes());
    out.append(&mut chunk);
    out.extend_from_slice(&sum.to_be_bytes());
    out.extend_from_slice(&plain[33..]);
    out
}

/// A WebP.
pub fn webp() -> Vec<u8> {
    encoded(&picture(120, 90), ImageFormat::WebP)
}

/// A PNG that says it is so large.
pub fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut out = encoded(&picture(8, 8), ImageFormat::Png);
    out[16..20].copy_from_slice(&width.to_be_bytes());
    out[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&out[12..29]);
    out[29..33].copy_from_slice(&sum.to_be_bytes());
    out
}

/// The checksum of PNG and zip (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xEDB8_8320 * (sum & 1))
        })
    })
}

/// A zip archive.
pub fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: (&str, &[u8]) = (
    "[Content_Types].xml",
    b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
);
const WORD: (&str, &[u8]) = ("word/document.xml", b"<w:document/>");

/// A Word document with something more in it.
pub fn docx(more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut entries = vec![TYPES, WORD];
    entries.extend_from_slice(more);
    zip(&entries)
}

/// An OpenDocument text with this manifest.
pub fn odt(manifest: &[u8]) -> Vec<u8> {
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<office:document-content/>"),
        ("META-INF/manifest.xml", manifest),
    ])
}

/// A Word document of a few hundred kilobytes that unpacks to far more than it may.
pub fn docx_bomb() -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let zeros = vec![0; 1024 * 1024];
    for (name, bytes) in [TYPES, WORD] {
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    for at in 0..3 {
        let name = format!("word/media/{at}.xml");
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        for _ in 0..90 {
            writer.write_all(&zeros).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}
