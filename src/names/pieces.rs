//! Taking names apart that are written without room between their words: by the words of the vocabulary.

use super::vocabulary::{VOCABULARY, Vocabulary};
use super::word::{Alphabet, Word};

/// The letters of the longest word that is looked for.
const LONGEST: usize = 16;

/// What a letter costs that no word has, a word of one letter, which is as likely a part of a name, and a longer one.
const UNKNOWN: u32 = 10;
const SINGLE: u32 = 10;
const KNOWN: u32 = 4;

/// The words, those of scripts without blanks in pieces.
pub(super) fn pieces(words: Vec<Word>) -> Vec<Word> {
    if !words.iter().any(|word| word.alphabet == Alphabet::Unparted) {
        return words;
    }
    words
        .into_iter()
        .flat_map(|word| match word.alphabet {
            Alphabet::Unparted => cut(&word, &VOCABULARY),
            _ => vec![word],
        })
        .collect()
}

/// The way to read a word that leaves the fewest letters over and takes the fewest words.
fn cut(word: &Word, vocabulary: &Vocabulary) -> Vec<Word> {
    let ends: Vec<usize> = word
        .plain
        .char_indices()
        .map(|(at, _)| at)
        .chain([word.plain.len()])
        .collect();
    let letters = ends.len() - 1;
    // What the rest from each letter on costs, how long its first piece is, and whether that is known.
    let mut best = vec![(0_u32, 0_usize, false); letters + 1];
    for from in (0..letters).rev() {
        best[from] = (best[from + 1].0 + UNKNOWN, 1, false);
        for to in from + 1..=letters.min(from + LONGEST) {
            let price = if to == from + 1 { SINGLE } else { KNOWN };
            let cost = best[to].0 + price;
            if cost < best[from].0 && vocabulary.has_form(&word.plain[ends[from]..ends[to]]) {
                best[from] = (cost, to - from, true);
            }
        }
    }
    let mut found: Vec<(usize, usize, bool)> = Vec::new();
    let mut at = 0;
    while at < letters {
        let (_, length, known) = best[at];
        match found.last_mut() {
            Some(last) if !known && !last.2 => last.1 = at + length,
            _ => found.push((at, at + length, known)),
        }
        at += length;
    }
    found
        .into_iter()
        .map(|(from, to, _)| word.part(&word.plain[ends[from]..ends[to]], from > 0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::word::words;

    fn cut_up(text: &str) -> Vec<String> {
        pieces(words(text))
            .into_iter()
            .map(|word| word.plain)
            .collect()
    }

    #[test]
    fn names_without_blanks_fall_into_words() {
        assert_eq!(cut_up("德国华人协会"), ["德国", "华人", "协会"]);
        assert_eq!(cut_up("재독한인회"), ["재독", "한인회"]);
        assert_eq!(cut_up("日本人学校"), ["日本人", "学校"]);
        assert_eq!(cut_up("สมาคมไทย"), ["สมาคม", "ไทย"]);
        assert_eq!(cut_up("Ararat Дом"), ["ararat", "дом"]);
    }

    #[test]
    fn what_no_word_has_stays_in_one_piece() {
        assert_eq!(cut_up("鑫鑫淼淼"), ["鑫鑫淼淼"]);
    }
}
