//! How well names are compared across scripts, and how fast: the tables that `make bench` prints.
//!
//! CONCORD_DATA names the folder with `organizations-ror.csv` and `name-pairs-dev.csv`; without it that part is
//! left out, and said so.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

use concord::names::{
    Builder, Index, MATCH, Name, Rarity, compare, compare_texts, fold, homes, script_of,
};

fn main() {
    labelled();
    speed();
    let folder = std::env::var_os("CONCORD_DATA")
        .map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let (registry, pairs) = (
        folder.join("organizations-ror.csv"),
        folder.join("name-pairs-dev.csv"),
    );
    if !registry.exists() || !pairs.exists() {
        println!(
            "\nFirst ten: left out, {} has no organizations-ror.csv and name-pairs-dev.csv (CONCORD_DATA)",
            folder.display()
        );
        return;
    }
    first_ten(&registry, &pairs);
}

/// Our own labelled pairs. `held_out` and `unseen` were never tuned on.
const FILES: &[(&str, &str)] = &[
    ("pairs", include_str!("../tests/names/pairs.tsv")),
    ("societies", include_str!("../tests/names/societies.tsv")),
    ("houses", include_str!("../tests/names/houses.tsv")),
    ("tongues", include_str!("../tests/names/tongues.tsv")),
    ("mixed", include_str!("../tests/names/mixed.tsv")),
    ("held out", include_str!("../tests/names/held_out.tsv")),
    ("strangers", include_str!("../tests/names/strangers.tsv")),
    ("rounds", include_str!("../tests/names/rounds.tsv")),
    ("unseen", include_str!("../tests/names/unseen.tsv")),
];

/// Precision and recall on our own labelled pairs, file by file.
fn labelled() {
    for (name, text) in FILES {
        println!("\n{name}");
        tell(text);
    }
}

/// Precision and recall on a file, and what is hard about those that go wrong.
fn tell(text: &str) {
    let pairs: Vec<(bool, f32, &str)> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (same, a, b, kind) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
            Some((
                same == "1",
                compare_texts(a, b, &Rarity::unknown()).score,
                kind,
            ))
        })
        .collect();
    println!(
        "Labelled pairs: {} of one organization, {} of two",
        count(&pairs, true),
        count(&pairs, false)
    );
    println!(
        "{:>9} {:>9} {:>9} {:>9}",
        "score ≥", "precision", "recall", "F1"
    );
    for least in [0.5, 0.6, MATCH, 0.7, 0.8, 0.9] {
        let hit = pairs.iter().filter(|it| it.0 && it.1 >= least).count();
        let false_hit = pairs.iter().filter(|it| !it.0 && it.1 >= least).count();
        let missed = count(&pairs, true) - hit;
        let mark = if (least - MATCH).abs() < f32::EPSILON {
            " ← match"
        } else {
            ""
        };
        println!(
            "{least:>9.2} {:>9.3} {:>9.3} {:>9.3}{mark}",
            share(hit, hit + false_hit),
            share(hit, hit + missed),
            share(2 * hit, 2 * hit + false_hit + missed)
        );
    }
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (same, score, kind) in &pairs {
        let entry = kinds.entry(kind).or_default();
        entry.0 += 1;
        entry.1 += usize::from(*same == (*score >= MATCH));
    }
    let wrong: Vec<String> = kinds
        .iter()
        .filter(|(_, (all, right))| all != right)
        .map(|(kind, (all, right))| format!("{kind} {right}/{all}"))
        .collect();
    println!("Not all right: {}", wrong.join(", "));
}

fn count(pairs: &[(bool, f32, &str)], same: bool) -> usize {
    pairs.iter().filter(|it| it.0 == same).count()
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// Names read and pairs compared in a second, on one core.
fn speed() {
    let text = include_str!("../tests/names/pairs.tsv");
    let names: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split('\t').skip(1).take(2))
        .collect();
    // The vocabulary is read before the clock starts.
    let _ = Name::read(names[0]);
    let began = Instant::now();
    let read: Vec<Name> = names.iter().map(|name| Name::read(name)).collect();
    let reading = began.elapsed();
    let began = Instant::now();
    let rarity = Rarity::unknown();
    let mut sum = 0.0;
    for a in &read {
        for b in &read {
            sum += compare(a, b, &rarity).score;
        }
    }
    let comparing = began.elapsed();
    assert!(sum > 0.0);
    println!(
        "\nOne core: {:.0} names read and {:.0} pairs compared in a second",
        per_second(names.len(), reading.as_secs_f64()),
        per_second(read.len() * read.len(), comparing.as_secs_f64())
    );
}

fn per_second(count: usize, seconds: f64) -> f64 {
    count as f64 / seconds.max(f64::EPSILON)
}

/// Whether the right organization is among the first ten, when the registry has Latin names alone: every name in
/// another script is withheld, so that no query finds itself.
fn first_ten(registry: &Path, pairs: &Path) {
    let began = Instant::now();
    let (mut ids, mut hosts, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows(registry) {
        let bearer = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        names.push((row["name"].clone(), bearer));
        hosts.push(row["country"].clone());
        ids.push(row["id"].clone());
    }
    let main = index(&names);
    let mut latin = names.clone();
    for (bearer, row) in (0_u32..).zip(rows(registry)) {
        for other in row["other_names"].split("; ") {
            let text = untagged(other);
            if script_of(text) == "Latn" {
                latin.push((text.to_owned(), bearer));
            }
        }
    }
    let latin = index(&latin);
    println!(
        "\nFirst ten: {} organizations, indexed twice in {:.1} s",
        ids.len(),
        began.elapsed().as_secs_f64()
    );
    let queries: Vec<_> = rows(pairs);
    for (what, index) in [("main names", &main), ("all Latin names", &latin)] {
        let began = Instant::now();
        let mut finder = index.finder();
        let mut table: BTreeMap<String, [usize; 4]> = BTreeMap::new();
        for query in &queries {
            let (id, text) = (&query["id"], &query["query"]);
            let expected = homes(text);
            let found = finder.find(&Name::read(text), 10, |bearer, likeness| {
                if expected.contains(&hosts[bearer as usize].as_str()) {
                    likeness.score += (1.0 - likeness.score) * 0.12;
                }
            });
            let hit = found.iter().any(|it| ids[it.bearer as usize] == *id);
            let respelled = is_transliteration(text, &query["registered_name"]);
            for key in [query["query_script"].as_str(), "all"] {
                let entry = table.entry(key.to_owned()).or_default();
                entry[0] += 1;
                entry[1] += usize::from(hit);
                entry[2] += usize::from(respelled);
                entry[3] += usize::from(respelled && hit);
            }
        }
        println!(
            "The registry has {what}; {:.1} ms a query",
            began.elapsed().as_secs_f64() * 1e3 / per(queries.len())
        );
        println!(
            "{:>12} {:>8} {:>10} {:>17} {:>10}",
            "script", "queries", "first ten", "transliterations", "first ten"
        );
        for (script, [all, hit, respelled, respelled_hit]) in &table {
            println!(
                "{script:>12} {all:>8} {:>9.1}% {respelled:>17} {:>9.1}%",
                share(*hit, *all) * 100.0,
                share(*respelled_hit, *respelled) * 100.0
            );
        }
    }
}

fn per(count: usize) -> f64 {
    count.max(1) as f64
}

fn index(names: &[(String, u32)]) -> Index {
    let mut builder = Builder::default();
    builder.add_all(names);
    builder.build()
}

/// `en:acronym:ABC` is ABC.
fn untagged(text: &str) -> &str {
    let tag = |part: &str| {
        !part.is_empty()
            && part.len() <= 12
            && part
                .bytes()
                .all(|b| b.is_ascii_alphabetic() || b == b'-' || b == b'_')
    };
    let mut rest = text;
    for _ in 0..2 {
        match rest.split_once(':') {
            Some((head, tail)) if tag(head) => rest = tail,
            _ => break,
        }
    }
    rest
}

fn rows(path: &Path) -> Vec<HashMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).expect("the file can be read");
    reader
        .deserialize()
        .map(|row| row.expect("the file is CSV"))
        .collect()
}

/// A transliteration says the registered name itself: the consonants of both, folded, agree to two thirds.
fn is_transliteration(query: &str, registered: &str) -> bool {
    let bones = |text: &str| -> Vec<u8> {
        fold(text)
            .bytes()
            .filter(|b| !b" aeiouyhw".contains(b))
            .collect()
    };
    let (a, b) = (bones(query), bones(registered));
    let longest = a.len().max(b.len());
    let letters: HashSet<u8> = a.iter().copied().collect();
    longest > 0
        && b.iter().any(|letter| letters.contains(letter))
        && 1.0 - share(strsim::generic_levenshtein(&a, &b), longest) >= 0.65
}
