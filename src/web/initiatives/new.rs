//! Writing an initiative down.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::form::{SUMMARY_MAX, TextRow, read, text_rows};
use super::partners::sentence;
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::initiative::{self, policy};
use crate::organization;
use crate::say;
use crate::values::{InitiativeRole, InitiativeStage, Need};
use crate::web::coordination::{choices, countries, languages};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Sheet, areas, filters, html, html_with,
    redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "initiatives/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    texts: Vec<TextRow>,
    languages: Vec<(String, String)>,
    countries: Vec<(&'static str, &'static str)>,
    stages: Vec<(&'static str, String)>,
    areas: Vec<areas::Group>,
    needs: Vec<(&'static str, String)>,
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
            texts: text_rows(),
            languages: languages(lang),
            countries: countries(lang),
            stages: choices(
                lang,
                InitiativeStage::ALL,
                InitiativeStage::code,
                InitiativeStage::key,
            ),
            areas: areas::groups(lang, form.fields(), "areas"),
            needs: choices(lang, Need::ALL, Need::code, Need::key),
            form,
        }
    }
}

/// `GET /desk/initiatives/new`
pub async fn new(actor: Actor, chrome: Chrome) -> Answer {
    policy::keep(&actor)?;
    let mut fields = Fields::default();
    fields.set("text-0-language", chrome.lang.code());
    html(chrome.lang, NewPage::new(&chrome, Sheet::of(fields)))
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
    let (new, lead) = match read(&fields) {
        Ok(read) => read,
        Err(mistakes) => return again(fields, mistakes),
    };
    let Some(lead) = organization::mention_by_number(&mut tx, lead).await? else {
        return again(fields, Mistakes::one("lead", "coordination-no-such-number"));
    };
    let person = actor.person()?.id;
    let key = Sheet::of(fields.clone()).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let id = initiative::create(&mut tx, &granted, new).await?;
    let added = initiative::add(&mut tx, &granted, id, lead.id, InitiativeRole::Lead).await?;
    if let Err(why) = added {
        return again(fields, Mistakes::one("lead", sentence(why)));
    }
    let to = urls::desk_initiative(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-initiative-created")
}
