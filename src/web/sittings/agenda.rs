//! The agenda of a session: a case is put on it, moved, and taken off.

use axum::extract::State;

use super::show::again;
use super::words::seen;
use crate::actor::Actor;
use crate::case::{self, policy as cases};
use crate::db::Tx;
use crate::ids::{CaseId, SittingId, SittingItemId};
use crate::sitting::{self, NotAdded, policy};
use crate::web::{
    Answer, App, Chrome, Error, Form, Mistakes, Path, Sheet, redirect_with_flash, urls,
};

/// `POST /desk/sessions/{id}/agenda`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path(id): Path<SittingId>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::keep(&actor, &found)?;
    let Ok(case) = sent.get("case").parse::<CaseId>() else {
        let sheet = Sheet::with(sent, Mistakes::one("case", "session-case-missing"));
        return again(&mut tx, &actor, &chrome, found, sheet).await;
    };
    let case = case::find(&mut tx, &actor, case).await?;
    let added = match cases::put_on_agenda(&actor, &case) {
        Ok(of) => sitting::add(&mut tx, &granted, of).await?,
        Err(crate::Error::Overtaken) => Err(NotAdded::Gone),
        Err(error) => return Err(error.into()),
    };
    match added {
        Ok(_) => redirect_with_flash(
            &app,
            tx.commit().await?,
            urls::desk_session(id),
            "flash-session-case-added",
        ),
        Err(not) => {
            let key = match not {
                NotAdded::Full => "session-agenda-full",
                NotAdded::Gone => "session-case-gone",
            };
            let sheet = Sheet::with(sent, Mistakes::one("case", key));
            again(&mut tx, &actor, &chrome, found, sheet).await
        }
    }
}

/// `POST /desk/sessions/{id}/agenda/{item}/place`
pub async fn update(
    actor: Actor,
    State(app): State<App>,
    Path((id, item)): Path<(SittingId, SittingItemId)>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::keep(&actor, &found)?;
    let item = found.item(item).ok_or(Error::NotFound)?;
    sitting::shift(&mut tx, &granted, item, sent.get("move") == "up").await?;
    let done = tx.commit().await?;
    redirect_with_flash(&app, done, urls::desk_session(id), "flash-session-moved")
}

/// `POST /desk/sessions/{id}/agenda/{item}/removal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    Path((id, item)): Path<(SittingId, SittingItemId)>,
    mut tx: Tx,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::keep(&actor, &found)?;
    let item = found.item(item).ok_or(Error::NotFound)?;
    sitting::remove(&mut tx, &granted, item).await?;
    let done = tx.commit().await?;
    redirect_with_flash(&app, done, urls::desk_session(id), "flash-session-removed")
}
