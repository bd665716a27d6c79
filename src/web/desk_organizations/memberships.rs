//! Putting an organization or one of its leaders into a group, and taking it out, at the organization's own page.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::group::policy::{self, CanGroup};
use crate::group::{self, Entry};
use crate::ids::{GroupId, LeaderId, MembershipId};
use crate::leader;
use crate::organization::Organization;
use crate::say;
use crate::values::{GroupRole, Problem, RegistryNumber};
use crate::web::coordination::{Spoken, choices};
use crate::web::groups::members::{field, flash, sentence, term_until};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Result, Sheet, filters,
    html_with, redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "desk_organizations/membership.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    caption: String,
    /// The key of what is said on top; empty where nothing is.
    lead_key: &'static str,
    action: String,
    back: String,
    groups: Vec<(String, String)>,
    roles: Vec<(&'static str, String)>,
}

/// Who comes into a group.
#[derive(Clone, Copy)]
enum Comer<'a> {
    Organization(&'a Organization),
    /// A leader of it.
    Leader(&'a Organization, LeaderId),
}

impl NewPage {
    async fn load(tx: &mut Tx, chrome: &Chrome, comer: Comer<'_>, form: Sheet) -> Result<Self> {
        let (lang, today) = (chrome.lang, tx.today());
        let groups = group::list(tx, None, today).await?;
        let roles = match comer {
            Comer::Organization(_) => GroupRole::ALL,
            Comer::Leader(..) => group::roles_of_leaders(),
        };
        let (of, lead_key, action, back) = match comer {
            Comer::Organization(of) => (
                of,
                "",
                urls::desk_organization_part(of.number, "memberships"),
                urls::desk_organization(of.number),
            ),
            Comer::Leader(of, id) => (
                of,
                "groups-add-leader-text",
                urls::desk_leader_memberships(of.number, id),
                urls::desk_organization_part(of.number, "leaders"),
            ),
        };
        let page = chrome
            .page()
            .crumb("/desk", say::t(lang, "nav-desk"))
            .crumb(urls::desk_organization(of.number), of.name.clone())
            .crumb("", say::t(lang, "groups-add-to"));
        Ok(Self {
            page,
            form,
            caption: of.name.clone(),
            lead_key,
            action,
            back,
            groups: groups
                .iter()
                .map(|group| (group.id.to_string(), Spoken::of(&group.names, lang).text))
                .collect(),
            roles: choices(lang, roles, GroupRole::code, GroupRole::key),
        })
    }
}

/// `GET /desk/organizations/{number}/memberships`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (organization, _) = seen(&mut tx, &actor, number).await?;
    policy::group(&actor)?;
    let comer = Comer::Organization(&organization);
    let page = NewPage::load(&mut tx, &chrome, comer, Sheet::empty()).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/memberships`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(fields): Form,
) -> Answer {
    let (organization, _) = seen(&mut tx, &actor, number).await?;
    let granted = policy::group(&actor)?;
    let comer = Comer::Organization(&organization);
    add((&app, &chrome), tx, &granted, comer, fields).await
}

/// The organization, if the leader is or was in office there.
async fn led(
    tx: &mut Tx,
    actor: &Actor,
    (number, id): (RegistryNumber, LeaderId),
) -> Result<Organization> {
    let (organization, _) = seen(tx, actor, number).await?;
    match leader::is_of(tx, id, organization.id).await? {
        true => Ok(organization),
        false => Err(Error::NotFound),
    }
}

/// `GET /desk/organizations/{number}/leaders/{id}/memberships`
pub async fn new_leader(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
) -> Answer {
    let organization = led(&mut tx, &actor, (number, id)).await?;
    policy::group(&actor)?;
    let comer = Comer::Leader(&organization, id);
    let page = NewPage::load(&mut tx, &chrome, comer, Sheet::empty()).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/leaders/{id}/memberships`
pub async fn create_leader(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
    Form(fields): Form,
) -> Answer {
    let organization = led(&mut tx, &actor, (number, id)).await?;
    let granted = policy::group(&actor)?;
    let comer = Comer::Leader(&organization, id);
    add((&app, &chrome), tx, &granted, comer, fields).await
}

/// Adds somebody to the group that the form names.
async fn add(
    (app, chrome): (&App, &Chrome),
    mut tx: Tx,
    granted: &CanGroup,
    comer: Comer<'_>,
    fields: Fields,
) -> Answer {
    let mut reader = fields.reader();
    let id = reader.required("group", |text| {
        text.parse::<GroupId>().map_err(|_| match text {
            "" => Problem::Required,
            _ => Problem::UnknownCode,
        })
    });
    let role = reader.required("role", GroupRole::parse);
    let until = term_until(&mut reader, tx.today());
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(id), Some(role), true) = (id, role, mistakes.is_empty()) {
        let unfit = |why| (field(why, "group"), sentence(why));
        let added = match (group::find(&mut tx, id).await?, comer) {
            (None, _) => Err(("group", Problem::UnknownCode.key())),
            (Some(found), Comer::Organization(of)) => {
                let seat = group::usual_seat(found.said.kind);
                let entry = Entry { role, seat, until };
                group::add(&mut tx, granted, id, of.id, &entry)
                    .await?
                    .map_err(unfit)
            }
            (Some(_), Comer::Leader(_, leader)) => {
                let entry = Entry {
                    until,
                    ..Entry::new(role, None)
                };
                group::add_leader(&mut tx, granted, id, leader, &entry)
                    .await?
                    .map_err(unfit)
            }
        };
        match added {
            Ok(added) => {
                let to = match comer {
                    Comer::Organization(of) => urls::desk_organization(of.number),
                    Comer::Leader(..) => urls::desk_group(id),
                };
                return redirect_with_flash(app, tx.commit().await?, to, flash(added));
            }
            Err((field, key)) => mistakes = Mistakes::one(field, key),
        }
    }
    let form = Sheet::with(fields, mistakes);
    let page = NewPage::load(&mut tx, chrome, comer, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/memberships/{id}/ending`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, MembershipId)>,
) -> Answer {
    seen(&mut tx, &actor, number).await?;
    group::remove(&mut tx, &policy::group(&actor)?, id).await?;
    let (done, to) = (tx.commit().await?, urls::desk_organization(number));
    redirect_with_flash(&app, done, to, "flash-group-member-removed")
}
