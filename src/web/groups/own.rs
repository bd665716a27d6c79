//! The groups of one's organization: where it is asked to join, where it is, and leaving.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::answers::{self, Places};
use crate::actor::Actor;
use crate::db::Tx;
use crate::group::{Who, policy};
use crate::ids::{GroupInvitationId, MembershipId};
use crate::organization::Organization;
use crate::say;
use crate::values::{RegistryNumber, TeamRole};
use crate::web::teams::own;
use crate::web::{
    Answer, App, Chrome, Form, Mistakes, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "groups/own.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    places: Places,
}

async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    (organization, role): (Organization, Option<TeamRole>),
    form: Sheet,
) -> Result<IndexPage> {
    let (lang, number) = (chrome.lang, organization.number);
    let base = urls::my_organization(number);
    let base = policy::answer_for(actor, &organization, role)
        .is_ok()
        .then_some(base.as_str());
    let known = (lang, tx.now());
    let places = Places::of(tx, known, Who::Organization(organization.id), base).await?;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::my_organization(number), organization.name.clone())
        .crumb("", say::t(lang, "groups-yours"));
    Ok(IndexPage {
        page,
        form,
        organization,
        places,
    })
}

/// `GET /home/organizations/{number}/groups`
pub async fn index(actor: Actor, chrome: Chrome, mut tx: Tx, Path(number): Path<String>) -> Answer {
    let own = own(&mut tx, &actor, &number).await?;
    let page = load(&mut tx, (&actor, &chrome), own, Sheet::empty()).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// What came of an answer: the page again with its mistakes, or the word of what was done.
async fn answered(
    (actor, chrome, app): (&Actor, &Chrome, &App),
    mut tx: Tx,
    number: RegistryNumber,
    fields: crate::web::Fields,
    came: std::result::Result<&'static str, Mistakes>,
) -> Answer {
    match came {
        Ok(flash) => {
            let done = tx.commit().await?;
            redirect_with_flash(app, done, urls::my_groups(number), flash)
        }
        Err(mistakes) => {
            let own = own(&mut tx, actor, &number.to_string()).await?;
            let form = Sheet::with(fields, mistakes);
            let page = load(&mut tx, (actor, chrome), own, form).await?;
            html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
        }
    }
}

/// `POST /home/organizations/{number}/group-invitations/{id}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(String, GroupInvitationId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, &number).await?;
    let granted = policy::answer_for(&actor, &organization, role)?;
    let came = answers::answer(&mut tx, &granted, id, &fields).await?;
    let known = (&actor, &chrome, &app);
    answered(known, tx, organization.number, fields, came).await
}

/// `POST /home/organizations/{number}/memberships/{id}/ending`
pub async fn destroy(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(String, MembershipId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, &number).await?;
    let granted = policy::answer_for(&actor, &organization, role)?;
    let came = answers::leave(&mut tx, &granted, id, &fields).await?;
    let known = (&actor, &chrome, &app);
    answered(known, tx, organization.number, fields, came).await
}
