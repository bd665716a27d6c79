//! Appealing against a refusal, within its time.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;

use super::message::MESSAGE_MAX;
use crate::actor::Actor;
use crate::case::{self, Case, Stage, policy};
use crate::db::{Read, Tx};
use crate::ids::CaseId;
use crate::say;
use crate::values::Prose;
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Sheet, filters, html_with, redirect_with_flash,
    see, urls,
};

#[derive(Template)]
#[template(path = "registrations/appeal.html")]
struct NewPage {
    page: Page,
    case: CaseId,
    until: NaiveDate,
    form: Sheet,
}

/// Asks why the refusal was wrong.
pub async fn new(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
    let case = case::find(&mut conn, &actor, id).await?;
    match policy::appeal(&actor, &case) {
        Ok(_) if is_open(&case, conn.today()) => {
            ask(&chrome, &case, StatusCode::OK, Sheet::empty())
        }
        Ok(_) | Err(crate::Error::Overtaken) => see(urls::case(id)),
        Err(error) => Err(error.into()),
    }
}

/// Sends the appeal to a chair.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::appeal(&actor, &case)?;
    let mut r = sent.reader();
    let why = r.required("why", |text| Prose::parse(text, MESSAGE_MAX));
    let mistakes = r.done();
    let Some((why, ())) = why.zip(mistakes.clone().ok()) else {
        let form = Sheet::with(sent, mistakes.err().unwrap_or_default());
        return ask(&chrome, &case, StatusCode::UNPROCESSABLE_ENTITY, form);
    };
    case::appeal(&mut tx, granted, &why).await?;
    let committed = tx.commit().await?;
    redirect_with_flash(
        &app,
        committed,
        urls::case(id),
        "flash-registration-appealed",
    )
}

/// Whether the time of an appeal has not run out.
pub fn is_open(case: &Case, today: NaiveDate) -> bool {
    matches!(case.stage, Stage::Refused { appeal_until, .. } if today <= appeal_until)
}

fn ask(chrome: &Chrome, case: &Case, status: StatusCode, form: Sheet) -> Answer {
    let Stage::Refused { appeal_until, .. } = case.stage else {
        return Err(Error::Overtaken);
    };
    let lang = chrome.lang;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::case(case.id), super::show::title(lang, case))
        .crumb("", say::t(lang, "registration-appeal-title"));
    let new = NewPage {
        page,
        case: case.id,
        until: appeal_until,
        form,
    };
    html_with(status, lang, new)
}
