//! Writing an initiative down.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::asked::sentence;
use super::form::{Lists, SUMMARY_MAX, empty, read_with};
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::initiative::{self, policy};
use crate::radar;
use crate::say;
use crate::values::InitiativeRole;
use crate::web::coordination::organization_of;
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Sheet, filters, html, html_with,
    redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "initiatives/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    lists: Lists,
}

impl NewPage {
    fn new(chrome: &Chrome, form: Sheet) -> Self {
        let lang = chrome.lang;
        let page = chrome
            .page()
            .crumb(urls::DESK_INITIATIVES, say::t(lang, "nav-initiatives"))
            .crumb("", say::t(lang, "initiatives-new-title"));
        Self {
            page,
            lists: Lists::new(lang, form.fields()),
            form,
        }
    }
}

/// `GET /desk/initiatives/new`
pub async fn new(actor: Actor, chrome: Chrome) -> Answer {
    policy::keep(&actor)?;
    let form = Sheet::of(empty(chrome.lang));
    html(chrome.lang, NewPage::new(&chrome, form))
}

/// `POST /desk/initiatives`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(fields): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let again = |fields: Fields, mistakes: Mistakes| {
        let page = NewPage::new(&chrome, Sheet::with(fields, mistakes));
        html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
    };
    let mut reader = fields.reader();
    let said = read_with(&mut reader);
    let lead = organization_of(&mut tx, &mut reader, "lead").await?;
    let mistakes = reader.done().err().unwrap_or_default();
    let (Some(said), Some(lead), true) = (said, lead, mistakes.is_empty()) else {
        return again(fields, mistakes);
    };
    let person = actor.person()?.id;
    let key = Sheet::of(fields.clone()).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let id = initiative::create(&mut tx, &granted, &said).await?;
    let may_ask = policy::ask(&actor, id)?;
    let asked = initiative::ask(&mut tx, &may_ask, lead.id, InitiativeRole::Lead).await?;
    if let Err(why) = asked {
        return again(fields, Mistakes::one("lead", sentence(why)));
    }
    radar::look(&mut tx, id).await?;
    let to = urls::desk_initiative(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-initiative-created")
}
