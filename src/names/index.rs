//! An index of all names of a registry in memory, for files of names: candidates by shared keys, then compared.

use std::collections::HashMap;
use std::sync::Arc;

use super::cores::by_all_cores;
use super::finder::Finder;
use super::keys::{Kind, keys_of};
use super::rarity::Rarity;
use super::unit::{Name, Unit};

/// Names, and who bears them.
pub struct Index {
    pub(super) names: Vec<Entry>,
    /// Sorted by key: where its postings begin.
    starts: Vec<(i32, u32)>,
    postings: Vec<u32>,
    pub(super) rarity: Rarity,
}

pub(super) struct Entry {
    pub(super) name: Name,
    pub(super) bearer: u32,
}

/// Names on their way into an index.
#[derive(Default)]
pub struct Builder {
    names: Vec<Entry>,
    pairs: Vec<(i32, u32)>,
    words: HashMap<Unique, Arc<Unit>>,
    counts: HashMap<i32, u32>,
}

/// What reading a name took: the slow part, done by every core.
struct ReadName {
    name: Name,
    keys: Vec<(i32, Kind)>,
    bearer: u32,
}

/// Units that say and sound the same are kept once.
type Unique = (Box<str>, Vec<u16>, bool, Option<u32>);

impl ReadName {
    fn of(text: &str, bearer: u32) -> Self {
        let name = Name::read(text);
        let keys = keys_of(&name);
        Self { name, keys, bearer }
    }
}

impl Builder {
    /// Takes names in, each with a number for who bears it. They are read by all cores.
    pub fn add_all(&mut self, names: &[(String, u32)]) {
        let read = by_all_cores(names, |names| {
            let one = |(text, bearer): &(String, u32)| ReadName::of(text, *bearer);
            names.iter().map(one).collect()
        });
        for one in read {
            self.take(one);
        }
    }

    /// Takes a name in, with a number for who bears it.
    pub fn add(&mut self, text: &str, bearer: u32) {
        self.take(ReadName::of(text, bearer));
    }

    fn take(&mut self, read: ReadName) {
        let ReadName {
            mut name,
            keys,
            bearer,
        } = read;
        let Ok(at) = u32::try_from(self.names.len()) else {
            return;
        };
        let mut counted: Vec<i32> = Vec::new();
        for (key, kind) in keys {
            self.pairs.push((key, at));
            if matches!(kind, Kind::Word) {
                counted.push(key);
            }
        }
        for key in counted {
            *self.counts.entry(key).or_insert(0) += 1;
        }
        for unit in &mut name.units {
            let unique = (
                unit.latin.clone(),
                unit.concepts.clone(),
                unit.capitals,
                unit.number,
            );
            let kept = self.words.entry(unique).or_insert_with(|| unit.clone());
            if **kept == **unit {
                *unit = kept.clone();
            }
        }
        self.names.push(Entry { name, bearer });
    }

    /// The index of what was taken in.
    pub fn build(self) -> Index {
        let Self {
            names,
            mut pairs,
            counts,
            ..
        } = self;
        pairs.sort_unstable();
        let mut starts: Vec<(i32, u32)> = Vec::new();
        let mut postings = Vec::with_capacity(pairs.len());
        for (key, at) in pairs {
            if starts.last().is_none_or(|(last, _)| *last != key) {
                starts.push((key, u32::try_from(postings.len()).unwrap_or(u32::MAX)));
            }
            postings.push(at);
        }
        let total = u32::try_from(names.len()).unwrap_or(u32::MAX);
        Index {
            names,
            starts,
            postings,
            rarity: Rarity::of(total, counts),
        }
    }
}

impl Index {
    /// How many names it has.
    pub const fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether it has none.
    pub const fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The name at a place.
    pub fn name(&self, at: u32) -> &Name {
        &self.names[at as usize].name
    }

    /// How rare words are in it.
    pub const fn rarity(&self) -> &Rarity {
        &self.rarity
    }

    pub(super) fn postings(&self, key: i32) -> &[u32] {
        let Ok(at) = self.starts.binary_search_by_key(&key, |start| start.0) else {
            return &[];
        };
        let from = self.starts[at].1 as usize;
        let to = self
            .starts
            .get(at + 1)
            .map_or(self.postings.len(), |next| next.1 as usize);
        &self.postings[from..to]
    }

    /// Something to look names up with, one after another; each thread has its own.
    pub fn finder(&self) -> Finder<'_> {
        Finder::of(self)
    }
}
