//! Handing over what was typed in from paper: the organization's own people are invited, and the first who accepts looks after it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::actor::Actor;
use crate::case;
use crate::db::{Dated, Read, Tx};
use crate::ids::{CaseId, InvitationId};
use crate::invitation::policy::{self, CanInvite};
use crate::invitation::{self, Place};
use crate::organization::{self, team};
use crate::say;
use crate::values::RegistryNumber;
use crate::vault::Vault;
use crate::web::teams::{Invited, inviting, langs};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html_with, see, urls,
};

#[derive(Template)]
#[template(path = "papers/handover.html")]
struct HandoverPage {
    page: Page,
    form: Sheet,
    here: String,
    back: String,
    title: String,
    language: String,
    invited: Vec<Invited>,
    langs: Vec<(&'static str, &'static str)>,
}

impl HandoverPage {
    fn of_invitation(&self, one: &Invited, act: &str) -> String {
        format!("{}/{}/{act}", self.here, one.id)
    }
}

/// What is handed over: a case that is being written, or the organization that came of it.
#[derive(Clone, Copy)]
enum What {
    Case(CaseId),
    Organization(RegistryNumber),
}

impl What {
    /// This page.
    fn here(self) -> String {
        match self {
            Self::Case(id) => urls::case_handover(id),
            Self::Organization(number) => urls::desk_organization_handover(number),
        }
    }

    /// Where it belongs. The page of a case leads those of the desk on to theirs.
    fn parent(self) -> String {
        match self {
            Self::Case(id) => urls::case(id),
            Self::Organization(number) => urls::desk_organization(number),
        }
    }

    /// Whether this person may hand it over now.
    async fn granted(self, conn: &mut impl Dated, actor: &Actor) -> Result<CanInvite> {
        match self {
            Self::Case(id) => {
                let case = case::find(conn, actor, id).await?;
                Ok(policy::hand_case_over(actor, &case)?)
            }
            Self::Organization(number) => {
                actor.person()?;
                let found = organization::find_by_number(conn, number)
                    .await?
                    .ok_or(Error::NotFound)?;
                let typed_in = case::typed_for(conn, found.id).await?.is_some();
                let owners = team::owners(conn, found.id).await?;
                Ok(policy::hand_organization_over(
                    actor, &found, typed_in, &owners,
                )?)
            }
        }
    }
}

/// `GET /cases/{id}/handover`
pub async fn of_case(actor: Actor, chrome: Chrome, conn: Read, Path(id): Path<CaseId>) -> Answer {
    show(actor, chrome, conn, What::Case(id)).await
}

/// `GET /desk/organizations/{number}/handover`
pub async fn of_organization(
    actor: Actor,
    chrome: Chrome,
    conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    show(actor, chrome, conn, What::Organization(number)).await
}

async fn show(actor: Actor, chrome: Chrome, mut conn: Read, what: What) -> Answer {
    let granted = match what.granted(&mut conn, &actor).await {
        Ok(granted) => granted,
        // Somebody has it: there is nothing to hand over.
        Err(Error::Overtaken) => return see(what.parent()),
        Err(error) => return Err(error),
    };
    let at = (conn.vault(), conn.now());
    let form = Sheet::of([("lang", chrome.lang.code())].into_iter().collect());
    page(&chrome, &mut conn, at, what, &granted, StatusCode::OK, form).await
}

/// `POST /cases/{id}/handover`
pub async fn create_of_case(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    create(app, actor, chrome, tx, What::Case(id), sent).await
}

/// `POST /desk/organizations/{number}/handover`
pub async fn create_of_organization(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(sent): Form,
) -> Answer {
    create(app, actor, chrome, tx, What::Organization(number), sent).await
}

async fn create(
    app: App,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    what: What,
    sent: crate::web::Fields,
) -> Answer {
    let granted = what.granted(&mut tx, &actor).await?;
    match inviting::invite(&app, tx, &granted, sent, &what.here()).await? {
        Ok(answer) => Ok(answer),
        Err(form) => came_back(&app, &chrome, what, &granted, form).await,
    }
}

/// `POST /cases/{id}/handover/{invitation}/resending`
pub async fn resend_of_case(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    tx: Tx,
    Path((id, invitation)): Path<(CaseId, InvitationId)>,
) -> Answer {
    resend(app, actor, chrome, tx, What::Case(id), invitation).await
}

/// `POST /desk/organizations/{number}/handover/{invitation}/resending`
pub async fn resend_of_organization(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    tx: Tx,
    Path((number, invitation)): Path<(RegistryNumber, InvitationId)>,
) -> Answer {
    let what = What::Organization(number);
    resend(app, actor, chrome, tx, what, invitation).await
}

async fn resend(
    app: App,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    what: What,
    invitation: InvitationId,
) -> Answer {
    let granted = what.granted(&mut tx, &actor).await?;
    match inviting::resend(&app, tx, &granted, invitation, what.here()).await? {
        Ok(answer) => Ok(answer),
        Err(form) => came_back(&app, &chrome, what, &granted, form).await,
    }
}

/// `POST /cases/{id}/handover/{invitation}/withdrawal`
pub async fn withdraw_of_case(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path((id, invitation)): Path<(CaseId, InvitationId)>,
) -> Answer {
    let what = What::Case(id);
    let granted = what.granted(&mut tx, &actor).await?;
    inviting::withdraw(&app, tx, &granted, invitation, what.here()).await
}

/// `POST /desk/organizations/{number}/handover/{invitation}/withdrawal`
pub async fn withdraw_of_organization(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path((number, invitation)): Path<(RegistryNumber, InvitationId)>,
) -> Answer {
    let what = What::Organization(number);
    let granted = what.granted(&mut tx, &actor).await?;
    inviting::withdraw(&app, tx, &granted, invitation, what.here()).await
}

/// The page with a form that came back.
async fn came_back(
    app: &App,
    chrome: &Chrome,
    what: What,
    granted: &CanInvite,
    form: Sheet,
) -> Answer {
    let mut conn = app.db.read().await?;
    let at = (conn.vault(), conn.now());
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(chrome, &mut conn, at, what, granted, status, form).await
}

async fn page(
    chrome: &Chrome,
    conn: &mut PgConnection,
    (vault, now): (Vault, DateTime<Utc>),
    what: What,
    granted: &CanInvite,
    status: StatusCode,
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    let place: &Place = granted.place();
    let invited = invitation::of_place(conn, &vault, place).await?;
    let title = match place.title() {
        "" => say::t(lang, "registration-untitled"),
        title => title.to_owned(),
    };
    let page = chrome
        .page()
        .crumb(what.parent(), title.clone())
        .crumb("", say::t(lang, "paper-hand-over"));
    let handover = HandoverPage {
        page,
        form,
        here: what.here(),
        back: what.parent(),
        language: place
            .language()
            .map(ToString::to_string)
            .unwrap_or_default(),
        title,
        invited: invited.iter().map(|one| Invited::of(one, now)).collect(),
        langs: langs(),
    };
    html_with(status, lang, handover)
}
