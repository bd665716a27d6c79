//! Taking one case, or letting go of it.

use axum::extract::State;

use super::overtaken::Acting;
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::web::{Answer, App, Chrome, Form, Path};

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
    let done = done.await;
    let acting = Acting {
        app: &app,
        chrome: &chrome,
        actor: &actor,
        id,
        typed: None,
    };
    acting.answer(tx, done, "flash-desk-held").await
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
    let done = done.await;
    let acting = Acting {
        app: &app,
        chrome: &chrome,
        actor: &actor,
        id,
        typed: None,
    };
    acting.answer(tx, done, "flash-desk-released").await
}
