//! The files of an initiative as anybody sees them, and those of a proposal, in their order.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use crate::document::FileKind;
use crate::ids::{InitiativeFileId, InitiativeId};
use crate::initiative::{FileUse, Proposal};
use crate::values::{LanguageTag, Line, Wording};
use crate::{Error, Result};

/// A file in the list of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Which.
    pub id: InitiativeFileId,
    /// What a picture shows, or what a document is called, in a language each.
    pub words: Vec<Wording>,
}

/// A picture or document, without its content.
#[derive(Clone, Debug)]
pub struct InitiativeFile {
    /// Its id, which is its address too.
    pub id: InitiativeFileId,
    /// What it is to the initiative.
    pub used_as: FileUse,
    /// What the file is.
    pub kind: FileKind,
    /// How large it is.
    pub bytes: u64,
    /// Of a picture: how many dots it is wide and high.
    pub size: Option<(u32, u32)>,
    /// What a picture shows, or what a document is called, in a language each.
    pub words: Vec<Wording>,
}

impl InitiativeFile {
    /// As a proposal lists it.
    pub fn listed(&self) -> Listed {
        Listed {
            id: self.id,
            words: self.words.clone(),
        }
    }
}

/// What anybody sees of an initiative that is published, in its order.
pub async fn of_initiative(
    conn: &mut PgConnection,
    initiative: InitiativeId,
) -> Result<Vec<InitiativeFile>> {
    let rows = sqlx::query!(
        r#"select id, used_as, kind, bytes, width, height, languages as "languages!", words as "words!"
         from initiative_files where initiative_id = $1 and position is not null order by position"#,
        initiative as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(InitiativeFile {
                id: row.id,
                used_as: row.used_as,
                kind: row.kind,
                bytes: bytes(row.bytes)?,
                size: size(row.width, row.height)?,
                words: wordings(&row.languages, &row.words)?,
            })
        })
        .collect()
}

/// What a proposal has, in its order. What was taken out meanwhile is not there any more.
pub async fn of_proposal(
    conn: &mut PgConnection,
    proposal: &Proposal,
) -> Result<Vec<InitiativeFile>> {
    let ids: Vec<InitiativeFileId> = proposal.files.iter().map(|it| it.id).collect();
    let rows = sqlx::query!(
        "select id, used_as, kind, bytes, width, height from initiative_files where id = any($1) and removed_at is null",
        &ids as _
    )
    .fetch_all(conn)
    .await?;
    let mut rows: HashMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    proposal
        .files
        .iter()
        .filter_map(|it| Some((it, rows.remove(&it.id)?)))
        .map(|(it, row)| {
            Ok(InitiativeFile {
                id: row.id,
                used_as: row.used_as,
                kind: row.kind,
                bytes: bytes(row.bytes)?,
                size: size(row.width, row.height)?,
                words: it.words.clone(),
            })
        })
        .collect()
}

pub(super) fn bytes(stored: i64) -> Result<u64> {
    u64::try_from(stored).map_err(|_| Error::Contradiction("a file of less than nothing"))
}

fn size(width: Option<i32>, height: Option<i32>) -> Result<Option<(u32, u32)>> {
    let dots = |side: i32| {
        u32::try_from(side).map_err(|_| Error::Contradiction("a picture of less than nothing"))
    };
    width
        .zip(height)
        .map(|(width, height)| Ok((dots(width)?, dots(height)?)))
        .transpose()
}

fn wordings(languages: &[String], words: &[String]) -> Result<Vec<Wording>> {
    let read = |(language, text): (&String, &String)| {
        Some(Wording {
            language: LanguageTag::parse(language).ok()?,
            text: Line::parse(text, Line::CEILING).ok()?,
        })
    };
    languages
        .iter()
        .zip(words)
        .map(|pair| read(pair).ok_or(Error::Contradiction("words to a file in no language")))
        .collect()
}
