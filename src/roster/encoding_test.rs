//! Files in many encodings, whole, cut and damaged.

use std::io::Cursor;

use encoding_rs::{
    BIG5, GBK, ISO_8859_2, KOI8_R, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256,
};
use proptest::prelude::*;

use super::*;

fn read(bytes: &[u8], told: Option<&'static Encoding>) -> (&'static Encoding, String) {
    let mut text = open(Cursor::new(bytes), told).unwrap();
    let mut out = String::new();
    text.read_to_string(&mut out).unwrap();
    (text.encoding(), out)
}

fn detected(bytes: &[u8]) -> &'static str {
    read(bytes, None).0.name()
}

const RUSSIAN: &str = "номер,название\r\n1,Общество русской культуры имени Пушкина\r\n2,Союз армян России и друзей Армении\r\n";

#[test]
fn marks_decide_and_are_removed() {
    assert_eq!(
        read("\u{FEFF}a,é".as_bytes(), None),
        (UTF_8, "a,é".to_owned())
    );
    let utf16 = |text: &str, big: bool| -> Vec<u8> {
        let mark = std::iter::once(0xFEFF);
        mark.chain(text.encode_utf16())
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    assert_eq!(
        read(&utf16(RUSSIAN, false), None),
        (UTF_16LE, RUSSIAN.to_owned())
    );
    assert_eq!(
        read(&utf16(RUSSIAN, true), None),
        (UTF_16BE, RUSSIAN.to_owned())
    );
    // The mark knows better than a map that somebody wrote for last year's file.
    assert_eq!(read("\u{FEFF}é".as_bytes(), Some(WINDOWS_1252)).1, "é");
}

#[test]
fn utf16_without_a_mark_shows_by_its_zeros() {
    let text = "id,name\r\n1,Plain enough text\r\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(read(&little, None), (UTF_16LE, text.to_owned()));
    assert_eq!(read(&big, None), (UTF_16BE, text.to_owned()));
}

#[test]
fn one_byte_encodings_are_recognized() {
    let (windows_1251, ..) = WINDOWS_1251.encode(RUSSIAN);
    assert_eq!(
        read(&windows_1251, None),
        (WINDOWS_1251, RUSSIAN.to_owned())
    );
    let (koi8, ..) = KOI8_R.encode(RUSSIAN);
    assert_eq!(read(&koi8, None).1, RUSSIAN);
    let french = "id,nom\n1,Société générale des élèves – l’été à Besançon\n";
    let (windows_1252, ..) = WINDOWS_1252.encode(french);
    assert_eq!(read(&windows_1252, None), (WINDOWS_1252, french.to_owned()));
    let arabic = "الرقم,الاسم\n1,جمعية الصداقة والثقافة العربية في المهجر\n";
    let (windows_1256, ..) = WINDOWS_1256.encode(arabic);
    assert_eq!(read(&windows_1256, None), (WINDOWS_1256, arabic.to_owned()));
    let polish = "id,nazwa\n1,Stowarzyszenie Łączności z Polonią w Żywcu i Wąbrzeźnie\n";
    let (latin2, ..) = ISO_8859_2.encode(polish);
    assert_eq!(read(&latin2, None).1, polish);
}

#[test]
fn two_byte_encodings_are_recognized() {
    for (encoding, text) in [
        (SHIFT_JIS, "番号,名称\n1,日本文化協会と国際交流センター\n"),
        (GBK, "编号,名称\n1,中国文化交流协会与海外华人联合会\n"),
        (BIG5, "編號,名稱\n1,臺灣文化交流協會與海外華人聯合會\n"),
    ] {
        let (bytes, ..) = encoding.encode(text);
        assert_eq!(read(&bytes, None), (encoding, text.to_owned()));
    }
}

#[test]
fn a_late_letter_decides_after_a_megabyte_of_ascii() {
    let mut bytes = b"1,plain row\r\n".repeat(100_000);
    bytes.extend_from_slice(b"2,Soci\xE9t\xE9 d'histoire \x96 l\x92amiti\xE9\r\n");
    let (encoding, text) = read(&bytes, None);
    assert_eq!(encoding, WINDOWS_1252);
    assert!(text.ends_with("2,Société d'histoire – l’amitié\r\n"));
    let mut bytes = b"1,plain row\r\n".repeat(100_000);
    bytes.extend_from_slice("2,Հայ\r\n".as_bytes());
    assert_eq!(detected(&bytes), "UTF-8");
}

#[test]
fn a_file_cut_within_a_letter_keeps_its_encoding() {
    let cut = "1,Հայկական տուն".as_bytes();
    let (encoding, text) = read(&cut[..cut.len() - 1], None);
    assert_eq!(encoding, UTF_8);
    assert!(text.ends_with('\u{FFFD}'));
    assert_eq!(detected(b"1,Caf\xE9"), "windows-1252");
}

#[test]
fn a_little_damage_does_not_change_a_whole_file() {
    let mut bytes = "1,Հայկական մշակութային տուն\n".repeat(50).into_bytes();
    bytes.extend_from_slice(b"2,Caf\xE9\n");
    let (encoding, text) = read(&bytes, None);
    assert_eq!(encoding, UTF_8);
    assert!(text.ends_with("2,Caf\u{FFFD}\n"));
}

#[test]
fn plain_and_empty_files_are_utf8() {
    assert_eq!(detected(b""), "UTF-8");
    assert_eq!(detected(b"\n"), "UTF-8");
    assert_eq!(detected(b"a,b\n1,2\n"), "UTF-8");
}

#[test]
fn an_encoding_that_was_told_is_used() {
    let (bytes, ..) = KOI8_R.encode("имя");
    assert_eq!(read(&bytes, Some(KOI8_R)), (KOI8_R, "имя".to_owned()));
}

#[test]
fn workbooks_are_no_text() {
    for bytes in [
        b"PK\x03\x04abcd".as_slice(),
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        b"%PDF-1.7",
    ] {
        assert!(is_workbook(&mut Cursor::new(bytes)).unwrap());
    }
    assert!(!is_workbook(&mut Cursor::new(b"PK,name")).unwrap());
}

/// Gives what it has in pieces as small as a slow connection would.
struct Trickle<'a>(Cursor<&'a [u8]>, usize);

impl Read for Trickle<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = into.len().min(self.1);
        self.0.read(&mut into[..n])
    }
}

impl Seek for Trickle<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

proptest! {
    #[test]
    fn utf8_is_utf8_however_it_arrives(text in any::<String>(), step in 1usize..7) {
        prop_assume!(!text.starts_with('\u{FEFF}') && !text.contains('\0'));
        let mut out = String::new();
        let mut reader = open(Trickle(Cursor::new(text.as_bytes()), step), None).unwrap();
        reader.read_to_string(&mut out).unwrap();
        prop_assert_eq!(reader.encoding(), UTF_8);
        prop_assert_eq!(out, text);
    }

    #[test]
    fn any_bytes_become_text(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let mut out = String::new();
        open(Cursor::new(&bytes), None).unwrap().read_to_string(&mut out).unwrap();
    }
}
