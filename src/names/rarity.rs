//! How much a word says: less, the more names of the registry have it.

use std::collections::HashMap;

/// Counts of names by the keys of their words.
#[derive(Clone, Debug, Default)]
pub struct Rarity {
    names: u32,
    counts: HashMap<i32, u32>,
}

/// Fewer names than these say nothing about how rare a word is.
const TOO_FEW: u32 = 500;

impl Rarity {
    /// Without a registry: words weigh what their kind does.
    pub fn unknown() -> Self {
        Self::default()
    }

    /// Of a registry with so many names, and as many of each word.
    pub const fn of(names: u32, counts: HashMap<i32, u32>) -> Self {
        Self { names, counts }
    }

    /// By how much the weight of a word is multiplied.
    pub(super) fn factor(&self, key: i32) -> f32 {
        if self.names < TOO_FEW {
            return 1.0;
        }
        let (names, count) = (
            self.names as f32,
            self.counts.get(&key).copied().unwrap_or(0) as f32,
        );
        let rare = ((names + 1.0) / (count + 0.5)).ln() / (names + 1.0).ln();
        0.45 + 0.85 * rare.clamp(0.0, 1.0)
    }
}
