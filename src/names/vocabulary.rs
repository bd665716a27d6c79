//! The vocabulary: what the common words of organizations mean, in the languages that we serve.
//!
//! Our own writing, in `vocabulary/*.tsv`: one concept a line, with its words and stems.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::forms::{Form, Forms, Rest, follows};
use super::slips::Slips;
use super::sound::sound;
use super::stem::unprefixed;
use super::word::{Alphabet, Word, words};

const TABLES: &[&str] = &[
    include_str!("vocabulary/numbers.tsv"),
    include_str!("vocabulary/forms.tsv"),
    include_str!("vocabulary/institutions.tsv"),
    include_str!("vocabulary/qualities.tsv"),
    include_str!("vocabulary/fields.tsv"),
    include_str!("vocabulary/places.tsv"),
    include_str!("vocabulary/towns.tsv"),
    include_str!("vocabulary/given.tsv"),
    include_str!("vocabulary/saints.tsv"),
    include_str!("vocabulary/peoples.tsv"),
    include_str!("vocabulary/hometowns.tsv"),
    include_str!("vocabulary/emblems.tsv"),
    include_str!("vocabulary/pastimes.tsv"),
    include_str!("vocabulary/far_east.tsv"),
    include_str!("vocabulary/south_asia.tsv"),
    include_str!("vocabulary/africa.tsv"),
    include_str!("vocabulary/more.tsv"),
    include_str!("vocabulary/nouns.tsv"),
];

/// What kind of word a concept is: it decides how much the word says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// `of`, `und`, `имени`.
    Nothing,
    /// `GmbH`, `НКО`.
    Legal,
    /// `university`, `union`.
    Institution,
    /// `national`, `higher`.
    Quality,
    /// `golden`, `new`: part of what tells a name from others.
    Attribute,
    /// `north` against `south`.
    Opposite,
    /// `medicine`, `youth`.
    Field,
    /// `Armenia`, `Armenian`.
    Country,
    /// `Cairo`.
    Town,
    /// `George`; titles count less.
    Given,
    /// `second`.
    Number,
    /// The B of "Group B".
    Letter,
    /// No concept: a name, or a word that the vocabulary does not have.
    Unknown,
}

impl Class {
    /// How much such a word says, before anything is known of the registry.
    pub(super) const fn weight(self) -> f32 {
        match self {
            Self::Nothing => 0.0,
            Self::Legal => 0.03,
            Self::Institution => 0.55,
            Self::Quality => 0.4,
            Self::Attribute => 0.8,
            Self::Opposite => 0.8,
            Self::Field => 0.9,
            Self::Country => 0.8,
            Self::Town => 1.1,
            Self::Given => 0.7,
            Self::Number => 0.9,
            Self::Letter => 0.5,
            Self::Unknown => 1.3,
        }
    }
}

/// A concept.
#[derive(Clone, Debug)]
pub(super) struct Concept {
    pub(super) name: &'static str,
    pub(super) class: Class,
    /// The concepts that writers take for it: an academy for a university.
    pub(super) group: Option<&'static str>,
    pub(super) weight: f32,
    /// Concepts that translators take for it, and how alike they are.
    kin: Vec<(u16, f32)>,
}

/// What a word or phrase was found to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The words that it took.
    pub(super) words: usize,
    /// Alternatives: several where the word is ambiguous.
    pub(super) meanings: Vec<Meaning>,
    /// It only sounds like a word of another script.
    pub(super) heard: bool,
    /// A short stem with an ending: it may as well be another word with a slip.
    pub(super) loose: bool,
}

/// The letters of a stem that is the beginning of many words.
const LOOSE: usize = 5;

/// One concept, or several that one word says together.
pub(super) type Meaning = Vec<u16>;

/// All concepts and their forms.
pub(super) struct Vocabulary {
    concepts: Vec<Concept>,
    meanings: Vec<Meaning>,
    rests: Vec<Rest>,
    forms: Forms<str>,
    /// Latin forms by their sound, for words of other scripts.
    latin: Forms<[u8]>,
    /// Forms of other scripts by theirs, for romanized words.
    romanized: Forms<[u8]>,
    slips: Slips,
}

/// What was read of the tables so far.
struct Reading {
    meanings: Vec<Meaning>,
    rests: Vec<Rest>,
    forms: Vec<(Box<str>, Form)>,
    latin: Vec<(Box<[u8]>, Form)>,
    romanized: Vec<(Box<[u8]>, Form)>,
}

/// The vocabulary, read when it is used first.
pub(super) static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::read(TABLES).with_kin(include_str!("vocabulary/kin.tsv")));

/// What initiatives do besides. Names are not read with it: there "festival" is a name like any other.
pub(super) static ACTIVITIES: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::read(&[DOINGS]));

const DOINGS: &str = include_str!("vocabulary/activities.tsv");

impl Vocabulary {
    fn read(tables: &[&'static str]) -> Self {
        let mut concepts: Vec<Concept> = Vec::new();
        let mut reading = Reading {
            meanings: Vec::new(),
            rests: vec![Rest::new()],
            forms: Vec::new(),
            latin: Vec::new(),
            romanized: Vec::new(),
        };
        let mut ids: HashMap<&'static str, u16> = HashMap::new();
        let lines = || {
            tables
                .iter()
                .flat_map(|table| table.lines())
                .filter(|line| !line.is_empty() && !line.starts_with('#'))
                .filter_map(|line| {
                    let mut parts = line.split('\t');
                    Some((parts.next()?, parts.next()?, parts.next()?))
                })
        };
        for (name, class, _) in lines() {
            if class == "M" {
                continue;
            }
            ids.entry(name).or_insert_with(|| {
                concepts.push(concept(name, class));
                u16::try_from(concepts.len() - 1).unwrap_or(u16::MAX)
            });
        }
        for (name, class, forms) in lines() {
            let names: Vec<&str> = if class == "M" {
                name.split('+').collect()
            } else {
                vec![name]
            };
            let meaning: Meaning = names
                .iter()
                .filter_map(|name| ids.get(name))
                .copied()
                .collect();
            reading.meanings.push(meaning);
            for form in forms.split(' ').filter(|form| !form.is_empty()) {
                reading.add(form);
            }
        }
        let mut vocabulary = Self {
            concepts,
            meanings: reading.meanings,
            rests: reading.rests,
            forms: Forms::of(reading.forms),
            latin: Forms::of(reading.latin),
            romanized: Forms::of(reading.romanized),
            slips: Slips::default(),
        };
        vocabulary.slips = vocabulary.common();
        vocabulary
    }

    fn meaning(&self, form: &Form) -> &Meaning {
        &self.meanings[form.meaning as usize]
    }

    fn rest(&self, form: &Form) -> &Rest {
        &self.rests[form.rest as usize]
    }

    /// The forms of common words. Names that are one letter apart are two names.
    fn common(&self) -> Slips {
        let mut forms = Vec::new();
        for (text, known) in self.forms.iter() {
            let letters = text.chars().count();
            let written = text.chars().next().map(Alphabet::of);
            let spelled = written.is_some_and(Alphabet::is_spelled);
            for form in known {
                let [meaning] = self.meaning(form)[..] else {
                    continue;
                };
                let common = matches!(
                    self.concept(meaning).class,
                    Class::Institution | Class::Quality | Class::Field | Class::Opposite
                );
                if spelled && common && letters >= 4 && self.rest(form).is_empty() {
                    forms.push((text.into(), form.is_stem, meaning));
                }
            }
        }
        // The table of forms has no order of its own.
        forms.sort_unstable();
        Slips::of(forms)
    }

    /// What a word may mean that nobody knows, or whose stem is too short to be sure of, if one slip is taken back.
    pub(super) fn slip(&self, word: &Word) -> Vec<u16> {
        if word.alphabet.is_spelled() && word.plain.chars().nth(3).is_some() {
            self.slips.find(&word.plain)
        } else {
            Vec::new()
        }
    }

    /// Whether this is a word of the vocabulary, letter for letter.
    pub(super) fn has_form(&self, text: &str) -> bool {
        let forms = self.forms.get(text);
        forms.iter().any(|form| self.rest(form).is_empty())
    }

    /// The first letters of the words for each concept.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = (u16, char)> {
        self.forms.iter().flat_map(|(text, forms)| {
            let first = text.chars().next();
            let concepts = forms.iter().filter_map(|form| self.meaning(form).first());
            concepts.filter_map(move |id| Some((*id, first?)))
        })
    }

    /// The second words of the phrases that may begin with this one, each with whether it is a stem.
    pub(super) fn seconds(&self, word: &Word) -> Vec<(String, bool)> {
        let mut found: Vec<(String, bool)> = Vec::new();
        for variant in unprefixed(word) {
            let ends = variant.char_indices().skip(1).map(|(at, _)| at);
            let forms = ends
                .chain([variant.len()])
                .flat_map(|end| self.forms.get(&variant[..end]));
            for second in forms.filter_map(|form| self.rest(form).first()) {
                if !found.contains(second) {
                    found.push(second.clone());
                }
            }
        }
        found
    }

    fn with_kin(mut self, table: &'static str) -> Self {
        let ids: HashMap<&str, u16> = (0..)
            .zip(&self.concepts)
            .map(|(id, concept)| (concept.name, id))
            .collect();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let mut id = || ids.get(cells.next()?).copied();
            if let (Some(one), Some(other)) = (id(), id())
                && let Some(Ok(sim)) = cells.next().map(str::parse)
            {
                self.concepts[usize::from(one)].kin.push((other, sim));
                self.concepts[usize::from(other)].kin.push((one, sim));
            }
        }
        self
    }

    /// How alike two concepts are that are not the same; nothing where nobody takes one for the other.
    pub(super) fn kin(&self, one: u16, other: u16) -> Option<f32> {
        let kin = &self.concept(one).kin;
        kin.iter().find(|(id, _)| *id == other).map(|it| it.1)
    }

    pub(super) fn concept(&self, id: u16) -> &Concept {
        &self.concepts[usize::from(id)]
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.concepts.len()
    }

    /// What the words at the beginning of these mean: the longest phrase, and of that the longest stem.
    pub(super) fn find(&self, words: &[Word]) -> Option<Found> {
        let first = words.first()?;
        let spelled = self.spelled(words);
        // A compound says what its parts do; a stem at its beginning, only half of it.
        if spelled
            .as_ref()
            .is_none_or(|(found, ending)| found.words == 1 && *ending >= 4)
            && let Some(found) = self.compound(first)
        {
            return Some(found);
        }
        if let Some((found, _)) = spelled {
            return Some(found);
        }
        let table = match first.alphabet {
            Alphabet::Latin => &self.romanized,
            Alphabet::Arabic | Alphabet::Hebrew | Alphabet::Digits => return None,
            _ => &self.latin,
        };
        self.heard(table, first.spoken.as_ref().unwrap_or(&first.latin))
            .or_else(|| self.possessed(first))
    }

    /// "Kulturverein", "Frauenverband": what it is about, and a kind of institution at its end.
    fn compound(&self, word: &Word) -> Option<Found> {
        if word.alphabet != Alphabet::Latin || word.plain.len() < 9 {
            return None;
        }
        let part = |text: &str| {
            let word = Word {
                plain: text.to_owned(),
                ..word.clone()
            };
            self.spelled(&[word])
                .filter(|(found, ending)| found.meanings.len() == 1 && *ending <= 2)
                .map(|(found, _)| found.meanings[0].clone())
        };
        (4..=word.plain.len() - 4).rev().find_map(|at| {
            let head = part(&word.plain[at..])?;
            let institution = head
                .iter()
                .any(|id| self.concept(*id).class == Class::Institution);
            if !institution {
                return None;
            }
            let mut meaning = part(&word.plain[..at])?;
            meaning.extend(head);
            Some(Found {
                words: 1,
                meanings: vec![meaning],
                heard: false,
                loose: false,
            })
        })
    }

    /// "St. Stephen's": a word of Latin letters without its last s.
    fn possessed(&self, word: &Word) -> Option<Found> {
        let plain = word
            .plain
            .strip_suffix('s')
            .filter(|rest| word.alphabet == Alphabet::Latin && rest.len() >= 4)?;
        let word = Word {
            plain: plain.to_owned(),
            ..word.clone()
        };
        self.spelled(&[word])
            .filter(|(_, ending)| *ending == 0)
            .map(|(found, _)| found)
    }

    /// What the words mean as they are spelled, and how long the ending is that is not in the tables.
    fn spelled(&self, words: &[Word]) -> Option<(Found, usize)> {
        let first = words.first()?;
        let mut best: Option<(usize, usize, Found, usize)> = None;
        for variant in unprefixed(first) {
            let is_cut = variant.len() < first.plain.len()
                && first.plain.chars().count() == variant.chars().count() + 1;
            for (at, _) in variant.char_indices().chain([(variant.len(), ' ')]).skip(1) {
                let forms = self.forms.get(&variant[..at]);
                if forms.is_empty() {
                    continue;
                }
                let whole = at == variant.len();
                let ending = variant[at..].chars().count();
                let stem = variant[..at].chars().count();
                for form in forms {
                    // A letter that may be a preposition before, and half a word behind: too much is left to chance.
                    let most = if is_cut && stem <= 3 {
                        1
                    } else {
                        longest_ending(stem)
                    };
                    let ends_well = form.is_stem && ending <= most;
                    if !(whole || ends_well) {
                        continue;
                    }
                    let (rest, meaning) = (self.rest(form), self.meaning(form));
                    if !follows(&words[1..], rest) {
                        continue;
                    }
                    let (count, length) = (1 + rest.len(), stem * 2 + usize::from(whole));
                    match &mut best {
                        Some((c, l, found, _)) if (*c, *l) == (count, length) => {
                            if !found.meanings.contains(meaning) {
                                found.meanings.push(meaning.clone());
                            }
                        }
                        Some((c, l, ..)) if (*c, *l) > (count, length) => {}
                        _ => {
                            best = Some((
                                count,
                                length,
                                Found {
                                    words: count,
                                    meanings: vec![meaning.clone()],
                                    heard: false,
                                    loose: ending > 0 && stem <= LOOSE,
                                },
                                ending,
                            ));
                        }
                    }
                }
            }
            // A short word with a long ending may as well be another behind an article.
            if best.as_ref().is_some_and(|(.., ending)| *ending < 3) {
                break;
            }
        }
        best.map(|(_, _, found, ending)| (found, ending))
    }

    /// A word of one script by a form of another that sounds the same.
    fn heard(&self, table: &Forms<[u8]>, latin: &str) -> Option<Found> {
        let whole = sound(latin);
        for length in (4..=whole.len()).rev() {
            let ending = whole.len() - length;
            let meanings: Vec<Meaning> = table
                .get(&whole[..length])
                .iter()
                .filter(|form| {
                    (ending == 0 && length >= 5)
                        || (form.is_stem && length >= 5 && ending <= longest_ending(length))
                })
                .map(|form| self.meaning(form).clone())
                .collect();
            if !meanings.is_empty() {
                return Some(Found {
                    words: 1,
                    meanings,
                    heard: true,
                    loose: true,
                });
            }
        }
        None
    }
}

impl Reading {
    /// Takes a form of the meaning that was read last.
    fn add(&mut self, form: &str) {
        let mut parts: Vec<(Word, bool)> = Vec::new();
        for part in form.split('_') {
            let is_stem = part.ends_with('*');
            for word in words(part) {
                parts.push((word, false));
            }
            if let Some(last) = parts.last_mut() {
                last.1 = is_stem;
            }
        }
        let mut parts = parts.into_iter();
        let Some((first, is_stem)) = parts.next() else {
            return;
        };
        let rest: Rest = parts.map(|(word, stem)| (word.plain, stem)).collect();
        let mut form = Form {
            is_stem,
            meaning: last_of(&self.meanings),
            rest: 0,
        };
        let unsounded = first.alphabet.is_abjad() || first.alphabet == Alphabet::Unparted;
        if rest.is_empty() && !unsounded {
            let heard = sound(first.spoken.as_ref().unwrap_or(&first.latin));
            let table = if first.alphabet == Alphabet::Latin {
                &mut self.latin
            } else {
                &mut self.romanized
            };
            if heard.len() >= 4 {
                table.push((heard.into(), form));
            }
        }
        if !rest.is_empty() {
            self.rests.push(rest);
            form.rest = last_of(&self.rests);
        }
        self.forms.push((first.plain.into(), form));
    }
}

/// The place of the last.
fn last_of<T>(all: &[T]) -> u32 {
    u32::try_from(all.len().saturating_sub(1)).unwrap_or(u32::MAX)
}

/// How long an ending may be: a short stem is a beginning of too many words.
const fn longest_ending(stem: usize) -> usize {
    match stem {
        0..=2 => 2,
        3 => 5,
        4 => 8,
        5 => 9,
        _ => 11,
    }
}

fn concept(name: &'static str, class: &'static str) -> Concept {
    let (kind, group) = match class.split_once('.') {
        Some((kind, group)) => (kind, Some(group)),
        None => (class, None),
    };
    let class = match kind {
        "0" => Class::Nothing,
        "L" => Class::Legal,
        "I" => Class::Institution,
        "Q" => Class::Quality,
        "A" => Class::Attribute,
        "X" => Class::Opposite,
        "F" => Class::Field,
        "C" => Class::Country,
        "T" => Class::Town,
        "G" => Class::Given,
        "N" => Class::Number,
        _ => Class::Unknown,
    };
    let weight = match (class, group, name) {
        (Class::Given, Some("title" | "saintly"), _) => 0.45,
        (_, _, "charity") => 0.35,
        (_, Some("unit" | "branch" | "centre"), _) => 0.45,
        (_, Some("res"), _) | (_, _, "science" | "development" | "system" | "community") => 0.5,
        (_, _, "technology" | "education" | "culture" | "people_nation" | "micro") => 0.7,
        _ => class.weight(),
    };
    Concept {
        name,
        class,
        group,
        weight,
        kin: Vec::new(),
    }
}

#[cfg(test)]
#[path = "vocabulary_test.rs"]
mod tests;
