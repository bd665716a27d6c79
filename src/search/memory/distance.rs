//! How many slips of the hand lie between two words: a letter too many, too few, another one, two that changed places.

use crate::search::text::LETTERS_MAX;

/// How many slips a word of this length may have. Short words and numbers have none: one letter makes them another.
pub(super) fn allowed(word: &str) -> usize {
    match word.len() {
        _ if word.bytes().any(|byte| byte.is_ascii_digit()) => 0,
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The letters and digits of a word, a bit for each. Words with one slip between them differ in two of them at most.
pub(super) fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |mask, byte| {
        mask | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << (26 + byte - b'0'),
            _ => 0,
        }
    })
}

/// The slips between two folded words, if there are no more than `most` (optimal string alignment).
pub(super) fn slips(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > most || a.len() > LETTERS_MAX || b.len() > LETTERS_MAX {
        return None;
    }
    let mut before = [0_usize; LETTERS_MAX + 1];
    let mut last = [0_usize; LETTERS_MAX + 1];
    let mut row = [0_usize; LETTERS_MAX + 1];
    for (at, cell) in last.iter_mut().enumerate().take(b.len() + 1) {
        *cell = at;
    }
    for i in 1..=a.len() {
        row[0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let other = usize::from(a[i - 1] != b[j - 1]);
            let mut cost = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + other);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(before[j - 2] + 1);
            }
            row[j] = cost;
            least = least.min(cost);
        }
        if least > most {
            return None;
        }
        (before, last, row) = (last, row, before);
    }
    Some(last[b.len()]).filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slips_are_counted() {
        for (a, b, count) in [
            ("georgain", "georgian", 1),
            ("scool", "school", 1),
            ("paris", "paris", 0),
            ("kultur", "culture", 2),
            ("abc", "abcdef", 3),
        ] {
            assert_eq!(slips(a, b, 3), Some(count), "{a} {b}");
            assert_eq!(
                slips(a, b, count.wrapping_sub(1).min(3)).is_none(),
                count > 0,
                "{a} {b}"
            );
        }
    }

    proptest! {
        #[test]
        fn it_agrees_with_a_plain_count(a in "[abc]{0,9}", b in "[abc]{0,9}", most in 0_usize..4) {
            let plain = strsim::osa_distance(&a, &b);
            prop_assert_eq!(slips(&a, &b, most), Some(plain).filter(|plain| *plain <= most));
        }

        #[test]
        fn letters_never_hide_a_word_within_reach(a in "[a-e0-2]{0,9}", b in "[a-e0-2]{0,9}") {
            let differ = (letters(&a) ^ letters(&b)).count_ones() as usize;
            prop_assert!(differ <= 2 * strsim::osa_distance(&a, &b));
        }
    }
}
