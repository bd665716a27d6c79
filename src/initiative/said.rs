//! What an initiative says of itself, and how it is kept.

use serde::{Deserialize, Serialize};

use chrono::NaiveDate;

use super::{PlaceSide, WantSide};
use crate::Result;
use crate::db::Tx;
use crate::ids::InitiativeId;
use crate::names::fold;
use crate::values::{Area, Country, InitiativeStage, LanguageTag, Line, Money, Need, Prose};

/// What an initiative says of itself in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InitiativeText {
    /// The language.
    pub language: LanguageTag,
    /// What it is called.
    pub title: Line,
    /// What it does.
    pub summary: Option<Prose>,
    /// What came of it so far.
    pub outcomes: Option<Prose>,
}

/// A place that an initiative happens in, or is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Which of both.
    pub side: PlaceSide,
    /// The country.
    pub country: Country,
    /// Where in it: a city, a region, a village.
    pub place: Option<Line>,
    /// What the place has of it, in words; of a homeland alone.
    pub words: Option<Line>,
}

/// Something that an initiative is short of, or can give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Want {
    /// Which of both.
    pub side: WantSide,
    /// What it is.
    pub kind: Need,
    /// The same in words.
    pub words: Option<Line>,
    /// How much, in words.
    pub amount: Option<Line>,
    /// Whether it was met, or given away.
    pub is_met: bool,
}

/// What an initiative says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// In each language; the first is the title that it goes by.
    pub texts: Vec<InitiativeText>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// Where it happens and what it is for.
    pub places: Vec<Place>,
    /// The first day.
    pub starts_on: Option<NaiveDate>,
    /// The last.
    pub ends_on: Option<NaiveDate>,
    /// How far it has come.
    pub stage: InitiativeStage,
    /// What it needs and offers.
    pub wants: Vec<Want>,
    /// What it costs as a whole.
    pub budget: Option<Money>,
}

impl Place {
    /// Where it happens.
    pub const fn host(country: Country, place: Option<Line>) -> Self {
        Self {
            side: PlaceSide::Host,
            country,
            place,
            words: None,
        }
    }

    /// What it is for.
    pub const fn homeland(country: Country) -> Self {
        Self {
            side: PlaceSide::Homeland,
            country,
            place: None,
            words: None,
        }
    }
}

impl Want {
    /// Something that is still needed.
    pub const fn need(kind: Need) -> Self {
        Self {
            side: WantSide::Need,
            kind,
            words: None,
            amount: None,
            is_met: false,
        }
    }
}

impl Said {
    /// The places of a side.
    pub fn places_of(&self, side: PlaceSide) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(move |place| place.side == side)
    }

    /// What it needs, or what it offers.
    pub fn wants_of(&self, side: WantSide) -> impl Iterator<Item = &Want> {
        self.wants.iter().filter(move |want| want.side == side)
    }

    fn first(&self, side: PlaceSide) -> Option<&Place> {
        self.places_of(side).next()
    }

    /// The kinds of what is still needed, for lists.
    fn open_needs(&self) -> Vec<Need> {
        let mut kinds: Vec<Need> = Vec::new();
        for want in self.wants_of(WantSide::Need).filter(|want| !want.is_met) {
            if !kinds.contains(&want.kind) {
                kinds.push(want.kind);
            }
        }
        kinds
    }
}

/// The folded words of titles and city: what a search looks at.
pub fn search_text(said: &Said) -> String {
    let mut parts: Vec<String> = said.texts.iter().map(|text| fold(&text.title)).collect();
    let cities = said.places_of(PlaceSide::Host);
    parts.extend(cities.filter_map(|it| it.place.as_ref()).map(|it| fold(it)));
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// Writes all of it, in place of whatever was there.
pub(super) async fn write(tx: &mut Tx, id: InitiativeId, said: &Said) -> Result<()> {
    let now = tx.now();
    let (host, homeland) = (said.first(PlaceSide::Host), said.first(PlaceSide::Homeland));
    sqlx::query!(
        "insert into initiatives (id, areas, host_country, city, homeland, starts_on, ends_on, stage, needs, search,
            budget_minor, budget_currency, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
         on conflict (id) do update set areas = $2, host_country = $3, city = $4, homeland = $5, starts_on = $6,
            ends_on = $7, stage = $8, needs = $9, search = $10, budget_minor = $11, budget_currency = $12, updated_at = $13",
        id as _,
        said.areas as _,
        host.map(|it| it.country) as _,
        host.and_then(|it| it.place.as_ref()) as _,
        homeland.map(|it| it.country) as _,
        said.starts_on,
        said.ends_on,
        said.stage as _,
        said.open_needs() as _,
        search_text(said),
        said.budget.map(|it| it.minor),
        said.budget.map(|it| it.currency) as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    write_texts(tx, id, &said.texts).await?;
    write_places(tx, id, &said.places).await?;
    write_wants(tx, id, &said.wants).await
}

async fn write_texts(tx: &mut Tx, id: InitiativeId, texts: &[InitiativeText]) -> Result<()> {
    sqlx::query!(
        "delete from initiative_texts where initiative_id = $1",
        id as _
    )
    .execute(&mut **tx)
    .await?;
    let languages: Vec<&str> = texts.iter().map(|it| it.language.as_str()).collect();
    let titles: Vec<&str> = texts.iter().map(|it| it.title.as_str()).collect();
    let prose = |it: &Option<Prose>| it.as_ref().map(|it| it.as_str().to_owned());
    let summaries: Vec<Option<String>> = texts.iter().map(|it| prose(&it.summary)).collect();
    let outcomes: Vec<Option<String>> = texts.iter().map(|it| prose(&it.outcomes)).collect();
    sqlx::query!(
        "insert into initiative_texts (initiative_id, position, language, title, summary, outcomes)
         select $1, at - 1, language, title, summary, outcomes
         from unnest($2::text[], $3::text[], $4::text[], $5::text[]) with ordinality
            as t (language, title, summary, outcomes, at)",
        id as _,
        &languages as _,
        &titles as _,
        &summaries as _,
        &outcomes as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn write_places(tx: &mut Tx, id: InitiativeId, places: &[Place]) -> Result<()> {
    sqlx::query!(
        "delete from initiative_places where initiative_id = $1",
        id as _
    )
    .execute(&mut **tx)
    .await?;
    let text = |it: &Option<Line>| it.as_ref().map(|it| it.as_str().to_owned());
    let sides: Vec<&str> = places.iter().map(|it| it.side.code()).collect();
    let countries: Vec<&str> = places.iter().map(|it| it.country.code()).collect();
    let names: Vec<Option<String>> = places.iter().map(|it| text(&it.place)).collect();
    let words: Vec<Option<String>> = places.iter().map(|it| text(&it.words)).collect();
    sqlx::query!(
        "insert into initiative_places (initiative_id, position, side, country, place, words)
         select $1, at - 1, side, country, place, words
         from unnest($2::text[], $3::text[], $4::text[], $5::text[]) with ordinality as t (side, country, place, words, at)",
        id as _,
        &sides as _,
        &countries as _,
        &names as _,
        &words as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn write_wants(tx: &mut Tx, id: InitiativeId, wants: &[Want]) -> Result<()> {
    sqlx::query!(
        "delete from initiative_wants where initiative_id = $1",
        id as _
    )
    .execute(&mut **tx)
    .await?;
    let text = |it: &Option<Line>| it.as_ref().map(|it| it.as_str().to_owned());
    let sides: Vec<&str> = wants.iter().map(|it| it.side.code()).collect();
    let kinds: Vec<&str> = wants.iter().map(|it| it.kind.code()).collect();
    let words: Vec<Option<String>> = wants.iter().map(|it| text(&it.words)).collect();
    let amounts: Vec<Option<String>> = wants.iter().map(|it| text(&it.amount)).collect();
    let met: Vec<bool> = wants.iter().map(|it| it.is_met).collect();
    sqlx::query!(
        "insert into initiative_wants (initiative_id, position, side, kind, words, amount, is_met)
         select $1, at - 1, side, kind, words, amount, is_met
         from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bool[]) with ordinality
            as t (side, kind, words, amount, is_met, at)",
        id as _,
        &sides as _,
        &kinds as _,
        &words as _,
        &amounts as _,
        &met
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
