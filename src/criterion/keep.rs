//! Writing the draft of the criteria, and publishing it. What was published is never changed.

use serde_json::json;

use super::edition::{Criterion, CriterionTerms};
use super::policy::CanKeepCriteria;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{CriterionId, EventId};
use crate::{Error, Result};

/// Writes a criterion into the draft: a new one, or one of it if nobody changed it since it was seen. [`Error::Overtaken`] where
/// somebody did, or published the draft.
pub async fn write(
    tx: &mut Tx,
    granted: &CanKeepCriteria,
    seen: Option<&Criterion>,
    terms: &CriterionTerms,
) -> Result<CriterionId> {
    let draft = sqlx::query_scalar!(
        "update criteria_editions set revision = revision + 1 where published_at is null returning number"
    )
    .fetch_one(&mut **tx)
    .await?;
    let id = seen.map_or_else(CriterionId::fresh, |seen| seen.id);
    if let Some(seen) = seen {
        let written = sqlx::query!(
            "update criteria set position = $4, title_en = $5, title_ru = $6, title_ar = $7, hint_en = $8, hint_ru = $9,
                hint_ar = $10, required = $11, case_kinds = $12, withdrawn = $13, revision = revision + 1
             where edition = $1 and id = $2 and revision = $3 and edition = $14",
            draft,
            id as _,
            seen.revision,
            terms.position,
            terms.title.en,
            terms.title.ru,
            terms.title.ar,
            terms.hint.en,
            terms.hint.ru,
            terms.hint.ar,
            terms.required,
            &terms.case_kinds as _,
            terms.withdrawn,
            seen.edition,
        )
        .execute(&mut **tx)
        .await?;
        if written.rows_affected() == 0 {
            return Err(Error::Overtaken);
        }
    } else {
        sqlx::query!(
            "insert into criteria (edition, id, position, title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar,
                required, case_kinds, withdrawn)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            draft,
            id as _,
            terms.position,
            terms.title.en,
            terms.title.ru,
            terms.title.ar,
            terms.hint.en,
            terms.hint.ru,
            terms.hint.ar,
            terms.required,
            &terms.case_kinds as _,
            terms.withdrawn,
        )
        .execute(&mut **tx)
        .await?;
    }
    let before = seen.map(|seen| said(draft, &seen.terms));
    let event = Event::new(Act::CriterionWritten, Subject::criterion(id));
    history::record(tx, granted.by(), event.changed(before, said(draft, terms))).await?;
    Ok(id)
}

/// Publishes the draft as it was seen, and begins the next one as a copy of it. Says its number.
pub async fn publish(tx: &mut Tx, granted: &CanKeepCriteria, seen: i32) -> Result<i32> {
    let now = tx.now();
    let number = sqlx::query_scalar!(
        "update criteria_editions set published_at = $2, published_by = $3
         where published_at is null and revision = $1 and revision > 1 returning number",
        seen,
        now,
        granted.by().account() as _,
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    sqlx::query!(
        "insert into criteria_editions (number) values ($1)",
        number + 1
    )
    .execute(&mut **tx)
    .await?;
    let copied = sqlx::query!(
        "insert into criteria (edition, id, position, title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar, required,
            case_kinds, withdrawn)
         select $1 + 1, id, position, title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar, required, case_kinds,
            withdrawn
         from criteria where edition = $1",
        number
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(
        Act::CriteriaPublished,
        Subject::setting(EventId::fresh().uuid()),
    )
    .after(json!({ "edition": number, "criteria": copied.rows_affected() }));
    history::record(tx, granted.by(), event).await?;
    Ok(number)
}

fn said(edition: i32, terms: &CriterionTerms) -> serde_json::Value {
    json!({
        "edition": edition,
        "title": terms.title.en,
        "required": terms.required,
        "case_kinds": terms.case_kinds,
        "withdrawn": terms.withdrawn,
    })
}
