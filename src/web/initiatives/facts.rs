//! What an initiative says of itself, as pages show it: in public, at the desk, and to its team before it is published.

use std::collections::{BTreeMap, BTreeSet};

use crate::initiative::{Place, PlaceSide, Said, Want, WantSide};
use crate::values::{Country, Lang, for_reader};
use crate::web::coordination::{Spoken, term};
use crate::web::{areas, say};

/// The facts, in the reader's language where it says them so.
pub struct Facts {
    pub title: Spoken,
    pub other_titles: Vec<Spoken>,
    pub summary: Option<Spoken>,
    pub outcomes: Option<Spoken>,
    pub stage_key: &'static str,
    pub dates: String,
    pub areas: String,
    pub hosts: Vec<PlaceLine>,
    pub homelands: Vec<PlaceLine>,
    /// Whether it is done or stopped: what it needed and offered is past.
    is_over: bool,
    needs: Vec<WantLine>,
    offers: Vec<WantLine>,
    pub budget: String,
}

/// A place.
pub struct PlaceLine {
    pub country: Country,
    pub place: String,
    pub words: String,
}

/// Something needed or offered.
pub struct WantLine {
    pub key: &'static str,
    pub words: String,
    pub amount: String,
    pub is_met: bool,
}

/// Something that would be said otherwise.
pub struct Changed {
    pub label: String,
    pub before: String,
    pub after: String,
}

impl Facts {
    /// For a reader.
    pub fn new(said: &Said, lang: Lang) -> Self {
        let title = Spoken::title(&said.texts, lang);
        let titles = said.texts.iter();
        let others = titles.map(|text| Spoken::new(text.title.as_str(), Some(&text.language)));
        Self {
            other_titles: others.filter(|it| *it != title).collect(),
            summary: words(said, lang, |text| text.summary.as_ref()),
            outcomes: words(said, lang, |text| text.outcomes.as_ref()),
            stage_key: said.stage.key(),
            is_over: said.stage.is_over(),
            dates: term(lang, said.starts_on, said.ends_on),
            areas: areas::names(lang, &said.areas).join(" · "),
            hosts: said.places_of(PlaceSide::Host).map(place).collect(),
            homelands: said.places_of(PlaceSide::Homeland).map(place).collect(),
            needs: said.wants_of(WantSide::Need).map(want).collect(),
            offers: said.wants_of(WantSide::Offer).map(want).collect(),
            budget: said.budget.map(|it| it.shown(lang)).unwrap_or_default(),
            title,
        }
    }
}

impl Facts {
    /// Whether it ever said that it needs something.
    pub const fn has_needs(&self) -> bool {
        !self.needs.is_empty()
    }

    /// What it needs and what it offers, each under the key of its name.
    pub fn wants(&self) -> Vec<(&'static str, &[WantLine])> {
        let (needs, offers) = match self.is_over {
            true => ("initiatives-needed", "initiatives-offered"),
            false => ("initiatives-needs", "initiatives-offers"),
        };
        vec![(needs, &self.needs), (offers, &self.offers)]
    }
}

/// What is said in the reader's language, else in any.
fn words<'a>(
    said: &'a Said,
    lang: Lang,
    of: impl Fn(&'a crate::initiative::InitiativeText) -> Option<&'a crate::values::Prose>,
) -> Option<Spoken> {
    let with_words: Vec<_> = said
        .texts
        .iter()
        .filter_map(|text| Some((&text.language, of(text)?)))
        .collect();
    let (language, words) = for_reader(&with_words, lang, |(language, _)| Some(*language))?;
    Some(Spoken::new(words.as_str(), Some(language)))
}

fn place(place: &Place) -> PlaceLine {
    PlaceLine {
        country: place.country,
        place: place.place.as_deref().unwrap_or_default().to_owned(),
        words: place.words.as_deref().unwrap_or_default().to_owned(),
    }
}

fn want(want: &Want) -> WantLine {
    WantLine {
        key: want.kind.key(),
        words: want.words.as_deref().unwrap_or_default().to_owned(),
        amount: want.amount.as_deref().unwrap_or_default().to_owned(),
        is_met: want.is_met,
    }
}

/// What a change would change, for whoever looks at it.
pub fn changes(lang: Lang, before: &Said, after: &Said) -> Vec<Changed> {
    let (before, after) = (lines(lang, before), lines(lang, after));
    let all: BTreeSet<&(u8, String)> = before.keys().chain(after.keys()).collect();
    let value = |of: &Lines, key: &(u8, String)| of.get(key).cloned().unwrap_or_default();
    all.into_iter()
        .filter(|key| before.get(*key) != after.get(*key))
        .map(|key| Changed {
            label: key.1.clone(),
            before: value(&before, key),
            after: value(&after, key),
        })
        .collect()
}

/// Facts by their place in the form and their name.
type Lines = BTreeMap<(u8, String), String>;

/// Every fact as one line under its name, in the order of the form.
fn lines(lang: Lang, said: &Said) -> Lines {
    let mut lines = Lines::new();
    let mut put = |order: u8, key: &str, of: &str, value: String| {
        let name = say::t(lang, key);
        let label = match of {
            "" => name,
            of => format!("{name} ({of})"),
        };
        if !value.is_empty() {
            lines.insert((order, label), value);
        }
    };
    for text in &said.texts {
        let language = text.language.name(lang);
        let prose =
            |it: &Option<crate::values::Prose>| it.as_deref().unwrap_or_default().to_owned();
        put(0, "initiatives-name", &language, text.title.to_string());
        put(1, "initiatives-summary", &language, prose(&text.summary));
        put(2, "initiatives-outcomes", &language, prose(&text.outcomes));
    }
    put(3, "initiatives-stage", "", say::t(lang, said.stage.key()));
    put(
        4,
        "initiatives-dates",
        "",
        term(lang, said.starts_on, said.ends_on),
    );
    put(
        5,
        "initiatives-areas",
        "",
        areas::names(lang, &said.areas).join(" · "),
    );
    for (order, key, side) in [
        (6, "initiatives-place", PlaceSide::Host),
        (7, "initiatives-homeland", PlaceSide::Homeland),
    ] {
        let all: Vec<String> = said
            .places_of(side)
            .map(|it| {
                let parts = [
                    it.place.as_deref(),
                    Some(it.country.name(lang)),
                    it.words.as_deref(),
                ];
                say::list(lang, &parts.into_iter().flatten().collect::<Vec<_>>())
            })
            .collect();
        put(order, key, "", all.join(" · "));
    }
    for (order, key, side) in [
        (8, "initiatives-needs", WantSide::Need),
        (9, "initiatives-offers", WantSide::Offer),
    ] {
        let all: Vec<String> = said
            .wants_of(side)
            .map(|it| {
                let met = it.is_met.then(|| say::t(lang, "initiatives-want-met"));
                let kind = say::t(lang, it.kind.key());
                let parts = [
                    Some(kind.as_str()),
                    it.words.as_deref(),
                    it.amount.as_deref(),
                    met.as_deref(),
                ];
                say::list(lang, &parts.into_iter().flatten().collect::<Vec<_>>())
            })
            .collect();
        put(order, key, "", all.join(" · "));
    }
    let budget = said.budget.map(|it| it.shown(lang)).unwrap_or_default();
    put(10, "initiatives-budget", "", budget);
    lines
}
