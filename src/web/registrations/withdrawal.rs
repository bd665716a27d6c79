//! Taking a case back.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::message::MESSAGE_MAX;
use super::words::key_of;
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::{Read, Tx};
use crate::ids::CaseId;
use crate::say;
use crate::values::{CaseKind, Prose};
use crate::web::{
    Answer, App, Chrome, Form, Page, Path, Sheet, filters, html_with, redirect_with_flash, see,
    urls,
};

#[derive(Template)]
#[template(path = "registrations/withdrawal.html")]
struct NewPage {
    page: Page,
    case: CaseId,
    kind: CaseKind,
    is_draft: bool,
    form: Sheet,
}

impl NewPage {
    /// The key of a sentence, as this kind of case says it.
    fn key(&self, key: &str) -> String {
        key_of(self.kind, key)
    }
}

/// Asks whether it is meant.
pub async fn new(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
    let case = case::find(&mut conn, &actor, id).await?;
    match policy::withdraw(&actor, &case) {
        Ok(_) => ask(&chrome, &case, StatusCode::OK, Sheet::empty()),
        Err(crate::Error::Overtaken) => see(urls::case(id)),
        Err(error) => Err(error.into()),
    }
}

/// Takes the case back.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::withdraw(&actor, &case)?;
    let mut r = sent.reader();
    let why = r.optional("why", |text| Prose::parse(text, MESSAGE_MAX));
    if let Err(mistakes) = r.done() {
        let form = Sheet::with(sent, mistakes);
        return ask(&chrome, &case, StatusCode::UNPROCESSABLE_ENTITY, form);
    }
    case::withdraw(&mut tx, granted, why.as_ref()).await?;
    let committed = tx.commit().await?;
    let flash = match case.kind {
        CaseKind::Renewal => "flash-renewal-withdrawn",
        _ => "flash-registration-withdrawn",
    };
    redirect_with_flash(&app, committed, urls::case(id), flash)
}

fn ask(chrome: &Chrome, case: &Case, status: StatusCode, form: Sheet) -> Answer {
    let lang = chrome.lang;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::case(case.id), super::show::title(lang, case))
        .crumb("", say::t(lang, "registration-withdrawal-title"));
    let new = NewPage {
        page,
        case: case.id,
        kind: case.kind,
        is_draft: case.number.is_none(),
        form,
    };
    html_with(status, lang, new)
}
