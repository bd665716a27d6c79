//! A new claim: evidence in words. Its papers come next, and then it is sent.

use axum::http::StatusCode;

use super::{About, evidence, page};
use crate::actor::{Actor, Denied};
use crate::case::{self, Glimpse, policy};
use crate::db::{self, Read, Tx};
use crate::organization::{self, team};
use crate::values::RegistryNumber;
use crate::web::{Answer, Chrome, Error, Form, Path, Sheet, redirect, see, urls};

/// `GET /organizations/{number}/claim`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let me = actor.person()?.id;
    let organization = organization::find_by_number(&mut conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    let owners = team::owners(&mut conn, organization.id).await?;
    if let Some(there) = case::open_claim_of(&mut conn, organization.id, me).await? {
        return see(urls::case(there));
    }
    let has_owner = match policy::claim(&actor, &organization, &owners) {
        Ok(_) => false,
        // Somebody looks after it: the page says so, and leads to them.
        Err(crate::Error::Overtaken) => true,
        Err(error) => return Err(error.into()),
    };
    let about = About::new(number, has_owner);
    page(&chrome, organization, about, StatusCode::OK, Sheet::empty())
}

/// `POST /organizations/{number}/claim`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(sent): Form,
) -> Answer {
    let me = actor.person()?.id;
    let organization = organization::find_by_number(&mut tx, number)
        .await?
        .ok_or(Error::NotFound)?;
    // Two claims of one person at once are one.
    team::lock(&mut tx, organization.id).await?;
    let owners = team::owners(&mut tx, organization.id).await?;
    let granted = policy::claim(&actor, &organization, &owners)?;
    let mut reader = sent.reader();
    let words = reader.required("evidence", evidence);
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(words) = words else {
        let about = About::new(number, false);
        let form = Sheet::with(sent, mistakes);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&chrome, organization, about, status, form);
    };
    let key = Sheet::of(sent).key();
    if let Some(there) = db::claim(&mut tx, me, key).await? {
        return see(there);
    }
    if let Some(there) = case::open_claim_of(&mut tx, organization.id, me).await? {
        return see(urls::case(there));
    }
    let vault = tx.vault();
    let said = organization::particulars(&mut tx, &vault, organization.id)
        .await?
        .ok_or(Error::NotFound)?;
    let id = case::start(&mut tx, granted).await?;
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::edit(&actor, &case)?;
    let glimpse = Glimpse::from(&said.for_strangers());
    super::evidence::save(&mut tx, granted, &words, &glimpse).await?;
    let to = urls::case_evidence(id);
    db::finish(&mut tx, me, key, &to).await?;
    redirect(tx.commit().await?, to)
}

/// Nothing of a claim is for somebody who has no part in it.
pub(super) const HIDDEN: Denied = Denied::Hidden;
