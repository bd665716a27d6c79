//! Single letters: the B of "Group B", and the initials of a name that are written apart.

use super::unit::{Unit, unknown};
use super::vocabulary::{Class, VOCABULARY};
use super::word::{Alphabet, Word};

/// What a letter says that is written together with a number: 7b.
pub(super) const TIED: f32 = 0.6;

/// Kinds of which there are many, with a letter each.
const SECTIONS: &[&str] = &[
    "section",
    "group",
    "class_group",
    "block_zone",
    "building",
    "unit",
    "division",
    "branch",
    "troop",
    "team",
];

/// A letter that tells one section from the other, or a Roman numeral of one letter: at the end of a name, behind a kind of
/// institution, or tied to a number.
pub(super) fn read(
    words: &[Word],
    at: usize,
    shouted: bool,
    before: Option<&Unit>,
) -> Option<Unit> {
    let word = &words[at];
    let mut letters = word.plain.chars();
    letters.next().filter(|c| c.is_alphabetic())?;
    if letters.next().is_some() || !word.alphabet.is_spelled() || at == 0 {
        return None;
    }
    let of = |weight: f32| Unit {
        class: Class::Letter,
        weight,
        ..unknown(word, shouted)
    };
    if word.attached && words[at - 1].alphabet == Alphabet::Digits {
        return Some(of(TIED));
    }
    let next = words.get(at + 1);
    // An article behind "Association" begins its name; behind "Section" it is no article.
    let found = VOCABULARY.find(&words[at..]);
    let article = found.as_ref().is_some_and(|found| {
        let first = found.meanings.iter().flatten().next();
        first.is_some_and(|id| VOCABULARY.concept(*id).class == Class::Nothing)
    });
    let kind = before.is_some_and(|unit| {
        unit.class == Class::Institution
            && (!article || SECTIONS.iter().any(|name| unit.means(name)))
    });
    let tells = if word.lone {
        next.is_none() || kind && !shouted
    } else {
        next.is_none() && kind
    };
    let one_of_many = words[at - 1].lone || next.is_some_and(|next| next.lone);
    if !tells || one_of_many || found.is_some_and(|it| it.words > 1) {
        return None;
    }
    match (word.alphabet, word.latin.as_str()) {
        (Alphabet::Latin, "i") if word.lone => Some(super::number::of(1, word)),
        (Alphabet::Latin, "v") if word.lone => Some(super::number::of(5, word)),
        (Alphabet::Latin, "x") if word.lone => Some(super::number::of(10, word)),
        _ => Some(of(Class::Letter.weight())),
    }
}

/// An abbreviation with its letters apart, and how many there are: A.G.B.U.
pub(super) fn spelled_out(words: &[Word], at: usize) -> Option<(Word, usize)> {
    let run = words[at..].iter().take_while(|word| word.lone).count();
    // Two are somebody's initials, and so are three before a name.
    if run < 3 || run == 3 && at + run < words.len() || run > 8 {
        return None;
    }
    if VOCABULARY.find(&words[at..]).is_some_and(|it| it.words > 1) {
        return None;
    }
    let letters = &words[at..at + run];
    Some((
        Word {
            plain: letters.iter().map(|word| word.plain.as_str()).collect(),
            latin: letters.iter().map(|word| word.latin.as_str()).collect(),
            capitals: true,
            lone: false,
            ..letters[0].clone()
        },
        run,
    ))
}
