//! Changing a claim to joining: the organization has an owner by now.

use axum::extract::State;

use super::overtaken::Acting;
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::values::TeamRole;
use crate::web::{Answer, App, Chrome, Form, Path};

/// `POST /desk/cases/{id}/joining`
pub async fn create(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let done = async {
        let granted = policy::decide(&actor, &case)?;
        case.expect_seen(form.get("revision"))?;
        // The list of the page has no other roles.
        let role = TeamRole::from_code(form.get("joins_as"))
            .filter(|role| *role != TeamRole::Owner)
            .ok_or(crate::Error::NotFound)?;
        case::change_to_joining(&mut tx, granted, role).await
    };
    let done = done.await;
    let acting = Acting {
        app: &app,
        chrome: &chrome,
        actor: &actor,
        id,
        typed: None,
    };
    acting.answer(tx, done, "flash-claim-joins").await
}
