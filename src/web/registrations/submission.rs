//! The submission: what was checked is frozen and goes to the board. Pressing twice submits once.

use axum::http::StatusCode;

use super::answers;
use super::own::registered;
use super::signatures::{self, signing};
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::{self, Tx};
use crate::document::{self, Scheme};
use crate::ids::CaseId;
use crate::organization::compare;
use crate::signing;
use crate::values::{CaseKind, Prose};
use crate::web::{Answer, Chrome, Error, Form, Path, Sheet, documents, redirect, see, urls};

/// The longest words with which a change is sent.
const WORDS_MOST: usize = 6_000;

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
    let key = Sheet::of(sent.clone()).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let granted = policy::submit(&actor, &case)?;
    case.expect_revision(seen.map_err(|_| Error::Overtaken)?)?;
    let vault = tx.vault();
    let may_read = policy::read(&actor, &case)?;
    // Until it is submitted nobody signs, declines or is taken out.
    signing::lock(&mut tx, id).await?;
    let (now, lang) = (tx.now(), chrome.lang);
    let today = now.date_naive();
    let mut read =
        answers::checked(&mut tx, &vault, &may_read, (&actor, &case), (lang, today)).await?;
    let signed = signing(&mut tx, &vault, now, (&may_read, &case), &read).await?;
    if let Some(signed) = &signed {
        let missing = signatures::mistakes(lang, signed, &actor)?;
        read.mistakes.append(missing);
    }
    let status = (StatusCode::UNPROCESSABLE_ENTITY, today);
    if !read.mistakes.is_empty() {
        let page = (&case, &read, Sheet::of(sent));
        return answers::page(status, &mut tx, &vault, &actor, &chrome, page).await;
    }
    // An amendment says why, and changes something. A renewal may come with words.
    let mut words = None;
    if let Some(now) = registered(&mut tx, &vault, today, &case).await? {
        let mut reader = sent.reader();
        let parse = |text: &str| Prose::parse(text, WORDS_MOST);
        if case.kind == CaseKind::Renewal {
            words = reader.optional("words", parse);
        } else {
            words = reader.required("words", parse);
            if compare(&now, &read.said).is_empty() {
                reader.mistake("words", "amendment-nothing-changed");
            }
        }
        if let Err(mistakes) = reader.done() {
            let page = (&case, &read, Sheet::with(sent, mistakes));
            return answers::page(status, &mut tx, &vault, &actor, &chrome, page).await;
        }
    }
    let scheme = Scheme {
        case: Some(case.kind),
        kind: read.said.kind,
        host: Some(read.said.host_country),
        on_paper: case.typed_by.is_some(),
    };
    let missing = document::missing(&mut tx, &case, scheme, today).await?;
    if !missing.is_empty() {
        return documents::missing(&chrome, &mut tx, &actor, id, &missing).await;
    }
    case::submit_with(&mut tx, granted, &read.said, words.as_ref()).await?;
    if let Some(signed) = &signed {
        signing::keep(&mut tx, id, signed).await?;
    }
    let to = urls::case_receipt(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect(tx.commit().await?, to)
}
