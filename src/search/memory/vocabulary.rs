//! The words of all names: found as they are, by a part of them, or with slips of the hand.
//!
//! They stand one behind the other in one text, so that a search for a part runs through it as fast as memory is read;
//! there are a hundred times fewer words than organizations.

use std::collections::HashMap;

use memchr::memmem;

use super::distance::{allowed, letters, slips};
use crate::names::consonants;

/// A word, by its place in the vocabulary.
pub(super) type WordId = u32;

/// How well a word of the vocabulary fits one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is the word.
    Whole,
    /// It begins with it.
    Beginning,
    /// It holds it.
    Part,
    /// It is the word but for one slip.
    Slip,
    /// It is the word but for two.
    Slips,
}

/// The words.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// Every word behind a line's end, in the order of their ids.
    text: Vec<u8>,
    /// Where each begins in it.
    starts: Vec<u32>,
    /// The letters of each.
    letters: Vec<u64>,
    /// How each sounds, as a hash of its consonants.
    sounds: Vec<u32>,
    ids: HashMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The id of a word, which becomes one of them if it is not yet.
    pub(super) fn learn(&mut self, word: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = number(self.starts.len());
        self.text.push(b'\n');
        self.starts.push(number(self.text.len()));
        self.text.extend_from_slice(word.as_bytes());
        self.letters.push(letters(word));
        self.sounds.push(hash(&consonants(word)));
        self.ids.insert(word.into(), id);
        id
    }

    /// The id of exactly this word.
    pub(super) fn id(&self, word: &str) -> Option<WordId> {
        self.ids.get(word).copied()
    }

    fn word(&self, id: usize) -> &str {
        let end = self
            .starts
            .get(id + 1)
            .map_or(self.text.len(), |next| *next as usize - 1);
        let bytes = self
            .starts
            .get(id)
            .and_then(|start| self.text.get(*start as usize..end));
        // Folded words are ASCII.
        bytes
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }

    /// The words that have this in them, each with how. What is shorter than three letters is looked for at the
    /// beginning of words alone: nearly all of them have it somewhere.
    pub(super) fn with(&self, part: &str) -> Vec<(WordId, Fit)> {
        let at_beginning = part.len() < 3;
        let wanted = if at_beginning {
            format!("\n{part}")
        } else {
            part.to_owned()
        };
        let mut found: Vec<(WordId, Fit)> = Vec::new();
        let mut at = 0;
        for mut place in memmem::find_iter(&self.text, wanted.as_bytes()) {
            place += usize::from(at_beginning);
            // Hits come in order: the word is the last that begins at or before the place.
            at += self.starts[at..].partition_point(|start| *start as usize <= place) - 1;
            let begins = self.starts[at] as usize == place;
            let ends = matches!(self.text.get(place + part.len()), None | Some(b'\n'));
            let fit = match (begins, ends) {
                (true, true) => Fit::Whole,
                (true, false) => Fit::Beginning,
                (false, _) => Fit::Part,
            };
            match found.last_mut() {
                // It may have it twice; the first place is the better one.
                Some((last, _)) if *last as usize == at => {}
                _ => found.push((number(at), fit)),
            }
        }
        found
    }

    /// The words that somebody may have meant, each with how many slips that would be.
    pub(super) fn like(&self, word: &str) -> Vec<(WordId, Fit)> {
        let most = allowed(word);
        if most == 0 {
            return Vec::new();
        }
        let mask = letters(word);
        let mut found = Vec::new();
        for (id, known) in self.letters.iter().enumerate() {
            if (known ^ mask).count_ones() as usize > 2 * most {
                continue;
            }
            match slips(word, self.word(id), most) {
                Some(1) => found.push((number(id), Fit::Slip)),
                Some(2) => found.push((number(id), Fit::Slips)),
                _ => {}
            }
        }
        found
    }

    /// The words that sound like one of these.
    pub(super) fn sounding(&self, sounds: &[Vec<u8>]) -> Vec<(WordId, Fit)> {
        let wanted: Vec<u32> = sounds.iter().map(|bones| hash(bones)).collect();
        let known = self.sounds.iter().enumerate();
        known
            .filter(|(_, sound)| wanted.contains(sound))
            .map(|(id, _)| (number(id), Fit::Slips))
            .collect()
    }

    /// The bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        let words: usize = self.text.capacity();
        words * 2 + self.len() * (4 + 8 + 4 + 40)
    }
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// Places fit into 32 bits: there are at most as many words as bytes in all names.
fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.learn(word);
        }
        vocabulary
    }

    #[test]
    fn words_are_found_whole_in_part_and_with_slips() {
        let vocabulary = words(&[
            "school",
            "schools",
            "preschool",
            "georgian",
            "sc",
            "house",
            "school",
        ]);
        assert_eq!(vocabulary.len(), 6);
        assert_eq!(
            vocabulary.with("school"),
            [(0, Fit::Whole), (1, Fit::Beginning), (2, Fit::Part)]
        );
        assert_eq!(
            vocabulary.with("sc"),
            [(0, Fit::Beginning), (1, Fit::Beginning), (4, Fit::Whole)]
        );
        assert!(
            vocabulary.with("lsch").is_empty(),
            "words do not run into each other"
        );
        assert_eq!(vocabulary.like("scool"), [(0, Fit::Slip)]);
        assert_eq!(vocabulary.like("georgain"), [(3, Fit::Slip)]);
        assert!(vocabulary.like("sd").is_empty());
    }

    #[test]
    fn a_word_that_has_it_twice_is_found_once() {
        assert_eq!(words(&["nanana"]).with("nan"), [(0, Fit::Beginning)]);
    }
}
