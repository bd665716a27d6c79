//! How well the radar tells pairs apart: the table that `make bench` prints.

use std::collections::BTreeMap;

use concord::radar::labelled::{Labelled, labelled};
use concord::radar::{SUGGESTED, compare};

/// A pair with the score that it gets.
struct Scored {
    pair: Labelled,
    score: f32,
}

impl Scored {
    fn is_suggested(&self) -> bool {
        self.score >= SUGGESTED
    }

    /// How far the score is from what it should be.
    fn off(&self) -> f32 {
        let wanted = if self.pair.is_overlap { 1.0 } else { 0.0 };
        (wanted - self.score).abs()
    }
}

fn main() {
    let all: Vec<Scored> = labelled()
        .into_iter()
        .map(|pair| Scored {
            score: compare(&pair.one.profile, &pair.other.profile).score,
            pair,
        })
        .collect();
    println!("Radar: labelled pairs of initiatives, suggested from {SUGGESTED} on");
    println!(
        "{:<12} {:>5} {:>9} {:>9} {:>9}",
        "", "pairs", "precision", "recall", "F1"
    );
    for (name, held_out) in [("tuned on", false), ("held out", true)] {
        let half: Vec<&Scored> = all
            .iter()
            .filter(|it| it.pair.is_held_out == held_out)
            .collect();
        line(name, &half);
    }
    println!("\nBy languages, both halves:");
    let mut by: BTreeMap<String, Vec<&Scored>> = BTreeMap::new();
    for it in &all {
        let (a, b) = (it.pair.one.language, it.pair.other.language);
        by.entry(format!("{} – {}", a.min(b), a.max(b)))
            .or_default()
            .push(it);
    }
    for (languages, pairs) in by.iter().filter(|(_, pairs)| pairs.len() >= 4) {
        line(languages, pairs);
    }
    let mut wrong: Vec<&Scored> = all
        .iter()
        .filter(|it| it.is_suggested() != it.pair.is_overlap)
        .collect();
    wrong.sort_by(|a, b| b.off().total_cmp(&a.off()));
    println!("\nThe worst mistakes:");
    for it in wrong.iter().take(10) {
        let what = if it.pair.is_overlap {
            "missed"
        } else {
            "wrong"
        };
        println!(
            "  {what:<7} {:.2}  {} / {}",
            it.score, it.pair.one.title, it.pair.other.title
        );
    }
}

fn line(name: &str, pairs: &[&Scored]) {
    let right = pairs.iter().filter(|it| it.pair.is_overlap).count();
    let suggested = pairs.iter().filter(|it| it.is_suggested()).count();
    let hits = pairs
        .iter()
        .filter(|it| it.is_suggested() && it.pair.is_overlap)
        .count();
    println!(
        "{name:<12} {:>5} {:>9} {:>9} {:>9}",
        pairs.len(),
        share(hits, suggested),
        share(hits, right),
        share(2 * hits, suggested + right)
    );
}

fn share(part: usize, whole: usize) -> String {
    match whole {
        0 => "–".to_owned(),
        whole => format!("{:.3}", part as f64 / whole as f64),
    }
}
