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

/// Units that say and sound the same are kept once.
type Unique = (Box<str>, Vec<u16>, bool, Option<u32>);

impl Builder {
    /// Takes a name in, with a number for who bears it.
    pub fn add(&mut self, text: &str, bearer: u32) {
        let mut name = Name::read(text);
        let Ok(at) = u32::try_from(self.names.len()) else {
            return;
        };
        let mut counted: Vec<i32> = Vec::new();
        for (key, kind) in keys_of(&name) {
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

    /// Who has a name like this, the best name of each, best first; `adjust` may add what else is known of a bearer.
    pub fn find(
        &self,
        name: &Name,
        top: usize,
        mut adjust: impl FnMut(u32, &mut Likeness),
    ) -> Vec<Candidate> {
        let mut lists: Vec<(&[u32], Kind)> = keys_of(name)
            .into_iter()
            .map(|(key, kind)| (self.postings(key), kind))
            .filter(|(list, _)| !list.is_empty())
            .collect();
        lists.sort_by_key(|(list, _)| list.len());
        let mut sums: HashMap<u32, f32> = HashMap::new();
        let mut read = 0;
        for (list, kind) in lists {
            // A word that every other name has finds nothing once enough is found.
            if read > 0 && read + list.len() > READ {
                break;
            }
            read += list.len();
            #[expect(clippy::cast_precision_loss, reason = "a logarithm does not need the last bits")]
            let rare = ((self.names.len() as f32 + 1.0) / (list.len() as f32 + 0.5)).ln();
            let worth = rare
                * match kind {
                    Kind::Word => 1.0,
                    Kind::Initials => 0.9,
                    Kind::Part => 0.35,
                    Kind::Pair => 0.3,
                };
            for at in list.iter().take(READ) {
                *sums.entry(*at).or_insert(0.0) += worth;
            }
        }
        let mut found: Vec<(f32, u32)> = sums
            .into_iter()
            .map(|(at, sum)| {
                let entry = &self.names[at as usize];
                // Of names that share as much, the shorter says it more clearly.
                #[expect(clippy::cast_precision_loss, reason = "units are few")]
                let length = entry.name.units.len().abs_diff(name.units.len()) as f32;
                (sum - 0.15 * length, at)
            })
            .collect();
        found.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        found.truncate(COMPARED.max(top * 4));
        let mut best: HashMap<u32, Candidate> = HashMap::new();
        for (_, at) in found {
            let entry = &self.names[at as usize];
            let mut likeness = compare(name, &entry.name, &self.rarity);
            adjust(entry.bearer, &mut likeness);
            if likeness.score < 0.1 {
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
}
