//! All that is kept of a leader, for themselves: what is known and who said it, their offices, and what happened. They change
//! it here.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse as _, Response};
use chrono::NaiveDate;

use super::facts::{Shown, shown_to_themselves};
use super::keeping::Keeping;
use super::themselves::whose;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, SubjectKind};
use crate::leader::{self, Known, policy::CanKeepProfile};
use crate::organization::Mention;
use crate::say;
use crate::values::{Lang, RegistryNumber, Role};
use crate::web::coordination::{Spoken, term};
use crate::web::{Answer, App, Chrome, Error, Form, Page, Path, Result, filters, html_with, urls};

#[derive(Template)]
#[template(path = "leaders/mine.html")]
struct ShowPage {
    page: Page,
    facts: Vec<Shown>,
    offices: Vec<Office>,
    story: Vec<Happened>,
    edit: String,
    file: String,
    consents: String,
    /// An address that they said, and that waits for whoever reads it.
    waiting: Option<(String, NaiveDate)>,
    withdrawal: String,
}

/// An office and where it is or was held.
pub struct Office {
    /// The title.
    pub title: Spoken,
    /// Of which organization.
    pub organization: Spoken,
    /// Its number.
    pub number: RegistryNumber,
    /// From when until when.
    pub dates: String,
    /// Whether it is over.
    pub is_former: bool,
    /// Whether it came to them by mistake.
    pub is_mistaken: bool,
}

impl Office {
    /// As a page shows it.
    pub fn of(lang: Lang, today: NaiveDate, (office, of): &(leader::Office, Mention)) -> Self {
        Self {
            title: Spoken::office(office, lang),
            organization: Spoken::organization(of),
            number: of.number,
            dates: term(lang, office.since, office.until),
            is_mistaken: office.is_mistaken,
            is_former: office.until.is_some_and(|until| until < today),
        }
    }
}

/// Something that happened to the entry. Who did it is told by what they are, and not by their name.
struct Happened {
    act_key: &'static str,
    by: String,
    at: chrono::DateTime<chrono::Utc>,
}

/// Whose entry it is, and what is known of them.
async fn load(tx: &mut Tx, actor: &Actor, key: &str) -> Result<(CanKeepProfile, Known)> {
    let vault = tx.vault();
    let (id, can) = whose(tx, &vault, actor, key).await?;
    let can = can.profile().ok_or(Error::NotFound)?;
    let known = leader::view(tx, &can, id).await?;
    Ok((can, known))
}

/// Personal, so that nothing between keeps it.
pub fn unkept(answer: Response) -> Response {
    ([(CACHE_CONTROL, "no-store")], answer).into_response()
}

/// `GET /consents/{token}/profile`
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(token): Path<String>) -> Answer {
    let (lang, today, vault) = (chrome.lang, tx.today(), tx.vault());
    let (_, known) = load(&mut tx, &actor, &token).await?;
    let offices = leader::offices(&mut tx, known.id).await?;
    let id = known.id.uuid();
    let story = history::of_subject(&mut tx, &vault, SubjectKind::Leader, id).await?;
    let waiting = leader::waiting_address(&mut tx, &vault, known.id).await?;
    let _ = tx.commit().await?;
    let page = ShowPage {
        waiting: waiting.map(|(email, at)| (email.readable(), at.date_naive())),
        withdrawal: urls::consents_part(&token, "address/withdrawal"),
        page: page(&chrome, &token, "leaders-mine-title"),
        facts: shown_to_themselves(lang, &known.facts, &known.sources),
        offices: offices
            .iter()
            .map(|it| Office::of(lang, today, it))
            .collect(),
        story: story
            .iter()
            .map(|it| Happened {
                act_key: it.act.key(),
                by: by(lang, &it.role),
                at: it.at,
            })
            .collect(),
        edit: urls::consents_part(&token, "profile/edit"),
        file: urls::consents_part(&token, "file"),
        consents: urls::consents(&token),
    };
    Ok(unkept(html_with(StatusCode::OK, lang, page)?))
}

/// What whoever did something is; of the program itself nothing is said.
fn by(lang: Lang, role: &str) -> String {
    match (Role::from_code(role), role) {
        (Some(role), _) => say::t(lang, role.key()),
        (None, "visitor") => say::t(lang, "leaders-mine-by-link"),
        _ => String::new(),
    }
}

fn page(chrome: &Chrome, key: &str, title_key: &str) -> Page {
    let lang = chrome.lang;
    chrome
        .page()
        .crumb(urls::consents(key), say::t(lang, "leaders-yours-title"))
        .crumb("", say::t(lang, title_key))
}

/// Whose entry it is, and the form's page.
async fn kept(tx: &mut Tx, (actor, chrome): (&Actor, &Chrome), key: &str) -> Result<Keeping> {
    let (can, known) = load(tx, actor, key).await?;
    let there = urls::consents_part(key, "profile");
    Ok(Keeping {
        page: page(chrome, key, "leaders-mine-change"),
        action: there.clone(),
        back: there,
        can,
        known,
    })
}

/// `GET /consents/{token}/profile/edit`
pub async fn edit(actor: Actor, chrome: Chrome, mut tx: Tx, Path(token): Path<String>) -> Answer {
    let kept = kept(&mut tx, (&actor, &chrome), &token).await?;
    kept.edit(tx, &chrome).await
}

/// `POST /consents/{token}/profile`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
    Form(fields): Form,
) -> Answer {
    let kept = kept(&mut tx, (&actor, &chrome), &token).await?;
    kept.update(tx, &app, &chrome, fields).await
}
