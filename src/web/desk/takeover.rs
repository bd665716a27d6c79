//! Taking a case out of a colleague's hands: politely, with a reason that they read.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::overtaken::or_overtaken;
use super::view::{People, Title, When};
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::say;
use crate::values::Prose;
use crate::web::{
    Answer, App, Chrome, Form, Page, Path, Sheet, filters, html_with, redirect_with_flash, urls,
};

/// The longest reason.
const MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "desk/takeover.html")]
struct NewPage {
    page: Page,
    case: Case,
    title: Title,
    number: String,
    holder: String,
    since: When,
    form: Sheet,
}

/// `GET /desk/cases/{id}/takeover`
pub async fn new(chrome: Chrome, actor: Actor, Path(id): Path<CaseId>, mut tx: Tx) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    match policy::take_over(&actor, &case) {
        Ok(_) => page(StatusCode::OK, &chrome, tx, case, Sheet::empty()).await,
        Err(error) => or_overtaken(error, tx, &chrome, &actor, id, None).await,
    }
}

/// `POST /desk/cases/{id}/takeover`
pub async fn create(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let typed = form.get("why").to_owned();
    let granted = policy::take_over(&actor, &case)
        .and_then(|granted| case.expect_seen(form.get("revision")).map(|()| granted));
    let granted = match granted {
        Ok(granted) => granted,
        Err(error) => return or_overtaken(error, tx, &chrome, &actor, id, Some(&typed)).await,
    };
    let mut reader = form.reader();
    let why = reader.required("why", |text| Prose::parse(text, MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(why) = why else {
        let sheet = Sheet::with(form, mistakes);
        return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, tx, case, sheet).await;
    };
    match case::take_from(&mut tx, granted, &why).await {
        Ok(()) => redirect_with_flash(
            &app,
            tx.commit().await?,
            urls::desk_case(id),
            "flash-desk-taken-over",
        ),
        Err(error) => or_overtaken(error, tx, &chrome, &actor, id, Some(&typed)).await,
    }
}

async fn page(status: StatusCode, chrome: &Chrome, mut tx: Tx, case: Case, form: Sheet) -> Answer {
    let (vault, lang) = (tx.vault(), chrome.lang);
    let held = case.stage.holding().ok_or(crate::Error::Overtaken)?;
    let people = People::of(&mut tx, &vault, [held.by]).await?;
    let number = case.number.map(|it| it.to_string()).unwrap_or_default();
    let page = NewPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb(urls::desk_case(case.id), number.clone())
            .crumb("", say::t(lang, "desk-take-over")),
        title: Title::of_case(lang, &case),
        number,
        holder: people.name(held.by),
        since: When::moment(lang, held.since),
        case,
        form,
    };
    html_with(status, lang, page)
}
