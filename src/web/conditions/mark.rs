//! The board says whether a condition is met, or gives it another day.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;

use super::{Shown, shown};
use crate::actor::Actor;
use crate::case::{self, Case, ConditionMark, Judged, policy};
use crate::db::Tx;
use crate::ids::{CaseId, ConditionId};
use crate::say;
use crate::values::{Lang, Prose};
use crate::web::desk::{People, Title, day, or_overtaken};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

/// The longest reason.
const REASON_MOST: usize = 4_000;

#[derive(Template)]
#[template(path = "conditions/mark.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    case: Case,
    title: Title,
    number: String,
    action: String,
    condition: Shown,
    marks: Vec<(&'static str, String)>,
}

/// `GET /desk/cases/{id}/conditions/{condition}`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    tx: Tx,
    Path((id, condition)): Path<(CaseId, ConditionId)>,
) -> Answer {
    let mut tx = tx;
    let case = case::find(&mut tx, &actor, id).await?;
    let _ = policy::mark_condition(&actor, &case)?;
    let about = (case, condition);
    page(StatusCode::OK, &chrome, &actor, tx, about, Sheet::empty()).await
}

/// `POST /desk/cases/{id}/conditions/{condition}`
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((id, condition)): Path<(CaseId, ConditionId)>,
    Form(sent): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let typed = sent.get("reason").trim().to_owned();
    let granted = policy::mark_condition(&actor, &case)
        .and_then(|granted| case.expect_seen(sent.get("revision")).map(|()| granted));
    let granted = match granted {
        Ok(granted) => granted,
        Err(error) => return or_overtaken(error, tx, &chrome, &actor, id, Some(&typed)).await,
    };
    let judged = match judged(&sent, tx.today()) {
        Ok(judged) => judged,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(status, &chrome, &actor, tx, (case, condition), form).await;
        }
    };
    match case::mark_condition(&mut tx, granted, condition, &judged).await {
        Ok(_) => {
            let to = format!("{}#conditions", urls::desk_case(id));
            redirect_with_flash(&app, tx.commit().await?, to, "flash-condition-marked")
        }
        Err(error) => or_overtaken(error, tx, &chrome, &actor, id, Some(&typed)).await,
    }
}

/// What the form says.
fn judged(sent: &Fields, today: NaiveDate) -> Result<Judged, Mistakes> {
    let mut reader = sent.reader();
    let mark = reader.required("mark", ConditionMark::parse);
    let parse = |text: &str| Prose::parse(text, REASON_MOST);
    let reason = match mark {
        Some(ConditionMark::NotMet | ConditionMark::Extended) => reader.required("reason", parse),
        _ => reader.optional("reason", parse),
    };
    let mut mistakes = reader.done().err().unwrap_or_default();
    let due = match mark {
        Some(ConditionMark::Extended) => day(sent, "due", today, &mut mistakes),
        _ => None,
    };
    match (mark, reason, due) {
        _ if !mistakes.is_empty() => Err(mistakes),
        (Some(ConditionMark::Met), reason, _) => Ok(Judged::Met { reason }),
        (Some(ConditionMark::NotMet), Some(reason), _) => Ok(Judged::NotMet { reason }),
        (Some(ConditionMark::Extended), Some(reason), Some(due)) => {
            Ok(Judged::Extended { due, reason })
        }
        _ => Err(mistakes),
    }
}

fn marks(lang: Lang) -> Vec<(&'static str, String)> {
    ConditionMark::ALL
        .iter()
        .map(|mark| (mark.code(), say::t(lang, mark.key())))
        .collect()
}

async fn page(
    status: StatusCode,
    chrome: &Chrome,
    actor: &Actor,
    mut tx: Tx,
    (case, id): (Case, ConditionId),
    form: Sheet,
) -> Answer {
    let (vault, lang, today) = (tx.vault(), chrome.lang, tx.today());
    let granted = policy::read(actor, &case)?;
    // What the applicant wrote is personal: that somebody looked is on record.
    case::note_viewing(&mut tx, actor, &case).await?;
    let all = case::conditions(&mut tx, &vault, &granted).await?;
    let found = all.iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    let people = People::of(&mut tx, &vault, found.accounts()).await?;
    let condition = shown(lang, today, found, |account| people.name(account));
    let _ = tx.commit().await?;
    let number = case.number.map(|it| it.to_string()).unwrap_or_default();
    html_with(
        status,
        lang,
        NewPage {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb(urls::desk_case(case.id), number.clone())
                .crumb("", say::t(lang, "condition-mark-title")),
            title: Title::of_case(lang, &case),
            number,
            action: urls::desk_case_condition(case.id, id),
            condition,
            marks: marks(lang),
            form,
            case,
        },
    )
}
