//! Throws damaged names at whatever reads them: the comparer, its keys, the parser of searches and of addresses. Nothing may panic,
//! take long or give a score that is none. It runs as long as it is told and prints what it did.
//!
//!   cargo run --release --example fuzz_names -- [SECONDS] [SEED]

use std::time::{Duration, Instant};

use concord::names::{Name, Rarity, compare, fold, homes, keys, meanings};
use concord::search::{Filter, WORDS_MAX, Wanted};

/// The longest that one damaged name, of ten thousand letters at most, may take with everything that is asked of it.
const LONGEST: Duration = Duration::from_secs(2);

/// What names are damaged with: blanks that take no room, turns of direction, marks upon letters, letters that look alike, signs of all
/// kinds, quotes, digits of several scripts, and what was damaged before.
const ODD: &[&str] = &[
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{202e}",
    "\u{2066}",
    "\u{2069}",
    "\u{0301}",
    "\u{0652}",
    "\u{0640}",
    "\u{00ad}",
    "і",
    "А",
    "ѕ",
    "\u{fffd}",
    "\0",
    "\u{1f600}",
    "👨‍👩‍👧",
    "𝕌",
    "ﬁ",
    "İ",
    "ı",
    "ß",
    "ẞ",
    "ς",
    "\"",
    "“",
    "»",
    "'",
    "’",
    "ʼ",
    "״",
    "-",
    "‐",
    "–",
    "/",
    "\\",
    "(",
    ")",
    "&",
    "+",
    "№",
    "#",
    "%",
    "=cmd()",
    "<script>",
    "１２",
    "٣",
    "४",
    "Ⅻ",
    "IV",
    "3rd",
    "中",
    "한",
    "ไ",
    "ლ",
    "Ա",
    "ا",
    "א",
    "አ",
    "\n",
    "\t",
    " ",
    "\u{3000}",
    "e.V.",
    "ООО",
    "gGmbH",
    ".",
    ",",
    ";",
    "…",
];

/// A generator that gives the same for the same seed (xorshift64*).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let rolled = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(rolled).unwrap_or_default() % sides.max(1)
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.roll(all.len())]
    }
}

/// A name with something wrong, or nothing but odd things.
fn damaged(dice: &mut Dice, names: &[&str]) -> String {
    let mut letters: Vec<char> = match dice.roll(12) {
        0 => Vec::new(),
        1 => std::iter::repeat_with(|| {
            char::from_u32(u32::try_from(dice.roll(0x11_0000)).unwrap_or_default())
        })
        .take(40)
        .flatten()
        .collect(),
        _ => dice.of(names).chars().collect(),
    };
    for _ in 0..dice.roll(8) {
        let at = dice.roll(letters.len() + 1);
        match dice.roll(7) {
            0 => drop(letters.splice(at..at, dice.of(ODD).chars())),
            1 if at < letters.len() => drop(letters.remove(at)),
            2 if at + 1 < letters.len() => letters.swap(at, at + 1),
            3 => letters.truncate(at),
            4 => drop(letters.splice(at..at, dice.of(names).chars())),
            5 => letters.splice(at..at, [' ']).for_each(drop),
            _ => letters.reverse(),
        }
    }
    if dice.roll(200) == 0 && !letters.is_empty() {
        letters = letters.iter().copied().cycle().take(10_000).collect();
    }
    letters.into_iter().collect()
}

fn names_hold(one: &str, other: &str) {
    let (read, against) = (Name::read(one), Name::read(other));
    let unknown = Rarity::unknown();
    let (there, back) = (
        compare(&read, &against, &unknown),
        compare(&against, &read, &unknown),
    );
    for likeness in [&there, &back] {
        assert!(
            (0.0..=1.0).contains(&likeness.score),
            "{one:?} {other:?}: {}",
            likeness.score
        );
    }
    assert!(
        (there.score - back.score).abs() < 1e-3,
        "{one:?} {other:?}: {} {}",
        there.score,
        back.score
    );
    assert_eq!(keys(one), read.keys(), "{one:?}");
    let folded = fold(one);
    assert_eq!(fold(&folded), folded, "{one:?}");
    drop((meanings(one), homes(one)));
}

fn queries_hold(one: &str, other: &str) {
    for text in [
        one.to_owned(),
        format!("\"{one}\" {other}"),
        format!("{one} \"{other}"),
    ] {
        let wanted = Wanted::parse(&text);
        assert!(wanted.words.len() <= WORDS_MAX, "{text:?}");
        assert!(
            wanted
                .phrases
                .iter()
                .all(|phrase| phrase.end <= wanted.words.len()),
            "{text:?}"
        );
        let filter = Filter::of_pairs([("q", text.as_str()), ("host", one), ("city", other)]);
        assert_eq!(
            Filter::parse(&filter.to_query()).as_ref(),
            Ok(&filter),
            "{text:?}"
        );
        // An address may be anything.
        drop((
            Filter::parse(&text),
            Filter::parse(&format!("q={text}&area={one}&{other}")),
        ));
    }
}

fn main() {
    let arguments: Vec<u64> = std::env::args()
        .skip(1)
        .filter_map(|it| it.parse().ok())
        .collect();
    let seconds = arguments.first().copied().unwrap_or(60);
    let seed = arguments.get(1).copied().unwrap_or(1).max(1);
    let mut dice = Dice(seed);
    let table = concat!(
        include_str!("../tests/names/pairs.tsv"),
        include_str!("../tests/names/unseen.tsv"),
        include_str!("../tests/names/tongues.tsv"),
    );
    let names: Vec<&str> = table
        .split(['\t', '\n'])
        .filter(|name| !name.is_empty())
        .collect();
    let (began, mut many, mut longest) = (Instant::now(), 0_u64, Duration::ZERO);
    while began.elapsed() < Duration::from_secs(seconds) {
        let (one, other) = (damaged(&mut dice, &names), damaged(&mut dice, &names));
        let now = Instant::now();
        names_hold(&one, &other);
        queries_hold(&one, &other);
        let took = now.elapsed();
        assert!(took < LONGEST, "{took:?} for {one:?} and {other:?}");
        (many, longest) = (many + 1, longest.max(took));
    }
    println!("{many} pairs of damaged names (seed {seed}), the slowest {longest:?}");
}
