//! What speaks against two names being one's, however much else they share.

use super::letter::TIED;
use super::reason::Reason;
use super::side::Side;
use super::unit::Unit;
use super::vocabulary::Class;

/// What tells the names apart however much else they share: the factor that is left.
pub(super) fn contradictions<'a>(a: &Side<'a>, b: &Side<'a>) -> (f32, Vec<Reason>) {
    let mut factor = 1.0;
    let mut against = Vec::new();
    let numbers = |side: &Side<'_>| {
        side.free()
            .filter_map(|(_, unit)| unit.number)
            .collect::<Vec<_>>()
    };
    let (of_a, of_b) = (numbers(a), numbers(b));
    let is_year = |number: &u32| (1700..2100).contains(number);
    match (of_a.is_empty(), of_b.is_empty()) {
        (false, false) => {
            factor *= 0.45;
            against.push(Reason::OtherNumber);
        }
        (true, true) => {}
        _ if of_a.iter().chain(&of_b).all(is_year) => factor *= 0.95,
        _ => {
            factor *= 0.72;
            against.push(Reason::OtherNumber);
        }
    }
    let (of_a, of_b) = (letter(a), letter(b));
    factor *= match (of_a > 0.0, of_b > 0.0) {
        (false, false) => 1.0,
        (true, true) => 0.5,
        _ if of_a.max(of_b) >= TIED => 0.6,
        _ => 0.75,
    };
    if of_a + of_b > 0.0 {
        against.push(Reason::OtherNumber);
    }
    let of = |side: &Side<'_>, class: &[Class]| {
        side.free()
            .filter(|(_, unit)| class.contains(&unit.class))
            .count()
    };
    let places = |side: &Side<'_>| of(side, &[Class::Town]);
    let countries = |side: &Side<'_>| of(side, &[Class::Country]);
    if places(a) > 0 && places(b) > 0 || countries(a) > 0 && countries(b) > 0 {
        factor *= 0.6;
        against.push(Reason::OtherPlace);
    }
    let (one, other) = (of(a, &[Class::Opposite]), of(b, &[Class::Opposite]));
    if one > 0 && other > 0 {
        factor *= 0.5;
        against.push(Reason::Opposite);
    } else if one + other > 0 {
        factor *= 0.88;
    }
    factor *= replaced(a, b);
    // The youth of a union is not the union; whom one is for is hardly ever left out.
    let people = |side: &Side<'_>| side.free().any(|(_, unit)| unit.group() == Some("person"));
    if people(a) != people(b) {
        factor *= 0.9;
    }
    let level = |side: &Side<'_>| side.free().any(|(_, unit)| unit.group() == Some("nat"));
    if level(a) && level(b) {
        factor *= 0.75;
    }
    if kinds_differ(a, b) {
        factor *= 0.75;
        against.push(Reason::OtherKind);
    }
    // A federation is no foundation, where one language has a word for each.
    let body = |side: &Side<'a>| {
        side.free()
            .map(|(_, unit)| unit)
            .find(|unit| unit.class == Class::Institution && unit.group().is_some())
    };
    if let (Some(one), Some(other)) = (body(a), body(b))
        && one.alphabet == other.alphabet
        && one.group() != other.group()
    {
        factor *= 0.88;
    }
    let branch = |side: &Side<'_>| {
        side.free()
            .any(|(_, unit)| unit.means("branch") || unit.means("section"))
    };
    let main = |side: &Side<'_>| side.free().any(|(_, unit)| unit.means("headquarters"));
    if branch(a) && main(b) || branch(b) && main(a) {
        factor *= 0.5;
        against.push(Reason::Branch);
    } else if branch(a) != branch(b) {
        factor *= 0.72;
        against.push(Reason::Branch);
    }
    if is_polytechnic(a) && has_other_subject(b) || is_polytechnic(b) && has_other_subject(a) {
        factor *= 0.72;
        against.push(Reason::OtherKind);
    }
    // A king's college is not a queen's.
    let title = |side: &Side<'_>| side.free().any(|(_, unit)| unit.group() == Some("title"));
    if title(a) && title(b) {
        factor *= 0.75;
    }
    (factor, against)
}

/// Whether a polytechnic is meant, by a word that stands for none in the other name.
fn is_polytechnic(side: &Side<'_>) -> bool {
    let mut all = side.units.iter().zip(&side.taken);
    all.any(|(unit, taken)| *taken < 0.9 && unit.means("polytechnic"))
}

/// Whether a university is meant that teaches something else than technology.
fn has_other_subject(side: &Side<'_>) -> bool {
    const TECHNICAL: &[&str] = &[
        "technics",
        "technology",
        "engineering",
        "polytechnic",
        "industry",
        "science",
    ];
    side.units.iter().any(|unit| unit.means("university"))
        && !side
            .units
            .iter()
            .any(|unit| TECHNICAL.iter().any(|name| unit.means(name)))
}

/// What a letter says that only this name has: Group B.
fn letter(side: &Side<'_>) -> f32 {
    side.free()
        .filter(|(_, unit)| unit.class == Class::Letter)
        .map(|(_, unit)| unit.weight)
        .fold(0.0, f32::max)
}

/// What is left when a word that tells organizations apart stands in one name where another stands in the other: less,
/// the surer it is that they do not mean the same.
fn replaced<'a>(a: &Side<'a>, b: &Side<'a>) -> f32 {
    let strong = |side: &Side<'a>| -> Vec<&'a Unit> {
        side.free()
            .map(|(_, unit)| unit)
            .filter(|unit| {
                (unit.weight >= 0.6 || unit.class == Class::Quality)
                    && matches!(
                        unit.class,
                        Class::Quality
                            | Class::Field
                            | Class::Unknown
                            | Class::Attribute
                            | Class::Town
                            | Class::Country
                            | Class::Given
                    )
            })
            .collect()
    };
    let (a, b) = (strong(a), strong(b));
    a.iter()
        .flat_map(|one| b.iter().map(move |other| (one, other)))
        .filter(|(one, other)| one.class != Class::Quality || other.class != Class::Quality)
        .map(|(one, other)| {
            if one.class == Class::Quality || other.class == Class::Quality {
                return 0.88;
            }
            let known = (!one.concepts.is_empty(), !other.concepts.is_empty());
            match (known, one.alphabet == other.alphabet) {
                ((true, true), _) => 0.82,
                ((false, false), true) => 0.87,
                ((true, false) | (false, true), true) => 0.9,
                // A translation that the vocabulary does not have.
                _ => 0.98,
            }
        })
        .fold(1.0, f32::min)
}

/// Whether one is a hospital and the other a library. Unions, societies and centres are called what their translators
/// please.
fn kinds_differ(a: &Side<'_>, b: &Side<'_>) -> bool {
    const FIRM: &[&str] = &[
        "edu", "health", "culture", "firm", "faith", "church", "gov", "media",
    ];
    let kind = |side: &Side<'_>| {
        side.free()
            .filter(|(_, unit)| unit.class == Class::Institution || unit.means("community"))
            .find_map(|(_, unit)| unit.group())
    };
    matches!((kind(a), kind(b)), (Some(one), Some(other)) if FIRM.contains(&one) || FIRM.contains(&other))
}
