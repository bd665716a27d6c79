//! What two organizations that were introduced write to each other, for both teams and the desk.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, SecondsFormat, Utc};
use sqlx::PgConnection;

use crate::account;
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::ids::{AccountId, IntroductionId, OrganizationId};
use crate::organization::{self, team};
use crate::radar::{self, Introduction, policy};
use crate::say;
use crate::values::{Prose, TeamRole};
use crate::vault::Vault;
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, see, urls,
};

/// The longest message.
const MOST: usize = 4_000;

#[derive(Template)]
#[template(path = "overlaps/introduction.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    names: Vec<String>,
    messages: Vec<Message>,
    overlap: String,
    may_write: bool,
    here: String,
}

struct Message {
    who: String,
    at: DateTime<Utc>,
    iso: String,
    is_own: bool,
    body: String,
}

/// The introduction, and what whoever asks is in both teams.
async fn seen(
    conn: &mut PgConnection,
    actor: &Actor,
    id: IntroductionId,
) -> Result<(Introduction, [Option<TeamRole>; 2])> {
    actor.person()?;
    let found = radar::find_introduction(conn, id)
        .await?
        .ok_or(Error::NotFound)?;
    let own = [
        team::role_of_actor(conn, found.one, actor).await?,
        team::role_of_actor(conn, found.other, actor).await?,
    ];
    Ok((found, own))
}

async fn load(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    chrome: &Chrome,
    (found, own): (Introduction, [Option<TeamRole>; 2]),
    form: Sheet,
) -> Result<ShowPage> {
    let lang = chrome.lang;
    let granted = policy::read_introduction(actor, &found, own)?;
    let written = radar::conversation(conn, vault, &granted).await?;
    let accounts: Vec<AccountId> = written.iter().map(|it| it.by).collect();
    let called = account::called(conn, vault, &accounts).await?;
    let organizations = organization::find_many(conn, &[found.one, found.other]).await?;
    let name = |id: OrganizationId| {
        let found = organizations.iter().find(|it| it.id == id);
        found.map(|it| it.name.clone()).unwrap_or_default()
    };
    // Who writes for whom; whoever is in neither team writes for the board.
    let mut sides: HashMap<AccountId, OrganizationId> = HashMap::new();
    for id in [found.one, found.other] {
        for seat in team::of_organization(conn, id).await? {
            sides.insert(seat.account, id);
        }
    }
    let person = actor.person()?.id;
    let at_desk = policy::see(actor).is_ok();
    let messages = written
        .into_iter()
        .map(|it| {
            let side = sides.get(&it.by).map(|id| name(*id));
            let side = side.unwrap_or_else(|| say::t(lang, "introduction-board"));
            // The board's people are not named to teams, as in cases.
            let person_name = called
                .get(&it.by)
                .filter(|_| at_desk || sides.contains_key(&it.by));
            Message {
                who: match person_name {
                    Some(called) => format!("{called}, {side}"),
                    None => side,
                },
                iso: it.at.to_rfc3339_opts(SecondsFormat::Secs, true),
                at: it.at,
                is_own: it.by == person,
                body: it.body,
            }
        })
        .collect();
    let names = vec![name(found.one), name(found.other)];
    let page = chrome.page().crumb("", say::t(lang, "introduction-title"));
    Ok(ShowPage {
        page,
        form,
        names,
        messages,
        overlap: match at_desk {
            true => urls::desk_overlap(found.overlap),
            false => String::new(),
        },
        may_write: policy::write_introduction(actor, &found, own).is_ok(),
        here: urls::introduction(found.id),
    })
}

/// `GET /introductions/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<IntroductionId>,
) -> Answer {
    let seen = seen(&mut tx, &actor, id).await?;
    let vault = tx.vault();
    let page = load(&mut tx, &vault, &actor, &chrome, seen, Sheet::empty()).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /introductions/{id}`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<IntroductionId>,
    Form(fields): Form,
) -> Answer {
    let (found, own) = seen(&mut tx, &actor, id).await?;
    let granted = policy::write_introduction(&actor, &found, own)?;
    let mut reader = fields.reader();
    let body = reader.required("body", |text| Prose::parse(text, MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(body) = body else {
        let (vault, form) = (tx.vault(), Sheet::with(fields, mistakes));
        let page = load(&mut tx, &vault, &actor, &chrome, (found, own), form).await?;
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    };
    let (person, key) = (actor.person()?.id, Sheet::of(fields).key());
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    radar::write(&mut tx, &granted, &body).await?;
    let to = urls::introduction(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-introduction-written")
}
