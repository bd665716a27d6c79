//! Looking names up in an index: candidates by shared keys, then compared.

use std::collections::HashMap;

use super::compare::compare;
use super::index::Index;
use super::keys::{Kind, keys_of};
use super::reason::Likeness;
use super::unit::Name;

/// The names that are compared for one that is asked for.
const COMPARED: usize = 250;

/// The postings that are read for one name: what is rarer is read first.
const READ: usize = 120_000;

/// What is less alike than this is no candidate.
const LEAST: f32 = 0.1;

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

/// Looks names up in an index.
pub struct Finder<'a> {
    index: &'a Index,
    /// What the keys that each name shares are worth; zero between two look-ups.
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl<'a> Finder<'a> {
    pub(super) fn of(index: &'a Index) -> Self {
        Self {
            index,
            sums: vec![0.0; index.names.len()],
            touched: Vec::new(),
        }
    }

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
    let rare = ((names as f32 + 1.0) / (with as f32 + 0.5)).ln();
    rare * kind.worth()
}
