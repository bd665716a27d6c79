//! Files of names are compared and looked up whatever their encoding and headers.

use std::io::Cursor;

use super::pairs;

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
