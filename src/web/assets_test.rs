//! Files come back whole, compressed only for who can read it, and no page names one that is not there.

use super::*;

fn headers(pairs: &[(http::header::HeaderName, &'static str)]) -> HeaderMap {
    pairs
        .iter()
        .map(|(name, value)| (name.clone(), HeaderValue::from_static(value)))
        .collect()
}

fn sheet() -> &'static Asset {
    ASSETS
        .iter()
        .find(|asset| asset.name == "app.css")
        .expect("static/dist is missing: run bin/setup assets")
}

#[test]
fn brotli_is_taken_only_by_who_asks_for_it() {
    assert!(takes_brotli(&headers(&[(
        ACCEPT_ENCODING,
        "gzip, deflate, br, zstd"
    )])));
    assert!(takes_brotli(&headers(&[(ACCEPT_ENCODING, "br;q=0.4")])));
    assert!(!takes_brotli(&headers(&[(
        ACCEPT_ENCODING,
        "gzip, br;q=0"
    )])));
    assert!(!takes_brotli(&headers(&[(ACCEPT_ENCODING, "gzip, brx")])));
    assert!(!takes_brotli(&headers(&[])));
}

#[test]
fn a_browser_that_has_the_sheet_is_not_sent_it_again() {
    let sheet = sheet();
    let first = sheet.answer(&headers(&[(ACCEPT_ENCODING, "br")]));
    assert_eq!(first.status(), StatusCode::OK);
    assert_eq!(first.headers()[CONTENT_ENCODING], "br");
    assert_eq!(first.headers()[CONTENT_TYPE], "text/css; charset=utf-8");
    assert_eq!(
        first.headers()[CACHE_CONTROL],
        "public, max-age=31536000, immutable"
    );
    let mut again = headers(&[(ACCEPT_ENCODING, "br")]);
    again.insert(IF_NONE_MATCH, first.headers()[ETAG].clone());
    assert_eq!(sheet.answer(&again).status(), StatusCode::NOT_MODIFIED);
    // The same tag is not good for the other form of the file.
    again.remove(ACCEPT_ENCODING);
    let plain = sheet.answer(&again);
    assert_eq!(plain.status(), StatusCode::OK);
    assert!(!plain.headers().contains_key(CONTENT_ENCODING));
}

#[test]
fn every_address_in_a_sheet_leads_to_a_file() {
    sheet();
    for sheet in ASSETS.iter().filter(|asset| asset.name.ends_with(".css")) {
        let text = std::str::from_utf8(sheet.plain).unwrap();
        let mut fonts = 0;
        for address in text.split("url(").skip(1) {
            let address = address.split(')').next().unwrap();
            assert!(ASSETS.iter().any(|asset| asset.url == address), "{address}");
            fonts += 1;
        }
        assert!(fonts >= 10, "{} loads {fonts} fonts", sheet.name);
        assert!(!text.contains("GDS"), "{} names another's face", sheet.name);
    }
}

#[test]
fn every_file_that_a_template_names_is_there() {
    sheet();
    let mut folders = vec![std::path::PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/templates"
    ))];
    let mut named = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for part in text.split("assets::url(\"").skip(1) {
                let name = part.split('"').next().unwrap();
                assert_ne!(url(name), "/assets/missing", "{name} in {}", path.display());
                named += 1;
            }
        }
    }
    assert!(named >= 4, "{named}");
}
