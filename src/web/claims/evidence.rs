//! The evidence of a claim that the board sent back.

use axum::http::StatusCode;

use super::new::HIDDEN;
use super::{evidence, page};
use crate::actor::Actor;
use crate::case::{self, Case, Outcome, policy};
use crate::db::{Read, Tx};
use crate::ids::CaseId;
use crate::organization::{self, Organization};
use crate::values::CaseKind;
use crate::vault::Vault;
use crate::web::{Answer, Chrome, Error, Form, Path, Result, Sheet, redirect, see, urls};
use sqlx::PgConnection;

/// The claim with its organization, and what the board asks for.
async fn load(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    id: CaseId,
) -> Result<(Case, Organization, Option<String>)> {
    let case = case::find(conn, actor, id).await?;
    let about = case
        .organization
        .filter(|_| case.kind == CaseKind::Claim)
        .ok_or(HIDDEN)?;
    let organization = organization::find(conn, about)
        .await?
        .ok_or(Error::NotFound)?;
    let granted = policy::read(actor, &case)?;
    let asked = case::decisions(conn, vault, &granted)
        .await?
        .into_iter()
        .rfind(|decision| decision.outcome == Outcome::ChangesRequested)
        .and_then(|decision| decision.words)
        .map(|words| words.to_string());
    Ok((case, organization, asked))
}

/// `GET /cases/{id}/evidence`
pub async fn edit(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
    let vault = conn.vault();
    let (case, organization, asked) = load(&mut conn, &vault, &actor, id).await?;
    match policy::edit(&actor, &case) {
        Ok(_) => {}
        Err(crate::Error::Overtaken) => return see(urls::case(id)),
        Err(error) => return Err(error.into()),
    }
    let granted = policy::read(&actor, &case)?;
    let last = case::submissions(&mut conn, &vault, &granted).await?.pop();
    let words = last
        .and_then(|last| last.words)
        .map(|words| words.to_string())
        .unwrap_or_default();
    let form = Sheet::of([("evidence", words.as_str())].into_iter().collect());
    let about = (urls::case_evidence(id), asked, false);
    page(&chrome, organization, about, StatusCode::OK, form)
}

/// `POST /cases/{id}/evidence`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    let vault = tx.vault();
    let (case, organization, asked) = load(&mut tx, &vault, &actor, id).await?;
    let granted = policy::submit(&actor, &case)?;
    let mut reader = sent.reader();
    let words = reader.required("evidence", evidence);
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(words) = words else {
        let about = (urls::case_evidence(id), asked, false);
        let form = Sheet::with(sent, mistakes);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&chrome, organization, about, status, form);
    };
    let said = organization::particulars(&mut tx, &vault, organization.id)
        .await?
        .ok_or(Error::NotFound)?;
    case::submit_with(&mut tx, granted, &said.for_strangers(), Some(&words)).await?;
    redirect(tx.commit().await?, urls::case_receipt(id))
}
