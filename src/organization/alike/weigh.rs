//! Weighing a candidate: how alike the names are, and what else agrees or does not.

use super::Asked;
use super::sign::Sign;
use crate::gazetteer::City;
use crate::names::{Likeness, MATCH, Reason, fold, homes};
use crate::values::{Country, Identifier};
use crate::vault::BlindIndex;

/// What is known of a candidate besides its names.
#[derive(Clone, Debug)]
pub struct Known {
    /// Where it works.
    pub host_country: Country,
    /// Where in it.
    pub city: Option<String>,
    /// Its numbers in other registers.
    pub identifiers: Vec<Identifier>,
    /// The host of its website.
    pub website_host: Option<String>,
    /// The marks of its addresses and telephone numbers.
    pub marks: Vec<BlindIndex>,
}

/// How likely two organizations are one: from 0 to 1.
pub type Likelihood = f32;

/// A likelihood and what it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// From 0 to 1.
    pub score: Likelihood,
    /// Why.
    pub signs: Vec<Sign>,
}

/// A candidate that shares a number is the one, whatever it is called now.
const SAME_NUMBER: f32 = 0.97;

/// Weighs what is known of a candidate with how alike the names are; `name` is the one that was asked for.
pub fn weigh(asked: &Asked, name: &str, known: &Known, likeness: &Likeness) -> Weighed {
    let mut signs = Vec::new();
    let mut score = likeness.score;
    let alike = score >= 0.3;
    let numbered = |one: &Identifier| known.identifiers.iter().any(|other| one.is_same(other));
    if asked.identifiers.iter().any(numbered) {
        signs.push(Sign::Identifier);
        score = score.max(SAME_NUMBER);
    }
    if asked.website_host.is_some() && asked.website_host == known.website_host {
        signs.push(Sign::Website);
        score += (1.0 - score) * website(&likeness.reasons);
    }
    if asked.marks.iter().any(|mark| known.marks.contains(mark)) {
        signs.push(Sign::Contact);
        score += (1.0 - score) * 0.6;
    }
    signs.extend(likeness.reasons.iter().copied().map(Sign::Name));
    let certain = signs.contains(&Sign::Identifier);
    match asked.host_country {
        Some(country) if country == known.host_country => {
            let same = |one: &str, other: &str| is_same_city(country, one, other);
            match (&asked.city, &known.city) {
                (Some(one), Some(other)) if same(one, other) => {
                    signs.push(Sign::City);
                    if alike {
                        score += (1.0 - score) * 0.25;
                    }
                }
                (Some(_), Some(_)) => {
                    signs.push(Sign::OtherCity);
                    if !certain && score < 0.999 {
                        score *= 0.93;
                    }
                }
                _ => {
                    signs.push(Sign::Country);
                    if alike {
                        score += (1.0 - score) * 0.1;
                    }
                }
            }
        }
        Some(_) => {
            signs.push(Sign::OtherCountry);
            if !certain {
                score *= 0.85;
            }
        }
        // Nothing was said of where; the language of the name may.
        None => {
            if alike && homes(name).contains(&known.host_country.code()) {
                score += (1.0 - score) * 0.12;
            }
        }
    }
    // Certain is only what is the same to the letter, or has the same number.
    let most = if likeness.score >= 1.0 || certain {
        1.0
    } else {
        0.995
    };
    Weighed {
        score: score.clamp(0.0, most),
        signs,
    }
}

/// Whether two spellings mean one city of a country. Where the gazetteer does not know both, letters decide.
fn is_same_city(country: Country, one: &str, other: &str) -> bool {
    let city = |name: &str| City::called(country, name);
    match (city(one), city(other)) {
        (Some(one), Some(other)) => one == other,
        _ => fold(one) == fold(other),
    }
}

/// What a common website is worth. The troops of a movement and the parishes of a church have one between them: where
/// the names say that they are two, it says no more than whose they are.
fn website(reasons: &[Reason]) -> f32 {
    let are_two = |reason: &Reason| reason.is_against() || *reason == Reason::InPart;
    if reasons.iter().any(are_two) {
        0.15
    } else {
        0.6
    }
}

impl Weighed {
    /// Nothing speaks for it.
    pub const fn nothing() -> Self {
        Self {
            score: 0.0,
            signs: Vec::new(),
        }
    }

    /// The score in hundredths, for people.
    pub fn percent(&self) -> i64 {
        (self.score * 100.0).round() as i64
    }

    /// Whether it is taken for the same organization.
    pub fn is_match(&self) -> bool {
        self.score >= MATCH
    }
}
