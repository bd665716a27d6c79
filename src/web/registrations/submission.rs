//! The submission: what was checked is frozen and goes to the board. Pressing twice submits once.

use axum::http::StatusCode;

use super::answers;
use super::form::reading;
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::{self, Tx};
use crate::document::{self, Scheme};
use crate::ids::CaseId;
use crate::web::{
    Answer, Chrome, Error, Fields, Form, Path, Sheet, documents, redirect, see, urls,
};

/// Submits the form as it is saved, if it is still what the person checked.
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let person = actor.person()?.id;
    let seen = sent.get("revision").parse();
    let key = Sheet::of(sent).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let granted = policy::submit(&actor, &case)?;
    case.expect_revision(seen.map_err(|_| Error::Overtaken)?)?;
    let vault = tx.vault();
    let may_read = policy::read(&actor, &case)?;
    let draft = Fields::from_map(case::draft(&mut tx, &vault, &may_read).await?);
    let read = reading(&draft, tx.today());
    if !read.mistakes.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return answers::page(status, &mut tx, &vault, &actor, &chrome, &case, &read).await;
    }
    let scheme = Scheme {
        case: Some(case.kind),
        kind: read.said.kind,
        host: Some(read.said.host_country),
    };
    let missing = document::missing(&mut tx, &case, scheme).await?;
    if !missing.is_empty() {
        return documents::missing(&chrome, &mut tx, &actor, id, &missing).await;
    }
    case::submit(&mut tx, granted, &read.said).await?;
    let to = urls::case_receipt(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect(tx.commit().await?, to)
}
