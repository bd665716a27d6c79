//! Calling a session.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::appointment::{self, number};
use crate::account;
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::ids::AccountId;
use crate::say;
use crate::sitting::{self, NewSitting, policy};
use crate::values::{Problem, Role};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Sheet, filters, html_with,
    redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "sittings/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    zones: Vec<(String, String)>,
    chairs: Vec<(String, String)>,
    members: Vec<(String, String)>,
}

/// `GET /desk/sessions/new`
pub async fn new(actor: Actor, chrome: Chrome, mut tx: Tx) -> Answer {
    let _ = policy::call(&actor)?;
    let mut known = Fields::default();
    known.set("zone", "UTC");
    known.set("minutes", "120");
    if actor.role() == Some(Role::Chair)
        && let Some(account) = actor.account()
    {
        known.set("chair", account.to_string());
    }
    page(StatusCode::OK, &chrome, &mut tx, Sheet::of(known)).await
}

/// `POST /desk/sessions`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = policy::call(&actor)?;
    let person = actor.person()?.id;
    let wanted = match read(&sent) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, &mut tx, form).await;
        }
    };
    let key = Sheet::of(sent.clone()).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let id = match sitting::call(&mut tx, &granted, &wanted).await? {
        Ok(id) => id,
        Err(not) => {
            let (field, sentence) = appointment::mistake(not);
            let form = Sheet::with(sent, Mistakes::one(field, sentence));
            return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, &mut tx, form).await;
        }
    };
    let to = urls::desk_session(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-session-called")
}

/// What the form says, with all mistakes at once.
fn read(sent: &Fields) -> Result<NewSitting, Mistakes> {
    let mut r = sent.reader();
    let at = appointment::read(&mut r);
    let quorum = r.required("quorum", |text| number(text, 1..=100));
    let chair = r.required("chair", account_id);
    let mut members = r.many("members", account_id);
    members.sort_unstable();
    members.dedup();
    if members.is_empty() {
        r.mistake("members", "session-members-missing");
    }
    r.done()?;
    // What is missing was noted as a mistake.
    let missing = Mistakes::default;
    Ok(NewSitting {
        at: at.ok_or_else(missing)?,
        quorum: quorum.ok_or_else(missing)?,
        chair: chair.ok_or_else(missing)?,
        members,
    })
}

fn account_id(text: &str) -> Result<AccountId, Problem> {
    match text.trim() {
        "" => Err(Problem::Required),
        text => text.parse().map_err(|_| Problem::UnknownCode),
    }
}

async fn page(status: StatusCode, chrome: &Chrome, tx: &mut Tx, form: Sheet) -> Answer {
    let (lang, vault) = (chrome.lang, tx.vault());
    let named = |all: Vec<(AccountId, String)>| -> Vec<(String, String)> {
        all.into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect()
    };
    let chairs = account::with_roles(tx, &vault, &[Role::Chair]).await?;
    let members = account::with_roles(tx, &vault, &[Role::Coordinator, Role::Chair]).await?;
    let zones = appointment::zones(tx).await?;
    html_with(
        status,
        lang,
        NewPage {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb(urls::DESK_SESSIONS, say::t(lang, "sessions-title"))
                .crumb("", say::t(lang, "session-new")),
            form,
            zones,
            chairs: named(chairs),
            members: named(members),
        },
    )
}
