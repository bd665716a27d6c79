//! The evidence of a claim: its words and its papers, before it is sent and when the board sends it back.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;

use super::new::HIDDEN;
use super::{About, evidence, page};
use crate::actor::Actor;
use crate::case::{self, Case, Glimpse, Outcome, RawForm, policy};
use crate::db::{self, Dated, Read, Tx};
use crate::document::{self, Scheme};
use crate::ids::{CaseId, ItemId};
use crate::organization::{self, Organization, team};
use crate::values::CaseKind;
use crate::vault::Vault;
use crate::web::documents::{Reading, shown, wanting};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Path, Result, Sheet, redirect, redirect_with_flash,
    see, urls,
};

/// What is typed of a claim, as its draft keeps it.
const EVIDENCE: &str = "evidence";

/// The claim with its organization, and what the board asks for.
async fn load(
    conn: &mut impl Dated,
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
    let (case, _, _) = load(&mut conn, &vault, &actor, id).await?;
    match policy::edit(&actor, &case) {
        Ok(_) => {}
        Err(crate::Error::Overtaken) => return see(urls::case(id)),
        Err(error) => return Err(error.into()),
    }
    let granted = policy::read(&actor, &case)?;
    let draft = Fields::from_map(case::draft(&mut conn, &vault, &granted).await?);
    let form = Sheet::of([(EVIDENCE, draft.get(EVIDENCE))].into_iter().collect());
    let today = conn.today();
    let status = StatusCode::OK;
    show(
        status,
        &chrome,
        &mut conn,
        (&vault, today),
        &actor,
        id,
        form,
    )
    .await
}

/// The page with the papers that the claim has.
async fn show(
    status: StatusCode,
    chrome: &Chrome,
    conn: &mut impl Dated,
    (vault, today): (&Vault, chrono::NaiveDate),
    actor: &Actor,
    id: CaseId,
    form: Sheet,
) -> Answer {
    let (case, organization, asked) = load(conn, vault, actor, id).await?;
    let has_owner = is_taken(conn, &case).await?;
    let listed = document::policy::list_of_case(actor, &case)?;
    let slots = document::shelf(conn, vault, &listed, today).await?;
    let add = |item: ItemId| format!("add-{item}");
    let reading = Reading {
        lang: chrome.lang,
        today,
        add: Some(&add),
        at_desk: false,
        tells_verdicts: true,
    };
    let about = About {
        action: urls::case_evidence(id),
        asked,
        has_owner,
        papers: shown(&slots, &reading),
    };
    page(chrome, organization, about, status, form)
}

/// Whether somebody looks after the organization by now, and the board has not offered to let the claimant join.
async fn is_taken(conn: &mut impl Dated, case: &Case) -> Result<bool> {
    let Some(about) = case.organization else {
        return Ok(false);
    };
    Ok(case.joins_as.is_none() && !team::owners(conn, about).await?.is_empty())
}

/// Keeps what was typed, as it is.
pub(super) async fn save(
    tx: &mut Tx,
    granted: policy::CanEdit,
    typed: &str,
    glimpse: &Glimpse,
) -> Result<()> {
    let raw: RawForm = BTreeMap::from([(EVIDENCE.to_owned(), vec![typed.to_owned()])]);
    Ok(case::save_draft(tx, granted, &raw, glimpse).await?)
}

/// `POST /cases/{id}/evidence`: saved as it is, then on to a paper or away; or sent to the board, if nothing is missing.
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    let (person, key) = (actor.person()?.id, Sheet::of(sent.clone()).key());
    let go = sent.get("go");
    let item = go
        .strip_prefix("add-")
        .and_then(|it| it.parse::<ItemId>().ok());
    let is_sent = item.is_none() && go != "save";
    // Sent twice it is sent once. What comes back keeps nothing, its key neither.
    if is_sent && let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let (vault, today) = (tx.vault(), tx.today());
    let (case, organization, _) = load(&mut tx, &vault, &actor, id).await?;
    let granted = policy::edit(&actor, &case)?;
    // Organizations are held before cases: whoever decides on another claim of this one does the same.
    team::lock(&mut tx, organization.id).await?;
    let said = organization::particulars(&mut tx, &vault, organization.id)
        .await?
        .ok_or(Error::NotFound)?
        .for_strangers();
    save(&mut tx, granted, sent.get(EVIDENCE), &Glimpse::from(&said)).await?;
    if let Some(item) = item {
        let to = format!("{}/{item}", urls::case_documents(id));
        return redirect(tx.commit().await?, to);
    }
    if !is_sent {
        let done = tx.commit().await?;
        return redirect_with_flash(&app, done, urls::case(id), "flash-claim-saved");
    }
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::submit(&actor, &case)?;
    let mut reader = sent.reader();
    let words = reader.required(EVIDENCE, evidence);
    let mut mistakes = reader.done().err().unwrap_or_default();
    let scheme = Scheme::of_case(&mut tx, &case).await?;
    let missing = document::missing(&mut tx, &case, scheme, today).await?;
    mistakes.append(wanting(chrome.lang, &missing));
    let taken = is_taken(&mut tx, &case).await?;
    let Some(words) = words.filter(|_| mistakes.is_empty() && !taken) else {
        let status = match taken {
            true => StatusCode::CONFLICT,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let form = Sheet::with(sent, mistakes);
        let at = (&vault, tx.today());
        return show(status, &chrome, &mut tx, at, &actor, id, form).await;
    };
    case::submit_with(&mut tx, granted, &said, Some(&words)).await?;
    let to = urls::case_receipt(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect(tx.commit().await?, to)
}
