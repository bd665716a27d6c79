//! How alike two words sound: an edit distance whose prices know which letters spellings mix up.

use super::sound::is_vowel;

/// How much vowels count: less between scripts than within one, and hardly where one script leaves them out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Vowels {
    /// Both words are of one script.
    Written,
    /// The words are of two scripts that write vowels.
    Respelled,
    /// One word is of a script that leaves vowels out.
    Unwritten,
}

impl Vowels {
    const fn weight(self) -> f32 {
        match self {
            Self::Written => 0.6,
            Self::Respelled => 0.4,
            Self::Unwritten => 0.12,
        }
    }
}

/// The longest sound that is compared.
const LONGEST: usize = 48;

/// What it costs to take one consonant for another; for those that are not here, 1.
const MIXED_UP: &[(&[u8; 2], f32)] = &[
    (b"gh", 0.25),
    (b"hX", 0.15),
    (b"gX", 0.35),
    (b"kX", 0.35),
    (b"kh", 0.45),
    (b"gk", 0.35),
    (b"CX", 0.5),
    (b"Ch", 0.6),
    (b"bv", 0.4),
    (b"vf", 0.3),
    (b"vw", 0.1),
    (b"pb", 0.3),
    (b"pf", 0.35),
    (b"td", 0.35),
    (b"dz", 0.4),
    (b"sz", 0.3),
    (b"cs", 0.3),
    (b"cz", 0.35),
    (b"ck", 0.4),
    (b"cC", 0.35),
    (b"CS", 0.35),
    (b"Ss", 0.3),
    (b"Jz", 0.35),
    (b"JS", 0.4),
    (b"JC", 0.35),
    (b"Jj", 0.1),
    (b"Jg", 0.3),
    (b"jg", 0.35),
    (b"jh", 0.4),
    (b"CJ", 0.35),
    (b"mn", 0.6),
    (b"lr", 0.7),
    (b"tc", 0.5),
    (b"qk", 0.05),
    (b"qg", 0.15),
    (b"qX", 0.3),
    (b"qh", 0.4),
    (b"kC", 0.6),
];

/// The letters of the sound alphabet and one place for all else.
const LETTERS: usize = 32;

/// What letters cost by their places, for one way of counting vowels: small enough to stay at hand.
struct Prices {
    /// Leaving a letter out.
    left_out: [f32; LETTERS],
    /// Taking one letter for another.
    taken: [[f32; LETTERS]; LETTERS],
}

static PRICES: [Prices; 3] = [
    prices(Vowels::Written),
    prices(Vowels::Respelled),
    prices(Vowels::Unwritten),
];

const fn prices(vowels: Vowels) -> Prices {
    let mut prices = Prices {
        left_out: [1.0; LETTERS],
        taken: [[1.0; LETTERS]; LETTERS],
    };
    let mut a = 0;
    while a < LETTERS {
        prices.left_out[a] = weight(letter(a), vowels);
        let mut b = 0;
        while b < LETTERS {
            prices.taken[a][b] = taken(letter(a), letter(b), vowels);
            b += 1;
        }
        a += 1;
    }
    prices
}

const fn place(letter: u8) -> usize {
    match letter {
        b'a'..=b'z' => (letter - b'a') as usize,
        b'S' => 26,
        b'C' => 27,
        b'J' => 28,
        b'X' => 29,
        _ => 31,
    }
}

/// The letter at a place; for all else a sign that is no letter.
const fn letter(place: usize) -> u8 {
    match place {
        0..=25 => b'a' + place as u8,
        26 => b'S',
        27 => b'C',
        28 => b'J',
        29 => b'X',
        _ => b'-',
    }
}

const fn weight(letter: u8, vowels: Vowels) -> f32 {
    if is_vowel(letter) {
        vowels.weight()
    } else if matches!(letter, b'w' | b'j' | b'h') {
        0.6
    } else {
        1.0
    }
}

/// What it costs to take one letter for another that is not the same.
const fn taken(a: u8, b: u8, vowels: Vowels) -> f32 {
    match (is_vowel(a), is_vowel(b)) {
        (true, true) => vowels.weight() * 0.7,
        (false, false) => mixed_up(a, b),
        // y and w are vowels for some.
        _ => match (a, b) {
            (b'w' | b'v', b'u' | b'o') | (b'u' | b'o', b'w' | b'v') => 0.25,
            (b'j', b'i') | (b'i', b'j') => 0.15,
            _ => 1.1,
        },
    }
}

const fn mixed_up(a: u8, b: u8) -> f32 {
    let mut price = 1.0;
    let mut at = 0;
    while at < MIXED_UP.len() {
        let (pair, less) = MIXED_UP[at];
        if pair[0] == a && pair[1] == b || pair[0] == b && pair[1] == a {
            price = less;
        }
        at += 1;
    }
    price
}

/// From 0, nothing in common, to 1, the same sound.
pub(super) fn alike(a: &[u8], b: &[u8], vowels: Vowels) -> f32 {
    if a == b {
        return 1.0;
    }
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    let prices = &PRICES[vowels as usize];
    let left_out = |letter: &u8| prices.left_out[place(*letter)];
    let sum = |word: &[u8]| word.iter().map(left_out).sum::<f32>();
    let (of_a, of_b) = (sum(a), sum(b));
    if of_a <= 0.0 || of_b <= 0.0 {
        return 0.0;
    }
    let whole = 0.5 * (of_a + of_b);
    if (of_a - of_b).abs() > 0.45 * whole {
        return 0.0;
    }
    let mut rows = [[0.0_f32; LONGEST + 1]; 3];
    let mut places = [0; LONGEST];
    for (at, letter) in b.iter().enumerate() {
        places[at] = place(*letter);
        rows[0][at + 1] = rows[0][at] + left_out(letter);
    }
    for (i, one) in a.iter().enumerate() {
        let (now, next, before) = (i % 3, (i + 1) % 3, (i + 2) % 3);
        let dropped = left_out(one);
        let taken = &prices.taken[place(*one)];
        rows[next][0] = rows[now][0] + dropped;
        let mut least = rows[next][0];
        for (j, (other, place)) in b.iter().zip(places).enumerate() {
            let swapped = if one == other { 0.0 } else { taken[place] };
            let mut cost = (rows[now][j] + swapped)
                .min(rows[now][j + 1] + dropped)
                .min(rows[next][j] + prices.left_out[place]);
            if i > 0 && j > 0 && *one == b[j - 1] && a[i - 1] == *other {
                cost = cost.min(rows[before][j - 1] + 0.6);
            }
            rows[next][j + 1] = cost;
            least = least.min(cost);
        }
        if least > 0.4 * whole {
            return 0.0;
        }
    }
    let cost = rows[a.len() % 3][b.len()] + beginnings(a, b);
    (1.0 - cost / whole).max(0.0)
}

/// Who mistypes or respells a name seldom does so with its first consonant.
fn beginnings(a: &[u8], b: &[u8]) -> f32 {
    let first = |word: &[u8]| word.iter().copied().find(|letter| !is_vowel(*letter));
    match (first(a), first(b)) {
        (Some(one), Some(other)) if one != other => 0.4 * mixed_up(one, other),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::fold;
    use crate::names::sound::sound;

    fn between(a: &str, b: &str, vowels: Vowels) -> f32 {
        alike(&sound(&fold(a)), &sound(&fold(b)), vowels)
    }

    #[test]
    fn respelled_names_are_alike_and_others_are_not() {
        for (a, b) in [
            ("Hovhannisyan", "Оганнисян"),
            ("Kharkiv", "Харьков"),
            ("Sumgayit", "Сумгаит"),
            ("Zhubanov", "Жұбанов"),
            ("Tynyshpaev", "Тынышпаева"),
        ] {
            assert!(
                between(a, b, Vowels::Respelled) > 0.72,
                "{a} {b}: {}",
                between(a, b, Vowels::Respelled)
            );
        }
        for (a, b) in [
            ("Kerman", "Keller"),
            ("Tambov", "Tomsk"),
            ("Qazvin", "Karachi"),
        ] {
            assert!(
                between(a, b, Vowels::Written) < 0.7,
                "{a} {b}: {}",
                between(a, b, Vowels::Written)
            );
        }
        assert!(between("Jahrom", "جهرم", Vowels::Unwritten) > 0.8);
        assert!(between("Gandhara", "گاندھارا", Vowels::Unwritten) > 0.8);
    }
}
