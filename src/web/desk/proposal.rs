//! Two who decide: the second confirms what the first proposed or disagrees, and the first may take it back.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;

use super::overtaken::{Acting, or_overtaken};
use super::view::{People, Title, When, paragraphs};
use crate::actor::Actor;
use crate::case::{self, Case, Ending, Proposal, policy};
use crate::db::Tx;
use crate::ids::{CaseId, ProposalId};
use crate::outcome;
use crate::say;
use crate::values::{Lang, Prose};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Page, Path, Result, Sheet, filters, html_with, urls,
};

/// The longest words of whoever disagrees.
const MOST: usize = 10_000;

/// A proposal, as the desk shows it.
pub struct Proposed {
    /// Its id, which forms carry.
    pub id: ProposalId,
    /// What is proposed.
    pub title: String,
    /// Who proposes it.
    pub who: String,
    /// When.
    pub when: When,
    /// The words of it.
    pub words: Vec<String>,
    /// What is to be done, each until a day.
    pub conditions: Vec<(Vec<String>, When)>,
    /// Who disagreed, when and why, if somebody did.
    pub disagreed: Option<(String, When, Vec<String>)>,
    /// Whether it waits.
    pub waits: bool,
    /// Whether the day of a condition has passed, so that it cannot be confirmed.
    pub has_passed: bool,
}

impl Proposed {
    /// What is worth showing: a proposal that waits, or one that a colleague disagreed with last.
    pub fn of(
        (lang, today): (Lang, NaiveDate),
        people: &People,
        proposal: &Proposal,
    ) -> Option<Self> {
        let disagreed = match &proposal.ended {
            None => None,
            Some(ended) if ended.how == Ending::Disagreed => {
                let by = ended.by.map(|by| people.name(by)).unwrap_or_default();
                let words = paragraphs(ended.words.as_ref());
                Some((by, When::moment(lang, ended.at), words))
            }
            Some(_) => return None,
        };
        Some(Self {
            id: proposal.id,
            title: say::t(lang, proposal.answer.outcome().key()),
            who: people.name(proposal.by),
            when: When::moment(lang, proposal.at),
            words: paragraphs(proposal.answer.words()),
            conditions: proposal
                .answer
                .conditions()
                .iter()
                .map(|it| (paragraphs(Some(&it.words)), When::day(lang, it.due)))
                .collect(),
            disagreed,
            waits: proposal.ended.is_none(),
            has_passed: proposal.answer.has_passed(today),
        })
    }
}

#[derive(Template)]
#[template(path = "desk/disagreement.html")]
struct NewPage {
    page: Page,
    case: Case,
    title: Title,
    number: String,
    proposed: Proposed,
    form: Sheet,
}

/// `POST /desk/cases/{id}/confirmation`
pub async fn confirm(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let done = async {
        let case = case::find(&mut tx, &actor, id).await?;
        let granted = policy::confirm(&actor, &case)?;
        let verdict = case::confirm(&mut tx, granted, seen(&form)?).await?;
        outcome::apply(&mut tx, verdict).await
    };
    let done = done.await;
    let acting = Acting {
        app: &app,
        chrome: &chrome,
        actor: &actor,
        id,
        typed: None,
    };
    acting.answer(tx, done, "flash-desk-confirmed").await
}

/// `GET /desk/cases/{id}/disagreement`
pub async fn new(chrome: Chrome, actor: Actor, Path(id): Path<CaseId>, mut tx: Tx) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    match policy::disagree(&actor, &case) {
        Ok(_) => page(StatusCode::OK, &chrome, &actor, tx, case, Sheet::empty()).await,
        Err(error) => or_overtaken(error, tx, &chrome, &actor, id, None).await,
    }
}

/// `POST /desk/cases/{id}/disagreement`
pub async fn disagree(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let typed = form.get("words").trim().to_owned();
    let granted = match policy::disagree(&actor, &case) {
        Ok(granted) => granted,
        Err(error) => return or_overtaken(error, tx, &chrome, &actor, id, Some(&typed)).await,
    };
    let mut reader = form.reader();
    let words = reader.required("words", |text| Prose::parse(text, MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(words) = words else {
        let sheet = Sheet::with(form, mistakes);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(status, &chrome, &actor, tx, case, sheet).await;
    };
    let done = async { case::disagree(&mut tx, granted, seen(&form)?, &words).await };
    let done = done.await;
    let acting = Acting {
        app: &app,
        chrome: &chrome,
        actor: &actor,
        id,
        typed: Some(&typed),
    };
    acting.answer(tx, done, "flash-desk-disagreed").await
}

/// `POST /desk/cases/{id}/retraction`
pub async fn take_back(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let done = async {
        let case = case::find(&mut tx, &actor, id).await?;
        let granted = policy::take_back(&actor, &case)?;
        case::take_back(&mut tx, granted, seen(&form)?).await
    };
    let done = done.await;
    let acting = Acting {
        app: &app,
        chrome: &chrome,
        actor: &actor,
        id,
        typed: None,
    };
    acting.answer(tx, done, "flash-desk-taken-back").await
}

/// Which proposal the form was made for: another one is not confirmed unread.
fn seen(form: &Fields) -> crate::Result<ProposalId> {
    let seen = form.get("proposal").parse();
    seen.map_err(|_| crate::Error::Overtaken)
}

async fn page(
    status: StatusCode,
    chrome: &Chrome,
    actor: &Actor,
    mut tx: Tx,
    case: Case,
    form: Sheet,
) -> Answer {
    let (vault, lang) = (tx.vault(), chrome.lang);
    let proposed = shown(&mut tx, &vault, lang, actor, &case).await?;
    let proposed = proposed.ok_or(Error::NotFound)?;
    let number = case.number.map(|it| it.to_string()).unwrap_or_default();
    html_with(
        status,
        lang,
        NewPage {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb(urls::desk_case(case.id), number.clone())
                .crumb("", say::t(lang, "desk-disagree-title")),
            title: Title::of_case(lang, &case),
            number,
            proposed,
            form,
            case,
        },
    )
}

async fn shown(
    tx: &mut Tx,
    vault: &crate::vault::Vault,
    lang: Lang,
    actor: &Actor,
    case: &Case,
) -> Result<Option<Proposed>> {
    let granted = policy::read(actor, case)?;
    let Some(proposal) = case::last_proposal(tx, vault, &granted).await? else {
        return Ok(None);
    };
    let (people, today) = (People::of(tx, vault, [proposal.by]).await?, tx.today());
    Ok(Proposed::of((lang, today), &people, &proposal))
}
