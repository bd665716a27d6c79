//! The concepts of a text's words, in whatever language they are written: by these the directory finds by meaning.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::forms::follows;
use super::number;
use super::sound::{skeleton, sound};
use super::unit::{Name, skeletons};
use super::vocabulary::{Class, Found, VOCABULARY};
use super::word::{Word, words};

/// The pieces of a text that are looked at.
const PIECES: usize = 48;

/// The words of the longest phrase that is looked for.
const PHRASE: usize = 6;

/// The pieces that are remembered at once: those of a registry repeat, those of an attack need not.
const REMEMBERED: usize = 100_000;

/// A concept of the vocabulary. It is the same as long as the program runs, and not longer.
pub type Concept = u16;

/// A word of a text, or several that mean one thing together.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// As it is written, without the signs around it.
    pub written: String,
    /// Which of the pieces between blanks it stands in.
    pub pieces: Range<usize>,
    /// Its words, folded.
    pub words: Vec<String>,
    /// What it may mean: alternatives, each with all the concepts that it says at once. None for a word that the
    /// vocabulary does not have.
    pub meanings: Vec<Vec<Concept>>,
    /// How it may sound, by its consonants: of a word that the vocabulary does not have, most often a name.
    pub sounds: Vec<Vec<u8>>,
    /// How much it says.
    pub weight: f32,
    /// Whether it says nothing of which organization this is: `of`, `GmbH`, an initial.
    pub is_light: bool,
    /// Whether it may be the name of a town: the vocabulary knows one that is called so, or does not know it at all.
    pub may_be_town: bool,
}

impl Said {
    /// Whether another says the same thing, by one of its meanings.
    pub fn means(&self, other: &Self) -> bool {
        self.meanings.iter().any(|one| {
            let said = |id: &Concept| other.meanings.iter().any(|meaning| meaning.contains(id));
            one.iter().any(said)
        })
    }
}

/// Reads texts, and remembers the words that it has read.
#[derive(Default)]
pub struct Concepts {
    pieces: HashMap<Box<str>, Arc<[Known]>>,
}

/// A word that was looked up.
struct Known {
    word: Word,
    /// What it means by itself.
    alone: Option<Found>,
    /// The concepts of that which say something.
    concepts: Vec<Concept>,
    /// Whether it says nothing by itself.
    is_light: bool,
    /// What may stand behind it in a phrase that begins with it.
    seconds: Vec<(String, bool)>,
}

impl Concepts {
    /// Adds the concepts of a text, each as often as it is said, and counts the words that say something.
    pub fn read(&mut self, text: &str, mut add: impl FnMut(Concept)) -> usize {
        let pieces = self.pieces(text);
        let words = in_order(&pieces);
        let mut count = 0;
        walk(&words, |unit, phrase| match phrase {
            // Nearly all words stand for themselves; a registry has millions of them.
            None => {
                let known = words[unit.start].1;
                known.concepts.iter().for_each(|id| add(*id));
                count += usize::from(!known.is_light);
            }
            Some(found) => {
                let meanings = weighty(Some(found));
                meanings.iter().flatten().for_each(|id| add(*id));
                count += usize::from(!meanings.is_empty());
            }
        });
        count
    }

    /// What a text says, word by word.
    pub fn said(&mut self, text: &str) -> Vec<Said> {
        let pieces = self.pieces(text);
        let words = in_order(&pieces);
        let mut all = Vec::new();
        walk(&words, |unit, phrase| {
            let some = &words[unit.clone()];
            let (from, to) = (some[0].0, some[some.len() - 1].0);
            let found = phrase.or(some[0].1.alone.as_ref());
            let meanings = weighty(found);
            let written = text.split_whitespace().skip(from).take(to - from + 1);
            let written = written.collect::<Vec<_>>().join(" ");
            all.push(Said {
                written: written
                    .trim_matches(|c: char| !c.is_alphanumeric())
                    .to_owned(),
                pieces: from..to + 1,
                words: some.iter().map(|(_, it)| it.word.latin.clone()).collect(),
                may_be_town: found.is_none_or(|found| {
                    let mut concepts = found.meanings.iter().flatten();
                    concepts.any(|id| VOCABULARY.concept(*id).class == Class::Town)
                }),
                is_light: match phrase {
                    Some(_) => meanings.is_empty(),
                    None => some[0].1.is_light,
                },
                sounds: match found {
                    Some(_) => Vec::new(),
                    None => some.iter().flat_map(|(_, it)| sounds(&it.word)).collect(),
                },
                weight: meanings
                    .iter()
                    .flatten()
                    .map(|id| VOCABULARY.concept(*id).weight)
                    .reduce(f32::max)
                    .unwrap_or(Class::Unknown.weight()),
                meanings,
            });
        });
        all
    }

    fn pieces(&mut self, text: &str) -> Vec<Arc<[Known]>> {
        text.split_whitespace()
            .take(PIECES)
            .map(|piece| self.piece(piece))
            .collect()
    }

    fn piece(&mut self, piece: &str) -> Arc<[Known]> {
        if let Some(known) = self.pieces.get(piece) {
            return Arc::clone(known);
        }
        if self.pieces.len() >= REMEMBERED {
            self.pieces.clear();
        }
        let known: Arc<[Known]> = words(piece).into_iter().map(Known::of).collect();
        self.pieces.insert(piece.into(), Arc::clone(&known));
        known
    }
}

impl Known {
    fn of(word: Word) -> Self {
        let alone = VOCABULARY.find(std::slice::from_ref(&word));
        let concepts = weighty(alone.as_ref()).concat();
        // What the vocabulary has and nothing weighs, and initials.
        let is_light = match &alone {
            Some(_) => concepts.is_empty(),
            None => word.latin.len() < 2 && !word.latin.bytes().all(|byte| byte.is_ascii_digit()),
        };
        Self {
            seconds: VOCABULARY.seconds(&word),
            alone,
            concepts,
            is_light,
            word,
        }
    }
}

/// The words of some pieces, each with the place of its piece.
fn in_order(pieces: &[Arc<[Known]>]) -> Vec<(usize, &Known)> {
    let pieces = pieces.iter().enumerate();
    pieces
        .flat_map(|(nth, piece)| piece.iter().map(move |known| (nth, known)))
        .collect()
}

/// Goes through words unit by unit; a phrase comes with what it means, and a word that stands for itself does not.
fn walk(words: &[(usize, &Known)], mut add: impl FnMut(Range<usize>, Option<&Found>)) {
    let mut at = 0;
    while let Some((_, known)) = words.get(at) {
        if number::is_ending(std::slice::from_ref(&known.word), at) {
            at += 1;
            continue;
        }
        let goes_on = words.get(at + 1).is_some_and(|(_, next)| {
            let next = std::slice::from_ref(&next.word);
            let mut seconds = known.seconds.iter();
            seconds.any(|second| follows(next, std::slice::from_ref(second)))
        });
        let phrase = goes_on.then(|| {
            let some = words[at..].iter().take(PHRASE);
            let some: Vec<Word> = some.map(|(_, known)| known.word.clone()).collect();
            VOCABULARY.find(&some)
        });
        let phrase = phrase.flatten();
        let used = phrase.as_ref().map_or(1, |found| found.words);
        add(at..at + used, phrase.as_ref());
        at += used;
    }
}

/// How a folded word sounds, by its consonants; names that are written in several scripts share them.
pub fn consonants(folded: &str) -> Vec<u8> {
    skeleton(&sound(folded))
}

/// How a word may sound. Two consonants are too few to tell names apart.
fn sounds(word: &Word) -> Vec<Vec<u8>> {
    let units = Name::read(&word.plain).units;
    let all = units.iter().flat_map(|unit| skeletons(unit));
    all.filter(|bones| bones.len() > 2).collect()
}

/// The meanings of a unit without what says nothing.
fn weighty(found: Option<&Found>) -> Vec<Vec<Concept>> {
    let is_weighty = |id: &Concept| {
        !matches!(
            VOCABULARY.concept(*id).class,
            Class::Nothing | Class::Legal | Class::Unknown
        )
    };
    found
        .into_iter()
        .flat_map(|found| &found.meanings)
        .map(|meaning| meaning.iter().copied().filter(is_weighty).collect())
        .filter(|meaning: &Vec<Concept>| !meaning.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<Said> {
        Concepts::default().said(text)
    }

    #[test]
    fn words_of_many_languages_say_the_same() {
        for (one, other) in [
            ("Union", "Союз"),
            ("Unity", "«Единство»"),
            ("Unity", "Միասնություն"),
            ("школы", "School"),
            ("Cologne", "Köln"),
            ("Германии", "Germany"),
            ("جمعية", "Association"),
        ] {
            let (a, b) = (said(one).remove(0), said(other).remove(0));
            assert!(a.means(&b) && b.means(&a), "{one} {other}: {a:?} {b:?}");
        }
        assert!(!said("Union").remove(0).means(&said("School").remove(0)));
        assert!(
            !said("Zanzibarq")
                .remove(0)
                .means(&said("Zanzibarq").remove(0))
        );
    }

    #[test]
    fn units_keep_how_they_are_written_and_what_is_light() {
        let all = said("Союз «Школ» в Кёльне e.V.");
        let written: Vec<(&str, bool)> = all
            .iter()
            .map(|it| (it.written.as_str(), it.is_light))
            .collect();
        assert_eq!(
            written[..4],
            [
                ("Союз", false),
                ("Школ", false),
                ("в", true),
                ("Кёльне", false)
            ]
        );
        assert!(written[4..].iter().all(|it| it.1), "{written:?}");
        assert_eq!(all[0].words, ["soyuz"]);
    }

    #[test]
    fn what_is_remembered_reads_as_what_is_read_first() {
        let texts = [
            "Higher School of Economics",
            "Высшая школа экономики",
            "School of the Higher Court",
            "2-я школа",
            "Pays-Bas",
            "Beyaz Rusya Derneği",
            "Red Cross Red",
        ];
        let mut one = Concepts::default();
        for _ in 0..2 {
            for text in texts {
                assert_eq!(one.said(text), said(text));
                let mut ids = Vec::new();
                let count = one.read(text, |id| ids.push(id));
                let all = said(text);
                assert_eq!(count, all.iter().filter(|it| !it.is_light).count());
                let known: Vec<Concept> = all.iter().flat_map(|it| it.meanings.concat()).collect();
                assert_eq!(ids, known, "{text}");
            }
        }
    }

    #[test]
    fn odd_texts_end() {
        assert!(said("").is_empty());
        assert!(said("… — !!! ؟؟ \u{301}").is_empty());
        assert!(said(&"школа ".repeat(5_000)).len() <= PIECES);
        let mut one = Concepts::default();
        for n in 0..1_000 {
            one.read(&format!("word{n}"), |_| {});
        }
        assert!(one.pieces.len() <= REMEMBERED);
    }
}
