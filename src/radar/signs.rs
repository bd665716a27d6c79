//! Signs: what an initiative is looked up by. Two that may overlap share rare ones, whatever their languages. Pure.

use super::profile::Profile;

/// The most signs of an initiative; the database holds a row for each.
pub const MOST: usize = 56;

/// How many of its strongest terms are paired.
const PAIRED: usize = 7;

impl Profile {
    /// The signs, those first that tell most.
    pub fn signs(&self) -> Vec<i64> {
        let mut signs: Vec<i64> = Vec::with_capacity(MOST);
        let mut add = |parts: &[i64]| {
            let sign = mix(parts);
            if signs.len() < MOST && !signs.contains(&sign) {
                signs.push(sign);
            }
        };
        let key = |key: i32| i64::from(key);
        // Names of people, feasts and works: rare by themselves.
        for term in self.terms.iter().filter(|it| it.kind == 'w').take(10) {
            add(&[1, key(term.key)]);
        }
        let concepts: Vec<i64> = self
            .terms
            .iter()
            .filter(|it| it.kind == 'c' && it.weight >= 0.4)
            .take(PAIRED)
            .map(|it| key(it.key))
            .collect();
        let places: Vec<i64> = self
            .hosts
            .iter()
            .chain(&self.homelands)
            .flat_map(|spot| spot.place.iter().take(2))
            .map(|it| key(*it))
            .take(4)
            .collect();
        let countries = |spots: &[super::profile::Spot], side: i64| -> Vec<i64> {
            let all = spots.iter().map(|it| text(&it.country) ^ (side << 32));
            all.take(3).collect()
        };
        for concept in &concepts {
            for place in &places {
                add(&[2, *concept, *place]);
            }
        }
        for (at, one) in concepts.iter().enumerate() {
            for other in concepts.iter().skip(at + 1) {
                add(&[3, (*one).min(*other), (*one).max(*other)]);
            }
        }
        for country in countries(&self.hosts, 1)
            .iter()
            .chain(&countries(&self.homelands, 2))
        {
            for concept in concepts.iter().take(4) {
                add(&[4, *concept, *country]);
            }
        }
        for place in places.iter().take(2) {
            for (_, top) in self.areas.iter().take(2) {
                add(&[5, *place, text(top)]);
            }
        }
        // What one needs and another gives, in the same country and field.
        for country in countries(&self.hosts, 1).iter().take(1) {
            for kind in self.wants.needs.iter().chain(&self.wants.offers).take(4) {
                for (_, top) in self.areas.iter().take(1) {
                    add(&[6, *country, text(kind), text(top)]);
                }
            }
        }
        signs
    }
}

/// FNV-1a over the parts: signs stand in the database, so they must not change with the compiler.
fn mix(parts: &[i64]) -> i64 {
    let bytes = parts.iter().flat_map(|part| part.to_be_bytes());
    fnv(bytes).cast_signed()
}

fn text(text: &str) -> i64 {
    i64::from(u32::try_from(fnv(text.bytes()) >> 32).unwrap_or_default())
}

fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
