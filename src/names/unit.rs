//! What a name is made of once it is read: concepts, names, numbers, each with what it weighs.

use std::sync::Arc;

use super::keys::hash;
use super::letter;
use super::number;
use super::pieces::pieces;
use super::sound::{other_skeletons, skeleton, sound};
use super::stem::{stem, without_article, without_preposition};
use super::tongue::spoken;
use super::vocabulary::{Class, Found, VOCABULARY};
use super::word::{Alphabet, Word, words};

/// The units of a name that are compared.
const UNITS: usize = 32;

/// A word of a name, or a phrase that means one thing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unit {
    /// The concepts that it may mean.
    pub(super) concepts: Vec<u16>,
    pub(super) class: Class,
    /// What it says, before the registry is asked how rare it is.
    pub(super) weight: f32,
    pub(super) number: Option<u32>,
    /// Folded.
    pub(super) latin: Box<str>,
    /// How it sounds, whole and without its ending.
    pub(super) sound: Box<[u8]>,
    pub(super) stem: Box<[u8]>,
    /// How it sounds without a letter that may be a preposition.
    pub(super) bare: Option<Box<[u8]>>,
    pub(super) alphabet: Alphabet,
    pub(super) capitals: bool,
    /// Its meaning was found by sound alone: it may as well be a name.
    pub(super) heard: bool,
    /// What it means if one slip of typing is taken back.
    pub(super) slips: Vec<u16>,
    /// The letters of an abbreviation, where they are not Latin.
    pub(super) short: Option<Box<str>>,
    /// It stands in quotation marks.
    pub(super) quoted: bool,
    /// The consonants in it, a bit for each.
    pub(super) consonants: u32,
    /// By which it is counted and looked up.
    pub(super) key: i32,
}

impl Unit {
    /// Whether it says nothing of which organization this is.
    pub(super) const fn is_void(&self) -> bool {
        matches!(self.class, Class::Nothing | Class::Legal)
    }

    pub(super) fn group(&self) -> Option<&'static str> {
        self.concepts
            .first()
            .and_then(|id| VOCABULARY.concept(*id).group)
    }

    pub(super) fn means(&self, name: &str) -> bool {
        self.concepts
            .iter()
            .any(|id| VOCABULARY.concept(*id).name == name)
    }
}

/// A name, read and ready to be compared.
#[derive(Clone, Debug)]
pub struct Name {
    pub(super) units: Vec<Arc<Unit>>,
    /// The same for names that differ in nothing but letter case, accents and signs between words.
    pub(super) folded: Box<str>,
    /// The first letters of its words, with and without those that say nothing.
    pub(super) initials: Box<str>,
    pub(super) all_initials: Box<str>,
}

impl Name {
    /// Reads a name; of one without letters and digits nothing is left but its signs.
    pub fn read(text: &str) -> Self {
        let words = pieces(words(text));
        let mut units: Vec<Arc<Unit>> = Vec::with_capacity(words.len());
        let mut initials = String::new();
        let mut all_initials = String::new();
        // In a name that is all capitals they tell nothing.
        let shouted = words
            .iter()
            .filter(|word| word.plain.len() > 1)
            .all(|word| word.capitals)
            && words.len() > 1;
        let mut at = 0;
        while at < words.len() && units.len() < UNITS {
            let rest = &words[at..];
            let before = units.len();
            let used = if number::is_ending(rest, at) {
                1
            } else if let Some(unit) = number::read(rest, shouted) {
                units.push(Arc::new(unit));
                1
            } else if let Some(unit) =
                letter::read(&words, at, shouted, units.last().map(AsRef::as_ref))
            {
                units.push(Arc::new(unit));
                1
            } else if let Some((word, used)) = letter::spelled_out(&words, at) {
                units.push(Arc::new(unknown(&word, false)));
                used
            } else if let Some(found) = VOCABULARY.find(rest) {
                let used = found.words;
                let mut said = meant(&rest[..used], &found, shouted);
                if let [unit] = &mut said[..]
                    && found.loose
                {
                    unit.slips = slips(&rest[0], shouted);
                    let own = &unit.concepts;
                    unit.slips.retain(|id| !own.contains(id));
                }
                units.extend(said.into_iter().map(Arc::new));
                number::add_up(&mut units);
                used
            } else {
                let mut unit = unknown(&rest[0], shouted);
                unit.slips = slips(&rest[0], shouted);
                units.push(Arc::new(unit));
                1
            };
            for word in &rest[..used] {
                all_initials.push_str(&initial(word));
            }
            if units.last().is_some_and(|unit| !unit.is_void()) {
                for word in &rest[..used] {
                    initials.push_str(&initial(word));
                }
            }
            if rest[0].aside {
                // What stands in brackets explains the rest.
                let from = before;
                for unit in &mut units[from..] {
                    Arc::make_mut(unit).weight *= 0.45;
                }
            }
            at += used;
        }
        units.truncate(UNITS);
        lighten_parent(&mut units);
        Self {
            units,
            folded: join(&words).into(),
            initials: initials.into(),
            all_initials: all_initials.into(),
        }
    }
}

/// The first letter of a word in Latin ones: `sh` for ш.
fn initial(word: &Word) -> String {
    let first: String = word.plain.chars().take(1).collect();
    joined(&first)
}

/// "Institute of … of the National Academy of …": the body that it belongs to is often left out, and weighs less.
fn lighten_parent(units: &mut [Arc<Unit>]) {
    const CHILDREN: &[&str] = &[
        "institute",
        "centre",
        "department",
        "laboratory",
        "hospital",
        "clinic",
        "library",
        "museum",
        "garden",
        "observatory",
        "station",
        "branch",
        "faculty",
        "section",
        "committee",
        "group",
        "complex",
    ];
    const PARENTS: &[&str] = &["academy", "ministry", "university", "agency"];
    let Some(child) = units
        .iter()
        .position(|unit| CHILDREN.iter().any(|name| unit.means(name)))
    else {
        return;
    };
    let says_something =
        |unit: &Arc<Unit>| matches!(unit.class, Class::Field | Class::Unknown | Class::Attribute);
    let Some(mut from) = units
        .iter()
        .enumerate()
        .skip(child + 2)
        .find(|(_, unit)| PARENTS.iter().any(|name| unit.means(name)))
        .map(|(at, _)| at)
    else {
        return;
    };
    while from > child + 2
        && matches!(
            units[from - 1].class,
            Class::Quality | Class::Country | Class::Nothing
        )
    {
        from -= 1;
    }
    if units[child + 1..from].iter().any(says_something) {
        for unit in &mut units[from..] {
            Arc::make_mut(unit).weight *= 0.5;
        }
    }
}

/// What a word means if one slip is taken back; an abbreviation is what it is.
fn slips(word: &Word, shouted: bool) -> Vec<u16> {
    if word.capitals && !shouted {
        return Vec::new();
    }
    VOCABULARY.slip(word)
}

fn join(words: &[Word]) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&word.plain);
    }
    text
}

/// A word or phrase of the vocabulary: one unit, or as many as it says things.
fn meant(words: &[Word], found: &Found, shouted: bool) -> Vec<Unit> {
    let spelled = unknown(&words[0], shouted);
    if found.meanings.len() == 1 && found.meanings[0].len() > 1 {
        return found.meanings[0]
            .iter()
            .map(|id| with(&spelled, vec![*id], found.heard, words))
            .collect();
    }
    let concepts: Vec<u16> = found
        .meanings
        .iter()
        .filter_map(|meaning| meaning.first().copied())
        .collect();
    vec![with(&spelled, concepts, found.heard, words)]
}

fn with(spelled: &Unit, concepts: Vec<u16>, heard: bool, words: &[Word]) -> Unit {
    let Some(first) = concepts.first() else {
        return spelled.clone();
    };
    let concept = VOCABULARY.concept(*first);
    let number = (concept.class == Class::Number)
        .then(|| concept.name.parse().ok())
        .flatten();
    let mut unit = Unit {
        class: concept.class,
        weight: concept.weight,
        number,
        key: hash('c', concept.name.as_bytes()),
        heard,
        concepts,
        ..spelled.clone()
    };
    if words.len() > 1 {
        let latin: String = words.iter().map(|word| word.latin.as_str()).collect();
        let said: String = words
            .iter()
            .map(|word| word.spoken.as_ref().unwrap_or(&word.latin).as_str())
            .collect();
        unit.sound = sound(&said).into();
        unit.stem = unit.sound.clone();
        unit.consonants = letters_of(&unit.sound);
        unit.latin = latin.into();
        unit.bare = None;
    }
    unit
}

/// A word that the vocabulary does not have.
pub(super) fn unknown(word: &Word, shouted: bool) -> Unit {
    let plain = without_article(word);
    let latin: String = if plain.len() == word.plain.len() {
        word.latin.clone()
    } else {
        joined(plain)
    };
    let say = |plain: &str| spoken(plain, word.tongue).unwrap_or_else(|| joined(plain));
    // The plain letters of Latin words have lost their marks.
    let said = match (&word.spoken, word.alphabet) {
        (Some(said), Alphabet::Latin) => said.clone(),
        (None, Alphabet::Latin) => latin.clone(),
        _ => say(plain),
    };
    let heard = sound(&said);
    let stem_heard = match word.alphabet {
        Alphabet::Latin => sound(stem(&said, word.alphabet)),
        _ => sound(&say(stem(plain, word.alphabet))),
    };
    let bare = without_preposition(word).map(|bare| sound(&say(bare)).into_boxed_slice());
    let letters = latin.len();
    let weight = match letters {
        0 => 0.0,
        1 => 0.12,
        2 if !word.capitals => 0.35,
        2 | 3 => 0.8,
        _ => Class::Unknown.weight(),
    };
    let bones = skeleton(&stem_heard);
    Unit {
        consonants: letters_of(&heard),
        concepts: Vec::new(),
        class: Class::Unknown,
        weight,
        number: None,
        key: if bones.len() < 2 {
            hash('w', latin.as_bytes())
        } else {
            hash('s', &bones)
        },
        latin: latin.into(),
        sound: heard.into(),
        stem: stem_heard.into(),
        bare,
        alphabet: word.alphabet,
        capitals: word.capitals && !shouted,
        heard: false,
        slips: Vec::new(),
        quoted: word.quoted,
        short: (word.capitals && !shouted && word.alphabet != Alphabet::Latin)
            .then(|| word.plain.as_str().into()),
    }
}

/// The consonants of a sound as they stand in its skeleton, a bit for each.
fn letters_of(sound: &[u8]) -> u32 {
    skeleton(sound)
        .iter()
        .fold(0, |bits, letter| bits | 1 << (letter % 32))
}

fn joined(plain: &str) -> String {
    super::fold::fold(plain).split_ascii_whitespace().collect()
}

/// The skeletons by which a unit that is written as it sounds can be looked up.
pub(super) fn skeletons(unit: &Unit) -> Vec<Vec<u8>> {
    let mut found: Vec<Vec<u8>> = Vec::new();
    let mut add = |bones: Vec<u8>| {
        if bones.len() >= 2 && !found.contains(&bones) {
            found.push(bones);
        }
    };
    add(skeleton(&unit.stem));
    add(skeleton(&unit.sound));
    for other in other_skeletons(&unit.stem).chain(other_skeletons(&unit.sound)) {
        add(other);
    }
    if let Some(bare) = &unit.bare {
        add(skeleton(bare));
    }
    // Whoever leaves the marks out writes other letters.
    add(skeleton(&sound(&unit.latin)));
    found
}
