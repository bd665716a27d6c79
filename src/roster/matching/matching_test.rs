//! Files of names are compared and looked up whatever their encoding and headers.

use std::io::Cursor;
use std::path::PathBuf;

use super::{MatchError, Pairs, command, pairs};

fn compared(text: &str) -> String {
    let mut out = Vec::new();
    pairs::run(Cursor::new(text.as_bytes().to_vec()), None, None, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn pairs_keep_their_columns_and_get_a_score() {
    let out = compared(
        "id,name1,name2\n1,Общество «Арарат»,Obshchestvo Ararat\n2,Armenian School,Georgian Church\n",
    );
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "id,name1,name2,score,match");
    assert!(lines[1].ends_with(",true"), "{out}");
    assert!(lines[2].ends_with(",false"), "{out}");
}

#[test]
fn columns_without_known_names_are_the_first_two() {
    let out = compared("links;rechts\nCairo University;جامعة القاهرة\n");
    assert!(out.contains("true"), "{out}");
}

#[test]
fn broken_rows_keep_their_place() {
    let out = compared("name1,name2\n\"a\",\n,\n,,,,\nx,x\n");
    assert!(out.lines().count() >= 3, "{out}");
    assert!(out.trim_end().ends_with("x,x,1.0000,true"), "{out}");
}

/// Compares a file as the command does: what it writes, and what it says beside that.
fn commanded(name: &str, bytes: &[u8]) -> (Result<(), String>, String, String) {
    let at = |end: &str| -> PathBuf {
        std::env::temp_dir().join(format!("concord-{}-{name}.{end}", std::process::id()))
    };
    std::fs::write(at("csv"), bytes).unwrap();
    let what = Pairs {
        file: at("csv"),
        columns: None,
        least: None,
        output: Some(at("out")),
    };
    let mut said = Vec::new();
    let done = command::pairs(&what, &mut said).map_err(|error| error.to_string());
    let out = std::fs::read_to_string(at("out")).unwrap_or_default();
    for end in ["csv", "out"] {
        let _ = std::fs::remove_file(at(end));
    }
    (done, out, String::from_utf8(said).unwrap())
}

#[test]
fn rows_that_cannot_be_read_are_counted_and_told() {
    let (done, out, said) = commanded("some", b"name1,name2\nx,x\na,b,c\nd\0,e\ny,y\n");
    assert_eq!(done, Ok(()));
    assert_eq!(out.lines().count(), 5, "each keeps its place: {out}");
    assert_eq!(out.lines().nth(2), Some(",,,"));
    assert!(said.contains("4 pairs, 2 match"), "{said}");
    assert!(said.contains("2 rows cannot be read"), "{said}");
    assert!(said.contains("the first in line 3"), "{said}");
    assert!(!said.contains("read as"), "{said}");
    let (done, _, said) = commanded("none", b"name1,name2\na,b,c\n");
    assert_eq!(
        done,
        Err("none of the rows can be read".to_owned()),
        "{said}"
    );
}

#[test]
fn an_encoding_that_was_guessed_is_named() {
    let (done, out, said) = commanded("latin", b"name1,name2\nCaf\xe9,Caf\xe9\n");
    assert_eq!(done, Ok(()));
    assert!(out.contains("Café,Café,1.0000,true"), "{out}");
    assert!(said.contains("read as windows-1252"), "{said}");
}

#[test]
fn two_empty_cells_are_no_match() {
    let out = compared("id,name1,name2\n1,,\n2,, \n3,x,x\n");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[1], "1,,,0.0000,false", "{out}");
    assert!(lines[2].ends_with(",0.0000,false"), "{out}");
    assert!(lines[3].ends_with(",1.0000,true"), "{out}");
}

#[test]
fn half_of_a_usual_pair_is_a_mistake_and_columns_that_stand_first_are_named() {
    let half = Cursor::new("id,name1,note\n5,Unity,Unity\n".as_bytes().to_vec());
    let error = pairs::run(half, None, None, Vec::new()).unwrap_err();
    assert!(
        matches!(
            error,
            MatchError::HalfPair {
                there: "name1",
                missing: "name2"
            }
        ),
        "{error}"
    );
    let (_, _, said) = commanded("first", b"links,rechts\nx,x\n");
    assert!(
        said.contains("the first two columns, “links” and “rechts”"),
        "{said}"
    );
    let (_, _, said) = commanded("known", b"name1,name2\nx,x\n");
    assert!(!said.contains("first two"), "{said}");
}

#[test]
fn a_result_takes_the_place_of_nothing_but_itself() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("pairs.csv"), "name1,name2\nx,x\n").unwrap();
    std::fs::write(at("result.part"), "another's").unwrap();
    let what = Pairs {
        file: at("pairs.csv"),
        columns: None,
        least: None,
        output: Some(at("result.csv")),
    };
    command::pairs(&what, &mut Vec::new()).unwrap();
    assert_eq!(
        std::fs::read_to_string(at("result.part")).unwrap(),
        "another's"
    );
    let missing = Pairs {
        file: folder.path().to_owned(),
        ..what
    };
    let error = command::pairs(&missing, &mut Vec::new()).unwrap_err();
    assert!(error.to_string().contains("cannot be read"), "{error}");
    let mut left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort_unstable();
    assert_eq!(left, ["pairs.csv", "result.csv", "result.part"]);
}
