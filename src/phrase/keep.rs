//! The phrases as admins keep them. One that is said no more is retired, and can come back.

use serde_json::json;
use sqlx::PgConnection;

use super::fill::stranger;
use super::policy::{CanKeepPhrases, CanReadPhrases};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::PhraseId;
use crate::values::{InEveryLanguage, codes};
use crate::{Error, Result};

codes! {
    /// Where a phrase is offered.
    pub enum PhraseUse {
        Message = "message",
        Changes = "changes",
        Refusal = "refusal",
        Condition = "condition",
        Opinion = "opinion",
    }
}

/// A phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its id.
    pub id: PhraseId,
    /// Counts its changes.
    pub revision: i32,
    /// What it says.
    pub terms: PhraseTerms,
}

/// What a phrase says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseTerms {
    /// Where it is offered.
    pub used_for: PhraseUse,
    /// Where it stands in the list.
    pub position: i16,
    /// What it is called, for whoever chooses it.
    pub name: InEveryLanguage,
    /// Its words, with placeholders.
    pub text: InEveryLanguage,
    /// Whether it is offered no more.
    pub retired: bool,
}

impl PhraseTerms {
    /// The first thing in braces in a text that no placeholder is called.
    pub fn stranger(text: &str) -> Option<&str> {
        stranger(text)
    }
}

struct Row {
    id: PhraseId,
    used_for: PhraseUse,
    position: i16,
    name_en: String,
    name_ru: String,
    name_ar: String,
    text_en: String,
    text_ru: String,
    text_ar: String,
    retired: bool,
    revision: i32,
}

impl From<Row> for Phrase {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            revision: row.revision,
            terms: PhraseTerms {
                used_for: row.used_for,
                position: row.position,
                name: InEveryLanguage {
                    en: row.name_en,
                    ru: row.name_ru,
                    ar: row.name_ar,
                },
                text: InEveryLanguage {
                    en: row.text_en,
                    ru: row.text_ru,
                    ar: row.text_ar,
                },
                retired: row.retired,
            },
        }
    }
}

/// All of them, those that are offered no more last.
pub async fn phrases(conn: &mut PgConnection, _: &CanReadPhrases) -> Result<Vec<Phrase>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id, used_for, position, name_en, name_ru, name_ar, text_en, text_ru, text_ar,
            retired_at is not null as "retired!", revision
         from phrases order by retired_at is not null, position, id"#
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Phrase::from).collect())
}

/// One of them.
pub async fn phrase(
    conn: &mut PgConnection,
    granted: &CanReadPhrases,
    id: PhraseId,
) -> Result<Phrase> {
    let all = phrases(conn, granted).await?;
    all.into_iter()
        .find(|it| it.id == id)
        .ok_or(Error::NotFound)
}

/// What is offered for these uses, to whoever may write there.
pub async fn offered(conn: &mut PgConnection, uses: &[PhraseUse]) -> Result<Vec<Phrase>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id, used_for, position, name_en, name_ru, name_ar, text_en, text_ru, text_ar,
            retired_at is not null as "retired!", revision
         from phrases where retired_at is null and used_for = any($1) order by position, id"#,
        uses as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Phrase::from).collect())
}

/// Writes a phrase: a new one, or a known one if nobody changed it since it was seen.
pub async fn write(
    tx: &mut Tx,
    granted: &CanKeepPhrases,
    seen: Option<&Phrase>,
    terms: &PhraseTerms,
) -> Result<PhraseId> {
    let id = seen.map_or_else(PhraseId::fresh, |seen| seen.id);
    let retired_at = terms.retired.then_some(tx.now());
    let text = &terms.text;
    if [&text.en, &text.ru, &text.ar]
        .iter()
        .any(|text| stranger(text).is_some())
    {
        return Err(Error::Contradiction("a phrase with an unknown placeholder"));
    }
    if let Some(seen) = seen {
        let written = sqlx::query!(
            "update phrases set used_for = $3, position = $4, name_en = $5, name_ru = $6, name_ar = $7, text_en = $8,
                text_ru = $9, text_ar = $10, retired_at = $11, revision = revision + 1
             where id = $1 and revision = $2",
            id as _,
            seen.revision,
            terms.used_for as _,
            terms.position,
            terms.name.en,
            terms.name.ru,
            terms.name.ar,
            text.en,
            text.ru,
            text.ar,
            retired_at,
        )
        .execute(&mut **tx)
        .await?;
        if written.rows_affected() == 0 {
            return Err(Error::Overtaken);
        }
    } else {
        sqlx::query!(
            "insert into phrases (id, used_for, position, name_en, name_ru, name_ar, text_en, text_ru, text_ar, retired_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            id as _,
            terms.used_for as _,
            terms.position,
            terms.name.en,
            terms.name.ru,
            terms.name.ar,
            text.en,
            text.ru,
            text.ar,
            retired_at,
        )
        .execute(&mut **tx)
        .await?;
    }
    let before = seen.map(|seen| said(&seen.terms));
    let event = Event::new(Act::PhraseWritten, Subject::setting(id.uuid()));
    history::record(tx, granted.by(), event.changed(before, said(terms))).await?;
    Ok(id)
}

fn said(terms: &PhraseTerms) -> serde_json::Value {
    json!({
        "used_for": terms.used_for,
        "name": terms.name.en,
        "text": { "en": terms.text.en, "ru": terms.text.ru, "ar": terms.text.ar },
        "retired": terms.retired,
    })
}
