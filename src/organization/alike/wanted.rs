//! Which keys of names are looked up in the registry, and which of those that share some are worth comparing.

use std::collections::HashMap;

use super::keys::Counts;
use crate::ids::OrganizationId;
use crate::names::weighed_keys;

/// The names that the keys may find, about: what is rarer is looked up first.
const FOUND: u32 = 1_000;

/// The keys that are looked up.
const LOOKED_UP: usize = 12;

/// The organizations that are compared letter by letter.
const COMPARED: usize = 120;

/// The rows that a look-up reads at most.
pub const READ: i64 = 6_000;

/// The keys of the names that are asked for, the rarest of which are looked up.
#[derive(Clone, Debug)]
pub struct Wanted {
    keys: Vec<i32>,
    /// What it is worth to share each.
    worth: HashMap<i32, f32>,
}

impl Wanted {
    /// Of names, by how frequent keys are in the registry.
    pub fn of(names: &[String], counts: &Counts) -> Self {
        let mut worth: HashMap<i32, f32> = HashMap::new();
        let mut wanted: Vec<i32> = Vec::new();
        for name in names {
            let mut keys: Vec<(u32, i32)> = Vec::new();
            for (key, told) in weighed_keys(name) {
                keys.push((counts.of(key), key));
                worth.insert(key, told * counts.worth(key));
            }
            keys.sort_unstable();
            let mut sum = 0;
            for (count, key) in &keys {
                sum += count;
                let first = *count == keys[0].0 && wanted.is_empty();
                if (sum <= FOUND || first) && wanted.len() < LOOKED_UP * names.len() {
                    wanted.push(*key);
                }
            }
        }
        Self {
            keys: wanted,
            worth,
        }
    }

    /// The keys to look up; none where the names say nothing.
    pub fn keys(&self) -> &[i32] {
        &self.keys
    }

    /// What a candidate with these keys shares, less a little for what it has besides.
    pub fn shared(&self, keys: &[i32]) -> f32 {
        let shared: f32 = keys.iter().filter_map(|key| self.worth.get(key)).sum();
        shared - 0.01 * keys.len() as f32
    }

    /// Of those that share some, the ones that share what is worth most; whoever has several names may come more than once.
    pub fn nearest(&self, found: Vec<(OrganizationId, Vec<i32>)>) -> Vec<OrganizationId> {
        let mut found: Vec<(f32, OrganizationId)> = found
            .into_iter()
            .map(|(id, keys)| (self.shared(&keys), id))
            .collect();
        if found.len() > COMPARED {
            found.select_nth_unstable_by(COMPARED, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            found.truncate(COMPARED);
        }
        found.into_iter().map(|(_, id)| id).collect()
    }
}
