//! A page of those that are found: by fit or by name, behind somebody who was seen or before them.

use std::cmp::Ordering;

use roaring::RoaringBitmap;

use super::Memory;
use super::find::{Ask, Found};
use super::tier::Matched;

/// Where somebody stands in the order: by fit, by name, and for two of one rank by who came first.
type Key = (u16, u64, u32);

impl Memory {
    /// Finds the page that is asked for.
    pub(super) fn page(
        &self,
        ask: &Ask,
        docs: &RoaringBitmap,
        matched: Option<&Matched>,
        found: &mut Found,
    ) {
        let key = |doc: u32| {
            let tier = matched.map_or(0, |matched| matched.tier(self, doc));
            (tier, self.rank(doc), doc)
        };
        let seen = ask
            .seen
            .and_then(|slot| self.by_slot.get(&slot))
            .map(|(doc, _)| *doc)
            // Whoever fits no more has no place in an order by fit: the list begins anew.
            .filter(|doc| matched.is_none() || docs.contains(*doc))
            .map(key);
        found.goes_on = seen.is_some();
        let backwards = ask.backwards && found.goes_on;
        let wanted = ask.most + 1;
        let mut nearest = Nearest {
            seen,
            backwards,
            most: wanted,
            kept: Vec::with_capacity(2 * wanted),
            last: None,
        };
        if let Some(matched) = matched {
            let parts = matched.parts(docs);
            let ends: Vec<u16> = parts.iter().skip(1).map(|(begins, _)| *begins).collect();
            let ends = ends.into_iter().chain([u16::MAX]);
            let mut parts: Vec<_> = parts.into_iter().zip(ends).collect();
            if backwards {
                parts.reverse();
            }
            for ((begins, part), ends) in parts {
                // Whoever was seen stands behind all of them, or before.
                let is_over = seen.is_some_and(|(tier, ..)| match backwards {
                    true => tier < begins,
                    false => tier >= ends,
                });
                if is_over {
                    continue;
                }
                if nearest.kept.len() >= wanted {
                    break;
                }
                for doc in &part {
                    let least = || (matched.tier_at_least(self, doc), self.rank(doc), doc);
                    if !nearest.is_beyond(least) {
                        nearest.add(key(doc));
                    }
                }
                nearest.cut();
            }
        } else {
            for key in self.around(docs, seen, backwards, wanted + 1) {
                nearest.add(key);
            }
        }
        let mut keys = nearest.done();
        found.more = keys.len() > ask.most;
        keys.truncate(ask.most);
        if backwards {
            keys.reverse();
        }
        found.slots = keys.into_iter().map(|(.., doc)| self.slot(doc)).collect();
    }

    /// The nearest by name behind somebody or before them: at least `most`, if there are so many.
    fn around(
        &self,
        docs: &RoaringBitmap,
        seen: Option<Key>,
        backwards: bool,
        most: usize,
    ) -> Vec<Key> {
        let (_, rank, doc) = seen.unwrap_or_default();
        let place = u32::try_from(rank / super::GAP)
            .unwrap_or(u32::MAX)
            .min(self.sorted);
        let by_place = |doc: u32| (0, self.rank(doc), doc);
        let by_rank =
            |((rank, doc), ()): (&(u64, u32), &())| docs.contains(*doc).then_some((0, *rank, *doc));
        if backwards {
            let read = docs.range(..place).rev().take(most).map(by_place);
            let added = self
                .by_rank
                .range(..(rank, doc))
                .rev()
                .filter_map(by_rank)
                .take(most);
            read.chain(added).collect()
        } else {
            let read = docs.range(place..self.sorted).take(most).map(by_place);
            let added = self
                .by_rank
                .range((rank, doc)..)
                .filter_map(by_rank)
                .take(most + 1);
            read.chain(added).collect()
        }
    }

    pub(super) fn slot(&self, doc: u32) -> i32 {
        self.slots.get(doc as usize).copied().unwrap_or_default()
    }
}

/// The first so many in an order, behind somebody or before them. Most of a million come too late for a place.
struct Nearest {
    /// Whom they stand behind, or before.
    seen: Option<Key>,
    backwards: bool,
    most: usize,
    kept: Vec<Key>,
    /// Whoever comes behind this one has no place.
    last: Option<Key>,
}

impl Nearest {
    fn order(&self, a: &Key, b: &Key) -> Ordering {
        if self.backwards { b.cmp(a) } else { a.cmp(b) }
    }

    /// Whether somebody has no place who stands no better than so.
    fn is_beyond(&self, least: impl Fn() -> Key) -> bool {
        !self.backwards && self.last.is_some_and(|last| least() > last)
    }

    fn add(&mut self, key: Key) {
        let is_ahead = self.seen.is_none_or(|seen| self.order(&key, &seen).is_gt());
        if !is_ahead
            || self
                .last
                .is_some_and(|last| self.order(&key, &last).is_gt())
        {
            return;
        }
        self.kept.push(key);
        if self.kept.len() == 2 * self.most {
            self.cut();
        }
    }

    /// Leaves the first.
    fn cut(&mut self) {
        let backwards = self.backwards;
        self.kept
            .sort_unstable_by(|a, b| if backwards { b.cmp(a) } else { a.cmp(b) });
        if self.kept.len() >= self.most {
            self.kept.truncate(self.most);
            self.last = self.kept.last().copied();
        }
    }

    fn done(mut self) -> Vec<Key> {
        self.cut();
        self.kept
    }
}
