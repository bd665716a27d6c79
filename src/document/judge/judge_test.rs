//! Whatever bytes come, they are judged: no panic, no endless work.

use std::io::Cursor;

use proptest::prelude::*;

use super::*;

fn judged(bytes: &[u8]) -> Result<Judged, Unfit> {
    judge(&mut Cursor::new(bytes), bytes.len() as u64, "a.pdf")
}

proptest! {
    #[test]
    fn any_bytes_behind_any_beginning_are_judged(
        head in prop::sample::select(vec![
            &b"%PDF-1.7\n"[..], b"\xFF\xD8\xFF\xE0", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8 ", b"PK\x03\x04", b"",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..2000),
        tail in prop::sample::select(vec![&b"startxref\n0\n%%EOF"[..], b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", b"\xFF\xD9", b""]),
    ) {
        let bytes = [head, &rest, tail].concat();
        if let Ok(Judged::Picture(format)) = judged(&bytes) {
            let _ = picture(&mut Cursor::new(&bytes), format);
        }
    }
}

#[test]
fn a_name_in_a_pdf_is_found_across_the_steps_of_the_search() {
    for at in 65_500..65_560 {
        let mut bytes = b"%PDF-1.4\n".to_vec();
        bytes.resize(at, b' ');
        bytes.extend_from_slice(b"/JavaScript ");
        bytes.resize(80_000, b' ');
        bytes.extend_from_slice(b"startxref\n0\n%%EOF\n");
        assert_eq!(judged(&bytes), Err(Unfit::Active), "{at}");
        bytes[at + 5] = b'x';
        assert_eq!(judged(&bytes), Ok(Judged::AsItIs(FileKind::Pdf)), "{at}");
    }
}
