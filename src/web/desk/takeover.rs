//! Taking a case out of a colleague's hands: politely, with a reason that they read.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;

use super::overtaken::{Acting, or_overtaken};
use super::view::{People, Title, When};
use crate::account;
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::Tx;
use crate::ids::{AccountId, CaseId};
use crate::say;
use crate::values::Prose;
use crate::web::{Answer, App, Chrome, Form, Page, Path, Sheet, filters, html_with, urls};

/// The longest reason.
const MOST: usize = 2_000;

/// The word of it on the next page.
const TAKEN_OVER: &str = "flash-desk-taken-over";

#[derive(Template)]
#[template(path = "desk/takeover.html")]
struct NewPage {
    page: Page,
    case: Case,
    title: Title,
    number: String,
    holder: String,
    since: When,
    /// Until when the holder is away, for the deputy whom they named.
    stands_in: Option<String>,
    form: Sheet,
}

/// Whom the holder of a case named to stand in while they are away, and until when that is.
async fn deputy(tx: &mut Tx, case: &Case) -> crate::Result<Option<(AccountId, NaiveDate)>> {
    let Some(held) = case.stage.holding() else {
        return Ok(None);
    };
    let (vault, today) = (tx.vault(), tx.today());
    let away = account::away(tx, &vault, &[held.by], today).await?;
    let absence = away.get(&held.by);
    Ok(absence.and_then(|it| Some((it.deputy.as_ref()?.account, it.last))))
}

/// `GET /desk/cases/{id}/takeover`
pub async fn new(chrome: Chrome, actor: Actor, Path(id): Path<CaseId>, mut tx: Tx) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    match policy::take_over(&actor, &case) {
        Ok(_) => page(StatusCode::OK, &chrome, &actor, tx, case, Sheet::empty()).await,
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
    let acting = Acting {
        app: &app,
        chrome: &chrome,
        actor: &actor,
        id,
        typed: Some(&typed),
    };
    let granted = policy::take_over(&actor, &case)
        .and_then(|granted| case.expect_seen(form.get("revision")).map(|()| granted));
    let granted = match granted {
        Ok(granted) => granted,
        Err(error) => return acting.failed(tx, error).await,
    };
    if typed.trim().is_empty() {
        let deputy = deputy(&mut tx, &case).await?.map(|(deputy, _)| deputy);
        if let Ok(granted) = policy::stand_in(&actor, &case, deputy) {
            let done = case::stand_in(&mut tx, granted).await;
            return acting.answer(tx, done, TAKEN_OVER).await;
        }
    }
    let mut reader = form.reader();
    let why = reader.required("why", |text| Prose::parse(text, MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(why) = why else {
        let sheet = Sheet::with(form, mistakes);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(status, &chrome, &actor, tx, case, sheet).await;
    };
    let done = case::take_from(&mut tx, granted, &why).await;
    acting.answer(tx, done, TAKEN_OVER).await
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
    let held = case.stage.holding().ok_or(crate::Error::Overtaken)?;
    let people = People::of(&mut tx, &vault, [held.by]).await?;
    let deputy = deputy(&mut tx, &case).await?;
    let stands_in = deputy.filter(|(it, _)| Some(*it) == actor.account());
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
        stands_in: stands_in.map(|(_, until)| say::day(lang, until)),
        case,
        form,
    };
    html_with(status, lang, page)
}
