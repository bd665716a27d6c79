//! Accepting a renewal in one step, if nothing changes that the board looks at first.

use axum::extract::State;

use super::overtaken::Acting;
use crate::actor::Actor;
use crate::case::{self, Answer as Decided, Stage, Way, policy};
use crate::criterion;
use crate::db::Tx;
use crate::ids::CaseId;
use crate::outcome;
use crate::values::CaseKind;
use crate::web::registrations::registered;
use crate::web::{Answer, App, Chrome, Form, Path, see_with_flash, urls};
use crate::{Error, Result};

/// `POST /desk/cases/{id}/acceptance`
pub async fn create(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let may = policy::take(&actor, &case).is_ok() || policy::decide(&actor, &case).is_ok();
    // Where something is open, the reason is asked for on the page of the decision.
    if may && criterion::hinders(&mut tx, &case).await? {
        return see_with_flash(&app, urls::desk_case(id), "flash-error-criteria-open");
    }
    let done = accept(&mut tx, &actor, id, form.get("revision")).await;
    let acting = Acting {
        app: &app,
        chrome: &chrome,
        actor: &actor,
        id,
        typed: None,
    };
    acting.answer(tx, done, "flash-desk-accepted").await
}

/// Takes the case, if it waits for somebody, and accepts it as it was seen.
async fn accept(tx: &mut Tx, actor: &Actor, id: CaseId, seen: &str) -> Result<()> {
    let mut case = case::find(tx, actor, id).await?;
    if case.kind != CaseKind::Renewal || case.way != Way::One {
        return Err(Error::NotFound);
    }
    if let Stage::Submitted { .. } = case.stage {
        let granted = policy::take(actor, &case)?;
        case.expect_seen(seen)?;
        case::take(tx, granted).await?;
        case = case::find(tx, actor, id).await?;
    } else {
        let _ = policy::decide(actor, &case)?;
        case.expect_seen(seen)?;
    }
    let vault = tx.vault();
    let read = policy::read(actor, &case)?;
    let last = case::submissions(tx, &vault, &read).await?.pop();
    let last = last.ok_or(Error::Contradiction(
        "a renewal under review that was never sent",
    ))?;
    let today = tx.today();
    let now = registered(tx, &vault, today, &case).await?;
    let meant = case::meant(tx, &vault, &read, &last.particulars, now).await?;
    // What is material needs a decision on its own page.
    if meant.is_none_or(|meant| meant.is_material()) {
        return Err(Error::Overtaken);
    }
    let granted = policy::decide(actor, &case)?;
    let verdict = case::decide(tx, granted, Decided::Accept).await?;
    outcome::apply(tx, verdict).await?;
    Ok(())
}
