//! What the board asks to be changed: its words, and a note at each field with what was answered there.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::fields::field_of;
use crate::Result;
use crate::actor::Actor;
use crate::case::{self, Case, Decision, Outcome, Stage, Submission, policy};
use crate::organization::{Particular, Particulars};
use crate::say;
use crate::values::{Lang, Prose};
use crate::vault::Vault;
use crate::web::particulars::{Shown, shown};

/// What the board asks for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// In general.
    pub words: Option<Prose>,
    /// Until when, in words.
    pub due_words: String,
    /// Field by field, in the order of the form.
    pub notes: Vec<Note>,
}

/// A note at a field.
#[derive(Clone, Debug)]
pub struct Note {
    /// The field.
    pub field: Particular,
    /// What is asked.
    pub text: Prose,
    /// What was answered there last time.
    pub before: Vec<Shown>,
    /// What the form says there by now, where that is something else.
    pub now: Option<Vec<Shown>>,
}

impl Note {
    /// The field on the form.
    pub fn anchor(&self) -> String {
        field_of(self.field)
    }
}

impl Asked {
    /// The notes at one field.
    pub fn at(&self, field: Particular) -> Vec<&Note> {
        self.notes
            .iter()
            .filter(|note| note.field == field)
            .collect()
    }
}

/// What the board asks for now, if it does.
pub async fn asked(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    case: &Case,
    lang: Lang,
) -> Result<Option<Asked>> {
    let Stage::ChangesRequested { due } = case.stage else {
        return Ok(None);
    };
    let granted = policy::read(actor, case)?;
    let last = case::submissions(conn, vault, &granted).await?.pop();
    let decision = case::decisions(conn, vault, &granted)
        .await?
        .into_iter()
        .rfind(|decision| decision.outcome == Outcome::ChangesRequested);
    Ok(decision.map(|decision| asked_in(lang, due, decision, last.map(|last| last.particulars))))
}

/// What a decision asks for, of what was submitted.
fn asked_in(lang: Lang, due: NaiveDate, decision: Decision, last: Option<Particulars>) -> Asked {
    let mut notes: Vec<Note> = decision
        .notes
        .into_iter()
        .map(|asked| note(lang, asked.field, asked.note, last.as_ref()))
        .collect();
    notes.sort_by_key(|note| note.field);
    Asked {
        words: decision.words,
        due_words: say::day(lang, due),
        notes,
    }
}

/// What is asked of a case that was loaded already, with what its form says by now. A form that cannot be read yet says nothing.
pub fn asked_now(
    lang: Lang,
    case: &Case,
    decisions: &[Decision],
    submissions: &[Submission],
    form: Option<&Particulars>,
) -> Option<Asked> {
    let Stage::ChangesRequested { due } = case.stage else {
        return None;
    };
    let decision = decisions
        .iter()
        .rfind(|decision| decision.outcome == Outcome::ChangesRequested)?;
    let last = submissions.last().map(|last| last.particulars.clone());
    let mut asked = asked_in(lang, due, decision.clone(), last.clone());
    for note in &mut asked.notes {
        let before = last.as_ref().map(|last| last.said(note.field));
        note.now = form
            .map(|form| form.said(note.field))
            .filter(|now| Some(now) != before.as_ref())
            .map(|now| shown(lang, &now));
    }
    Some(asked)
}

fn note(lang: Lang, field: Particular, text: Prose, last: Option<&Particulars>) -> Note {
    Note {
        field,
        text,
        before: last
            .map(|last| shown(lang, &last.said(field)))
            .unwrap_or_default(),
        now: None,
    }
}
