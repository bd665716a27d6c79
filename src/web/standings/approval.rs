//! A chair's approval of a step of the ladder, for the organizations that were ticked.

use axum::extract::State;
use axum::http::StatusCode;

use super::horizon::Horizon;
use super::list::ListPage;
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::organization::policy;
use crate::organization::standing::{self, Rung, SeenRow};
use crate::values::Problem;
use crate::web::{
    Answer, App, Chrome, Error, Form, Path, Sheet, html_with, redirect_with_flash, see, urls,
};

/// `POST /desk/standing/{rung}/approval`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path(rung): Path<String>,
    mut tx: Tx,
    Form(fields): Form,
) -> Answer {
    let seen = policy::see_ladder(&actor)?;
    let granted = policy::approve(&actor)?;
    let rung = Rung::from_code(&rung)
        .filter(|rung| rung.needs_chair())
        .ok_or(Error::NotFound)?;
    let mut reader = fields.reader();
    let rows = reader.many("row", row);
    if rows.is_empty() {
        reader.mistake("row", "standing-approve-none");
    }
    if let Err(mistakes) = reader.done() {
        let (which, form) = (
            (Some(rung), Horizon::Today, tx.today()),
            Sheet::with(fields, mistakes),
        );
        let page = ListPage::load(&mut tx, &chrome, &seen, which, None, form).await?;
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    }
    let (person, key) = (actor.person()?.id, Sheet::of(fields).key());
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let approved = standing::approve(&mut tx, &granted, rung, &rows).await?;
    let to = urls::desk_standing(rung.code());
    db::finish(&mut tx, person, key, &to).await?;
    let flash = match (approved.done, approved.left) {
        (_, 0) => "flash-standing-approved",
        (0, _) => "flash-error-standing-none",
        _ => "flash-error-standing-some",
    };
    redirect_with_flash(&app, tx.commit().await?, to, flash)
}

/// What a box sends.
fn row(text: &str) -> Result<SeenRow, Problem> {
    let (id, revision) = text.split_once('_').ok_or(Problem::UnknownCode)?;
    Ok(SeenRow {
        id: id.parse().map_err(|_| Problem::UnknownCode)?,
        revision: revision.parse().map_err(|_| Problem::UnknownCode)?,
    })
}
