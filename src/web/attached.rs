//! Writing into a case, with a file that may come along: the file is kept while nobody holds a transaction, and only then recorded.

use super::documents::{Upload, judge_file, unwritable};
use super::{App, Fields, Mistakes, Result};
use crate::actor::Actor;
use crate::case::{self, Reach, policy};
use crate::db::{self, Committed};
use crate::document::{self, Arrived, FileName, Kept, Prepared};
use crate::ids::{AccountId, CaseId, OnceKey};
use crate::values::Prose;

/// What became of what was written.
pub enum Written {
    /// It is on record.
    Now(Committed),
    /// The same form was sent before, and led there.
    Before(String),
}

/// A form with a file, taken apart.
pub struct Came {
    /// What was typed and chosen.
    pub fields: Fields,
    /// Whether more may still be coming, so that the connection cannot be used again.
    pub is_cut: bool,
    file: Option<(String, Arrived)>,
    of_file: Mistakes,
}

impl From<Upload> for Came {
    fn from(upload: Upload) -> Self {
        Self {
            fields: upload.fields,
            is_cut: upload.is_cut,
            file: upload.file,
            of_file: upload.mistakes,
        }
    }
}

impl Came {
    /// Whether a file came along.
    pub const fn has_file(&self) -> bool {
        self.file.is_some()
    }

    /// Judges the file that came, if one did; what is wrong with it is added to what is wrong with the words.
    pub async fn judged(
        &mut self,
        app: &App,
        mistakes: &mut Mistakes,
    ) -> Result<Option<(FileName, Prepared)>> {
        mistakes.append(std::mem::take(&mut self.of_file));
        let Some(file) = self.file.take() else {
            return Ok(None);
        };
        match judge_file(app, file, false).await? {
            Err(key) => mistakes.add("file", key),
            Ok(_) if !mistakes.is_empty() => mistakes.lost("file"),
            Ok(fit) => return Ok(Some(fit)),
        }
        Ok(None)
    }
}

/// Writes words of this reach, puts them on these desks, and adds the file that came along.
pub async fn write(
    app: &App,
    actor: &Actor,
    (case, reach): (CaseId, Reach),
    (words, tell): (&Prose, &[AccountId]),
    file: Option<(FileName, Prepared)>,
    (key, back): (OnceKey, &str),
) -> Result<Written> {
    let kept = match file {
        Some((name, fit)) => {
            let kept = fit.keep(&app.documents).await.map_err(unwritable)?;
            Some((name, kept))
        }
        None => None,
    };
    let of = (case, reach);
    let written = record(app, actor, of, (words, tell), kept.as_ref(), (key, back)).await;
    if let (false, Some((_, kept))) = (matches!(written, Ok(Written::Now(_))), &kept) {
        // Nobody will ever ask for it.
        for object in kept.objects() {
            app.documents.remove(&object).await;
        }
    }
    written
}

async fn record(
    app: &App,
    actor: &Actor,
    (id, reach): (CaseId, Reach),
    (words, tell): (&Prose, &[AccountId]),
    kept: Option<&(FileName, Kept)>,
    (key, back): (OnceKey, &str),
) -> Result<Written> {
    let mut tx = app.db.begin().await?;
    let person = actor.person()?.id;
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return Ok(Written::Before(there));
    }
    let case = case::find(&mut tx, actor, id).await?;
    let granted = policy::write(actor, &case, reach)?;
    let message = match tell.is_empty() {
        true => case::write_message(&mut tx, granted, words).await?,
        false => case::write_note(&mut tx, granted, words, tell).await?,
    };
    if let Some((name, kept)) = kept {
        let may = document::policy::attach(actor, &case, reach)?;
        document::attach(&mut tx, &may, message, (name, kept)).await?;
    }
    db::finish(&mut tx, person, key, back).await?;
    Ok(Written::Now(tx.commit().await?))
}
