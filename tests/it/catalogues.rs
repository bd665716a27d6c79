//! The catalogues: every sentence that is asked for is there, in every language, with the same parts and all plural forms.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey,
};

use crate::source::{files, literals};

const LANGUAGES: [&str; 3] = ["en", "ru", "ar"];

/// The plural forms of each language (CLDR, cardinal).
fn plural_forms(language: &str) -> &'static [&'static str] {
    match language {
        "ru" => &["one", "few", "many", "other"],
        // Zero has the form of "other" where it cannot happen.
        "ar" => &["one", "two", "few", "many", "other"],
        _ => &["one", "other"],
    }
}

/// A sentence of a catalogue.
#[derive(Default)]
struct Sentence {
    file: String,
    text: String,
    variables: BTreeSet<String>,
    /// The variants of each choice by number.
    choices: Vec<BTreeSet<String>>,
}

impl Sentence {
    fn read(file: &str, message: &Message<&str>) -> Self {
        let mut sentence = Self {
            file: file.to_owned(),
            ..Self::default()
        };
        if let Some(pattern) = &message.value {
            sentence.pattern(pattern);
        }
        sentence
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let mut names = BTreeSet::new();
                let mut is_number = false;
                for variant in variants {
                    if let VariantKey::Identifier { name } = variant.key {
                        is_number |= ["zero", "one", "two", "few", "many"].contains(&name);
                        names.insert(name.to_owned());
                    }
                    self.pattern(&variant.value);
                }
                if is_number {
                    self.choices.push(names);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { value } => self.text.push_str(value),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.inline(argument);
                }
            }
            _ => {}
        }
    }
}

/// The sentences of a language, by key.
fn catalogue(language: &str) -> BTreeMap<String, Sentence> {
    let mut sentences = BTreeMap::new();
    for file in files(&format!("locales/{language}"), ".ftl") {
        let name = file.path.rsplit('/').next().unwrap();
        let resource = fluent_syntax::parser::parse(file.text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.path));
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let key = message.id.name.to_owned();
                    let sentence = Sentence::read(name, message);
                    if let Some(other) = sentences.insert(key.clone(), sentence) {
                        panic!("{key} is in {} and in {}", file.path, other.file);
                    }
                }
                Entry::Junk { content } => panic!("{}: not a sentence: {content}", file.path),
                _ => {}
            }
        }
    }
    sentences
}

fn fail_if_any(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults: {faults:#?}", faults.len());
}

#[test]
fn every_sentence_is_there_in_every_language_and_in_the_same_file() {
    let english = catalogue("en");
    let mut faults = Vec::new();
    for language in ["ru", "ar"] {
        let other = catalogue(language);
        for (key, sentence) in &english {
            match other.get(key) {
                None => faults.push(format!("{language} lacks {key} ({})", sentence.file)),
                Some(there) if there.file != sentence.file => {
                    faults.push(format!("{language} has {key} in {}", there.file));
                }
                Some(there) if there.variables != sentence.variables => faults.push(format!(
                    "{language} {key} mentions {:?}, English {:?}",
                    there.variables, sentence.variables
                )),
                Some(_) => {}
            }
        }
        for key in other.keys().filter(|key| !english.contains_key(*key)) {
            faults.push(format!("{language} has {key}, which English lacks"));
        }
    }
    fail_if_any(&faults);
}

#[test]
fn a_number_has_every_form_of_the_language() {
    let english = catalogue("en");
    let mut faults = Vec::new();
    for language in LANGUAGES {
        let forms: BTreeSet<String> = plural_forms(language)
            .iter()
            .map(|form| (*form).to_owned())
            .collect();
        for (key, sentence) in catalogue(language) {
            for choice in &sentence.choices {
                // English may say "no …" for zero; every form of its own it must have.
                if !forms.is_subset(choice) {
                    let missing: Vec<_> = forms.difference(choice).collect();
                    faults.push(format!("{language} {key} lacks {missing:?}"));
                }
            }
            let counts = english.get(&key).map_or(0, |it| it.choices.len());
            let is_bare = WITHOUT_NOUN.contains(&(language, key.as_str()));
            if sentence.choices.len() < counts && !is_bare {
                faults.push(format!("{language} {key} does not agree with its number"));
            }
        }
    }
    fail_if_any(&faults);
}

/// Sentences in which the number has no noun to agree with.
const WITHOUT_NOUN: &[(&str, &str)] = &[("ru", "directory-more")];

/// Sentences that are the same everywhere: names, codes, forms of a file.
const SAME_EVERYWHERE: &[&str] = &["ui-name", "letter-closing", "registration-who-system"];

#[test]
fn every_sentence_is_written_in_its_language() {
    let mut faults = Vec::new();
    for (language, own) in [("ru", '\u{400}'..='\u{4FF}'), ("ar", '\u{600}'..='\u{6FF}')] {
        for (key, sentence) in catalogue(language) {
            let is_own = sentence.text.chars().any(|letter| own.contains(&letter));
            let has_words = sentence.text.chars().any(char::is_alphabetic);
            if has_words && !is_own && !SAME_EVERYWHERE.contains(&key.as_str()) {
                faults.push(format!("{language} {key}: {}", sentence.text));
            }
        }
    }
    for (key, sentence) in catalogue("en") {
        if sentence.text.is_empty() && sentence.variables.is_empty() {
            faults.push(format!("en {key} says nothing"));
        }
    }
    fail_if_any(&faults);
}

/// Whether it looks like a key.
fn is_key(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// What the program and its templates say of keys.
struct Used {
    /// Literals that ask for a sentence: `(file, key)`.
    asked: Vec<(String, String)>,
    /// All literals.
    literals: BTreeSet<String>,
    /// What stands before and behind what is filled in: `month-{}` is `("month-", "")`.
    patterns: Vec<(String, String)>,
}

fn used() -> Used {
    let mut used = Used {
        asked: Vec::new(),
        literals: codes(),
        patterns: Vec::new(),
    };
    for file in files("src", ".rs") {
        if file.is_test() {
            continue;
        }
        let code = file.program();
        used.note(&code);
        for call in [
            "say::t(",
            "say::t1(",
            "say::with(",
            "say::plain(",
            "redirect_with_flash(",
        ] {
            for (at, _) in code.match_indices(call) {
                let arguments = arguments(&code[at + call.len()..]);
                let key = literals(arguments).into_iter().find(|text| is_key(text));
                if let Some(key) = key.filter(|_| !arguments.contains("format!")) {
                    used.asked.push((file.path.clone(), key));
                }
            }
        }
    }
    for file in files("templates", ".html") {
        let text = without_comments(&file.text);
        for code in code_of_template(&text) {
            used.note(code);
            for (at, _) in code.match_indices("\"|t") {
                let literal = code[..at].rsplit('"').next().unwrap_or_default();
                let after = code[at + 3..].chars().next().unwrap_or(' ');
                if !after.is_alphabetic() && after != '_' {
                    used.asked.push((file.path.clone(), literal.to_owned()));
                }
            }
        }
    }
    used
}

impl Used {
    fn note(&mut self, code: &str) {
        for literal in literals(code) {
            if let (Some(open), Some(close)) = (literal.find('{'), literal.rfind('}')) {
                let (head, tail) = (&literal[..open], &literal[close + 1..]);
                let fits = |part: &str| {
                    part.bytes()
                        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
                };
                if fits(head) && fits(tail) && (head.len() > 2 || tail.len() > 2) {
                    self.patterns.push((head.to_owned(), tail.to_owned()));
                }
            } else if literal.ends_with('-') && literal.len() > 2 {
                self.patterns.push((literal, String::new()));
            } else {
                self.literals.insert(literal);
            }
        }
    }

    fn has(&self, key: &str) -> bool {
        self.literals.contains(key)
            || self.patterns.iter().any(|(head, tail)| {
                key.len() > head.len() + tail.len() && key.starts_with(head) && key.ends_with(tail)
            })
    }
}

/// The arguments of a call, from behind its parenthesis.
fn arguments(code: &str) -> &str {
    let mut depth = 0;
    for (at, char) in code.char_indices() {
        match char {
            '(' | '[' => depth += 1,
            ')' if depth == 0 => return &code[..at],
            ')' | ']' => depth -= 1,
            _ => {}
        }
    }
    code
}

/// A template without what stands between `{#` and `#}`.
fn without_comments(text: &str) -> String {
    let mut parts = text.split("{#");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| {
        kept + part.split_once("#}").map_or("", |(_, rest)| rest)
    })
}

/// What stands between `{{ }}` and between `{% %}`.
fn code_of_template(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for (open, close) in [("{{", "}}"), ("{%", "%}")] {
        let mut rest = text;
        while let Some(at) = rest.find(open) {
            let inner = &rest[at + 2..];
            let end = inner.find(close).unwrap_or(inner.len());
            parts.push(&inner[..end]);
            rest = &inner[end..];
        }
    }
    parts
}

/// The keys of all closed lists: `codes! { pub enum NameRole { Legal = "legal" } }` has `name-role-legal`.
fn codes() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for file in files("src", ".rs") {
        let code = file.program();
        for (at, _) in code.match_indices("codes! {") {
            let mut list = String::new();
            for line in code[at..].lines().skip(1).take_while(|line| *line != "}") {
                if let Some((_, name)) = line.split_once("enum ") {
                    list = kebab(name.trim_end_matches([' ', '{']));
                } else if let Some((_, code)) = line.split_once(" = \"") {
                    let code = code.trim_end_matches(['"', ',']);
                    keys.insert(format!("{list}-{}", code.replace('_', "-")));
                }
            }
        }
    }
    assert!(keys.contains("name-role-legal") && keys.contains("standing-struck-off"));
    keys
}

fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}

#[test]
fn every_sentence_that_is_asked_for_is_there() {
    let english = catalogue("en");
    let used = used();
    assert!(used.asked.len() > 50, "{} only", used.asked.len());
    let mut faults: Vec<_> = used
        .asked
        .iter()
        .filter(|(_, key)| !english.contains_key(key))
        .map(|(file, key)| format!("{file} asks for {key}"))
        .collect();
    // Whatever begins like a sentence to be shown later is one.
    for literal in &used.literals {
        let is_late = ["flash-", "nav-", "error-", "problem-"]
            .iter()
            .any(|head| literal.starts_with(head));
        if is_late && is_key(literal) && !english.contains_key(literal) {
            faults.push(format!("somebody asks for {literal}"));
        }
    }
    fail_if_any(&faults);
}

#[test]
fn no_sentence_is_kept_that_nobody_asks_for() {
    let used = used();
    let faults: Vec<_> = catalogue("en")
        .iter()
        .filter(|(key, _)| !used.has(key))
        .map(|(key, sentence)| format!("{key} ({})", sentence.file))
        .collect();
    fail_if_any(&faults);
}
