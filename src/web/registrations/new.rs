//! Before the form: what it asks for, and the start of a draft.

use askama::Template;

use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::{self, Tx};
use crate::values::CaseKind;
use crate::web::{Answer, Chrome, Form, Page, Sheet, filters, html, redirect, see, urls};

#[derive(Template)]
#[template(path = "registrations/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
}

/// What a registration is and needs.
pub async fn new(chrome: Chrome) -> Answer {
    let page = chrome.page();
    html(
        chrome.lang,
        NewPage {
            page,
            form: Sheet::empty(),
        },
    )
}

/// Starts a draft; pressing twice starts one.
pub async fn create(actor: Actor, mut tx: Tx, Form(fields): Form) -> Answer {
    let granted = policy::start(&actor, CaseKind::Registration)?;
    let person = actor.person()?.id;
    let key = Sheet::of(fields).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let to = urls::case_form(case::start(&mut tx, granted).await?);
    db::finish(&mut tx, person, key, &to).await?;
    redirect(tx.commit().await?, to)
}
