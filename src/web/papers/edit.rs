//! Putting right what was typed of the paper itself.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::form;
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::{Read, Tx};
use crate::ids::CaseId;
use crate::say;
use crate::web::teams::langs;
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Sheet, filters, html_with, redirect_with_flash,
    registrations, see, urls,
};

#[derive(Template)]
#[template(path = "papers/edit.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    action: String,
    back: String,
    langs: Vec<(&'static str, &'static str)>,
}

/// `GET /cases/{id}/paper`
pub async fn edit(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
    let case = case::find(&mut conn, &actor, id).await?;
    if !case.is_own(actor.person()?.id) {
        return Err(Error::NotFound);
    }
    let vault = conn.vault();
    let granted = policy::read(&actor, &case)?;
    let paper = case::paper(&mut conn, &vault, &granted)
        .await?
        .ok_or(Error::NotFound)?;
    match policy::edit(&actor, &case) {
        Ok(_) => {}
        // It was sent already: what happens with it now is on its own page.
        Err(crate::Error::Overtaken) => return see(urls::case(id)),
        Err(error) => return Err(error.into()),
    }
    let form = Sheet::of(form::filled(&paper.says));
    page(&chrome, &case, StatusCode::OK, form)
}

/// `POST /cases/{id}/paper`
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    if case.typed_by.is_none() {
        return Err(Error::NotFound);
    }
    let granted = policy::edit(&actor, &case)?;
    let mut r = sent.reader();
    let says = form::read(&mut r, tx.today());
    let mistakes = r.done().err().unwrap_or_default();
    let Some(says) = says.filter(|_| mistakes.is_empty()) else {
        let form = Sheet::with(sent, mistakes);
        return page(&chrome, &case, StatusCode::UNPROCESSABLE_ENTITY, form);
    };
    case::revise(&mut tx, granted, &says).await?;
    let to = urls::case_form(id);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-paper-saved")
}

fn page(chrome: &Chrome, case: &Case, status: StatusCode, form: Sheet) -> Answer {
    let lang = chrome.lang;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::case(case.id), registrations::title(lang, case))
        .crumb("", say::t(lang, "paper-title"));
    let edit = EditPage {
        page,
        form,
        action: urls::case_paper(case.id),
        back: urls::case_form(case.id),
        langs: langs(),
    };
    html_with(status, lang, edit)
}
