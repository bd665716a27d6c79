//! One initiative, and the initiatives of an organization.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::policy::Scope;
use super::{InitiativeText, Place, Said, Want};
use crate::Result;
use crate::ids::{AssignmentId, InitiativeId, OrganizationId};
use crate::values::{InitiativeRole, InitiativeStage, Lang, Money, for_reader};

/// An initiative.
#[derive(Debug)]
pub struct Initiative {
    /// Its id.
    pub id: InitiativeId,
    /// What it says of itself.
    pub said: Said,
    /// Since when anybody sees it; nothing while it is held back because whoever leads it is struck off.
    pub published_at: Option<DateTime<Utc>>,
}

/// The part of an organization in an initiative.
#[derive(Debug)]
pub struct Part {
    /// The partnership.
    pub id: AssignmentId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// What it says of itself.
    pub texts: Vec<InitiativeText>,
    /// How far it has come.
    pub stage: InitiativeStage,
    /// What the organization is to it.
    pub role: InitiativeRole,
    /// Since when anybody sees the initiative.
    pub published_at: Option<DateTime<Utc>>,
}

impl InitiativeText {
    /// The text that readers of a language are shown.
    pub fn for_reader(all: &[Self], lang: Lang) -> Option<&Self> {
        for_reader(all, lang, |it| Some(&it.language))
    }
}

/// The initiative with this id, if it is in the scope.
pub async fn find(
    conn: &mut PgConnection,
    scope: Scope,
    id: InitiativeId,
) -> Result<Option<Initiative>> {
    Ok(find_many(conn, scope, &[id]).await?.pop())
}

/// Those of these initiatives that are in the scope, in the order of their ids.
pub async fn find_many(
    conn: &mut PgConnection,
    scope: Scope,
    ids: &[InitiativeId],
) -> Result<Vec<Initiative>> {
    let rows = sqlx::query!(
        "select id, areas, starts_on, ends_on, stage, budget_minor, budget_currency,
            case when exists (select from public_initiatives v where v.id = i.id) then published_at end as published_at
         from initiatives i where id = any($1) and ($2 or exists (select from public_initiatives v where v.id = i.id)) order by id",
        ids as _,
        scope.unpublished()
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut texts = texts(conn, ids).await?;
    let mut places: HashMap<InitiativeId, Vec<Place>> = HashMap::new();
    let all = sqlx::query!(
        "select initiative_id, side, country, place, words from initiative_places
         where initiative_id = any($1) order by initiative_id, position",
        ids as _
    )
    .fetch_all(&mut *conn)
    .await?;
    for row in all {
        places.entry(row.initiative_id).or_default().push(Place {
            side: row.side,
            country: row.country,
            place: row.place,
            words: row.words,
        });
    }
    let mut wants: HashMap<InitiativeId, Vec<Want>> = HashMap::new();
    let all = sqlx::query!(
        "select initiative_id, side, kind, words, amount, is_met from initiative_wants
         where initiative_id = any($1) order by initiative_id, position",
        ids as _
    )
    .fetch_all(&mut *conn)
    .await?;
    for row in all {
        wants.entry(row.initiative_id).or_default().push(Want {
            side: row.side,
            kind: row.kind,
            words: row.words,
            amount: row.amount,
            is_met: row.is_met,
        });
    }
    Ok(rows
        .into_iter()
        .map(|row| Initiative {
            id: row.id,
            said: Said {
                texts: texts.remove(&row.id).unwrap_or_default(),
                areas: row.areas,
                places: places.remove(&row.id).unwrap_or_default(),
                starts_on: row.starts_on,
                ends_on: row.ends_on,
                stage: row.stage,
                wants: wants.remove(&row.id).unwrap_or_default(),
                budget: row
                    .budget_minor
                    .zip(row.budget_currency)
                    .map(|(minor, currency)| Money { minor, currency }),
            },
            published_at: row.published_at,
        })
        .collect())
}

/// The initiatives that an organization carries, of those in the scope.
pub async fn of_organization(
    conn: &mut PgConnection,
    scope: Scope,
    organization: OrganizationId,
) -> Result<Vec<Part>> {
    let rows = sqlx::query!(
        "select p.id, p.initiative_id, i.stage, p.role, case when exists (select from public_initiatives v where v.id = i.id) then i.published_at end as published_at
         from initiative_partners p join initiatives i on i.id = p.initiative_id
         where p.organization_id = $1 and p.until is null and ($2 or exists (select from public_initiatives v where v.id = i.id))
         order by array_position(array['lead', 'partner', 'supporter'], p.role), i.starts_on desc nulls first, i.id",
        organization as _,
        scope.unpublished()
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<InitiativeId> = rows.iter().map(|row| row.initiative_id).collect();
    let mut texts = texts(conn, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| Part {
            id: row.id,
            initiative: row.initiative_id,
            texts: texts.remove(&row.initiative_id).unwrap_or_default(),
            stage: row.stage,
            role: row.role,
            published_at: row.published_at,
        })
        .collect())
}

/// What each of these initiatives says of itself, the first text first.
pub async fn texts(
    conn: &mut PgConnection,
    initiatives: &[InitiativeId],
) -> Result<HashMap<InitiativeId, Vec<InitiativeText>>> {
    let ids: Vec<_> = initiatives.iter().map(|id| id.uuid()).collect();
    let rows = sqlx::query!(
        "select initiative_id, language, title, summary, outcomes from initiative_texts
         where initiative_id = any($1) order by initiative_id, position",
        &ids
    )
    .fetch_all(conn)
    .await?;
    let mut all: HashMap<InitiativeId, Vec<InitiativeText>> = HashMap::new();
    for row in rows {
        all.entry(row.initiative_id)
            .or_default()
            .push(InitiativeText {
                language: row.language,
                title: row.title,
                summary: row.summary,
                outcomes: row.outcomes,
            });
    }
    Ok(all)
}
