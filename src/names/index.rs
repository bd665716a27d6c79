//! An index of all names of a registry in memory, for files of names: candidates by shared keys, then compared.

use std::collections::HashMap;
use std::sync::Arc;

use super::compare::compare;
use super::keys::{Kind, keys_of};
use super::rarity::Rarity;
use super::reason::Likeness;
use super::unit::{Name, Unit};

/// The names that are compared for one that is asked for.
const COMPARED: usize = 250;

/// The postings that are read for one name: what is rarer is read first.
const READ: usize = 120_000;

/// What is less alike than this is no candidate.
const LEAST: f32 = 0.1;

/// Names, and who bears them.
pub struct Index {
    names: Vec<Entry>,
    /// Sorted by key: where its postings begin.
    starts: Vec<(i32, u32)>,
    postings: Vec<u32>,
    rarity: Rarity,
}

struct Entry {
    name: Name,
    bearer: u32,
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
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let part = names.len().div_ceil(cores).max(1);
        let read: Vec<Vec<ReadName>> = std::thread::scope(|scope| {
            let threads: Vec<_> = names
                .chunks(part)
                .map(|names| {
                    scope.spawn(move || {
                        names
                            .iter()
                            .map(|(text, bearer)| ReadName::of(text, *bearer))
                            .collect::<Vec<_>>()
                    })
                })
                .collect();
            threads
                .into_iter()
                .filter_map(|thread| thread.join().ok())
                .collect()
        });
        for one in read.into_iter().flatten() {
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

/// Somebody whose name is like the one that was asked for.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who bears the name.
    pub bearer: u32,
    /// The place of the name among those that were taken in.
    pub name: u32,
    /// How alike.
    pub likeness: Likeness,
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

    fn postings(&self, key: i32) -> &[u32] {
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
        Finder {
            index: self,
            sums: vec![0.0; self.names.len()],
            touched: Vec::new(),
        }
    }
}

/// Looks names up in an index.
pub struct Finder<'a> {
    index: &'a Index,
    /// What the keys that each name shares are worth; zero between two look-ups.
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Finder<'_> {
    /// Who has a name like this, the best name of each, best first; `adjust` may add what else is known of a bearer.
    pub fn find(
        &mut self,
        name: &Name,
        top: usize,
        mut adjust: impl FnMut(u32, &mut Likeness),
    ) -> Vec<Candidate> {
        let index = self.index;
        let mut best: HashMap<u32, Candidate> = HashMap::new();
        for at in self.sharing(name, COMPARED.max(top * 4)) {
            let entry = &index.names[at as usize];
            let mut likeness = compare(name, &entry.name, &index.rarity);
            adjust(entry.bearer, &mut likeness);
            if likeness.score < LEAST {
                continue;
            }
            let candidate = Candidate {
                bearer: entry.bearer,
                name: at,
                likeness,
            };
            match best.get_mut(&entry.bearer) {
                Some(known) if known.likeness.score >= candidate.likeness.score => {}
                Some(known) => *known = candidate,
                None => {
                    best.insert(entry.bearer, candidate);
                }
            }
        }
        let mut found: Vec<Candidate> = best.into_values().collect();
        found.sort_by(|x, y| {
            y.likeness
                .score
                .total_cmp(&x.likeness.score)
                .then(x.name.cmp(&y.name))
        });
        found.truncate(top);
        found
    }

    /// The names that share the most with this one.
    fn sharing(&mut self, name: &Name, most: usize) -> Vec<u32> {
        let index = self.index;
        let mut lists: Vec<(&[u32], Kind)> = keys_of(name)
            .into_iter()
            .map(|(key, kind)| (index.postings(key), kind))
            .filter(|(list, _)| !list.is_empty())
            .collect();
        lists.sort_by_key(|(list, _)| list.len());
        let mut read = 0;
        for (list, kind) in lists {
            // A word that every other name has finds nothing once enough is found.
            if read > 0 && read + list.len() > READ {
                break;
            }
            read += list.len();
            let worth = worth(index.names.len(), list.len(), kind);
            for at in list.iter().take(READ) {
                let sum = &mut self.sums[*at as usize];
                if *sum == 0.0 {
                    self.touched.push(*at);
                }
                *sum += worth;
            }
        }
        let mut found: Vec<(f32, u32)> = Vec::with_capacity(self.touched.len());
        for at in self.touched.drain(..) {
            let sum = std::mem::take(&mut self.sums[at as usize]);
            // Of names that share as much, the shorter says it more clearly.
            let units = index.names[at as usize].name.units.len();
            #[expect(clippy::cast_precision_loss, reason = "units are few")]
            let length = units.abs_diff(name.units.len()) as f32;
            found.push((sum - 0.15 * length, at));
        }
        let order = |x: &(f32, u32), y: &(f32, u32)| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1));
        if found.len() > most {
            found.select_nth_unstable_by(most, order);
            found.truncate(most);
        }
        found.into_iter().map(|(_, at)| at).collect()
    }
}

/// What it is worth to share a key that so many of the names have.
fn worth(names: usize, with: usize, kind: Kind) -> f32 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a logarithm does not need the last bits"
    )]
    let rare = ((names as f32 + 1.0) / (with as f32 + 0.5)).ln();
    rare * match kind {
        Kind::Word => 1.0,
        Kind::Initials => 0.9,
        Kind::Part => 0.35,
        Kind::Pair => 0.3,
    }
}
