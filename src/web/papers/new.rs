//! Beginning to type in a form that somebody filled in on paper.

use askama::Template;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::form;
use crate::account;
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::{self, Read, Tx};
use crate::ids::{AccountId, CaseId};
use crate::say;
use crate::values::{Country, Lang, Line, Role};
use crate::vault::Vault;
use crate::web::registrations::{NAME_MAX, begun, glimpse, needed};
use crate::web::teams::langs;
use crate::web::{
    Answer, Chrome, Fields, Form, Page, Path, Sheet, filters, html_with, redirect, see, urls,
};

#[derive(Template)]
#[template(path = "papers/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    countries: Vec<(&'static str, &'static str)>,
    langs: Vec<(&'static str, &'static str)>,
    /// What colleagues of the same post type in.
    others: Vec<Other>,
}

/// A form that a colleague types in.
struct Other {
    /// Where one types along.
    action: String,
    title: String,
    lang: String,
    dir: &'static str,
    facts: String,
    who: String,
}

/// `GET /papers/new`
pub async fn new(actor: Actor, chrome: Chrome, mut conn: Read) -> Answer {
    let person = policy::type_in_any(&actor)?;
    let mut form = Fields::default();
    form.set("lang", chrome.lang.code());
    if let [only] = person.hosts.as_slice() {
        form.set("host_country", only.code());
    }
    let vault = conn.vault();
    let form = Sheet::of(form);
    page(&actor, &chrome, &mut conn, &vault, StatusCode::OK, form).await
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
        let (vault, form) = (tx.vault(), Sheet::with(sent, mistakes));
        return page(&actor, &chrome, &mut tx, &vault, status, form).await;
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

async fn page(
    actor: &Actor,
    chrome: &Chrome,
    conn: &mut PgConnection,
    vault: &Vault,
    status: StatusCode,
    form: Sheet,
) -> Answer {
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
        others: others(actor, lang, conn, vault).await?,
    };
    html_with(status, lang, new)
}

/// What colleagues of the same post type in; of whoever belongs to none, nothing.
async fn others(
    actor: &Actor,
    lang: Lang,
    conn: &mut PgConnection,
    vault: &Vault,
) -> crate::Result<Vec<Other>> {
    let Ok(granted) = policy::type_along(actor) else {
        return Ok(Vec::new());
    };
    let found = case::being_typed(conn, &granted).await?;
    let accounts: Vec<AccountId> = found.iter().map(|it| it.began_by).collect();
    let names = account::called(conn, vault, &accounts).await?;
    let others = found.into_iter().map(|it| Other {
        action: urls::case_typists(it.id),
        lang: it
            .title_language
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        dir: it
            .title_language
            .as_ref()
            .map_or("auto", |tag| tag.direction().code()),
        facts: it
            .host_country
            .map_or("", |host| host.name(lang))
            .to_owned(),
        who: names.get(&it.began_by).cloned().unwrap_or_default(),
        title: match it.title.is_empty() {
            true => say::t(lang, "registration-untitled"),
            false => it.title,
        },
    });
    Ok(others.collect())
}

/// `POST /cases/{id}/typists`: types along what a colleague of the same post began.
pub async fn join(actor: Actor, mut tx: Tx, Path(id): Path<CaseId>) -> Answer {
    let granted = policy::type_along(&actor)?;
    case::type_along(&mut tx, &granted, id).await?;
    redirect(tx.commit().await?, urls::case_form(id))
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
