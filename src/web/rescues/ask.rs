//! Asking for a rescue, taking it back, and an owner who says that they are there.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;

use crate::actor::Actor;
use crate::db::{self, Read, Tx};
use crate::organization::{self, Organization, team};
use crate::rescue::{self, Rescue, Stage, policy};
use crate::say;
use crate::values::{Prose, RegistryNumber};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Sheet, filters, html_with, redirect_with_flash,
    see, urls,
};

/// The longest evidence.
const EVIDENCE_MOST: usize = 6_000;

#[derive(Template)]
#[template(path = "rescues/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    state: Standing,
    /// Why the reader was refused last time.
    refused: Option<String>,
}

/// What the reader can do here.
enum Standing {
    /// Nobody is its owner: it can be claimed.
    Unclaimed,
    /// They asked, and can take it back; nobody decides before the day.
    Mine(NaiveDate),
    /// Somebody else asked.
    Others,
    /// They can ask.
    Open,
}

impl Standing {
    fn of(rescue: Option<&Rescue>, has_owner: bool, actor: &Actor) -> Self {
        match rescue {
            _ if !has_owner => Self::Unclaimed,
            None => Self::Open,
            Some(rescue) if actor.account() == Some(rescue.account) => match rescue.stage {
                Stage::Cooling { until } => Self::Mine(until),
                Stage::Ended { .. } => Self::Open,
            },
            Some(_) => Self::Others,
        }
    }
}

impl NewPage {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }
}

/// `GET /organizations/{number}/rescue`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    actor.person()?;
    let organization = organization::find_by_number(&mut conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(&mut conn, organization.id, &actor).await?;
    policy::ask(&actor, &organization, own)?;
    let vault = conn.vault();
    let open = rescue::open_of(&mut conn, &vault, organization.id).await?;
    let has_owner = !team::owners(&mut conn, organization.id).await?.is_empty();
    let state = Standing::of(open.as_ref(), has_owner, &actor);
    let me = actor.person()?.id;
    let refused = rescue::refused(&mut conn, &vault, organization.id, me).await?;
    let state = (state, refused.and_then(|refused| refused.reason));
    page(&chrome, organization, state, StatusCode::OK, Sheet::empty())
}

/// `POST /organizations/{number}/rescue`
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
    let granted = policy::ask(&actor, &organization, own)?;
    let vault = tx.vault();
    let open = rescue::open_of(&mut tx, &vault, organization.id).await?;
    let has_owner = !team::owners(&mut tx, organization.id).await?.is_empty();
    // What the page shows instead of the form: a click that came late finds it there.
    if !has_owner || open.is_some() {
        return match open.filter(|open| open.account == me) {
            Some(_) => see(urls::rescue(number)),
            None => Err(Error::Overtaken),
        };
    }
    let mut reader = sent.reader();
    let evidence = reader.required("evidence", |text| Prose::parse(text, EVIDENCE_MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(evidence) = evidence else {
        let form = Sheet::with(sent, mistakes);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let state = (Standing::Open, None);
        return page(&chrome, organization, state, status, form);
    };
    let (key, to) = (Sheet::of(sent).key(), urls::rescue(number));
    if let Some(there) = db::claim(&mut tx, me, key).await? {
        return see(there);
    }
    if rescue::ask(&mut tx, &granted, &evidence).await?.is_none() {
        return Err(Error::Overtaken);
    }
    db::finish(&mut tx, me, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-rescue-asked")
}

/// `POST /organizations/{number}/rescue/withdrawal`
pub async fn destroy(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let open = open(&mut tx, &actor, number).await?;
    let granted = policy::withdraw(&actor, &open)?;
    rescue::withdraw(&mut tx, granted).await?;
    let to = urls::organization(number);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-rescue-withdrawn")
}

/// `POST /home/organizations/{number}/rescue`: an owner is there.
pub async fn stop(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let open = open(&mut tx, &actor, number).await?;
    let own = team::role_of_actor(&mut tx, open.organization, &actor).await?;
    let granted = policy::stop(&actor, &open, own)?;
    rescue::stop(&mut tx, granted).await?;
    let to = urls::my_organization(number);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-rescue-stopped")
}

/// The rescue that is not over.
async fn open(tx: &mut Tx, actor: &Actor, number: RegistryNumber) -> crate::web::Result<Rescue> {
    actor.person()?;
    let organization = organization::find_by_number(tx, number)
        .await?
        .ok_or(Error::NotFound)?;
    let vault = tx.vault();
    rescue::open_of(tx, &vault, organization.id)
        .await?
        .ok_or(Error::NotFound)
}

fn page(
    chrome: &Chrome,
    organization: Organization,
    (state, refused): (Standing, Option<String>),
    status: StatusCode,
    form: Sheet,
) -> Answer {
    let page = chrome
        .page()
        .crumb(
            urls::organization(organization.number),
            organization.name.clone(),
        )
        .crumb("", say::t(chrome.lang, "rescue-title"));
    let new = NewPage {
        page,
        form,
        organization,
        state,
        refused,
    };
    html_with(status, chrome.lang, new)
}
