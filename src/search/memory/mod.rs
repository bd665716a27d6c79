//! The directory in memory: for each word and for each value of a filter the set of organizations that have it.
//!
//! PostgreSQL keeps the truth; this is what a server has read of it. Organizations are numbered in the order of their
//! names when they are read. One that changes later is taken out and added behind the others, with a rank that says
//! where in that order it stands; when many have changed, everything is read again (`index.rs`).

mod distance;
mod find;
mod matching;
mod meaning;
mod page;
mod tier;
mod vocabulary;

use std::collections::{BTreeMap, HashMap};

use roaring::RoaringBitmap;

use self::meaning::Meanings;
use self::vocabulary::{Vocabulary, WordId};
use super::filter::Facet;
use super::text::LETTERS_MAX;
use crate::names::words;

pub(super) use find::Ask;

/// What parts the names of an organization from each other, and the last of them from its place.
const END: WordId = WordId::MAX;

/// The distance between the ranks of two that were read one behind the other: so much room for others between them.
const GAP: u64 = 1 << 40;

/// The distance that one added later keeps from its neighbour, as long as there is room.
const STEP: u64 = 1 << 20;

/// An organization as the index reads it. All of it is public.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Its small number.
    pub slot: i32,
    /// Which state of it this is.
    pub version: i32,
    /// The name it goes by, and its other names.
    pub names: Vec<String>,
    /// The place of its seat.
    pub city: Option<String>,
    /// Its values in each filter.
    pub values: Vec<(Facet, String)>,
    /// The slot of whoever stands before it by name, for one that is added later.
    pub behind: Option<i32>,
}

/// The index.
#[derive(Default)]
pub(super) struct Memory {
    vocabulary: Vocabulary,
    /// Who has each word.
    postings: Vec<RoaringBitmap>,
    /// Who has a word that begins with each letter or digit: whoever begins to type asks for a third of all.
    beginnings: Vec<RoaringBitmap>,
    /// Who has words that mean each concept.
    meanings: Meanings,
    /// Who has each value of each filter.
    facets: HashMap<Facet, HashMap<Box<str>, RoaringBitmap>>,
    /// Everybody, those alone that are still so.
    live: RoaringBitmap,
    /// The words of each, in their order: names with `END` behind each, then the place.
    tokens: Vec<WordId>,
    /// Where the words of each begin.
    starts: Vec<u32>,
    slots: Vec<i32>,
    /// How many words the name of each has, and the shortest of its other names.
    lengths: Vec<(u8, u8)>,
    /// The number of whoever has a slot now, and which state of it that is.
    by_slot: HashMap<i32, (u32, i32)>,
    /// So many were read in the order of their names.
    sorted: u32,
    /// The ranks of those behind them, and who has each.
    ranks: Vec<u64>,
    by_rank: BTreeMap<(u64, u32), ()>,
}

impl Memory {
    /// Adds one that is read in the order of names.
    pub(super) fn read(&mut self, entry: &Entry) {
        let doc = self.push(entry);
        self.sorted = doc + 1;
    }

    /// Adds one that changed, or is new; nothing if a later state of it is known already.
    pub(super) fn change(&mut self, entry: &Entry) {
        if let Some((old, version)) = self.by_slot.get(&entry.slot).copied() {
            if version >= entry.version {
                return;
            }
            self.live.remove(old);
            if let Some(rank) = self.tail(old) {
                self.by_rank.remove(&(rank, old));
            }
        }
        let rank = self.rank_behind(entry.behind);
        let doc = self.push(entry);
        self.ranks.push(rank);
        self.by_rank.insert((rank, doc), ());
    }

    fn push(&mut self, entry: &Entry) -> u32 {
        let doc = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        self.slots.push(entry.slot);
        self.starts
            .push(u32::try_from(self.tokens.len()).unwrap_or(u32::MAX));
        let mut lengths = (0, u8::MAX);
        for (nth, name) in entry.names.iter().enumerate() {
            let length = self.learn(doc, name);
            self.tokens.push(END);
            match nth {
                0 => lengths.0 = length,
                _ => lengths.1 = length.min(lengths.1),
            }
        }
        self.lengths.push(lengths);
        self.learn(doc, entry.city.as_deref().unwrap_or_default());
        let texts = entry.names.iter().chain(&entry.city);
        self.meanings.learn(doc, texts.map(String::as_str));
        for (facet, value) in &entry.values {
            let values = self.facets.entry(*facet).or_default();
            match values.get_mut(value.as_str()) {
                Some(docs) => docs.insert(doc),
                None => values.entry(value.as_str().into()).or_default().insert(doc),
            };
        }
        self.live.insert(doc);
        self.by_slot.insert(entry.slot, (doc, entry.version));
        doc
    }

    /// Adds the words of a text, and says how many there are.
    fn learn(&mut self, doc: u32, text: &str) -> u8 {
        let mut length = 0_u8;
        for mut word in words(text) {
            length = length.saturating_add(1);
            word.truncate(LETTERS_MAX);
            let id = self.vocabulary.learn(&word);
            let at = id as usize;
            if at == self.postings.len() {
                self.postings.push(RoaringBitmap::new());
            }
            self.postings[at].insert(doc);
            if let Some(at) = first(&word) {
                if self.beginnings.len() <= at {
                    self.beginnings.resize_with(at + 1, RoaringBitmap::new);
                }
                // Most words begin as another of the same name does.
                if self.beginnings[at].max() != Some(doc) {
                    self.beginnings[at].insert(doc);
                }
            }
            self.tokens.push(id);
        }
        length
    }

    /// Who has a word that begins with this letter; nothing if it is more than a letter.
    fn beginning(&self, letter: &str) -> Option<&RoaringBitmap> {
        first(letter)
            .filter(|_| letter.len() == 1)
            .and_then(|at| self.beginnings.get(at))
    }

    /// How many words the name of one has, and the shortest of its other names.
    fn lengths_of(&self, doc: u32) -> (usize, usize) {
        let (own, others) = self.lengths.get(doc as usize).copied().unwrap_or_default();
        (own.into(), others.into())
    }

    /// Done with reading: gives back what growing took too much.
    pub(super) fn settle(&mut self) {
        self.tokens.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.slots.shrink_to_fit();
        self.lengths.shrink_to_fit();
        self.meanings.settle();
        for docs in self.postings.iter_mut().chain(&mut self.beginnings) {
            docs.optimize();
        }
    }

    /// The words of one.
    fn words_of(&self, doc: u32) -> &[WordId] {
        let at = doc as usize;
        let from = self.starts.get(at).copied().unwrap_or_default() as usize;
        let to = self
            .starts
            .get(at + 1)
            .map_or(self.tokens.len(), |next| *next as usize);
        self.tokens.get(from..to).unwrap_or_default()
    }

    /// The rank of one that was added later.
    fn tail(&self, doc: u32) -> Option<u64> {
        let at = doc.checked_sub(self.sorted)?;
        self.ranks.get(at as usize).copied()
    }

    /// Where somebody stands by name.
    fn rank(&self, doc: u32) -> u64 {
        self.tail(doc).unwrap_or((u64::from(doc) + 1) * GAP)
    }

    /// A rank behind somebody, and before whoever is next. Where no room is left, two share one, and stand in the order
    /// in which they came until everything is read again.
    fn rank_behind(&self, slot: Option<i32>) -> u64 {
        let doc = slot
            .and_then(|slot| self.by_slot.get(&slot))
            .map(|(doc, _)| *doc);
        let from = doc.map_or(0, |doc| self.rank(doc));
        let sorted = (from / GAP + 1) * GAP;
        let sorted = if sorted / GAP > u64::from(self.sorted) {
            u64::MAX
        } else {
            sorted
        };
        let added = self
            .by_rank
            .range((from + 1, 0)..)
            .next()
            .map_or(u64::MAX, |((rank, _), ())| *rank);
        from + ((sorted.min(added) - from) / 2).min(STEP)
    }

    /// How many there are.
    pub(super) fn len(&self) -> u64 {
        self.live.len()
    }

    /// How many were added after everything was read.
    pub(super) fn added(&self) -> usize {
        self.ranks.len()
    }

    /// About how many bytes it takes.
    pub(super) fn bytes(&self) -> usize {
        let sets = |docs: &RoaringBitmap| {
            docs.serialized_size() + 24 + 48 * docs.statistics().n_containers as usize
        };
        self.vocabulary.bytes()
            + [
                &self.postings[..],
                &self.beginnings[..],
                self.meanings.sets(),
            ]
            .into_iter()
            .flatten()
            .map(sets)
            .sum::<usize>()
            + self
                .facets
                .values()
                .flat_map(HashMap::values)
                .map(sets)
                .sum::<usize>()
            + 4 * (self.tokens.capacity() + self.starts.capacity() + self.slots.capacity())
            + 3 * self.lengths.capacity()
            + self.by_slot.capacity() * 14
            + self.by_rank.len() * 24
    }
}

/// The place of the letter or digit that a folded word begins with.
fn first(word: &str) -> Option<usize> {
    match word.bytes().next()? {
        letter @ b'a'..=b'z' => Some(usize::from(letter - b'a')),
        digit @ b'0'..=b'9' => Some(usize::from(digit - b'0') + 26),
        _ => None,
    }
}

#[cfg(test)]
#[path = "memory_test.rs"]
mod tests;

#[cfg(test)]
#[path = "meaning_test.rs"]
mod meaning_tests;
