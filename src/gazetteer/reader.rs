//! Looking up the cities of many organizations: most of them are in the same few thousand.

use std::collections::HashMap;

use super::City;
use crate::values::Country;

/// The names that are remembered at once: those of a registry repeat, those of an attack need not.
const REMEMBERED: usize = 100_000;

/// Looks cities up, and remembers what it has found.
#[derive(Default)]
pub struct Reader {
    known: HashMap<Country, HashMap<Box<str>, Option<City>>>,
    count: usize,
}

impl Reader {
    /// The city of a country that is called so.
    pub fn city(&mut self, country: Country, name: &str) -> Option<City> {
        let known = self.known.get(&country).and_then(|known| known.get(name));
        if let Some(city) = known {
            return *city;
        }
        if self.count >= REMEMBERED {
            *self = Self::default();
        }
        let city = City::called(country, name);
        let names = self.known.entry(country).or_default();
        names.insert(name.into(), city);
        self.count += 1;
        city
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_is_looked_up() {
        let mut reader = Reader::default();
        for _ in 0..2 {
            for (code, name) in [
                ("DE", "München"),
                ("FR", "München"),
                ("DE", "Nirgends"),
                ("UA", "Київ"),
            ] {
                let country = Country::from_code(code).unwrap();
                assert_eq!(
                    reader.city(country, name),
                    City::called(country, name),
                    "{name}"
                );
            }
        }
        assert_eq!(reader.count, 4);
        let country = Country::from_code("DE").unwrap();
        for n in 0..REMEMBERED {
            reader.city(country, &format!("Ort {n}"));
        }
        assert!(reader.count <= REMEMBERED);
    }
}
