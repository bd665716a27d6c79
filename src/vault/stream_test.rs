//! Sealed streams: they come back whole from any place, and every change, cut and exchange is noticed.

use std::io::Cursor;

use super::*;

fn text(len: usize) -> Vec<u8> {
    (0..len).map(|at| (at * 31 % 251) as u8).collect()
}

fn sealed(key: &StreamKey, lane: Lane, plain: &[u8], step: usize) -> Vec<u8> {
    let (mut sealer, mut out) = (Sealer::new(key, lane), Vec::new());
    for part in plain.chunks(step) {
        sealer.push(part, &mut out).unwrap();
    }
    sealer.finish(&mut out).unwrap();
    out
}

fn opened(key: &StreamKey, lane: Lane, sealed: &[u8], step: usize) -> Result<Vec<u8>, VaultError> {
    let (mut opener, mut out) = (Opener::new(key, lane), Vec::new());
    for part in sealed.chunks(step) {
        opener.push(part, &mut out)?;
    }
    opener.finish(&mut out)?;
    Ok(out)
}

#[test]
fn what_goes_in_comes_out_whatever_the_steps() {
    let key = StreamKey::fresh().unwrap();
    for len in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7] {
        let plain = text(len);
        let out = sealed(&key, Lane::Content, &plain, 10_007);
        assert_eq!(out.len() as u64, sealed_len(len as u64), "{len}");
        assert_eq!(out, sealed(&key, Lane::Content, &plain, 1 << 20), "{len}");
        for step in [997, CHUNK + TAG, 1 << 20] {
            assert!(opened(&key, Lane::Content, &out, step).unwrap() == plain);
        }
    }
}

#[test]
fn a_sealed_file_is_read_from_any_place() {
    let key = StreamKey::fresh().unwrap();
    let plain = text(3 * CHUNK + 100);
    let mut writer = SealingWriter::new(Vec::new(), &key, Lane::Content);
    writer.write_all(&plain).unwrap();
    let out = writer.finish().unwrap();
    let mut reader = OpeningReader::new(Cursor::new(out), &key, Lane::Content, plain.len() as u64);
    for at in [0, 5, CHUNK - 2, CHUNK, 3 * CHUNK + 90] {
        reader.seek(SeekFrom::Start(at as u64)).unwrap();
        let mut got = [0; 10];
        reader.read_exact(&mut got).unwrap();
        assert_eq!(got, plain[at..at + 10], "{at}");
    }
    reader.seek(SeekFrom::End(-3)).unwrap();
    let mut rest = Vec::new();
    reader.read_to_end(&mut rest).unwrap();
    assert_eq!(rest, plain[plain.len() - 3..]);
}

#[test]
fn changes_cuts_and_exchanges_are_noticed() {
    let key = StreamKey::fresh().unwrap();
    let out = sealed(&key, Lane::Content, &text(2 * CHUNK + 9), 4096);
    let open = |bytes: &[u8]| opened(&key, Lane::Content, bytes, 4096);
    let mut changed = out.clone();
    changed[CHUNK + TAG + 3] ^= 1;
    assert!(open(&changed).is_err());
    // Cut at the end of a chunk, where every tag still fits its bytes.
    assert!(open(&out[..2 * (CHUNK + TAG)]).is_err());
    assert!(open(&[]).is_err());
    let (one, rest) = out.split_at(CHUNK + TAG);
    let (two, three) = rest.split_at(CHUNK + TAG);
    assert!(open(&[two, one, three].concat()).is_err());
    assert!(opened(&key, Lane::Thumbnail, &out, 4096).is_err());
    assert!(opened(&StreamKey::fresh().unwrap(), Lane::Content, &out, 4096).is_err());
}
