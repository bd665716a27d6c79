//! Which organizations fit the words that were typed, and how well each does.

use std::collections::HashMap;

use roaring::{MultiOps, RoaringBitmap};

use super::vocabulary::{Fit, WordId};
use super::{END, Memory};
use crate::search::text::{WORDS_MAX, Wanted};

/// With fewer than this, those that are like it are shown behind them.
const FEW: u64 = 5;

/// Where a word fits nothing.
const NOWHERE: u8 = u8::MAX;

/// What fits the words.
pub(super) struct Matched {
    /// Who.
    pub docs: RoaringBitmap,
    /// Whether nobody has the words as they were typed.
    pub is_guessed: bool,
    /// For each word of the vocabulary the row that says how well it fits; 0 for nothing. Read for every word of every
    /// organization that is found.
    table: Vec<u32>,
    /// How well a word fits each of those that were typed.
    rows: Vec<[u8; WORDS_MAX]>,
    count: usize,
    /// Those whose number was typed: nothing fits better.
    exact: RoaringBitmap,
}

/// What one word that was typed may stand for.
struct Term {
    words: Vec<(WordId, Fit)>,
    docs: RoaringBitmap,
}

impl Memory {
    /// Finds who has all of the words; if hardly anybody does, also who has words like them.
    pub(super) fn matching(&self, wanted: &Wanted) -> Matched {
        let mut terms: Vec<Term> = (0..wanted.words.len())
            .map(|at| self.term(wanted, at))
            .collect();
        let mut docs = self.with_all(&terms);
        self.keep_phrases(wanted, &mut docs);
        let strictly = docs.len();
        if strictly < FEW {
            for (at, term) in terms.iter_mut().enumerate() {
                if !wanted.is_quoted(at) {
                    self.loosen(&wanted.words[at], term);
                }
            }
            let mut loosely = self.with_all(&terms);
            self.keep_phrases(wanted, &mut loosely);
            if loosely.is_empty() && terms.len() > 2 {
                loosely = self.with_all_but_one(wanted, &terms);
            }
            docs |= loosely;
        }
        let is_guessed = strictly == 0 && !docs.is_empty();
        Matched::new(self, docs, is_guessed, &terms)
    }

    fn term(&self, wanted: &Wanted, at: usize) -> Term {
        let word = &wanted.words[at];
        let words = if wanted.is_quoted(at) {
            self.vocabulary
                .id(word)
                .map(|id| (id, Fit::Whole))
                .into_iter()
                .collect()
        } else {
            self.vocabulary.with(word)
        };
        let docs = self.with_any(&words);
        Term { words, docs }
    }

    fn loosen(&self, word: &str, term: &mut Term) {
        let more = self.vocabulary.like(word);
        term.docs |= self.with_any(&more);
        for one in more {
            if !term.words.iter().any(|(known, _)| *known == one.0) {
                term.words.push(one);
            }
        }
    }

    fn with_any(&self, words: &[(WordId, Fit)]) -> RoaringBitmap {
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

    /// One word of several may be wrong altogether; what stands in quotes may not.
    fn with_all_but_one(&self, wanted: &Wanted, terms: &[Term]) -> RoaringBitmap {
        let mut any = RoaringBitmap::new();
        for left_out in (0..terms.len()).filter(|at| !wanted.is_quoted(*at)) {
            let mut all = self.live.clone();
            for (at, term) in terms.iter().enumerate() {
                if at != left_out {
                    all &= &term.docs;
                }
            }
            any |= all;
        }
        self.keep_phrases(wanted, &mut any);
        any
    }

    /// Leaves those that have the quoted words one behind the other in one name.
    fn keep_phrases(&self, wanted: &Wanted, docs: &mut RoaringBitmap) {
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

impl Matched {
    fn new(memory: &Memory, docs: RoaringBitmap, is_guessed: bool, terms: &[Term]) -> Self {
        let mut fits: HashMap<WordId, [u8; WORDS_MAX]> = HashMap::new();
        for (at, term) in terms.iter().enumerate() {
            for (word, fit) in &term.words {
                fits.entry(*word).or_insert([NOWHERE; WORDS_MAX])[at] = *fit as u8;
            }
        }
        let mut table = vec![0; memory.vocabulary.len()];
        let mut rows = vec![[NOWHERE; WORDS_MAX]];
        for (word, row) in &fits {
            if let Some(cell) = table.get_mut(*word as usize) {
                *cell = u32::try_from(rows.len()).unwrap_or_default();
                rows.push(*row);
            }
        }
        Self {
            docs,
            is_guessed,
            table,
            rows,
            count: terms.len(),
            exact: RoaringBitmap::new(),
        }
    }

    /// Adds those whose number was typed.
    pub(super) fn add_exact(&mut self, docs: impl Iterator<Item = u32>) {
        self.exact.extend(docs);
        if !self.exact.is_empty() {
            self.docs |= &self.exact;
            self.is_guessed = false;
        }
    }

    fn row(&self, word: WordId) -> &[u8; WORDS_MAX] {
        let at = self.table.get(word as usize).copied().unwrap_or_default();
        &self.rows[at as usize]
    }

    /// How well an organization fits, the best first. See docs/decisions/directory-search.md.
    ///
    /// The tier counts first: its name is what was typed, another name is, one of them begins with it, its name has
    /// all words, has them in part, it has them somewhere, with so many slips of the hand, has all but one. Then how
    /// many more words its name has: the shorter, the nearer.
    pub(super) fn tier(&self, memory: &Memory, doc: u32) -> u16 {
        if self.exact.contains(doc) {
            return 0;
        }
        let tokens = memory.words_of(doc);
        let ends = tokens
            .iter()
            .position(|word| *word == END)
            .unwrap_or(tokens.len());
        let (main, others) = tokens.split_at(ends);
        let extra = u16::try_from(main.len().saturating_sub(self.count))
            .unwrap_or(u16::MAX)
            .min(15);
        let mut fits = [NOWHERE; WORDS_MAX];
        self.fit(main, &mut fits);
        let worst = fits[..self.count].iter().copied().max().unwrap_or(NOWHERE);
        let mut tier = match worst {
            0 if main.len() == self.count && self.begins(main, Fit::Whole) => return extra,
            0 | 1 if self.begins(main, Fit::Beginning) => 2,
            0 => 4,
            1 | 2 => 5,
            _ => u16::MAX,
        };
        // The last part is the place, which is no name.
        let names = others.strip_prefix(&[END]).unwrap_or_default();
        let place = names
            .iter()
            .rposition(|word| *word == END)
            .unwrap_or_default();
        for name in names[..place]
            .split(|word| *word == END)
            .filter(|name| name.len() >= self.count)
        {
            if name.len() == self.count && self.begins(name, Fit::Whole) {
                tier = tier.min(1);
            } else if self.begins(name, Fit::Beginning) {
                tier = tier.min(3);
            }
        }
        if tier == u16::MAX {
            self.fit(names, &mut fits);
            let known = fits[..self.count].iter().filter(|fit| **fit != NOWHERE);
            let slips: u8 = known.map(|fit| fit.saturating_sub(Fit::Part as u8)).sum();
            let has_all = !fits[..self.count].contains(&NOWHERE);
            tier = if has_all { 6 } else { 10 } + u16::from(slips.min(3));
        }
        tier * 16 + extra
    }

    /// Notes how well each word that was typed fits the best of these.
    fn fit(&self, words: &[WordId], fits: &mut [u8; WORDS_MAX]) {
        for word in words {
            let at = self.table.get(*word as usize).copied().unwrap_or_default();
            if at > 0 {
                for (fit, other) in fits.iter_mut().zip(&self.rows[at as usize]) {
                    *fit = (*fit).min(*other);
                }
            }
        }
    }

    /// Whether a name begins with the words in their order, the last of them fitting at least so well.
    fn begins(&self, name: &[WordId], last: Fit) -> bool {
        name.len() >= self.count
            && (0..self.count).all(|at| {
                let most = if at + 1 == self.count {
                    last
                } else {
                    Fit::Whole
                };
                self.row(name[at])[at] <= most as u8
            })
    }
}
