//! What the radar knows of an initiative: what its texts speak of, and its facts. Pure.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::names::{Meaning, Sense, fold, meanings};

/// What profiles are made of; older ones are made anew.
pub const PROFILE_VERSION: i16 = 1;

/// How many things of its texts are kept, those that say most.
const MOST: usize = 48;

/// A thing that its texts speak of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// By which it is found again in another language.
    pub key: i32,
    /// What it is a kind of.
    pub group: Option<i32>,
    /// `c`: a concept, `p`: a place, `w`: a word that no vocabulary has.
    pub kind: char,
    /// How much it says here.
    pub weight: f32,
    /// As it is written.
    pub said: String,
}

/// A country, and a place in it by its folded name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// ISO 3166-1.
    pub country: String,
    /// What its name speaks of, in any script; nothing where none is said.
    pub place: Vec<i32>,
    /// As it is written.
    pub said: String,
}

/// What somebody is short of or can give.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wants {
    /// What is still needed, by kind.
    pub needs: Vec<String>,
    /// What is still offered.
    pub offers: Vec<String>,
}

/// What the radar knows of an initiative.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// What it speaks of, those first that say most.
    pub terms: Vec<Term>,
    /// What it works on, each with the area that it belongs to.
    pub areas: Vec<(String, String)>,
    /// Where it happens.
    pub hosts: Vec<Spot>,
    /// What it is for.
    pub homelands: Vec<Spot>,
    /// The communities of those who carry it, by what their names speak of.
    pub communities: Vec<i32>,
    /// Who carries it.
    pub organizations: Vec<String>,
    /// When it begins.
    pub starts_on: Option<NaiveDate>,
    /// When it ends.
    pub ends_on: Option<NaiveDate>,
    /// Whether nothing more happens.
    pub is_over: bool,
    /// What it needs and offers.
    pub wants: Wants,
}

/// A text of an initiative in one language.
pub struct Texts<'a> {
    /// What it is called.
    pub title: &'a str,
    /// What it does, and what came of it.
    pub more: Vec<&'a str>,
}

impl Spot {
    /// A place by its country and name.
    pub fn new(country: &str, place: &str) -> Self {
        Self {
            country: country.to_owned(),
            place: place_keys(place),
            said: place.to_owned(),
        }
    }

    /// Whether both name the same place of the same country.
    pub fn is(&self, other: &Self) -> bool {
        self.country == other.country
            && !self.said.is_empty()
            && (self.place.iter().any(|key| other.place.contains(key))
                || fold(&self.said) == fold(&other.said))
    }
}

/// What the name of a place speaks of: itself, in whatever script.
fn place_keys(place: &str) -> Vec<i32> {
    meanings(place)
        .into_iter()
        .filter(|it| it.sense != Sense::Concept && it.weight >= 0.25)
        .map(|it| it.key)
        .collect()
}

/// What the name of a community speaks of.
pub fn community_keys(name: &str) -> Vec<i32> {
    meanings(name).into_iter().map(|it| it.key).collect()
}

impl Profile {
    /// Reads what the texts speak of. The same thing in two languages counts once; a title says more than what stands below it.
    pub fn read(&mut self, texts: &[Texts<'_>]) {
        let mut terms: HashMap<i32, Term> = HashMap::new();
        for text in texts {
            let below = text.more.iter().map(|more| (*more, 0.55));
            for (words, share) in std::iter::once((text.title, 1.0)).chain(below) {
                for meaning in meanings(words) {
                    let term = term(meaning, share);
                    match terms.get_mut(&term.key) {
                        Some(known) if known.weight >= term.weight => {}
                        Some(known) => known.weight = term.weight,
                        None => {
                            terms.insert(term.key, term);
                        }
                    }
                }
            }
        }
        self.terms = terms.into_values().collect();
        self.terms
            .sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.key.cmp(&b.key)));
        self.terms.truncate(MOST);
    }
}

fn term(meaning: Meaning, share: f32) -> Term {
    Term {
        key: meaning.key,
        group: meaning.group,
        kind: match meaning.sense {
            Sense::Concept => 'c',
            Sense::Place => 'p',
            Sense::Word => 'w',
        },
        weight: meaning.weight * share,
        said: meaning.said,
    }
}
