//! The rules of the house: which code may know what. Each failure names the file.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Source, files};

/// What stands on what: a module uses those below it, and its neighbours where no circle comes of it.
const LEVELS: &[&[&str]] = &[
    &["names", "config", "markdown"],
    &["ids", "values"],
    &["say", "vault", "actor", "gazetteer"],
    &["db"],
    &["error"],
    &["history", "notice"],
    &["account", "area", "calendar"],
    &["organization"],
    &["case"],
    &["prescreen"],
    &["document"],
    &[
        "leader",
        "initiative",
        "contribution",
        "group",
        "assignment",
        "support",
        "call",
        "delegation",
        "invitation",
        "signing",
        "sitting",
        "meeting",
        "criterion",
        "phrase",
        "rescue",
        "flag",
        "certificate",
        "merger",
        "duty",
    ],
    &["roster", "search", "indicator", "radar", "workbench"],
    &["neighbour"],
    &["outcome", "bulk"],
    &["web"],
    &["sample", "command"],
];

fn level(module: &str) -> Option<usize> {
    LEVELS.iter().position(|level| level.contains(&module))
}

/// What the program is made of, without its tests.
fn program() -> Vec<Source> {
    files("src", ".rs")
        .into_iter()
        .filter(|file| !file.is_test() && file.path != "src/lib.rs")
        .collect()
}

/// The top-level modules that a file names by `crate::…`.
fn uses(file: &Source) -> BTreeSet<String> {
    let code = file.program();
    let mut used = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c == '$' || c.is_alphanumeric()) {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            used.extend(heads(group));
        } else {
            used.extend(word(rest));
        }
    }
    used.into_iter()
        .map(|name| match name.as_str() {
            "Error" | "Result" => "error".to_owned(),
            _ => name,
        })
        .filter(|name| name != file.module())
        .collect()
}

/// The first word.
fn word(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    (end > 0).then(|| text[..end].to_owned())
}

/// The first words of what stands between the braces of a `use`.
fn heads(group: &str) -> Vec<String> {
    let mut heads = Vec::new();
    let (mut depth, mut begins) = (0, true);
    for (at, char) in group.char_indices() {
        match char {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            _ if begins && !char.is_whitespace() => {
                heads.extend(word(&group[at..]));
                begins = false;
            }
            _ => {}
        }
    }
    heads
}

#[test]
fn a_use_is_read_whole() {
    let file = Source {
        path: "src/case/find.rs".to_owned(),
        text: "use crate::{actor::{Actor, Denied}, db::Tx};\nuse crate::Result;\nuse $crate::x;\nfn a() { crate::ids::a() }\n// crate::web\n"
            .to_owned(),
    };
    let used: Vec<_> = uses(&file).into_iter().collect();
    assert_eq!(used, ["actor", "db", "error", "ids"]);
}

#[test]
fn dependencies_run_one_way() {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for file in program().iter().filter(|file| file.path != "src/main.rs") {
        let module = file.module();
        let Some(here) = level(module) else {
            wrong.push(format!("{}: where does {module} stand?", file.path));
            continue;
        };
        for used in uses(file) {
            match level(&used) {
                Some(there) if there <= here => {
                    edges.entry(module.to_owned()).or_default().insert(used);
                }
                _ => wrong.push(format!("{} ({module}) uses {used}", file.path)),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(edges["web"].len() > 5 && edges["case"].contains("organization"));
    for start in edges.keys() {
        let (mut reached, mut open) = (BTreeSet::new(), vec![start]);
        while let Some(next) = open.pop() {
            for used in edges.get(next).into_iter().flatten() {
                assert!(used != start, "a circle through {start} and {next}");
                if reached.insert(used) {
                    open.push(used);
                }
            }
        }
    }
}

/// Files outside these places that hold one of these words.
fn strangers(words: &[&str], places: &[&str]) -> Vec<String> {
    let is_at_home = |path: &str| places.iter().any(|place| path.starts_with(place));
    program()
        .iter()
        .filter(|file| !is_at_home(&file.path))
        .filter_map(|file| {
            let code = file.program();
            let word = words.iter().find(|word| mentions(&code, word))?;
            Some(format!("{} names {word}", file.path))
        })
        .collect()
}

/// Whether the word stands there by itself.
fn mentions(code: &str, word: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    code.match_indices(word).any(|(at, _)| {
        !code[..at].ends_with(inside)
            && !code[at + word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn only_the_web_speaks_http() {
    let crates = [
        "axum",
        "axum_extra",
        "tower",
        "tower_http",
        "http",
        "hyper",
        "hyper_util",
    ];
    let found: Vec<_> = program()
        .iter()
        .filter(|file| !file.path.starts_with("src/web/") && file.path != "src/main.rs")
        .filter_map(|file| {
            let code = file.program();
            let used = crates.iter().find(|name| {
                code.match_indices(&format!("{name}::")).any(|(at, _)| {
                    !code[..at].ends_with(|c: char| c.is_alphanumeric() || "_:".contains(c))
                })
            })?;
            Some(format!("{} uses {used}", file.path))
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn only_pages_and_letters_are_templates() {
    let found = strangers(&["askama"], &["src/web/", "src/notice/text.rs"]);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_web_holds_no_sql() {
    for file in program().iter().filter(|file| file.module() == "web") {
        let code = file.program();
        for word in [
            "query!",
            "query_as!",
            "query_scalar!",
            "sqlx::query",
            "QueryBuilder",
            "raw_sql",
        ] {
            assert!(!code.contains(word), "{} has {word}", file.path);
        }
    }
}

#[test]
fn the_pool_stays_in_the_database_module() {
    let found = strangers(&["PgPool", "PgPoolOptions"], &["src/db/", "src/main.rs"]);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn features_read_by_connection_and_write_by_transaction() {
    for file in program().iter().filter(|file| file.module() != "db") {
        let code = file.program();
        for word in ["Transaction<", "PoolConnection", ".begin_with("] {
            assert!(!code.contains(word), "{} has {word}", file.path);
        }
    }
}

#[test]
fn every_file_says_first_what_it_is() {
    for file in files("src", ".rs").iter().chain(&files("tests", ".rs")) {
        let first = file.text.lines().next().unwrap_or_default();
        assert!(
            first.starts_with("//! ") && first.len() > 12,
            "{} begins with {first:?}",
            file.path
        );
    }
    for file in files("templates", ".html") {
        let first = file.text.lines().next().unwrap_or_default();
        assert!(
            first.starts_with("{#"),
            "{} begins with {first:?}",
            file.path
        );
    }
    for file in files("migrations", ".sql") {
        assert!(file.text.starts_with("-- "), "{} says not why", file.path);
    }
}

#[test]
fn nothing_is_left_for_later() {
    for file in program() {
        let code = file.program();
        for word in ["todo!", "unimplemented!", "dbg!", ".unwrap()", ".expect(\""] {
            assert!(!code.contains(word), "{} has {word}", file.path);
        }
    }
    for folder in ["src", "templates", "locales", "migrations"] {
        let ending = match folder {
            "src" => ".rs",
            "templates" => ".html",
            "locales" => ".ftl",
            _ => ".sql",
        };
        for file in files(folder, ending) {
            for word in ["TODO", "FIXME"] {
                assert!(!file.text.contains(word), "{} has {word}", file.path);
            }
        }
    }
}

#[test]
fn a_permission_is_made_in_its_policy_alone() {
    let granted: Vec<_> = program()
        .iter()
        .filter(|file| file.path.ends_with("/policy.rs") || file.path.contains("/policy/"))
        .flat_map(|file| fields_that_are_open(&file.program(), &file.path))
        .collect();
    assert!(
        granted.is_empty(),
        "open fields of permissions: {granted:#?}"
    );
}

/// `pub` fields of structs named `Can…`.
fn fields_that_are_open(code: &str, path: &str) -> Vec<String> {
    let mut open = Vec::new();
    for (at, _) in code.match_indices("pub struct Can") {
        let rest = &code[at + "pub ".len()..];
        let end = rest.find(['}', ';']).unwrap_or(rest.len());
        if rest[..end].contains("pub ") || rest[..end].contains("pub(") {
            open.push(format!(
                "{path}: {}",
                rest.lines().next().unwrap_or_default()
            ));
        }
    }
    open
}
