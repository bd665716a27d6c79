//! The directory in memory: for each word and for each value of a filter the set of organizations that have it.
//!
//! PostgreSQL keeps the truth; this is what a server has read of it. Organizations are numbered in the order of their
//! names when they are read. One that changes later is taken out and added behind the others, with a rank that says
//! where in that order it stands; when many have changed, everything is read again (`index.rs`).

mod distance;
mod find;
mod matching;
mod vocabulary;

use std::collections::{BTreeMap, HashMap};

use roaring::RoaringBitmap;

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
    /// Who has each value of each filter.
    facets: HashMap<Facet, HashMap<Box<str>, RoaringBitmap>>,
    /// Everybody, those alone that are still so.
    live: RoaringBitmap,
    /// The words of each, in their order: names with `END` behind each, then the place.
    tokens: Vec<WordId>,
    /// Where the words of each begin.
    starts: Vec<u32>,
    slots: Vec<i32>,
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
        for name in &entry.names {
            self.learn(doc, name);
            self.tokens.push(END);
        }
        self.learn(doc, entry.city.as_deref().unwrap_or_default());
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

    fn learn(&mut self, doc: u32, text: &str) {
        for mut word in words(text) {
            word.truncate(LETTERS_MAX);
            let id = self.vocabulary.learn(&word);
            let at = id as usize;
            if at == self.postings.len() {
                self.postings.push(RoaringBitmap::new());
            }
            self.postings[at].insert(doc);
            self.tokens.push(id);
        }
    }

    /// Done with reading: gives back what growing took too much.
    pub(super) fn settle(&mut self) {
        self.tokens.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.slots.shrink_to_fit();
        for docs in &mut self.postings {
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
            + self.postings.iter().map(sets).sum::<usize>()
            + self
                .facets
                .values()
                .flat_map(HashMap::values)
                .map(sets)
                .sum::<usize>()
            + 4 * (self.tokens.capacity() + self.starts.capacity() + self.slots.capacity())
            + self.by_slot.capacity() * 14
            + self.by_rank.len() * 24
    }
}

#[cfg(test)]
#[path = "memory_test.rs"]
mod tests;
