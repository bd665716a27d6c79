//! The applicant's side answers a condition: in words, and with a paper of the organization.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::{Shown, shown};
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::{self, Read, Tx};
use crate::document;
use crate::ids::{CaseId, ConditionId, DocumentId};
use crate::organization::{self, team};
use crate::say;
use crate::values::Prose;
use crate::vault::Vault;
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, see, urls,
};

/// The longest answer.
const WORDS_MOST: usize = 6_000;

#[derive(Template)]
#[template(path = "conditions/answer.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    case: CaseId,
    action: String,
    condition: Shown,
    /// The papers of the organization, by what they are.
    papers: Vec<(String, String)>,
    /// Where a paper is added.
    documents: String,
}

/// `GET /cases/{id}/conditions/{condition}`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path((id, condition)): Path<(CaseId, ConditionId)>,
) -> Answer {
    let case = case::find(&mut conn, &actor, id).await?;
    match policy::answer_condition(&actor, &case) {
        Ok(_) => {}
        // Nothing is left to be done: what was is on the page of the case.
        Err(crate::Error::Overtaken) => return see(urls::case(id)),
        Err(error) => return Err(error.into()),
    }
    let (vault, today) = (conn.vault(), conn.today());
    let about = (&case, condition, today);
    page(
        StatusCode::OK,
        &mut conn,
        &vault,
        &chrome,
        &actor,
        about,
        Sheet::empty(),
    )
    .await
}

/// `POST /cases/{id}/conditions/{condition}`
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((id, condition)): Path<(CaseId, ConditionId)>,
    Form(sent): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::answer_condition(&actor, &case)?;
    let mut reader = sent.reader();
    let words = reader.required("words", |text| Prose::parse(text, WORDS_MOST));
    let document = sent.get("document").trim();
    let paper: Option<DocumentId> = document.parse().ok();
    if paper.is_none() && !document.is_empty() {
        reader.mistake("document", "problem-unknown-code");
    }
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(words) = words.filter(|_| mistakes.is_empty()) else {
        let (vault, today) = (tx.vault(), tx.today());
        let (about, form) = ((&case, condition, today), Sheet::with(sent, mistakes));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(status, &mut tx, &vault, &chrome, &actor, about, form).await;
    };
    let (person, key) = (actor.person()?.id, Sheet::of(sent).key());
    let to = format!("{}#conditions", urls::case(id));
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    case::answer_condition(&mut tx, granted, condition, &words, paper).await?;
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-condition-answered")
}

/// The papers that the organization has, each by what it is and what its file is called.
async fn papers(
    conn: &mut PgConnection,
    vault: &Vault,
    chrome: &Chrome,
    actor: &Actor,
    (case, today): (&Case, chrono::NaiveDate),
) -> Result<(Vec<(String, String)>, String)> {
    let id = case.organization.ok_or(Error::NotFound)?;
    let found = organization::find(conn, id).await?.ok_or(Error::NotFound)?;
    let own = team::role_of_actor(conn, id, actor).await?;
    let listed = document::policy::list_of_organization(actor, &found, own)?;
    let mut papers = Vec::new();
    for slot in document::shelf(conn, vault, &listed, today).await? {
        let title = slot.item.asks.title.of(chrome.lang).to_owned();
        papers.extend(slot.current.iter().map(|paper| {
            (
                paper.id.to_string(),
                format!("{title}: {}", paper.shown_name()),
            )
        }));
    }
    Ok((papers, urls::my_organization_documents(found.number)))
}

async fn page(
    status: StatusCode,
    conn: &mut PgConnection,
    vault: &Vault,
    chrome: &Chrome,
    actor: &Actor,
    (case, id, today): (&Case, ConditionId, chrono::NaiveDate),
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    let granted = policy::read(actor, case)?;
    let all = case::conditions(conn, vault, &granted).await?;
    let found = all.iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    let condition = shown(lang, today, found, |_| String::new());
    if !condition.is_open() {
        return see(format!("{}#conditions", urls::case(case.id)));
    }
    let (papers, documents) = papers(conn, vault, chrome, actor, (case, today)).await?;
    html_with(
        status,
        lang,
        NewPage {
            page: chrome
                .page()
                .crumb(urls::HOME, say::t(lang, "home-title"))
                .crumb(urls::case(case.id), case.title.clone())
                .crumb("", say::t(lang, "condition-answer-title")),
            form,
            case: case.id,
            action: urls::case_condition(case.id, id),
            condition,
            papers,
            documents,
        },
    )
}
