//! Writing an initiative down, and publishing it.

use chrono::NaiveDate;
use serde_json::json;

use super::policy::CanKeepInitiatives;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::InitiativeId;
use crate::names::fold;
use crate::values::{Area, Country, InitiativeStage, LanguageTag, Line, Need, Prose};
use crate::{Error, Result};

/// What an initiative says of itself in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitiativeText {
    /// The language.
    pub language: LanguageTag,
    /// What it is called.
    pub title: Line,
    /// What it does.
    pub summary: Option<Prose>,
}

/// An initiative to write down.
pub struct NewInitiative {
    /// What it says of itself; the first is the title it goes by.
    pub texts: Vec<InitiativeText>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// The country it happens in.
    pub host_country: Option<Country>,
    /// Where in it.
    pub city: Option<Line>,
    /// The country it is for.
    pub homeland: Option<Country>,
    /// The first day.
    pub starts_on: Option<NaiveDate>,
    /// The last.
    pub ends_on: Option<NaiveDate>,
    /// How far it has come.
    pub stage: InitiativeStage,
    /// What it is short of.
    pub needs: Vec<Need>,
}

/// Writes an initiative down. It has no partners yet, and the board alone sees it.
pub async fn create(
    tx: &mut Tx,
    can: &CanKeepInitiatives,
    new: NewInitiative,
) -> Result<InitiativeId> {
    let id = InitiativeId::fresh();
    let now = tx.now();
    sqlx::query!(
        "insert into initiatives (id, areas, host_country, city, homeland, starts_on, ends_on, stage, needs, search,
            created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)",
        id as _,
        new.areas as _,
        new.host_country as _,
        new.city.as_ref() as _,
        new.homeland as _,
        new.starts_on,
        new.ends_on,
        new.stage as _,
        new.needs as _,
        search_text(&new.texts, new.city.as_ref()),
        now
    )
    .execute(&mut **tx)
    .await?;
    write_texts(tx, id, &new.texts).await?;
    let title = new.texts.first().map(|text| &text.title);
    let event = Event::new(Act::InitiativeCreated, Subject::initiative(id))
        .after(json!({ "title": title, "stage": new.stage }));
    history::record(tx, can.by(), event).await?;
    Ok(id)
}

/// Publishes an initiative: from now on anybody sees it.
pub async fn publish(tx: &mut Tx, can: &CanKeepInitiatives, id: InitiativeId) -> Result<()> {
    let now = tx.now();
    let published = sqlx::query!(
        "update initiatives set published_at = $2, updated_at = $2 where id = $1 and published_at is null",
        id as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if published == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::InitiativePublished, Subject::initiative(id));
    history::record(tx, can.by(), event).await
}

/// The folded words of titles and city: what a search looks at.
pub fn search_text(texts: &[InitiativeText], city: Option<&Line>) -> String {
    let mut parts: Vec<String> = texts.iter().map(|text| fold(&text.title)).collect();
    parts.extend(city.map(|city| fold(city)));
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

async fn write_texts(tx: &mut Tx, id: InitiativeId, texts: &[InitiativeText]) -> Result<()> {
    for (position, text) in (0i16..).zip(texts) {
        sqlx::query!(
            "insert into initiative_texts (initiative_id, position, language, title, summary)
             values ($1, $2, $3, $4, $5)",
            id as _,
            position,
            &text.language as _,
            text.title.as_str(),
            text.summary.as_ref().map(Prose::as_str)
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}
