//! How much two initiatives overlap, and why. Pure. docs/decisions/radar.md says how the weights were found.

use serde::{Deserialize, Serialize};

use super::profile::{Profile, Spot, Term};

/// From which score on a pair is suggested.
pub const SUGGESTED: f32 = 0.5;

/// Why two initiatives ought to know of each other. Pages say it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Reason {
    /// Both speak of the same things: each as one writes it and as the other does.
    Words {
        /// The words of both.
        pairs: Vec<(String, String)>,
    },
    /// Both work on the same area.
    Area {
        /// Its code.
        area: String,
    },
    /// Both happen in the same place.
    Place {
        /// As it is written.
        place: String,
    },
    /// Both happen in the same country.
    Country {
        /// Its code.
        country: String,
    },
    /// Both are for the same place of a homeland.
    HomelandPlace {
        /// As it is written.
        place: String,
    },
    /// Both are for the same country.
    Homeland {
        /// Its code.
        country: String,
    },
    /// Both are carried by organizations of the same community.
    Community,
    /// Both happen at the same time.
    Time,
    /// One needs what the other offers.
    Gives {
        /// What, by kind.
        kinds: Vec<String>,
        /// Whether it is the first that gives.
        first: bool,
    },
}

/// How much two initiatives overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlap {
    /// Between nothing and one: how likely the board links or introduces such a pair.
    pub score: f32,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
}

/// What the score is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Features {
    /// The share of the concepts of the one that says less.
    pub concepts: f32,
    /// How much of them is shared as a whole.
    pub depth: f32,
    /// Names and rare words.
    pub words: f32,
    /// What they do is of the same kind, if not the same.
    pub kinds: f32,
    /// The share of concepts that only one of both has.
    pub apart: f32,
    /// The same area.
    pub area: f32,
    /// Areas that belong to the same one.
    pub top: f32,
    /// The same place.
    pub place: f32,
    /// The same country.
    pub country: f32,
    /// Other countries.
    pub abroad: f32,
    /// The same place of a homeland.
    pub home_place: f32,
    /// The same homeland.
    pub homeland: f32,
    /// Other homelands.
    pub other_homeland: f32,
    /// The same community.
    pub community: f32,
    /// At the same time.
    pub time: f32,
    /// Long before or after.
    pub gap: f32,
    /// What one needs the other gives.
    pub gives: f32,
    /// Both say almost nothing but the same.
    pub same: f32,
}

impl Features {
    /// How many there are.
    pub const COUNT: usize = 18;

    /// As numbers, in the order of their names.
    pub const fn array(&self) -> [f32; Self::COUNT] {
        [
            self.concepts,
            self.depth,
            self.words,
            self.kinds,
            self.apart,
            self.area,
            self.top,
            self.place,
            self.country,
            self.abroad,
            self.home_place,
            self.homeland,
            self.other_homeland,
            self.community,
            self.time,
            self.gap,
            self.gives,
            self.same,
        ]
    }
}

/// The weights, in the order of the features, and what stands against every pair.
const WEIGHTS: [f32; Features::COUNT] = [
    2.60, 2.00, 1.40, 0.30, -0.22, 1.52, 1.06, 0.60, 0.46, -0.87, 2.43, 1.64, -2.05, 1.65, 1.49,
    -2.81, 1.44, 3.00,
];
const AGAINST: f32 = -8.93;

/// The days between the end of one and the beginning of the other after which they are taken for different times.
const GAP: i64 = 180;

/// Compares two initiatives.
pub fn compare(one: &Profile, other: &Profile) -> Overlap {
    let features = features(one, other);
    let sum: f32 = features
        .array()
        .iter()
        .zip(WEIGHTS)
        .map(|(value, weight)| value * weight)
        .sum();
    let score = 1.0 / (1.0 + (-(sum + AGAINST)).exp());
    Overlap {
        score,
        reasons: reasons(one, other, &features),
    }
}

/// The terms of a kind that both have, with what each weighs at its lighter side.
fn shared<'a>(one: &'a Profile, other: &'a Profile, kinds: &str) -> Vec<(&'a Term, &'a Term, f32)> {
    one.terms
        .iter()
        .filter(|it| kinds.contains(it.kind))
        .filter_map(|it| {
            let there = other.terms.iter().find(|other| other.key == it.key)?;
            Some((it, there, it.weight.min(there.weight)))
        })
        .collect()
}

fn sum_of(profile: &Profile, kinds: &str) -> f32 {
    let of_kind = profile.terms.iter().filter(|it| kinds.contains(it.kind));
    of_kind.map(|it| it.weight).sum()
}

/// What the score is made of.
pub fn features(one: &Profile, other: &Profile) -> Features {
    let concepts = shared(one, other, "c");
    let both: f32 = concepts.iter().map(|(.., weight)| weight).sum();
    let (here, there) = (sum_of(one, "c"), sum_of(other, "c"));
    let least = here.min(there).max(0.8);
    let names: f32 = shared(one, other, "w")
        .iter()
        .map(|(.., weight)| weight)
        .sum();
    let groups = |it: &Profile| -> Vec<i32> {
        let strong = it.terms.iter().filter(|term| term.weight >= 0.5);
        strong.filter_map(|term| term.group).collect()
    };
    let (ours, theirs) = (groups(one), groups(other));
    // Several words of one kind of thing count each; of two that have it, as often as whoever has it less.
    let found = |here: &[i32], there: &[i32]| here.iter().filter(|it| there.contains(it)).count();
    let kinds = found(&ours, &theirs).min(found(&theirs, &ours));
    let same_area = one
        .areas
        .iter()
        .any(|(leaf, _)| other.areas.iter().any(|(it, _)| it == leaf));
    let same_top = one
        .areas
        .iter()
        .any(|(_, top)| other.areas.iter().any(|(_, it)| it == top));
    let flag = |is: bool| if is { 1.0 } else { 0.0 };
    let is_said = |spots: &[Spot]| !spots.is_empty();
    let place = any(&one.hosts, &other.hosts, Spot::is);
    let country = any(&one.hosts, &other.hosts, |a, b| a.country == b.country);
    let home_place = any(&one.homelands, &other.homelands, Spot::is);
    let homeland = any(&one.homelands, &other.homelands, |a, b| {
        a.country == b.country
    });
    let homelands_said = is_said(&one.homelands) && is_said(&other.homelands);
    let hosts_said = is_said(&one.hosts) && is_said(&other.hosts);
    let days = days_apart(one, other);
    let apart = 1.0 - (2.0 * both / (here + there).max(0.8)).min(1.0);
    let is_gap = days.is_some_and(|days| days > GAP) || one.is_over != other.is_over;
    let is_elsewhere = homelands_said && homeland.is_none();
    Features {
        concepts: (both / least).min(1.0),
        depth: (both / 3.0).min(1.0),
        words: (names / 1.6).min(1.0),
        kinds: (kinds as f32 / 2.0).min(1.0),
        apart,
        area: flag(same_area),
        top: flag(same_top),
        place: flag(place.is_some()),
        country: flag(country.is_some()),
        abroad: flag(hosts_said && country.is_none()),
        home_place: flag(home_place.is_some()),
        homeland: flag(homeland.is_some()),
        other_homeland: flag(is_elsewhere),
        community: flag(
            one.communities
                .iter()
                .any(|key| other.communities.contains(key)),
        ),
        time: flag(days == Some(0)),
        gap: flag(is_gap),
        gives: flag(!gives(one, other).is_empty() || !gives(other, one).is_empty()),
        same: flag(apart < 0.2 && both > 1.8 && !is_gap && !is_elsewhere),
    }
}

fn any<'a>(
    ours: &'a [Spot],
    theirs: &'a [Spot],
    same: impl Fn(&Spot, &Spot) -> bool,
) -> Option<&'a Spot> {
    ours.iter()
        .find(|spot| theirs.iter().any(|it| same(spot, it)))
}

/// The days between them; none where they overlap, nothing where one does not say when it is.
fn days_apart(one: &Profile, other: &Profile) -> Option<i64> {
    let span = |it: &Profile| {
        let first = it.starts_on.or(it.ends_on)?;
        Some((first, it.ends_on.unwrap_or(first.max(it.starts_on?))))
    };
    let ((a, b), (c, d)) = (span(one)?, span(other)?);
    // Whoever does not say when it ends goes on for a year.
    let open = |it: &Profile, end: chrono::NaiveDate| match it.ends_on {
        Some(_) => end,
        None => end + chrono::TimeDelta::days(365),
    };
    let (b, d) = (open(one, b), open(other, d));
    Some((c - b).num_days().max((a - d).num_days()).max(0))
}

/// What the first offers and the second needs.
fn gives(one: &Profile, other: &Profile) -> Vec<String> {
    let offered = one.wants.offers.iter();
    let mut kinds: Vec<String> = offered
        .filter(|kind| other.wants.needs.contains(kind))
        .cloned()
        .collect();
    kinds.dedup();
    kinds
}

/// Why, in the order in which it weighs.
fn reasons(one: &Profile, other: &Profile, features: &Features) -> Vec<Reason> {
    let mut reasons: Vec<(f32, Reason)> = Vec::new();
    let mut terms = shared(one, other, "cw");
    terms.retain(|(.., weight)| *weight >= 0.2);
    terms.sort_by(|a, b| b.2.total_cmp(&a.2));
    if !terms.is_empty() {
        let pairs = terms
            .iter()
            .take(5)
            .map(|(a, b, _)| (a.said.clone(), b.said.clone()));
        let strength = 3.0 * features.concepts + features.words;
        reasons.push((
            strength,
            Reason::Words {
                pairs: pairs.collect(),
            },
        ));
    }
    for (ours, theirs, first) in [(one, other, true), (other, one, false)] {
        let kinds = gives(ours, theirs);
        if !kinds.is_empty() {
            reasons.push((1.3, Reason::Gives { kinds, first }));
        }
    }
    let same = one
        .areas
        .iter()
        .find(|(leaf, _)| other.areas.iter().any(|(it, _)| it == leaf));
    let tops = one
        .areas
        .iter()
        .find(|(_, top)| other.areas.iter().any(|(_, it)| it == top));
    match (same, tops) {
        (Some((area, _)), _) => reasons.push((1.0, Reason::Area { area: area.clone() })),
        (None, Some((_, area))) => reasons.push((0.6, Reason::Area { area: area.clone() })),
        (None, None) => {}
    }
    if let Some(spot) = any(&one.hosts, &other.hosts, Spot::is) {
        let place = spot.said.clone();
        reasons.push((1.2, Reason::Place { place }));
    } else if let Some(spot) = any(&one.hosts, &other.hosts, |a, b| a.country == b.country) {
        let country = spot.country.clone();
        reasons.push((0.5, Reason::Country { country }));
    }
    if let Some(spot) = any(&one.homelands, &other.homelands, Spot::is) {
        let place = spot.said.clone();
        reasons.push((1.1, Reason::HomelandPlace { place }));
    } else if let Some(spot) = any(&one.homelands, &other.homelands, |a, b| {
        a.country == b.country
    }) {
        let country = spot.country.clone();
        reasons.push((0.4, Reason::Homeland { country }));
    }
    if features.community > 0.0 {
        reasons.push((0.3, Reason::Community));
    }
    if features.time > 0.0 {
        reasons.push((0.45, Reason::Time));
    }
    reasons.sort_by(|a, b| b.0.total_cmp(&a.0));
    reasons.into_iter().map(|(_, reason)| reason).collect()
}
