//! Putting an organization into a group, and taking it out, at the organization's own page.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::seen;
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::group::{self, policy};
use crate::ids::{GroupId, MembershipId};
use crate::organization::Organization;
use crate::say;
use crate::values::{GroupRole, Problem, RegistryNumber};
use crate::web::coordination::{Spoken, choices};
use crate::web::groups::members::sentence;
use crate::web::{
    Answer, App, Chrome, Form, Mistakes, Page, Path, Result, Sheet, filters, html, html_with,
    redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "desk_organizations/membership.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    groups: Vec<(String, String)>,
    roles: Vec<(&'static str, String)>,
}

impl NewPage {
    async fn load(
        conn: &mut PgConnection,
        chrome: &Chrome,
        organization: Organization,
        form: Sheet,
    ) -> Result<Self> {
        let lang = chrome.lang;
        let groups = group::list(conn, None).await?;
        let page = chrome
            .page()
            .crumb("/desk", say::t(lang, "nav-desk"))
            .crumb(
                urls::desk_organization(organization.number),
                organization.name.clone(),
            )
            .crumb("", say::t(lang, "groups-add-to"));
        Ok(Self {
            page,
            form,
            groups: groups
                .iter()
                .map(|group| (group.id.to_string(), Spoken::of(&group.names, lang).text))
                .collect(),
            roles: choices(lang, GroupRole::ALL, GroupRole::code, GroupRole::key),
            organization,
        })
    }
}

/// `GET /desk/organizations/{number}/memberships`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (organization, _) = seen(&mut conn, &actor, number).await?;
    policy::group(&actor)?;
    let page = NewPage::load(&mut conn, &chrome, organization, Sheet::empty()).await?;
    html(chrome.lang, page)
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
    let mut reader = fields.reader();
    let id = reader.required("group", |text| {
        text.parse::<GroupId>().map_err(|_| match text {
            "" => Problem::Required,
            _ => Problem::UnknownCode,
        })
    });
    let role = reader.required("role", GroupRole::parse);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(id), Some(role)) = (id, role) {
        mistakes = match group::find(&mut tx, id).await? {
            None => Mistakes::one("group", Problem::UnknownCode.key()),
            Some(group) => match group::add(
                &mut tx,
                &granted,
                id,
                organization.id,
                role,
                group::usual_seat(group.kind),
            )
            .await?
            {
                Ok(_) => {
                    let (done, to) = (tx.commit().await?, urls::desk_organization(number));
                    return redirect_with_flash(&app, done, to, "flash-group-member-added");
                }
                Err(why) => Mistakes::one("group", sentence(why)),
            },
        };
    }
    let form = Sheet::with(fields, mistakes);
    let page = NewPage::load(&mut tx, &chrome, organization, form).await?;
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
