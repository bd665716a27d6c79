//! Bringing back, from the desk, what was withdrawn because the applicant did not answer.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::overtaken::{Acting, or_overtaken};
use super::view::{Title, When};
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::{Read, Tx};
use crate::ids::CaseId;
use crate::say;
use crate::values::Prose;
use crate::web::{Answer, App, Chrome, Form, Page, Path, Sheet, filters, html_with, urls};

/// The longest word to the applicant.
const MOST: usize = 10_000;

#[derive(Template)]
#[template(path = "desk/revival.html")]
struct NewPage {
    page: Page,
    case: Case,
    title: Title,
    number: String,
    until: Option<When>,
    form: Sheet,
}

/// `GET /desk/cases/{id}/revival`
pub async fn new(chrome: Chrome, actor: Actor, Path(id): Path<CaseId>, mut read: Read) -> Answer {
    let case = case::find(&mut read, &actor, id).await?;
    policy::at_desk(&actor, &case)?;
    let _ = policy::revive(&actor, &case)?;
    page(StatusCode::OK, &chrome, case, Sheet::empty())
}

/// `POST /desk/cases/{id}/revival`
pub async fn create(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    policy::at_desk(&actor, &case)?;
    let typed = form.get("why").to_owned();
    let granted = match policy::revive(&actor, &case) {
        Ok(granted) => granted,
        Err(error) => return or_overtaken(error, tx, &chrome, &actor, id, Some(&typed)).await,
    };
    let mut reader = form.reader();
    let why = reader.required("why", |text| Prose::parse(text, MOST));
    if let Err(mistakes) = reader.done() {
        let sheet = Sheet::with(form, mistakes);
        return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, case, sheet);
    }
    let done = case::revive(&mut tx, granted, why.as_ref()).await;
    let acting = Acting {
        app: &app,
        chrome: &chrome,
        actor: &actor,
        id,
        typed: Some(&typed),
    };
    acting.answer(tx, done, "flash-desk-revived").await
}

fn page(status: StatusCode, chrome: &Chrome, case: Case, form: Sheet) -> Answer {
    let lang = chrome.lang;
    let number = case.number.map(|it| it.to_string()).unwrap_or_default();
    html_with(
        status,
        lang,
        NewPage {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb(urls::desk_case(case.id), number.clone())
                .crumb("", say::t(lang, "desk-revival-title")),
            title: Title::of_case(lang, &case),
            number,
            until: case.stage.due().map(|until| When::day(lang, until)),
            form,
            case,
        },
    )
}
