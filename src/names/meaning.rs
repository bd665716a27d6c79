//! What a text speaks of, in any of our languages: concepts, places, and the words that no vocabulary has, each by a key that
//! two texts share if they speak of the same.

use std::collections::HashMap;

use super::keys::hash;
use super::number;
use super::unit::{Name, Unit, skeletons};
use super::vocabulary::{ACTIVITIES, Class, VOCABULARY};
use super::word::{Word, words};

/// How many characters of a text are read at once; longer ones are read in parts.
const PART: usize = 240;
/// How many characters of a text are read at all.
const MOST: usize = 4_000;

/// What kind of thing a text speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    /// Something that people do, or a kind of place where they do it.
    Concept,
    /// A country, a people, a town.
    Place,
    /// A word that the vocabulary does not have: most often a name.
    Word,
}

/// One thing that a text speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Meaning {
    /// Texts that speak of the same thing share it, whatever their language and script.
    pub key: i32,
    /// The key of what this is a kind of, where it is known.
    pub group: Option<i32>,
    /// What it is.
    pub sense: Sense,
    /// How much it says.
    pub weight: f32,
    /// The word that says it, as it is written.
    pub said: String,
}

/// What a text speaks of, each thing once, in the order in which it comes.
pub fn meanings(text: &str) -> Vec<Meaning> {
    let mut found: Vec<Meaning> = Vec::new();
    let mut known: HashMap<i32, usize> = HashMap::new();
    let text: String = text.chars().take(MOST).collect();
    for part in parts(&text) {
        read(part, &mut |meaning| {
            // The word that says it first says it on pages.
            if let std::collections::hash_map::Entry::Vacant(entry) = known.entry(meaning.key) {
                entry.insert(found.len());
                found.push(meaning);
            }
        });
    }
    found
}

/// A text in parts that end at sentences where they can.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', ';', '\n', '۔', '؟', '։', '؛'])
        .flat_map(|sentence| {
            let mut rest = sentence.trim();
            std::iter::from_fn(move || {
                if rest.is_empty() {
                    return None;
                }
                let end = rest
                    .char_indices()
                    .nth(PART)
                    .map_or(rest.len(), |(at, _)| at);
                let end = match end == rest.len() {
                    true => end,
                    false => rest[..end].rfind(char::is_whitespace).unwrap_or(end),
                };
                let (part, behind) = rest.split_at(end.max(1).min(rest.len()));
                rest = behind.trim_start();
                Some(part)
            })
        })
}

fn read(part: &str, add: &mut impl FnMut(Meaning)) {
    let words = words(part);
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let activity = ACTIVITIES.find(rest);
        let named = VOCABULARY.find(rest);
        // The longer phrase wins; of equals, what is spelled so before what only sounds so.
        let is_activity = match (&activity, &named) {
            (Some(one), Some(other)) => (one.words, !one.heard) >= (other.words, !other.heard),
            (Some(_), None) => true,
            _ => false,
        };
        at += match (activity.filter(|_| is_activity), named) {
            (Some(found), _) => {
                let said = said(&rest[..found.words]);
                for id in found.meanings.iter().flatten() {
                    let concept = ACTIVITIES.concept(*id);
                    if concept.class == Class::Nothing {
                        continue;
                    }
                    add(Meaning {
                        key: hash('c', concept.name.as_bytes()),
                        group: concept.group.map(|group| hash('g', group.as_bytes())),
                        sense: Sense::Concept,
                        weight: if found.heard { 0.6 } else { 1.0 },
                        said: said.clone(),
                    });
                }
                found.words
            }
            (None, Some(found)) => {
                let said = said(&rest[..found.words]);
                for id in found.meanings.iter().flatten() {
                    let concept = VOCABULARY.concept(*id);
                    let (sense, weight) = match concept.class {
                        Class::Field => (Sense::Concept, concept.weight),
                        Class::Institution => (Sense::Concept, institution(concept.group)),
                        Class::Country => (Sense::Place, 0.7),
                        Class::Town => (Sense::Place, 1.1),
                        Class::Attribute | Class::Opposite | Class::Given => (Sense::Word, 0.35),
                        Class::Quality
                        | Class::Number
                        | Class::Letter
                        | Class::Nothing
                        | Class::Legal
                        | Class::Unknown => continue,
                    };
                    add(Meaning {
                        key: hash('c', concept.name.as_bytes()),
                        group: None,
                        sense,
                        weight: if found.heard { weight * 0.6 } else { weight },
                        said: said.clone(),
                    });
                }
                found.words
            }
            (None, None) => {
                if number::read(rest, false).is_none() {
                    unknown(&rest[0], add);
                }
                1
            }
        };
    }
}

/// What an organization is says little of what an initiative does; what is visited there says more.
fn institution(group: Option<&str>) -> f32 {
    match group {
        Some("health" | "culture" | "edu" | "media") => 0.75,
        Some("faith") => 0.6,
        _ => 0.12,
    }
}

/// A word that no vocabulary has, by how it sounds: names are written in many ways.
fn unknown(word: &Word, add: &mut impl FnMut(Meaning)) {
    let name = Name::read(&word.plain);
    for unit in &name.units {
        let unit: &Unit = unit;
        if unit.class != Class::Unknown || unit.latin.len() < 4 {
            continue;
        }
        let bones = skeletons(unit);
        let longest = bones.iter().map(Vec::len).max().unwrap_or_default();
        let weight = match longest {
            0..=1 => continue,
            2 => 0.25,
            3 => 0.6,
            _ => 1.0,
        };
        add(Meaning {
            key: unit.key,
            group: None,
            sense: Sense::Word,
            weight,
            said: word.plain.clone(),
        });
    }
}

fn said(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.plain.as_str()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<i32> {
        meanings(text).into_iter().map(|it| it.key).collect()
    }

    fn shared(one: &str, other: &str) -> usize {
        let other = keys(other);
        keys(one).iter().filter(|key| other.contains(key)).count()
    }

    #[test]
    fn the_same_thing_has_the_same_key_in_every_language() {
        for (one, other) in [
            ("Sunday school", "Воскресная школа"),
            ("Sunday school", "مدرسة الأحد"),
            ("Earthquake relief", "Помощь после землетрясения"),
            ("Earthquake", "الزلزال"),
            ("festival", "фестиваль"),
            ("Festival", "مهرجان"),
            ("Festival", "փառատոն"),
            ("Mentoring", "Наставничество"),
            ("chess", "شطرنج"),
            ("library", "Bibliothèque"),
            ("Scholarships", "منح دراسية"),
        ] {
            assert!(shared(one, other) > 0, "{one} / {other}");
        }
    }

    #[test]
    fn a_name_is_heard_through_its_script() {
        assert!(shared("Vanadzor", "Ванадзор") > 0);
        assert!(shared("Narekatsi evening", "Вечер Нарекаци") > 0);
    }

    #[test]
    fn long_texts_end_and_odd_ones_are_read() {
        let long = "школа мира ".repeat(2_000);
        assert!(meanings(&long).len() < 10);
        assert!(meanings("").is_empty());
        assert!(meanings("… — !!! ؟؟ \u{301}").is_empty());
        let _ = meanings(&"ա".repeat(5_000));
    }
}
