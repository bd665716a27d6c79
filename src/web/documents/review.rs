//! A document as a reviewer sees it, and what they say of it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::urls;
use super::view::{Paper, Reading};
use crate::account;
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::document::policy::{self, CanSee};
use crate::document::{self, Verdict};
use crate::ids::DocumentId;
use crate::organization;
use crate::say;
use crate::values::{Lang, Prose};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, see,
};

/// Where a page lists its papers.
const DOCUMENTS: &str = "documents";
/// The longest note.
pub const NOTE_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "documents/review.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    title: String,
    paper: Paper,
    is_former: bool,
    by: String,
    back: String,
    action: String,
    may_judge: bool,
    said: Vec<Said>,
    answers: Vec<(&'static str, String)>,
}

/// What was said.
struct Said {
    title: String,
    who: String,
    when: String,
    iso: String,
    words: Vec<String>,
}

/// `GET /desk/documents/{id}`
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<DocumentId>) -> Answer {
    let seen = seen(&mut tx, &actor, id).await?;
    page(StatusCode::OK, &chrome, &mut tx, &seen, Sheet::empty()).await
}

/// `POST /desk/documents/{id}/verdict`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<DocumentId>,
    Form(sent): Form,
) -> Answer {
    let seen = seen(&mut tx, &actor, id).await?;
    let granted = policy::judge(&seen)?;
    let mut reader = sent.reader();
    let fine = match sent.get("fine") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => {
            reader.mistake("fine", "document-verdict-missing");
            None
        }
    };
    let prose = |text: &str| Prose::parse(text, NOTE_MAX);
    // What is wrong has to be said, or nobody can mend it.
    let note = match (fine, sent.get("note").trim()) {
        (Some(false), "") => {
            reader.mistake("note", "document-verdict-why");
            None
        }
        _ => reader.optional("note", prose),
    };
    let mistakes = reader.done().err().unwrap_or_default();
    let (Some(fine), true) = (fine, mistakes.is_empty()) else {
        let form = Sheet::with(sent, mistakes);
        return page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &chrome,
            &mut tx,
            &seen,
            form,
        )
        .await;
    };
    let person = actor.person()?.id;
    // Where it was said beside the answers of a case, that is where one reads on.
    let from = match sent.get("back") {
        "particulars" => "particulars",
        _ => DOCUMENTS,
    };
    let key = Sheet::of(sent).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    document::judge(&mut tx, granted, fine, note.as_ref()).await?;
    let to = back(&mut tx, &seen, from).await?;
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-document-judged")
}

/// The document, for the desk alone.
async fn seen(tx: &mut Tx, actor: &Actor, id: DocumentId) -> Result<CanSee> {
    let vault = tx.vault();
    let seen = document::find(tx, &vault, actor, id).await?;
    match seen.at_desk() {
        true => Ok(seen),
        false => Err(Error::NotFound),
    }
}

/// The page that it is listed on, at this part.
async fn back(tx: &mut Tx, seen: &CanSee, part: &str) -> Result<String> {
    let document = seen.document();
    let to = match (document.case, document.organization) {
        (Some(case), _) => urls::desk_case(case),
        (None, Some(organization)) => {
            let found = organization::find(tx, organization).await?;
            urls::desk_organization(found.ok_or(Error::NotFound)?.number)
        }
        (None, None) => return Err(Error::NotFound),
    };
    Ok(format!("{to}#{part}"))
}

async fn page(
    status: StatusCode,
    chrome: &Chrome,
    tx: &mut Tx,
    seen: &CanSee,
    form: Sheet,
) -> Answer {
    let (lang, vault, today) = (chrome.lang, tx.vault(), tx.today());
    let document = seen.document();
    let title = document::title(tx, document).await?;
    let title = title.of(lang).to_owned();
    let verdicts = document::verdicts(tx, &vault, seen).await?;
    let accounts: Vec<_> = verdicts
        .iter()
        .map(|verdict| verdict.by)
        .chain([document.by])
        .collect();
    let names = account::called(tx, &vault, &accounts).await?;
    let name = |account| names.get(&account).cloned().unwrap_or_default();
    let reading = Reading::at_desk(lang, today);
    let back = back(tx, seen, DOCUMENTS).await?;
    let may_judge = policy::judge(seen).is_ok();
    html_with(
        status,
        lang,
        ShowPage {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb(back.clone(), say::t(lang, "documents-title"))
                .crumb("", title.clone()),
            paper: Paper::of(document, &reading),
            is_former: document.superseded_at.is_some(),
            by: name(document.by),
            action: urls::desk_document_verdict(document.id),
            said: verdicts
                .iter()
                .map(|verdict| said(lang, name(verdict.by), verdict))
                .collect(),
            answers: vec![
                ("yes", say::t(lang, "document-fine")),
                ("no", say::t(lang, "document-not-fine")),
            ],
            title,
            back,
            may_judge,
            form,
        },
    )
}

fn said(lang: Lang, who: String, verdict: &Verdict) -> Said {
    Said {
        title: say::t(
            lang,
            match verdict.fine {
                true => "document-fine",
                false => "document-not-fine",
            },
        ),
        who,
        when: say::day(lang, verdict.at.date_naive()),
        iso: verdict
            .at
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        words: verdict
            .note
            .iter()
            .flat_map(Prose::paragraphs)
            .map(str::to_owned)
            .collect(),
    }
}
