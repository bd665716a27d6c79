//! Every act that history can name is one that the program writes.

use concord::history::Act;

use crate::source::{Source, files};

#[test]
fn every_act_is_written_by_somebody() {
    let code: String = files("src", ".rs")
        .iter()
        .filter(|file| {
            !file.is_test() && !file.path.starts_with("src/web/") && !file.path.ends_with("/act.rs")
        })
        .map(Source::program)
        .collect();
    for act in Act::ALL {
        assert!(
            code.contains(&format!("Act::{act:?}")),
            "nothing writes {act:?}"
        );
    }
}
