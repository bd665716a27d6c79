//! Abbreviations of another language: УКК for the Ukrainian Canadian Congress.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::unit::Unit;
use super::vocabulary::{Class, VOCABULARY};

/// The letters with which the words for a concept begin, in any alphabet.
static BEGINNINGS: LazyLock<HashSet<(u16, char)>> =
    LazyLock::new(|| VOCABULARY.beginnings().collect());

/// Whether the letters, of another alphabet than Latin, are those with which its language begins the words of a name, one for
/// each: in their order, or with the kind of institution at the other end.
pub(super) fn begin(letters: &str, name: &[&Unit]) -> bool {
    let letters: Vec<char> = letters.chars().collect();
    let words: Vec<&&Unit> = name.iter().filter(|unit| !unit.is_void()).collect();
    let count = words.len();
    if letters.len() != count || count < 3 {
        return false;
    }
    [0, 1, count - 1].into_iter().any(|turn| {
        let turned = (0..count).map(|at| words[(at + turn) % count]);
        letters
            .iter()
            .zip(turned)
            .all(|(letter, unit)| begins(unit, *letter))
    })
}

fn begins(unit: &Unit, letter: char) -> bool {
    let named = matches!(
        unit.class,
        Class::Unknown | Class::Country | Class::Town | Class::Given
    );
    unit.concepts
        .iter()
        .any(|id| BEGINNINGS.contains(&(*id, letter)))
        || named && {
            let latin = super::fold::fold(letter.encode_utf8(&mut [0; 4]));
            !latin.is_empty() && loose(&latin[..1]) == loose(&unit.latin[..unit.latin.len().min(1)])
        }
}

/// Letters that alphabets write for each other are one.
pub(super) fn loose(latin: &str) -> String {
    latin
        .chars()
        .map(|c| match c {
            'c' | 'q' => 'k',
            'j' | 'y' => 'i',
            'w' => 'v',
            other => other,
        })
        .collect()
}
