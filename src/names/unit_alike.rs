//! How alike two units are, and in which way.

use super::distance::{Vowels, alike};
use super::slips::is_slip;
use super::unit::Unit;
use super::vocabulary::{Class, VOCABULARY};
use super::word::Alphabet;

/// In which way two units are alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum How {
    Same,
    Respelled,
    /// They mean the same; [`told`] says whether they also sound so.
    Meaning,
    Translated,
    Mistyped,
    Near,
}

/// Less alike than this is not alike.
const LEAST: f32 = 0.7;

/// How alike words are of which two neighbouring letters changed places.
const SWAPPED: f32 = 0.96;

/// How alike a common word is to what is left of it when it is abbreviated.
const SHORTENED: f32 = 0.9;

/// "Dept", "Univ", "Intl": a common word up to somewhere, or without its middle.
fn is_shortened(short: &Unit, long: &Unit) -> bool {
    let common = matches!(
        long.class,
        Class::Institution | Class::Quality | Class::Field
    );
    let (one, other) = (short.latin.as_bytes(), long.latin.as_bytes());
    if !common
        || !short.concepts.is_empty()
        || short.capitals
        || !(3..=5).contains(&one.len())
        || other.len() < one.len() + 3
        || one[..2] != other[..2]
    {
        return false;
    }
    let mut rest = other.iter();
    other.starts_with(one)
        || one.last() == other.last() && one.iter().all(|letter| rest.any(|it| it == letter))
}

/// Whether two words of five letters at least are the same but for two neighbours that changed places: fingers do that, and
/// hardly ever two names.
fn are_swapped(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() || a.len() < 5 {
        return false;
    }
    let at = a.iter().zip(b).position(|(one, other)| one != other);
    at.is_some_and(|at| {
        at + 1 < a.len() && a[at] == b[at + 1] && a[at + 1] == b[at] && a[at + 2..] == b[at + 2..]
    })
}

/// How alike two units are; nothing where they have nothing in common.
pub(super) fn between(a: &Unit, b: &Unit) -> Option<(f32, How)> {
    if a.number.is_some() || b.number.is_some() {
        return match (a.number, b.number) {
            (Some(one), Some(other)) if one == other => Some((1.0, How::Same)),
            _ => None,
        };
    }
    let same_script = a.alphabet == b.alphabet;
    if a.latin == b.latin && !a.latin.is_empty() {
        return Some((
            1.0,
            if same_script {
                How::Same
            } else {
                How::Respelled
            },
        ));
    }
    if a.concepts.iter().any(|id| b.concepts.contains(id)) {
        return Some((1.0, How::Meaning));
    }
    if a.class == Class::Letter && b.class == Class::Letter {
        return None;
    }
    if initial_of(a, b) || initial_of(b, a) {
        return Some((0.7, How::Near));
    }
    let both = !a.concepts.is_empty() && !b.concepts.is_empty();
    if same_script && !(a.capitals || b.capitals) && are_swapped(&a.latin, &b.latin) {
        return Some((SWAPPED, How::Mistyped));
    }
    if same_script && (is_shortened(a, b) || is_shortened(b, a)) {
        return Some((SHORTENED, How::Near));
    }
    if let Some(sim) = slipped(a, b) {
        return Some((sim, How::Mistyped));
    }
    if a.class == Class::Letter || b.class == Class::Letter {
        return None;
    }
    if both {
        if let Some(sim) = kin(a, b) {
            return Some((sim, How::Near));
        }
        if let (Some(one), Some(other)) = (a.group(), b.group())
            && one == other
        {
            let apart = are_apart(a, b) || are_apart(b, a);
            return near(one).filter(|_| !apart).map(|sim| (sim, How::Near));
        }
        // Countries that are known are told apart by what they are called, however it sounds.
        let proper = a.class == b.class && is_proper(a.class) && a.class != Class::Country;
        if !(a.heard || b.heard || proper) {
            return None;
        }
    }
    if a.is_void() || b.is_void() {
        return None;
    }
    // Half of the consonants at least: what has fewer is not worth a comparison.
    let (shared, most) = (
        (a.consonants & b.consonants).count_ones(),
        a.consonants.count_ones().max(b.consonants.count_ones()),
    );
    if shared * 2 < most {
        return None;
    }
    let sim = heard(a, b);
    let least = least(a, b, both);
    if sim < least {
        return None;
    }
    let how = if same_script {
        How::Mistyped
    } else {
        How::Respelled
    };
    Some((if both { sim * 0.9 } else { sim }, how))
}

/// A common word with one letter wrong: beside the word itself, or beside a translation of it.
fn slipped(a: &Unit, b: &Unit) -> Option<f32> {
    let means = |one: &Unit, other: &Unit| one.slips.iter().any(|id| other.concepts.contains(id));
    if !means(a, b) && !means(b, a) {
        return None;
    }
    if a.alphabet == b.alphabet && is_slip(&a.latin, &b.latin) {
        return Some(0.95);
    }
    // What is read otherwise, or short, is taken for itself.
    let sure = |unit: &Unit| unit.concepts.is_empty() && unit.latin.len() >= 6;
    let (slip, word) = if means(a, b) { (a, b) } else { (b, a) };
    (sure(slip) && !word.concepts.is_empty()).then_some(0.85)
}

/// Whether units of one meaning are the same word, one that was respelled, or a translation.
pub(super) fn told(a: &Unit, b: &Unit) -> How {
    let sim = heard(a, b);
    if a.alphabet == b.alphabet && sim > 0.6 {
        How::Same
    } else if sim > 0.75 {
        How::Respelled
    } else {
        How::Translated
    }
}

/// Short words are alike by chance: the fewer letters, the more of them must agree.
fn least(a: &Unit, b: &Unit, both: bool) -> f32 {
    let shorter = a.sound.len().min(b.sound.len());
    if shorter <= 5 && (a.capitals || b.capitals) {
        // One letter makes another abbreviation.
        return 1.0;
    }
    // A common word that is misspelt is likelier than a name that happens to be like it.
    let common = |one: &Unit, other: &Unit| {
        !one.concepts.is_empty() && other.concepts.is_empty() && !is_proper(one.class)
    };
    if a.alphabet == b.alphabet && shorter >= 5 && (common(a, b) || common(b, a)) {
        return 0.8;
    }
    let least: f32 = match (shorter, a.alphabet == b.alphabet) {
        (0..=3, true) => 0.99,
        (4..=5, true) => 0.91,
        (6, true) => 0.85,
        (_, true) => 0.79,
        (0..=3, false) => 0.86,
        (4, false) => 0.8,
        (5, false) => 0.75,
        _ => LEAST,
    };
    if both { least.max(0.85) } else { least }
}

/// The likeness of meanings that translators take for each other.
fn kin(a: &Unit, b: &Unit) -> Option<f32> {
    let pairs = a
        .concepts
        .iter()
        .flat_map(|one| b.concepts.iter().map(move |other| (*one, *other)));
    pairs
        .filter_map(|(one, other)| VOCABULARY.kin(one, other))
        .max_by(f32::total_cmp)
}

const fn is_proper(class: Class) -> bool {
    matches!(
        class,
        Class::Town | Class::Given | Class::Country | Class::Attribute
    )
}

/// Kinds of institutions that one writer takes for another.
fn near(group: &str) -> Option<f32> {
    Some(match group {
        "assoc" | "found" | "church" => 0.75,
        "edu" | "firm" | "health" => 0.6,
        "gov" | "body" | "unit" | "centre" | "branch" => 0.5,
        "res" | "techno" => 0.7,
        "teach" | "heal" | "guard" => 0.6,
        "aid" | "folk" => 0.5,
        "own" => 0.4,
        _ => return None,
    })
}

/// Kinds that stand in one group and that nobody takes for each other.
fn are_apart(a: &Unit, b: &Unit) -> bool {
    const SMALL: &[&str] = &[
        "conservatory",
        "kindergarten",
        "nursery",
        "playgroup",
        "school",
        "gymnasium",
        "lyceum",
        "seminary",
    ];
    let is = |unit: &Unit, names: &[&str]| names.iter().any(|name| unit.means(name));
    is(a, &["headquarters"]) && is(b, &["branch"])
        || is(a, &["university"]) && is(b, SMALL)
        || is(a, &["kindergarten", "nursery", "playgroup"])
            && is(
                b,
                &[
                    "school",
                    "gymnasium",
                    "lyceum",
                    "college",
                    "academy",
                    "institute",
                ],
            )
}

/// "M." of "Mikhail".
fn initial_of(short: &Unit, long: &Unit) -> bool {
    short.latin.len() == 1
        && long.latin.len() > 1
        && matches!(long.class, Class::Given | Class::Unknown)
        && short.class != Class::Nothing
        && long.latin.starts_with(&*short.latin)
}

/// The best of what their forms have in common.
pub(super) fn heard(a: &Unit, b: &Unit) -> f32 {
    let vowels = if a.alphabet == b.alphabet {
        if a.alphabet == Alphabet::Latin || a.alphabet == Alphabet::Cyrillic {
            Vowels::Written
        } else {
            Vowels::Respelled
        }
    } else if a.alphabet.is_abjad() || b.alphabet.is_abjad() {
        Vowels::Unwritten
    } else {
        Vowels::Respelled
    };
    let mut best = alike(&a.sound, &b.sound, vowels);
    if best >= 0.99 {
        return best;
    }
    let mut also = |one: &[u8], other: &[u8], worth: f32| {
        if one.len() >= 2 && other.len() >= 2 {
            best = best.max(worth * alike(one, other, vowels));
        }
    };
    if a.stem != a.sound || b.stem != b.sound {
        // Within Latin a last vowel tells names apart more often than it declines them.
        let worth = if vowels == Vowels::Written && a.alphabet == Alphabet::Latin {
            0.88
        } else {
            0.97
        };
        also(&a.stem, &b.stem, worth);
        also(&a.stem, &b.sound, worth);
        also(&a.sound, &b.stem, worth);
    }
    if let Some(bare) = &a.bare {
        also(bare, &b.sound, 0.96);
    }
    if let Some(bare) = &b.bare {
        also(&a.sound, bare, 0.96);
    }
    best
}
