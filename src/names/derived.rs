//! Names that say more than another, and thereby somebody else: its friends, its museum, its medical sister; and names that
//! have nothing of their own.

use super::reason::Reason;
use super::side::Side;
use super::unit::Unit;
use super::unit_alike::How;
use super::vocabulary::Class;

/// Kinds of bodies that belong to others, or are something else.
const PARTS: &[&str] = &[
    "museum",
    "gallery",
    "library",
    "archive",
    "hospital",
    "clinic",
    "school",
    "kindergarten",
    "college",
    "newspaper",
    "radio",
    "television",
    "publisher",
    "bank",
    "garden",
    "conservatory",
    "cemetery",
];

/// What is left when one name is the other and a word that makes somebody else of it.
pub(super) fn derived<'a>(a: &Side<'a>, b: &Side<'a>) -> (f32, Option<Reason>) {
    let weighty = |side: &Side<'a>| -> Vec<&'a Unit> {
        side.free()
            .map(|(_, unit)| unit)
            .filter(|unit| !unit.is_void() && unit.weight > 0.2)
            .collect()
    };
    let (more, whole) = match (weighty(a), weighty(b)) {
        (more, rest) if rest.is_empty() => (more, a),
        (rest, more) if rest.is_empty() => (more, b),
        _ => return (1.0, None),
    };
    let about = |name: &[&str]| more.iter().any(|unit| name.iter().any(|it| unit.means(it)));
    if about(&["anti", "negation", "ex_former"]) {
        return (0.6, Some(Reason::Opposite));
    }
    if more.iter().any(|unit| unit.class == Class::Opposite) {
        return (0.85, Some(Reason::Opposite));
    }
    // "Friends of": what stands alone for friendship has nothing behind it.
    if about(&["friendship", "graduate_alumni", "parents", "fan"]) {
        return (0.7, Some(Reason::OtherKind));
    }
    let shares = |names: &[&str]| {
        whole
            .units
            .iter()
            .zip(&whole.taken)
            .any(|(unit, taken)| *taken > 0.0 && names.iter().any(|name| unit.means(name)))
    };
    let has_other = whole
        .units
        .iter()
        .zip(&whole.taken)
        .any(|(unit, taken)| *taken > 0.0 && unit.class == Class::Institution);
    if has_other && about(PARTS) {
        return (0.7, Some(Reason::OtherKind));
    }
    let level = |unit: &&Unit| matches!(unit.group(), Some("nat" | "rank"));
    if shares(&["bank"]) && more.iter().any(level) {
        return (0.7, Some(Reason::OtherKind));
    }
    let subject = |unit: &&Unit| {
        unit.class == Class::Field && unit.weight > 0.6 && unit.group() != Some("person")
    };
    if shares(&["university", "academy", "institute", "faculty"]) && more.iter().any(subject) {
        return (0.7, Some(Reason::OtherKind));
    }
    if shares(&["university"]) && more.iter().any(|unit| unit.class == Class::Country) {
        return (0.8, Some(Reason::OtherPlace));
    }
    (1.0, None)
}

/// What is left of two names of common words alone, if they are of one language and do not use the same ones.
pub(super) fn common<'a>(a: &Side<'a>, b: &Side<'a>, pairs: &[(usize, usize, How)]) -> f32 {
    let own = |side: &Side<'a>| {
        side.units.iter().any(|unit| {
            matches!(
                unit.class,
                Class::Unknown
                    | Class::Town
                    | Class::Given
                    | Class::Country
                    | Class::Number
                    | Class::Attribute
            ) && unit.weight > 0.2
        })
    };
    if own(a) || own(b) {
        return 1.0;
    }
    let near = |(i, j, how): &(usize, usize, How)| {
        *how == How::Near && a.units[*i].alphabet == b.units[*j].alphabet
    };
    if !pairs.iter().any(near) {
        return 1.0;
    }
    let translated = |(i, j, how): &(usize, usize, How)| {
        let (one, other) = (a.units[*i], b.units[*j]);
        *how != How::Near && !same_beginning(&one.latin, &other.latin)
    };
    if pairs.iter().any(translated) {
        1.0
    } else {
        0.65
    }
}

/// Three letters tell a word of the same language from one of another.
fn same_beginning(one: &str, other: &str) -> bool {
    one.bytes().take(3).eq(other.bytes().take(3))
}
