//! How well each of those fits that are found: in which of the tiers of the order it stands.

use std::collections::HashMap;

use roaring::{MultiOps, RoaringBitmap};

use super::matching::Term;
use super::vocabulary::{Fit, WordId};
use super::{END, Memory};
use crate::search::text::WORDS_MAX;

/// Where a word fits nothing.
const NOWHERE: u8 = u8::MAX;

/// Where in the order those stand who have other words that mean what was typed: first whose words are like it, too.
const MEANT: u16 = 7;

/// Where those stand who have words like what was typed.
const LIKE: u16 = 9;

/// Where those stand who are near; behind them, whoever is not found at all.
const NEAR: u16 = 12;

/// The length of the shortest other name of whoever has none.
const NONE: usize = u8::MAX as usize;

/// Those that are found, in parts of which each stands behind the one before.
pub(super) struct Parts {
    /// Who has all words as they were typed.
    pub words: RoaringBitmap,
    /// Who besides them means the same in other words.
    pub meant: RoaringBitmap,
    /// Who of those has words like them, too.
    pub alike: RoaringBitmap,
    /// Who besides has words like them.
    pub like: RoaringBitmap,
    /// Who is near where nobody is any of that, the nearest first.
    pub near: Vec<RoaringBitmap>,
}

/// What fits the words.
pub(super) struct Matched {
    /// Who.
    pub docs: RoaringBitmap,
    /// Who has all words as they were typed.
    words: RoaringBitmap,
    /// Who besides them means the same in other words.
    pub meant: RoaringBitmap,
    /// Who of those has words like them, too.
    alike: RoaringBitmap,
    /// Who is near where nobody has them or means them, the nearest first.
    near: Vec<RoaringBitmap>,
    /// Whether nobody has the words as they were typed, and some have words like them.
    pub is_guessed: bool,
    /// For each word of the vocabulary the row that says how well it fits; 0 for nothing. Read for every word of every
    /// organization that is found.
    table: Vec<u32>,
    /// How well a word fits each of those that were typed.
    rows: Vec<[u8; WORDS_MAX]>,
    count: usize,
    /// How many of them say something.
    weighty: usize,
    /// Whether somebody has every one of them whole, so that a name may be what was typed.
    may_be_whole: bool,
    /// Those whose number was typed: nothing fits better.
    exact: RoaringBitmap,
}

impl Matched {
    /// Puts those that are found into parts.
    pub(super) fn new(memory: &Memory, parts: Parts, terms: &[Term], weighty: usize) -> Self {
        let Parts {
            words,
            meant,
            alike,
            like,
            near,
        } = parts;
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
        let is_whole = |term: &Term| term.words.iter().any(|(_, fit)| *fit == Fit::Whole);
        Self {
            is_guessed: words.is_empty() && !(like.is_empty() && near.is_empty()),
            docs: [&words, &meant, &like].into_iter().chain(&near).union(),
            words,
            meant,
            alike,
            near,
            table,
            rows,
            count: terms.len(),
            weighty,
            may_be_whole: terms.iter().all(is_whole),
            exact: RoaringBitmap::new(),
        }
    }

    /// Adds those whose number was typed.
    pub(super) fn add_exact(&mut self, docs: impl Iterator<Item = u32>) {
        self.exact.extend(docs);
        if !self.exact.is_empty() {
            self.docs |= &self.exact;
            self.words |= &self.exact;
            self.meant -= &self.exact;
            self.near.iter_mut().for_each(|some| *some -= &self.exact);
            self.is_guessed = false;
        }
    }

    fn row(&self, word: WordId) -> &[u8; WORDS_MAX] {
        let at = self.table.get(word as usize).copied().unwrap_or_default();
        &self.rows[at as usize]
    }

    /// Those of them that are found, in parts of which each stands behind the one before: who has the words, who means them,
    /// who has words like them, who is near. Each with the best place that somebody of it can have.
    pub(super) fn parts(&self, docs: &RoaringBitmap) -> Vec<(u16, RoaringBitmap)> {
        let words = docs & &self.words;
        let meant = docs & &self.meant;
        let mut like = &(docs - &words) - &meant;
        let near: Vec<RoaringBitmap> = self.near.iter().map(|some| docs & some).collect();
        near.iter().for_each(|some| like -= some);
        let parts = [(0, words), (MEANT * 16, meant), (LIKE * 16, like)];
        let near = (NEAR..).zip(near).map(|(tier, some)| (tier * 16, some));
        parts.into_iter().chain(near).collect()
    }

    /// No more than how well an organization fits, told without going through its words.
    pub(super) fn tier_at_least(&self, memory: &Memory, doc: u32) -> u16 {
        if self.exact.contains(doc) {
            return 0;
        }
        let (own, others) = memory.lengths_of(doc);
        let extra = extra(own.min(others), self.count);
        let last = if self.count == 1 {
            Fit::Beginning
        } else {
            Fit::Whole
        };
        let first = memory.words_of(doc).first();
        let may_begin = first.is_some_and(|word| self.row(*word)[0] <= last as u8);
        let tier = match others {
            _ if may_begin && self.may_be_whole && own == self.count => return 0,
            others if self.may_be_whole && others <= self.count => 1,
            _ if may_begin => 2,
            NONE => 4,
            _ => 3,
        };
        tier * 16 + extra
    }

    /// How well an organization fits, the best first. See docs/decisions/directory-search.md.
    ///
    /// The tier counts first: its name is what was typed, another name is, one of them begins with it, its name has
    /// all words, has them in part, it has them somewhere, it means them, has them with so many slips of the hand, is
    /// near. Then how many more words the name has that fits: the shorter, the nearer.
    pub(super) fn tier(&self, memory: &Memory, doc: u32) -> u16 {
        if self.exact.contains(doc) {
            return 0;
        }
        if self.meant.contains(doc) {
            let tier = MEANT + u16::from(!self.alike.contains(doc));
            return tier * 16 + memory.meanings.extra(doc, self.weighty);
        }
        if let Some(at) = self.near.iter().position(|some| some.contains(doc)) {
            let tier = NEAR + u16::try_from(at).unwrap_or_default();
            return tier * 16 + memory.meanings.extra(doc, self.weighty);
        }
        let tokens = memory.words_of(doc);
        let ends = tokens
            .iter()
            .position(|word| *word == END)
            .unwrap_or(tokens.len());
        let (main, others) = tokens.split_at(ends);
        let more = |name: &[WordId]| extra(name.len(), self.count);
        let worst = self.fits(main)[..self.count].iter().copied().max();
        let mut best = match worst.unwrap_or(NOWHERE) {
            0 if main.len() == self.count && self.begins(main, Fit::Whole) => return 0,
            0 | 1 if self.begins(main, Fit::Beginning) => (2, more(main)),
            0 => (4, more(main)),
            1 | 2 => (5, more(main)),
            _ => (u16::MAX, 0),
        };
        // The last part is the place, which is no name.
        let all = others.strip_prefix(&[END]).unwrap_or_default();
        let place = all.iter().rposition(|word| *word == END);
        let names = || all[..place.unwrap_or_default()].split(|word| *word == END);
        for name in names().filter(|name| name.len() >= self.count) {
            if name.len() == self.count && self.begins(name, Fit::Whole) {
                best = best.min((1, 0));
            } else if self.begins(name, Fit::Beginning) {
                best = best.min((3, more(name)));
            }
        }
        if best.0 == u16::MAX {
            let by_itself = [main].into_iter().chain(names()).filter_map(|name| {
                let tier = self.loosely(&self.fits(name))?;
                Some((tier, more(name)))
            });
            // Words of several names, or of the place.
            let tier = self.loosely(&self.fits(tokens));
            let together = (tier.unwrap_or(NEAR + 32), more(main));
            let one = by_itself.min().filter(|one| one.0 <= together.0);
            best = one.unwrap_or(together);
        }
        best.0 * 16 + best.1
    }

    /// The tier of names that have all of the words somewhere, with slips of the hand or without; nothing if one is missing.
    fn loosely(&self, fits: &[u8; WORDS_MAX]) -> Option<u16> {
        let fits = &fits[..self.count];
        if fits.contains(&NOWHERE) {
            return None;
        }
        let slips: u8 = fits
            .iter()
            .map(|fit| fit.saturating_sub(Fit::Part as u8))
            .sum();
        Some(match slips {
            0 => 6,
            slips => LIKE + u16::from(slips.min(3)) - 1,
        })
    }

    /// How well the best of these words fits each that was typed.
    fn fits(&self, words: &[WordId]) -> [u8; WORDS_MAX] {
        let mut fits = [NOWHERE; WORDS_MAX];
        for word in words {
            let at = self.table.get(*word as usize).copied().unwrap_or_default();
            if at > 0 {
                for (fit, other) in fits.iter_mut().zip(&self.rows[at as usize]) {
                    *fit = (*fit).min(*other);
                }
            }
        }
        fits
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

/// How many more words a name has than were typed, as far as that counts.
fn extra(length: usize, count: usize) -> u16 {
    u16::try_from(length.saturating_sub(count))
        .unwrap_or(u16::MAX)
        .min(15)
}
