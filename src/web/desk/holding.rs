//! Taking one case, or letting go of it.

use axum::extract::State;

use super::overtaken::or_overtaken;
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::web::{Answer, App, Chrome, Form, Path, redirect_with_flash, urls};

/// `POST /desk/cases/{id}/hold`
pub async fn create(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let done = async {
        let case = case::find(&mut tx, &actor, id).await?;
        let granted = policy::take(&actor, &case)?;
        case.expect_seen(form.get("revision"))?;
        case::take(&mut tx, granted).await
    };
    match done.await {
        Ok(()) => redirect_with_flash(
            &app,
            tx.commit().await?,
            urls::desk_case(id),
            "flash-desk-held",
        ),
        Err(error) => or_overtaken(error, tx, &chrome, &actor, id, None).await,
    }
}

/// `POST /desk/cases/{id}/release`
pub async fn destroy(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
) -> Answer {
    let done = async {
        let case = case::find(&mut tx, &actor, id).await?;
        case::release(&mut tx, policy::release(&actor, &case)?).await
    };
    match done.await {
        Ok(()) => redirect_with_flash(
            &app,
            tx.commit().await?,
            urls::desk_case(id),
            "flash-desk-released",
        ),
        Err(error) => or_overtaken(error, tx, &chrome, &actor, id, None).await,
    }
}
