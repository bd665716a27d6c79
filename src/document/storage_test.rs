//! The place of documents: what it is named by, and what is swept away.

use super::*;

#[test]
fn a_place_that_means_nothing_is_refused() {
    let home = tempfile::tempdir().unwrap();
    for named in ["ftp://a/b", "http://a", "s3://"] {
        assert!(Storage::open(Some(named), home.path()).is_err(), "{named}");
    }
    let elsewhere = home.path().join("elsewhere");
    Storage::open(elsewhere.to_str(), home.path()).unwrap();
    assert!(elsewhere.is_dir());
    Storage::open(None, home.path()).unwrap();
    Storage::open(Some(""), home.path()).unwrap();
    assert!(home.path().join("documents").is_dir());
}

#[tokio::test]
async fn only_what_is_half_written_and_old_is_swept() {
    let home = tempfile::tempdir().unwrap();
    let storage = Storage::open(None, home.path()).unwrap();
    let folder = home.path().join("documents").join("ab");
    std::fs::create_dir_all(&folder).unwrap();
    for name in ["abc", "abd#1"] {
        std::fs::write(folder.join(name), b"x").unwrap();
    }
    let written = std::fs::metadata(folder.join("abc")).unwrap().modified();
    let written = DateTime::<Utc>::from(written.unwrap());
    let swept = async |hours| {
        storage
            .sweep(written + TimeDelta::hours(hours))
            .await
            .unwrap()
    };
    assert_eq!(swept(23).await, 0);
    assert_eq!(swept(25).await, 1);
    assert_eq!(swept(1000).await, 0);
    assert!(folder.join("abc").exists());
}
