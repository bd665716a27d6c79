//! Beginning to type in a form that somebody filled in on paper.

use askama::Template;
use axum::http::StatusCode;

use super::form;
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::{self, Tx};
use crate::say;
use crate::values::{Country, Lang, Line, Role};
use crate::web::registrations::{NAME_MAX, begun, glimpse, needed};
use crate::web::teams::langs;
use crate::web::{
    Answer, Chrome, Fields, Form, Page, Sheet, filters, html_with, redirect, see, urls,
};

#[derive(Template)]
#[template(path = "papers/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    countries: Vec<(&'static str, &'static str)>,
    langs: Vec<(&'static str, &'static str)>,
}

/// `GET /papers/new`
pub async fn new(actor: Actor, chrome: Chrome) -> Answer {
    let person = policy::type_in_any(&actor)?;
    let mut form = Fields::default();
    form.set("lang", chrome.lang.code());
    if let [only] = person.hosts.as_slice() {
        form.set("host_country", only.code());
    }
    page(&actor, &chrome, StatusCode::OK, Sheet::of(form))
}

/// `POST /papers`
pub async fn create(actor: Actor, chrome: Chrome, mut tx: Tx, Form(sent): Form) -> Answer {
    let person = policy::type_in_any(&actor)?.id;
    let mut r = sent.reader();
    let name = needed(&mut r, "name", "registration-needs-name", |text| {
        Line::parse(text, NAME_MAX)
    });
    let host = needed(
        &mut r,
        "host_country",
        "registration-needs-host-country",
        Country::parse,
    );
    let granted = host.map(|host| policy::type_in(&actor, host));
    if let Some(Err(_)) = granted {
        r.mistake("host_country", "paper-not-your-country");
    }
    let paper = form::read(&mut r, tx.today());
    let mistakes = r.done().err().unwrap_or_default();
    let (Some(name), Some(host), Some(Ok(granted)), Some(paper), true) =
        (name, host, granted, paper, mistakes.is_empty())
    else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&actor, &chrome, status, Sheet::with(sent, mistakes));
    };
    let key = Sheet::of(sent).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let id = case::type_in(&mut tx, granted, &paper).await?;
    let case = case::find(&mut tx, &actor, id).await?;
    let draft = begun(&name, host.code());
    let may_edit = policy::edit(&actor, &case)?;
    case::save_draft(&mut tx, may_edit, &draft.to_map(), &glimpse(&draft)).await?;
    let to = urls::case_form(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect(tx.commit().await?, to)
}

fn page(actor: &Actor, chrome: &Chrome, status: StatusCode, form: Sheet) -> Answer {
    let lang = chrome.lang;
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "desk-title"))
        .crumb("", say::t(lang, "paper-new-title"));
    let new = NewPage {
        page,
        form,
        countries: countries(actor, lang),
        langs: langs(),
    };
    html_with(status, lang, new)
}

/// The countries of which somebody types forms in.
fn countries(actor: &Actor, lang: Lang) -> Vec<(&'static str, &'static str)> {
    let own = |country: &&Country| {
        actor
            .person()
            .is_ok_and(|person| person.role != Role::PostOfficer || person.hosts.contains(country))
    };
    Country::sorted(lang)
        .iter()
        .filter(own)
        .map(|country| (country.code(), country.name(lang)))
        .collect()
}
