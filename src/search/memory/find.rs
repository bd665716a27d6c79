//! A page of those that fit, how many there are, and how many each value of each filter would leave.

use std::borrow::Cow;
use std::collections::HashMap;

use roaring::{MultiOps, RoaringBitmap};

use super::Memory;
use super::tier::Matched;
use crate::search::facets::{Bucket, Facets};
use crate::search::filter::{Facet, Filter};
use crate::search::text::Wanted;
use crate::values::{Area, Areas, Standing};

/// What is asked of the index.
#[derive(Clone, Debug)]
pub(in crate::search) struct Ask {
    /// What the directory is narrowed by.
    pub filter: Filter,
    /// Slots of those whose number was typed.
    pub numbered: Vec<i32>,
    /// Whether those come first that fit the words best; else all stand by name.
    pub by_fit: bool,
    /// Whom the page begins behind, or ends before.
    pub seen: Option<i32>,
    /// Whether it ends before them.
    pub backwards: bool,
    /// The most on the page.
    pub most: usize,
    /// The filters whose values are counted.
    pub facets: Vec<Facet>,
}

/// What the index answers.
#[derive(Clone, Debug, Default)]
pub(in crate::search) struct Found {
    /// How many fit.
    pub count: u64,
    /// Whether nobody has the words as they were typed.
    pub is_guessed: bool,
    /// How many mean the words, and have others.
    pub meant: u64,
    /// Those on the page, in order.
    pub slots: Vec<i32>,
    /// Those of them that mean the words, and have others.
    pub meant_slots: Vec<i32>,
    /// Whether there are more of them, in the direction of the page.
    pub more: bool,
    /// Whether it goes on from somebody who is known.
    pub goes_on: bool,
    /// How many each value would leave.
    pub facets: Facets,
}

impl Memory {
    /// Answers.
    pub(in crate::search) fn find(&self, ask: &Ask) -> Found {
        let (matched, chosen) = self.narrowed(&ask.filter, &ask.numbered);
        let words = matched.as_ref().map_or(&self.live, |matched| &matched.docs);
        let docs = self.within(words, &chosen, None);
        let mut found = Found {
            count: docs.len(),
            is_guessed: matched.as_ref().is_some_and(|matched| matched.is_guessed),
            meant: matched
                .as_ref()
                .map_or(0, |matched| matched.meant.intersection_len(&docs)),
            ..Found::default()
        };
        for facet in &ask.facets {
            let others = chosen
                .contains_key(facet)
                .then(|| self.within(words, &chosen, Some(*facet)));
            let buckets = self.buckets(*facet, others.as_ref().unwrap_or(&docs), &ask.filter);
            found.facets.set(*facet, buckets);
        }
        self.page(
            ask,
            &docs,
            matched.as_ref().filter(|_| ask.by_fit),
            &mut found,
        );
        if let Some(matched) = &matched {
            let is_meant = |slot: &i32| {
                let known = self.by_slot.get(slot);
                known.is_some_and(|(doc, _)| matched.meant.contains(*doc))
            };
            found.meant_slots = found.slots.iter().copied().filter(is_meant).collect();
        }
        found
    }

    /// The slots of all that fit.
    pub(in crate::search) fn all(&self, filter: &Filter, numbered: &[i32]) -> (Vec<i32>, bool) {
        let (matched, chosen) = self.narrowed(filter, numbered);
        let words = matched.as_ref().map_or(&self.live, |matched| &matched.docs);
        let docs = self.within(words, &chosen, None);
        (
            docs.iter().map(|doc| self.slot(doc)).collect(),
            matched.is_some_and(|matched| matched.is_guessed),
        )
    }

    /// Who fits the words, if any were typed; and who each filter that is set lets through.
    fn narrowed(
        &self,
        filter: &Filter,
        numbered: &[i32],
    ) -> (Option<Matched>, HashMap<Facet, RoaringBitmap>) {
        let matched = (!filter.text.is_empty()).then(|| {
            let mut matched = self.matching(&Wanted::parse(&filter.text));
            let numbered = numbered
                .iter()
                .filter_map(|slot| self.by_slot.get(slot))
                .map(|(doc, _)| *doc);
            matched.add_exact(numbered);
            matched
        });
        let mut chosen = HashMap::new();
        for facet in Facet::ALL {
            let values = filter.values(*facet);
            if !values.is_empty() {
                let values = match facet {
                    Facet::Area => filter.areas().iter().map(Area::to_string).collect(),
                    _ => values,
                };
                let sets = values.iter().filter_map(|value| self.having(*facet, value));
                chosen.insert(*facet, sets.union());
            }
        }
        // Nothing said of it, those that were merged into others are left out.
        if let Some(merged) = self.having(Facet::Standing, Standing::Merged.code()) {
            chosen
                .entry(Facet::Standing)
                .or_insert_with(|| &self.live - merged);
        }
        (matched, chosen)
    }

    pub(super) fn having(&self, facet: Facet, value: &str) -> Option<&RoaringBitmap> {
        self.facets.get(&facet)?.get(value)
    }

    /// Those of them whom all filters let through, or all but one.
    fn within(
        &self,
        words: &RoaringBitmap,
        chosen: &HashMap<Facet, RoaringBitmap>,
        except: Option<Facet>,
    ) -> RoaringBitmap {
        let mut sets: Vec<&RoaringBitmap> = chosen
            .iter()
            .filter(|(facet, _)| Some(**facet) != except)
            .map(|(_, docs)| docs)
            .collect();
        sets.sort_by_key(|docs| docs.len());
        let mut docs = words & &self.live;
        for set in sets {
            docs &= set;
        }
        docs
    }

    fn buckets(&self, facet: Facet, docs: &RoaringBitmap, filter: &Filter) -> Vec<Bucket> {
        let chosen = filter.values(facet);
        let own = self.facets.get(&facet).into_iter().flatten();
        let known: Vec<(Cow<'_, str>, Cow<'_, RoaringBitmap>)> = match facet {
            Facet::Area => self.having_areas(),
            _ => own
                .map(|(value, having)| (Cow::Borrowed(&**value), Cow::Borrowed(having)))
                .collect(),
        };
        let mut buckets: Vec<Bucket> = known
            .into_iter()
            .map(|(value, having)| Bucket {
                value: value.to_string(),
                count: having.intersection_len(docs),
                chosen: chosen.iter().any(|one| *one == *value),
            })
            .filter(|bucket| bucket.count > 0 || bucket.chosen)
            .filter(|bucket| {
                bucket.chosen || facet != Facet::Standing || bucket.value != Standing::Merged.code()
            })
            .collect();
        // What is chosen can be taken away again, also where nothing has it.
        for value in chosen {
            if !buckets.iter().any(|bucket| bucket.value == value) {
                buckets.push(Bucket {
                    value,
                    count: 0,
                    chosen: true,
                });
            }
        }
        buckets.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        buckets
    }

    /// Who has each area: by its own code, by that of something beneath it, or by an old code of either. Whoever has it
    /// in several ways is there once.
    fn having_areas(&self) -> Vec<(Cow<'_, str>, Cow<'_, RoaringBitmap>)> {
        let areas = Areas::now();
        let mut having: HashMap<Area, Cow<'_, RoaringBitmap>> = HashMap::new();
        for (value, docs) in self.facets.get(&Facet::Area).into_iter().flatten() {
            let Some(area) = areas.find(value) else {
                continue;
            };
            let top = Some(areas.top_of(area)).filter(|top| *top != area);
            for one in [Some(area), top].into_iter().flatten() {
                having
                    .entry(one)
                    .and_modify(|known| *known.to_mut() |= docs)
                    .or_insert(Cow::Borrowed(docs));
            }
        }
        having
            .into_iter()
            .map(|(area, docs)| (Cow::Owned(area.to_string()), docs))
            .collect()
    }
}
