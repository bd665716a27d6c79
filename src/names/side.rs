//! One side of a comparison.

use super::rarity::Rarity;
use super::unit::{Name, Unit};
use super::vocabulary::Class;

/// One side of a comparison: its units, their weights, and how much of each is accounted for.
pub(super) struct Side<'a> {
    pub(super) units: Vec<&'a Unit>,
    pub(super) weights: Vec<f32>,
    pub(super) taken: Vec<f32>,
    /// Whether it has a word that says something.
    pub(super) real: bool,
}

impl<'a> Side<'a> {
    pub(super) fn new(name: &'a Name, rarity: &Rarity) -> Self {
        let mut units: Vec<&Unit> = name.units.iter().map(AsRef::as_ref).collect();
        let real = units
            .iter()
            .any(|unit| !unit.is_void() && unit.weight > 0.2);
        if real {
            units.retain(|unit| unit.class != Class::Nothing);
        }
        let weights = units
            .iter()
            .map(|unit| {
                if !real {
                    1.0
                } else if unit.is_void() {
                    unit.weight
                } else {
                    unit.weight * rarity.factor(unit.key)
                }
            })
            .collect();
        let taken = vec![0.0; units.len()];
        Self {
            units,
            weights,
            taken,
            real,
        }
    }

    pub(super) fn free(&self) -> impl Iterator<Item = (usize, &'a Unit)> {
        self.units
            .iter()
            .enumerate()
            .filter(|(at, _)| self.taken[*at] == 0.0)
            .map(|(at, unit)| (at, *unit))
    }

    /// The only word that is not accounted for and says something.
    pub(super) fn only(&self) -> Option<(usize, &'a Unit)> {
        let mut free = self
            .free()
            .filter(|(_, unit)| !unit.is_void() && unit.weight > 0.2);
        free.next().filter(|_| free.next().is_none())
    }

    pub(super) fn left(&self) -> f32 {
        self.weights
            .iter()
            .zip(&self.taken)
            .map(|(weight, taken)| weight * (1.0 - taken))
            .sum()
    }
}
