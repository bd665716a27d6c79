//! What a post says of a case.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::overtaken::{Acting, or_overtaken};
use super::phrases::{self, OPINION, Offered};
use super::view::{Title, When};
use crate::actor::Actor;
use crate::case::{self, Case, View, policy};
use crate::db::{Read, Tx};
use crate::ids::CaseId;
use crate::say;
use crate::values::Prose;
use crate::web::{
    Answer, App, Chrome, Form, Mistakes, Page, Path, Reader, Sheet, filters, html_with, urls,
};

/// The longest opinion.
const MOST: usize = 10_000;

#[derive(Template)]
#[template(path = "desk/opinion.html")]
struct NewPage {
    page: Page,
    case: Case,
    title: Title,
    number: String,
    due: Option<When>,
    views: Vec<(&'static str, String)>,
    /// What posts say often.
    phrases: Offered,
    form: Sheet,
}

/// `GET /desk/cases/{id}/opinion`
pub async fn new(chrome: Chrome, actor: Actor, Path(id): Path<CaseId>, mut read: Read) -> Answer {
    let case = case::find(&mut read, &actor, id).await?;
    let _ = policy::give_opinion(&actor, &case)?;
    let offered = Offered::of(&mut read, chrome.lang, &case, &OPINION).await?;
    page(StatusCode::OK, &chrome, case, (Sheet::empty(), offered))
}

/// `POST /desk/cases/{id}/opinion`
pub async fn create(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let typed = form.get("words").to_owned();
    let granted = match policy::give_opinion(&actor, &case) {
        Ok(granted) => granted,
        Err(error) => return or_overtaken(error, tx, &chrome, &actor, id, Some(&typed)).await,
    };
    let offered = Offered::of(&mut tx, chrome.lang, &case, &OPINION).await?;
    if form.sent("put") {
        let (status, sheet) =
            phrases::put_in(&mut tx, &actor, chrome.lang, &case, form, &OPINION).await?;
        return page(status, &chrome, case, (sheet, offered));
    }
    let (view, words) = match read(form.reader()) {
        Ok(read) => read,
        Err(mistakes) => {
            let sheet = Sheet::with(form, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(status, &chrome, case, (sheet, offered));
        }
    };
    let done = case::give_opinion(&mut tx, granted, view, words.as_ref()).await;
    let acting = Acting {
        app: &app,
        chrome: &chrome,
        actor: &actor,
        id,
        typed: Some(&typed),
    };
    acting.answer(tx, done, "flash-desk-opinion-given").await
}

/// Whoever opposes says why.
fn read(mut reader: Reader<'_>) -> Result<(View, Option<Prose>), Mistakes> {
    let view = reader.required("view", View::parse);
    let prose = |text: &str| Prose::parse(text, MOST);
    let words = match view {
        Some(View::Opposes) => reader.required("words", prose),
        _ => reader.optional("words", prose),
    };
    reader.done()?;
    // A view that is missing was noted as a mistake.
    Ok((view.ok_or_else(Mistakes::default)?, words))
}

fn page(
    status: StatusCode,
    chrome: &Chrome,
    case: Case,
    (form, phrases): (Sheet, Offered),
) -> Answer {
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
                .crumb("", say::t(lang, "desk-opinion-title")),
            title: Title::of_case(lang, &case),
            number,
            due: case.stage.due().map(|due| When::day(lang, due)),
            views: View::ALL
                .iter()
                .map(|view| (view.code(), say::t(lang, view.key())))
                .collect(),
            phrases,
            form,
            case,
        },
    )
}
