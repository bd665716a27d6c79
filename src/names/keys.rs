//! Keys for look-ups: two names that may be one organization's share some.

use super::unit::{Name, Unit, skeletons};
use super::vocabulary::Class;
use super::word::Alphabet;

/// What keys are made of; a registry whose keys are older makes them anew.
pub const KEYS_VERSION: i16 = 5;

/// The most keys of a name.
const MOST: usize = 64;

/// The units that are paired.
const PAIRED: usize = 7;

/// Keys of a kind for the letters.
pub(super) fn hash(kind: char, bytes: &[u8]) -> i32 {
    // FNV-1a: the keys stand in the database, so they must not change with the compiler.
    let mut hash: u32 = 0x811c_9dc5;
    let mut buffer = [0; 4];
    for byte in kind
        .encode_utf8(&mut buffer)
        .bytes()
        .chain(bytes.iter().copied())
    {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash.cast_signed()
}

/// The keys of a name: its words as they mean and as they sound, pairs of them, its initials.
pub fn keys(name: &str) -> Vec<i32> {
    Name::read(name).keys()
}

impl Name {
    /// The keys of it, see [`keys`].
    pub fn keys(&self) -> Vec<i32> {
        keys_of(self).into_iter().map(|key| key.0).collect()
    }
}

/// The keys of a name, each with how much it tells beside a word that both names have.
pub fn weighed_keys(name: &str) -> Vec<(i32, f32)> {
    keys_of(&Name::read(name))
        .into_iter()
        .map(|(key, kind)| (key, kind.worth()))
        .collect()
}

/// What a shared key tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Word,
    Part,
    Pair,
    Initials,
}

impl Kind {
    /// How much it tells, beside a word.
    pub(super) const fn worth(self) -> f32 {
        match self {
            Self::Word => 1.0,
            Self::Initials => 0.9,
            Self::Part => 0.35,
            Self::Pair => 0.3,
        }
    }
}

pub(super) fn keys_of(name: &Name) -> Vec<(i32, Kind)> {
    let mut found: Vec<(i32, Kind)> = Vec::new();
    let mut add = |key: i32, kind: Kind| {
        if found.len() < MOST && !found.iter().any(|(known, _)| *known == key) {
            found.push((key, kind));
        }
    };
    let mut weighty: Vec<&Unit> = Vec::new();
    for unit in name.units.iter().map(AsRef::as_ref) {
        if unit.is_void() || unit.latin.is_empty() || unit.class == Class::Letter {
            continue;
        }
        weighty.push(unit);
        add(unit.key, Kind::Word);
        for id in unit.concepts.iter().chain(&unit.slips) {
            add(
                hash(
                    'c',
                    super::vocabulary::VOCABULARY.concept(*id).name.as_bytes(),
                ),
                Kind::Word,
            );
        }
        if is_sounded(unit) {
            let found = skeletons(unit);
            if found.is_empty() {
                // Too short for a skeleton.
                add(hash('w', unit.latin.as_bytes()), Kind::Word);
            }
            for bones in found {
                add(hash('s', &bones), Kind::Word);
                if bones.len() >= 4 && (unit.heard || unit.class == Class::Unknown) {
                    add(hash('p', &bones[..3]), Kind::Part);
                }
            }
        }
        if unit.class == Class::Unknown
            && (unit.capitals || name.units.len() == 1)
            && (2..=8).contains(&unit.latin.len())
        {
            add(hash('a', unit.latin.as_bytes()), Kind::Initials);
        }
    }
    for initials in [&name.initials, &name.all_initials] {
        if (3..=8).contains(&initials.len()) {
            add(hash('a', initials.as_bytes()), Kind::Initials);
        }
    }
    // Words written together and apart.
    for pair in weighty.windows(2) {
        if pair[0].class == Class::Unknown || pair[1].class == Class::Unknown {
            let mut bones = super::sound::skeleton(&pair[0].sound);
            for bone in super::sound::skeleton(&pair[1].stem) {
                if bones.last() != Some(&bone) {
                    bones.push(bone);
                }
            }
            if bones.len() >= 4 {
                add(hash('s', &bones), Kind::Part);
            }
        }
    }
    weighty.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.key.cmp(&b.key)));
    weighty.dedup_by_key(|unit| unit.key);
    weighty.truncate(PAIRED);
    for (at, one) in weighty.iter().enumerate() {
        for other in &weighty[at + 1..] {
            let (low, high) = (one.key.min(other.key), one.key.max(other.key));
            let mut bytes = [0; 8];
            bytes[..4].copy_from_slice(&low.to_be_bytes());
            bytes[4..].copy_from_slice(&high.to_be_bytes());
            add(hash('2', &bytes), Kind::Pair);
        }
    }
    found
}

/// Whether a unit can be looked up by how it sounds: names, and words of which one writer makes a name: Al-Mustaqbal,
/// Hay Tun.
fn is_sounded(unit: &Unit) -> bool {
    if unit.heard {
        return true;
    }
    let foreign = !matches!(unit.alphabet, Alphabet::Latin | Alphabet::Digits);
    match unit.class {
        Class::Unknown | Class::Town | Class::Given | Class::Country | Class::Attribute => true,
        Class::Field => foreign,
        // Long ones are known in their romanized form.
        Class::Institution | Class::Quality | Class::Opposite => foreign && unit.sound.len() <= 6,
        Class::Number | Class::Letter | Class::Nothing | Class::Legal => false,
    }
}
