//! Which organizations fit the words that were typed, and how well each does.

use roaring::{MultiOps, RoaringBitmap};

use super::Memory;
use super::meaning::Spoken;
use super::tier::{Matched, Parts};
use super::vocabulary::{Fit, WordId};
use crate::search::text::Wanted;

/// With fewer than this who have the words or mean them, those that only have words like them are shown behind.
const FEW: u64 = 5;

/// What one word that was typed may stand for.
pub(super) struct Term {
    pub words: Vec<(WordId, Fit)>,
    pub docs: RoaringBitmap,
}

impl Memory {
    /// Finds who has all of the words, and who means them; if hardly anybody has them, also who has words like them.
    pub(super) fn matching(&self, wanted: &Wanted) -> Matched {
        let mut terms: Vec<Term> = (0..wanted.words.len())
            .map(|at| self.term(wanted, at))
            .collect();
        let mut words = self.with_all(&terms);
        self.keep_phrases(wanted, &mut words);
        let spoken = Spoken::read(wanted);
        let mut meant = self.meaning(&spoken, wanted, &terms) - &words;
        let sure = words.len() + meant.len();
        let mut like = RoaringBitmap::new();
        let mut alike = RoaringBitmap::new();
        let mut near = Vec::new();
        if words.len() < FEW {
            let mut grown = false;
            for (at, term) in terms.iter_mut().enumerate() {
                if !wanted.is_quoted(at) {
                    grown |= self.loosen(&wanted.words[at], term);
                }
            }
            like = self.with_all(&terms);
            self.keep_phrases(wanted, &mut like);
            if grown {
                // Some words are meant, and others have slips.
                meant |= (self.meaning(&spoken, wanted, &terms) - &like) - &words;
            }
            alike = &like & &meant;
            like -= &words;
            like -= &meant;
            if sure >= FEW {
                like.clear();
            }
            if words.is_empty() && meant.is_empty() && like.is_empty() {
                near = self.near(&spoken, wanted, &terms);
            }
        }
        let found = Parts {
            words,
            meant,
            alike,
            like,
            near,
        };
        Matched::new(self, found, &terms, spoken.count)
    }

    fn term(&self, wanted: &Wanted, at: usize) -> Term {
        let word = &wanted.words[at];
        let is_quoted = wanted.is_quoted(at);
        let words = if is_quoted {
            self.vocabulary
                .id(word)
                .map(|id| (id, Fit::Whole))
                .into_iter()
                .collect()
        } else {
            self.vocabulary.with(word)
        };
        let docs = match self.beginning(word).filter(|_| !is_quoted) {
            Some(docs) => docs.clone(),
            None => self.with_any(&words),
        };
        Term { words, docs }
    }

    /// Adds the words that are like one; says whether there are any.
    fn loosen(&self, word: &str, term: &mut Term) -> bool {
        let more = self.vocabulary.like(word);
        let grows = !more.is_empty();
        term.docs |= self.with_any(&more);
        for one in more {
            if !term.words.iter().any(|(known, _)| *known == one.0) {
                term.words.push(one);
            }
        }
        grows
    }

    pub(super) fn with_any(&self, words: &[(WordId, Fit)]) -> RoaringBitmap {
        words
            .iter()
            .filter_map(|(id, _)| self.postings.get(*id as usize))
            .union()
    }

    fn with_all(&self, terms: &[Term]) -> RoaringBitmap {
        let mut sets: Vec<&RoaringBitmap> = terms.iter().map(|term| &term.docs).collect();
        sets.sort_by_key(|docs| docs.len());
        let mut all = sets
            .first()
            .map_or_else(RoaringBitmap::new, |first| (*first).clone());
        all &= &self.live;
        for docs in sets.into_iter().skip(1) {
            all &= docs;
        }
        all
    }

    /// Leaves those that have the quoted words one behind the other in one name.
    pub(super) fn keep_phrases(&self, wanted: &Wanted, docs: &mut RoaringBitmap) {
        for phrase in wanted.phrases.iter().filter(|phrase| phrase.len() > 1) {
            let ids: Option<Vec<WordId>> = wanted.words[phrase.clone()]
                .iter()
                .map(|word| self.vocabulary.id(word))
                .collect();
            let Some(ids) = ids else {
                docs.clear();
                return;
            };
            let kept = docs.iter().filter(|doc| {
                self.words_of(*doc)
                    .windows(ids.len())
                    .any(|some| some == ids)
            });
            *docs = kept.collect();
        }
    }
}
