//! A city of a country, by its number at GeoNames.

use std::fmt;

use super::fold::fold;
use super::table;
use crate::values::Country;

/// A city of the table. It is written `DE-2867714`: the number stays when the city is called otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct City {
    country: Country,
    id: u32,
}

impl City {
    /// The city of a country that is called so in any spelling; of several the largest.
    pub fn called(country: Country, name: &str) -> Option<Self> {
        let spelling = Some(fold(name)).filter(|spelling| !spelling.is_empty())?;
        let line = format!("{spelling}\t{}\t", country.code());
        let id = table::behind(&line).next()?.parse().ok()?;
        Some(Self { country, id })
    }

    /// The cities that are called so, in whatever country.
    pub fn everywhere(name: &str) -> Vec<Self> {
        let spelling = fold(name);
        if spelling.is_empty() {
            return Vec::new();
        }
        let city = |line: &str| {
            let (code, id) = line.split_once('\t')?;
            Some(Self {
                country: Country::from_code(code)?,
                id: id.parse().ok()?,
            })
        };
        table::behind(&format!("{spelling}\t"))
            .filter_map(city)
            .collect()
    }

    /// Reads `DE-2867714`, and what people write: `DE-München`.
    pub fn parse(text: &str) -> Option<Self> {
        let (code, name) = text.split_once('-')?;
        let country = Country::parse(code).ok()?;
        match name.trim().parse() {
            Ok(id) => Some(Self { country, id }).filter(|city| city.line().is_some()),
            Err(_) => Self::called(country, name),
        }
    }

    /// The country that it is in.
    pub const fn country(self) -> Country {
        self.country
    }

    /// What GeoNames calls it, most often as English does.
    pub fn name(self) -> &'static str {
        let line = self.line().and_then(|line| line.split_once('\t'));
        line.map_or("", |(_, name)| name)
    }

    /// Where it stands on the map that `bin/assets` draws.
    pub fn point(self) -> Option<(&'static str, &'static str)> {
        self.line()?.split_once('\t')?.0.split_once(',')
    }

    fn line(self) -> Option<&'static str> {
        table::behind(&format!("{self}\t")).next()
    }
}

impl fmt::Display for City {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.country.code(), self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(code: &str) -> Country {
        Country::from_code(code).unwrap()
    }

    /// Whether the program was built with its assets; without them it knows no city, and has no test of one.
    fn knows_cities() -> bool {
        let munich = City::called(country("DE"), "Munich");
        assert_eq!(munich, City::parse("DE-2867714"));
        munich.is_some()
    }

    #[test]
    fn a_city_is_found_by_any_of_its_spellings() {
        if !knows_cities() {
            return;
        }
        for (code, id, spellings) in [
            (
                "DE",
                2_867_714,
                &["Munich", "MÜNCHEN", "Munchen", "Мюнхен", "ميونخ"][..],
            ),
            (
                "UA",
                703_448,
                &["Kyiv", "Kiev", "Київ", "Киев", "Kijów", "კიევი"],
            ),
            ("RU", 524_901, &["Moscow", "Москва", "Moskau", "Մոսկվա"]),
            ("SY", 170_654, &["Damascus", "دمشق", "Damaskus", "Şam"]),
            ("US", 5_128_581, &["New York", "New York City", "Нью-Йорк"]),
        ] {
            for name in spellings {
                let city = City::called(country(code), name);
                assert_eq!(
                    city,
                    Some(City {
                        country: country(code),
                        id
                    }),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn codes_of_airports_are_no_names() {
        if !knows_cities() {
            return;
        }
        for (code, name) in [
            ("DE", "MUC"),
            ("UA", "IEV"),
            ("UA", "kyf"),
            ("DE", "mu ni hei"),
        ] {
            assert_eq!(City::called(country(code), name), None, "{name}");
        }
    }

    #[test]
    fn of_two_the_larger_is_meant_and_its_own_name_comes_before_another_of_its_names() {
        if !knows_cities() {
            return;
        }
        // A dozen of them are in that country.
        let springfield = City::called(country("US"), "Springfield").unwrap();
        assert_eq!(springfield.to_string(), "US-4409896");
        // Samara was called so, and a small town is.
        let kuybyshev = City::called(country("RU"), "Kuybyshev").unwrap();
        assert_eq!(kuybyshev.name(), "Kuybyshev");
        // A name that is short for a larger one is its own.
        for (code, short, name) in [
            ("US", "Washington", "Washington, D.C."),
            ("DE", "Halle", "Halle (Saale)"),
            ("DE", "Frankfurt", "Frankfurt am Main"),
        ] {
            let city = City::called(country(code), short).unwrap();
            assert_eq!(city.name(), name);
        }
        assert_ne!(
            City::called(country("IN"), "New Delhi"),
            City::called(country("IN"), "Delhi")
        );
    }

    #[test]
    fn countries_are_told_apart() {
        if !knows_cities() {
            return;
        }
        assert_eq!(City::called(country("FR"), "Munich"), None);
        let moscow: Vec<&str> = City::everywhere("Москва")
            .into_iter()
            .map(|city| city.country().code())
            .collect();
        assert_eq!(moscow, ["RU", "US"]);
        assert!(City::everywhere("Zanzibarq").is_empty() && City::everywhere("—").is_empty());
    }

    #[test]
    fn an_address_names_a_city_for_ever_and_people_by_its_name() {
        if !knows_cities() {
            return;
        }
        let munich = City::parse("DE-2867714").unwrap();
        assert_eq!(munich.to_string(), "DE-2867714");
        assert_eq!((munich.name(), munich.country()), ("Munich", country("DE")));
        let (x, y) = munich.point().unwrap();
        assert!(x.parse::<f64>().is_ok_and(|x| (480.0..540.0).contains(&x)));
        assert!(y.parse::<f64>().is_ok_and(|y| (60.0..100.0).contains(&y)));
        for written in ["de-2867714", "DE-München", "DE-мюнхен", "DE-munich"] {
            assert_eq!(City::parse(written), Some(munich), "{written}");
        }
        let garmisch = City::parse("DE-Garmisch-Partenkirchen").unwrap();
        assert_eq!(garmisch.name(), "Garmisch-Partenkirchen");
        for wrong in [
            "",
            "DE",
            "DE-",
            "DE-1",
            "FR-2867714",
            "ZZ-1",
            "2867714",
            "DE-99999999999",
            "-",
        ] {
            assert_eq!(City::parse(wrong), None, "{wrong}");
        }
    }
}
