//! Asking to be let into the team of an organization, and the answer of its owners.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};

use super::own;
use crate::actor::Actor;
use crate::db::{self, Read, Tx};
use crate::ids::JoinRequestId;
use crate::organization::{self, Organization, policy, team};
use crate::say;
use crate::values::{Prose, RegistryNumber, TeamRole};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Sheet, filters, html_with, redirect_with_flash,
    see, urls,
};

/// The longest that somebody may say why.
const WORDS_MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "teams/join.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    /// Whether somebody is there who could answer.
    has_owner: bool,
    /// Since when the reader waits for an answer.
    asked: Option<DateTime<Utc>>,
}

impl NewPage {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }
}

/// `GET /organizations/{number}/join`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let me = actor.person()?.id;
    let organization = organization::find_by_number(&mut conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(&mut conn, organization.id, &actor).await?;
    if own.is_some() {
        return see(urls::my_team(number));
    }
    policy::ask_to_join(&actor, &organization, own)?;
    let has_owner = !team::owners(&mut conn, organization.id).await?.is_empty();
    let asked = team::asked_by(&mut conn, organization.id, me).await?;
    let status = StatusCode::OK;
    page(
        &chrome,
        organization,
        (has_owner, asked),
        status,
        Sheet::empty(),
    )
}

/// `POST /organizations/{number}/join`
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(sent): Form,
) -> Answer {
    let me = actor.person()?.id;
    let organization = organization::find_by_number(&mut tx, number)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(&mut tx, organization.id, &actor).await?;
    let granted = policy::ask_to_join(&actor, &organization, own)?;
    // Whoever waits already is shown that, and where nobody is who could answer, nobody is asked.
    if team::asked_by(&mut tx, organization.id, me)
        .await?
        .is_some()
    {
        return see(urls::join(number));
    }
    if team::owners(&mut tx, organization.id).await?.is_empty() {
        return Err(Error::Overtaken);
    }
    let mut reader = sent.reader();
    let words = reader.required("words", |text| Prose::parse(text, WORDS_MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(words) = words else {
        let (status, form) = (
            StatusCode::UNPROCESSABLE_ENTITY,
            Sheet::with(sent, mistakes),
        );
        return page(&chrome, organization, (true, None), status, form);
    };
    let (key, to) = (Sheet::of(sent).key(), urls::join(number));
    if let Some(there) = db::claim(&mut tx, me, key).await? {
        return see(there);
    }
    if !team::ask(&mut tx, &granted, &words).await? {
        return Err(Error::Overtaken);
    }
    db::finish(&mut tx, me, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-join-asked")
}

/// `POST /home/organizations/{number}/team/requests/{id}/answer`
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path((number, id)): Path<(String, JoinRequestId)>,
    Form(sent): Form,
) -> Answer {
    let (organization, own) = own(&mut tx, &actor, &number).await?;
    let granted = policy::keep_team(&actor, &organization, own)?;
    // The buttons say what; anything else is none of them.
    let flash = match sent.get("answer") {
        "refuse" => {
            team::refuse_request(&mut tx, &granted, id).await?;
            "flash-join-refused"
        }
        answer => {
            let role = TeamRole::from_code(answer).ok_or(Error::NotFound)?;
            team::accept_request(&mut tx, &granted, id, role).await?;
            "flash-join-accepted"
        }
    };
    let to = urls::my_team(organization.number);
    redirect_with_flash(&app, tx.commit().await?, to, flash)
}

fn page(
    chrome: &Chrome,
    organization: Organization,
    (has_owner, asked): (bool, Option<DateTime<Utc>>),
    status: StatusCode,
    form: Sheet,
) -> Answer {
    let page = chrome
        .page()
        .crumb(
            urls::organization(organization.number),
            organization.name.clone(),
        )
        .crumb("", say::t(chrome.lang, "join-title"));
    let new = NewPage {
        page,
        form,
        organization,
        has_owner,
        asked,
    };
    html_with(status, chrome.lang, new)
}
