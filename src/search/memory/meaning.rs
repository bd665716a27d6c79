//! Who has each concept among the words of its names and its place, in whatever language; and who means what was typed, or
//! is in a city that is called so.

use std::borrow::Cow;

use roaring::{MultiOps, RoaringBitmap};

use super::Memory;
use super::matching::Term;
use crate::gazetteer::City;
use crate::names::{Concept, Concepts, Said};
use crate::search::cities;
use crate::search::filter::Facet;
use crate::search::text::{LETTERS_MAX, WORDS_MAX, Wanted};

/// Of more words than these two may be wrong.
const MANY: usize = 4;

/// The concepts of everybody.
#[derive(Default)]
pub(super) struct Meanings {
    /// Who has each.
    having: Vec<RoaringBitmap>,
    /// How many words of the name that each goes by say something.
    sizes: Vec<u8>,
    reader: Concepts,
}

impl Meanings {
    /// Adds the next, by the texts that it is found by; its name comes first.
    pub(super) fn learn<'a>(&mut self, doc: u32, texts: impl Iterator<Item = &'a str>) {
        let having = &mut self.having;
        let mut size = None;
        for text in texts {
            let count = self.reader.read(text, |id| {
                let at = usize::from(id);
                if having.len() <= at {
                    having.resize_with(at + 1, RoaringBitmap::new);
                }
                having[at].insert(doc);
            });
            size = size.or(Some(count));
        }
        self.sizes
            .push(u8::try_from(size.unwrap_or_default()).unwrap_or(u8::MAX));
    }

    /// Done with reading: what was remembered for it goes.
    pub(super) fn settle(&mut self) {
        self.reader = Concepts::default();
        self.sizes.shrink_to_fit();
        for docs in &mut self.having {
            docs.optimize();
        }
    }

    /// All sets.
    pub(super) fn sets(&self) -> &[RoaringBitmap] {
        &self.having
    }

    /// How many more words that say something the name of one has than so many.
    pub(super) fn extra(&self, doc: u32, count: usize) -> u16 {
        let size = self.sizes.get(doc as usize).copied().unwrap_or_default();
        u16::from(size)
            .saturating_sub(u16::try_from(count).unwrap_or(u16::MAX))
            .min(15)
    }

    /// Who of these has any of these meanings, each of them whole.
    fn with_any(&self, meanings: &[Vec<Concept>], docs: &RoaringBitmap) -> RoaringBitmap {
        let whole = meanings.iter().map(|meaning| {
            let mut some = docs.clone();
            for id in meaning {
                match self.having.get(usize::from(*id)) {
                    Some(having) => some &= having,
                    None => some.clear(),
                }
            }
            some
        });
        whole.union()
    }

    /// At most so many have any of these meanings.
    fn size(&self, meanings: &[Vec<Concept>]) -> u64 {
        let sets = meanings.iter().map(|meaning| {
            let sets = meaning.iter().map(|id| self.having.get(usize::from(*id)));
            sets.map(|docs| docs.map_or(0, RoaringBitmap::len)).min()
        });
        sets.map(Option::unwrap_or_default).sum()
    }
}

/// A word that was typed, or several that mean one thing.
struct Unit {
    said: Said,
    /// The cities that are called so, by themselves or with the words beside it.
    cities: Vec<City>,
}

/// What was typed, read for what it says.
pub(super) struct Spoken {
    units: Vec<Unit>,
    /// How many words there are that say something, quoted ones included.
    pub count: usize,
}

impl Spoken {
    /// Reads it. Quoted words are wanted as they stand.
    pub(super) fn read(wanted: &Wanted) -> Self {
        let said = Concepts::default().said(&wanted.open);
        let typed = cities::typed(&wanted.open, &said);
        let cities = |at: usize| {
            let of = typed.iter().filter(|one| one.units.contains(&at));
            of.flat_map(|one| one.cities.iter().copied()).collect()
        };
        let units = said.into_iter().enumerate();
        let units = units.filter(|(_, said)| !said.is_light).take(WORDS_MAX);
        let units: Vec<Unit> = units
            .map(|(at, said)| Unit {
                said,
                cities: cities(at),
            })
            .collect();
        let quoted = wanted.phrases.iter().map(|phrase| phrase.len());
        Self {
            count: units.len() + quoted.sum::<usize>(),
            units,
        }
    }

    fn says_something(&self) -> bool {
        let mut units = self.units.iter();
        units.any(|unit| !unit.said.meanings.is_empty() || !unit.cities.is_empty())
    }
}

impl Memory {
    /// Who has every word that says something, or the same in other words; nobody, where no word has a meaning.
    pub(super) fn meaning(
        &self,
        spoken: &Spoken,
        wanted: &Wanted,
        terms: &[Term],
    ) -> RoaringBitmap {
        if !spoken.says_something() {
            return RoaringBitmap::new();
        }
        let mut docs = self.quoted(wanted, terms);
        let words: Vec<Cow<'_, RoaringBitmap>> = spoken
            .units
            .iter()
            .map(|unit| self.words_or_city(unit, wanted, terms))
            .collect();
        let mut units: Vec<_> = spoken.units.iter().zip(&words).collect();
        // The rarest first: there is less to look through for the others.
        units.sort_by_key(|(unit, words)| words.len() + self.meanings.size(&unit.said.meanings));
        for (unit, words) in units {
            docs = self.meanings.with_any(&unit.said.meanings, &docs) | (&**words & &docs);
            if docs.is_empty() {
                return docs;
            }
        }
        self.keep_phrases(wanted, &mut docs);
        docs
    }

    /// Who is near what was typed where nobody has or means all of it: whoever has words that sound so; else all words but
    /// one, the lightest left out first; else all but two of many.
    pub(super) fn near(
        &self,
        spoken: &Spoken,
        wanted: &Wanted,
        terms: &[Term],
    ) -> Vec<RoaringBitmap> {
        if spoken.units.is_empty() {
            return Vec::new();
        }
        let mut units: Vec<&Unit> = spoken.units.iter().collect();
        units.sort_by(|a, b| a.said.weight.total_cmp(&b.said.weight));
        let sets: Vec<RoaringBitmap> = units
            .iter()
            .map(|unit| {
                let sounding = self.vocabulary.sounding(&unit.said.sounds);
                let words = self.words_or_city(unit, wanted, terms);
                let meant = self.meanings.with_any(&unit.said.meanings, &self.live);
                &*words | &(meant | self.with_any(&sounding))
            })
            .collect();
        let quoted = self.quoted(wanted, terms);
        let without = |left_out: &[usize]| {
            let mut docs = quoted.clone();
            for (at, set) in sets.iter().enumerate() {
                if !left_out.contains(&at) {
                    docs &= set;
                }
            }
            self.keep_phrases(wanted, &mut docs);
            docs
        };
        let count = sets.len();
        let all = without(&[]);
        if !all.is_empty() {
            return vec![all];
        }
        let mut near: Vec<RoaringBitmap> = Vec::new();
        let mut known = RoaringBitmap::new();
        let mut add = |docs: RoaringBitmap| {
            let more = docs - &known;
            if !more.is_empty() {
                known |= &more;
                near.push(more);
            }
        };
        if count > 2 {
            (0..count).for_each(|one| add(without(&[one])));
        }
        if near.is_empty() && count > MANY {
            let pairs = (0..count).flat_map(|one| (0..one).map(move |other| [other, one]));
            let any = pairs.fold(RoaringBitmap::new(), |any, pair| any | without(&pair));
            near.push(any);
        }
        near
    }

    /// Who has the quoted words.
    fn quoted(&self, wanted: &Wanted, terms: &[Term]) -> RoaringBitmap {
        let mut docs = self.live.clone();
        for (at, term) in terms.iter().enumerate() {
            if wanted.is_quoted(at) {
                docs &= &term.docs;
            }
        }
        docs
    }

    /// Who has the words of a unit, or is in a city that is called so.
    fn words_or_city<'a>(
        &self,
        unit: &Unit,
        wanted: &Wanted,
        terms: &'a [Term],
    ) -> Cow<'a, RoaringBitmap> {
        let words = self.words_of_unit(&unit.said, wanted, terms);
        if unit.cities.is_empty() {
            return words;
        }
        let cities: Vec<String> = unit.cities.iter().map(City::to_string).collect();
        let sets = cities
            .iter()
            .filter_map(|city| self.having(Facet::City, city));
        Cow::Owned(&*words | &sets.union())
    }

    /// Who has the words of a unit.
    fn words_of_unit<'a>(
        &self,
        unit: &Said,
        wanted: &Wanted,
        terms: &'a [Term],
    ) -> Cow<'a, RoaringBitmap> {
        let words = unit.words.iter().map(|word| {
            let word = &word[..word.len().min(LETTERS_MAX)];
            let at = wanted.words.iter().position(|typed| typed == word);
            match at.filter(|at| !wanted.is_quoted(*at)) {
                Some(at) => Cow::Borrowed(&terms[at].docs),
                // It was cut otherwise there.
                None => Cow::Owned(self.with_any(&self.vocabulary.with(word))),
            }
        });
        words
            .reduce(|all, docs| Cow::Owned(&*all & &*docs))
            .unwrap_or_default()
    }
}
