//! The source as text, for the tests that look at the house itself.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the repository.
pub struct Source {
    /// Its path from the root of the repository.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// The program in it: without comments, and without what only tests compile.
    pub fn program(&self) -> String {
        let end = self.text.find("#[cfg(test)]\nmod tests {");
        let text = &self.text[..end.unwrap_or(self.text.len())];
        let lines: Vec<_> = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        lines.join("\n")
    }

    /// Whether it is compiled for tests alone.
    pub fn is_test(&self) -> bool {
        self.path.ends_with("_test.rs")
    }

    /// The top-level module that it belongs to.
    pub fn module(&self) -> &str {
        let inner = self.path.trim_start_matches("src/");
        let top = inner.split('/').next().unwrap_or_default();
        top.trim_end_matches(".rs")
    }
}

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files with this ending under a folder.
pub fn files(folder: &str, ending: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join(folder), ending, &mut paths);
    paths.sort();
    let files: Vec<_> = paths
        .into_iter()
        .map(|path| Source {
            text: fs::read_to_string(&path).unwrap(),
            path: path
                .strip_prefix(root())
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned(),
        })
        .collect();
    assert!(!files.is_empty(), "no {ending} under {folder}");
    files
}

fn collect(folder: &Path, ending: &str, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, ending, paths);
        } else if path.to_str().unwrap().ends_with(ending) {
            paths.push(path);
        }
    }
}

/// The string literals of a piece of Rust or of a template's code.
pub fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut chars = code.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            // A lifetime is no literal; a quote as a character is.
            '\'' => {
                let mut ahead = chars.clone();
                if ahead.next() == Some('\\') {
                    ahead.next();
                }
                if ahead.next() == Some('\'') {
                    chars = ahead;
                }
            }
            '"' => {
                let mut literal = String::new();
                while let Some(char) = chars.next() {
                    match char {
                        '"' => break,
                        '\\' => literal.extend(chars.next()),
                        _ => literal.push(char),
                    }
                }
                found.push(literal);
            }
            _ => {}
        }
    }
    found
}
