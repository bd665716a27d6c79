//! The forms of a vocabulary by their letters or by their sound, packed: there are tens of thousands, and every process keeps them.

use std::collections::HashMap;
use std::hash::Hash;

use super::stem::unprefixed;
use super::word::Word;

/// The words behind the first one of a phrase, each with whether it is a stem.
pub(super) type Rest = Vec<(String, bool)>;

/// A form as it stands in the tables.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub(super) is_stem: bool,
    /// The place of what it means among all meanings.
    pub(super) meaning: u32,
    /// The place of what follows among all that follows; the first of these is nothing.
    pub(super) rest: u32,
}

/// Forms by a key: those of one key stand together, in the order of the tables.
#[derive(Debug)]
pub(super) struct Forms<K: ?Sized> {
    /// From where on, and up to where.
    places: HashMap<Box<K>, (u32, u32)>,
    forms: Box<[Form]>,
}

impl<K: ?Sized + Hash + Ord> Forms<K> {
    pub(super) fn of(mut all: Vec<(Box<K>, Form)>) -> Self {
        all.sort_by(|one, other| one.0.cmp(&other.0));
        let mut places: HashMap<Box<K>, (u32, u32)> = HashMap::new();
        let mut forms = Vec::with_capacity(all.len());
        for (at, (key, form)) in (0_u32..).zip(all) {
            forms.push(form);
            places.entry(key).or_insert((at, at)).1 = at + 1;
        }
        places.shrink_to_fit();
        Self {
            places,
            forms: forms.into_boxed_slice(),
        }
    }

    /// The forms of a key; none where nobody knows it.
    pub(super) fn get(&self, key: &K) -> &[Form] {
        self.places.get(key).map_or(&[], |place| self.at(*place))
    }

    /// All of them, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, &[Form])> {
        let places = self.places.iter();
        places.map(|(key, place)| (&**key, self.at(*place)))
    }

    fn at(&self, (from, to): (u32, u32)) -> &[Form] {
        self.forms.get(from as usize..to as usize).unwrap_or(&[])
    }
}

/// Whether the words begin with these forms, each with whether it is a stem.
pub(super) fn follows(words: &[Word], rest: &[(String, bool)]) -> bool {
    rest.len() <= words.len()
        && rest.iter().zip(words).all(|((form, is_stem), word)| {
            unprefixed(word)
                .iter()
                .any(|variant| variant == form || (*is_stem && variant.starts_with(form.as_str())))
        })
}
